package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.part;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a clinic sells together, at its console, and what of the catalog stands beside a cart. */
@CartwrightTest
class CatalogPackagesTests {

  private static final String PATH = "/console/catalog/packages";
  private static final String NEW = "/console/catalog/new-package";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private DeskBrowser desk;
  private String facial;
  private String serum;

  @BeforeEach
  void aManagerInBerlin() {
    clinic = clinics.open("Europe/Berlin", "EUR", "de-DE");
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.MANAGER);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
    facial = clinic.item(anItem("Facial").price(17500).category("Skin"));
    serum = clinic.item(anItem("Serum").price(4000).category("Care"));
    desk.get(PATH).ok();
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  private String stored(String id) {
    return clinic.api().get("/inventory/packages/" + id).ok().text();
  }

  private String created(Body<?> body) {
    return clinic.api().post("/inventory/packages/create", body).ok().at("/id");
  }

  @Test
  void aPackageIsPutTogether() {
    assertThat(desk.get(PATH).ok().text()).contains("No package is on sale yet.");
    assertThat(desk.get(NEW + "?q=FAC").ok().text())
        .contains("Facial", "175,00")
        .doesNotContain("Serum");
    assertThat(page(422, desk.post(NEW, Map.of("name", " ", "price", "12.5", "add", facial))))
        .contains("Write a name", "Write an amount", "value=\"12.5\"");
    page(404, desk.post(NEW, Map.of("name", "A", "price", "1", "add", "item_none")));
    assertThat(desk.get(PATH).ok().text()).contains("0 packages");

    var saved =
        desk.post(
            NEW,
            Map.of(
                "name", "Winter <care>", "price", "199,50", "category", "Offers", "add", facial));
    var path = saved.headers().firstValue("Location").orElseThrow().replace("?saved", "");
    var id = path.substring(PATH.length() + 1);
    assertThat(stored(id)).contains("\"price\":19950", "\"quantity\":1,\"price\":17500");
    assertThat(desk.get(path + "?saved").ok().text())
        .contains("Saved.", "Winter &lt;care&gt;", "value=\"175,00\"", "value=\"199,50\"");
    var fields = typed(path);
    fields.put("part-0-quantity", "2");
    fields.put("part-0-price", "150");
    fields.put("add", serum);
    page(303, desk.post(path, fields));
    assertThat(stored(id))
        .contains("\"quantity\":2,\"price\":15000", "\"quantity\":1,\"price\":4000");
    assertThat(desk.get(PATH + "?q=winter").ok().text())
        .contains("1 package<", "2 × Facial, Serum", "199,50", "Offers");
    fields = typed(path);
    fields.put("part-0-off", "true");
    page(303, desk.post(path, fields));

    assertThat(stored(id)).contains("\"price\":4000").doesNotContain(facial);
  }

  /** The form of a package as its page has it. */
  private Map<String, String> typed(String path) {
    var text = desk.get(path).ok().text();
    var fields = new HashMap<String, String>();
    var inputs =
        Pattern.compile("<input[^>]* name=\"([\\w-]+)\"[^>]* value=\"([^\"]*)\"").matcher(text);
    while (inputs.find()) {
      if (!inputs.group(1).endsWith("off")) {
        fields.putIfAbsent(inputs.group(1), inputs.group(2));
      }
    }
    var others =
        Pattern.compile("<input[^>]* value=\"([^\"]*)\"[^>]* name=\"([\\w-]+)\"").matcher(text);
    while (others.find()) {
      if (!others.group(2).endsWith("off")) {
        fields.putIfAbsent(others.group(2), others.group(1));
      }
    }
    fields.remove("q");
    fields.remove("on");
    fields.remove("token");
    return fields;
  }

  @Test
  void aPackageChangesAsItWasSeenOnlyAndIsWithdrawnAndComesBack() {
    var id = created(aPackage("Pair").price(100).of(part(facial).price(60), part(serum).price(40)));
    var path = PATH + "/" + id;
    var old = typed(path);
    clinic
        .api()
        .put(
            "/inventory/packages/update/" + id,
            aPackage("Pair").price(101).of(part(serum).price(40)))
        .ok();
    var before = stored(id);
    old.put("description", "<mine>");

    assertThat(page(409, desk.post(path, old)))
        .contains("Somebody else has changed this", "&lt;mine&gt;");
    page(409, desk.post(path + "/sale", Map.of("seen", String.valueOf(old.get("seen")))));
    var wrong = typed(path);
    wrong.put("part-0-quantity", "1,5");
    wrong.put("part-0-price", "x");
    assertThat(page(422, desk.post(path, wrong)))
        .contains("Write a whole number from 1", "Write an amount", "value=\"1,5\"");
    assertThat(stored(id)).isEqualTo(before);
    page(303, desk.post(path + "/sale", Map.of("seen", CatalogItemsTests.seen(desk, path))));
    assertThat(desk.get(PATH).ok().text()).contains("0 packages");
    assertThat(desk.get(path).ok().text()).contains("no list has it", "Bring it back");
    page(
        303,
        desk.post(
            path + "/sale", Map.of("seen", CatalogItemsTests.seen(desk, path), "on", "true")));

    assertThat(stored(id)).isEqualTo(before);
  }

  @Test
  void theFrontDeskLooksAndAnotherClinicsPackageIsNone() {
    var id = created(aPackage("Pair").price(100).of(part(facial).price(60).quantity(3)));
    var path = PATH + "/" + id;
    var before = stored(id);
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Mia", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Mia");
    assertThat(stranger.get(PATH).ok().text()).contains("0 packages");
    page(404, stranger.get(path));
    page(404, stranger.post(path, Map.of("name", "Mine", "price", "1")));
    page(404, stranger.post(path + "/sale", Map.of()));
    page(404, stranger.post(NEW, Map.of("name", "Mine", "price", "1", "add", facial)));
    DeskBrowser.member(clinics, clinic, "Ben", DeskRole.FRONT_DESK);
    var ben = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");

    assertThat(ben.get(path).ok().text())
        .contains("3 × Facial", "1,00")
        .doesNotContain("name=\"price\"", "Put something in");
    page(403, ben.get(NEW));
    assertThat(page(403, ben.post(NEW, Map.of("name", "A", "price", "1"))))
        .contains("changed by managers and owners");
    page(403, ben.post(path, Map.of("name", "A", "price", "1")));
    page(403, ben.post(path + "/sale", Map.of()));

    assertThat(stored(id)).isEqualTo(before);
  }

  @Test
  void manyPackagesTakeNoMoreStatements() {
    created(aPackage("A").price(1).of(part(facial).price(1)));
    desk.get(PATH).ok();
    var few = statements.during(() -> desk.get(PATH).ok());
    for (int i = 0; i < 6; i++) {
      created(aPackage("B" + i).price(1).of(part(facial).price(1), part(serum).price(1)));
    }
    assertThat(desk.get(PATH).ok().text()).contains("7 packages");

    assertThat(statements.during(() -> desk.get(PATH).ok())).isEqualTo(few).isLessThanOrEqualTo(12);
  }

  @Test
  void besideACartStandFavouritesFirstAndCategoriesAndPackagesAreChosen() {
    created(aPackage("Winter pair").price(1).category("Skin").of(part(facial).price(1)));
    var cart = clinic.cart(clinic.patient(aPatient("Jane", "Doe"))).at("/id");
    var path = "/console/carts/" + cart;

    assertThat(goods(path)).isEqualTo("Facial|Serum|Winter pair");
    page(303, desk.post("/console/catalog/items/" + serum + "/favourite", Map.of("on", "true")));
    assertThat(goods(path)).isEqualTo("Serum|Facial|Winter pair");
    assertThat(goods(path + "?part=favourites")).isEqualTo("Serum");
    assertThat(goods(path + "?part=packages")).isEqualTo("Winter pair");
    assertThat(goods(path + "?part=category:Skin")).isEqualTo("Facial|Winter pair");
    assertThat(goods(path + "?part=category:Skin&q=win")).isEqualTo("Winter pair");
    assertThat(goods(path + "?part=nonsense")).isEqualTo("Serum|Facial|Winter pair");
    assertThat(desk.get(path + "?part=category:Skin").ok().text())
        .contains(
            "<option value=\"category:Skin\" selected", "name=\"part\" value=\"category:Skin\"");
    page(303, desk.post("/console/catalog/items/" + serum + "/favourite", Map.of("on", "false")));
    assertThat(desk.get(path + "?part=favourites").ok().text())
        .contains("No item is a favourite yet.");
  }

  private String goods(String path) {
    return Pattern.compile("class=\"goodsName\"[^>]*>([^<]*)<")
        .matcher(desk.get(path).ok().text())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining("|"));
  }
}
