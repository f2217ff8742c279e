package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.anItem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a clinic sells one by one, at its console. */
@CartwrightTest
class CatalogItemsTests {

  private static final String PATH = "/console/catalog/items";
  private static final String NEW = "/console/catalog/new-item";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private String mia;
  private DeskBrowser desk;

  @BeforeEach
  void aClinicInBerlin() {
    clinic = clinics.open("Europe/Berlin", "EUR", "de-DE");
    mia = DeskBrowser.member(clinics, clinic, "Mia", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
  }

  private String list(String query) {
    return desk.get(PATH + query).ok().text();
  }

  @Test
  void itemsAreFoundByNameAndCategoryAndThoseWithdrawnByThemselves() {
    var tax = clinic.tax("Luxury tax", "2.5");
    clinic.item(
        anItem("Filler <1 ml>").price(65050).category("Injectables & more").exemptedFrom(tax));
    clinic.item(anItem("Serum").price(100).brand("Lumen").with("allowCustomPricing", true));
    clinic.item(anItem("Old mask").price(200).category("Masks").archived(true));
    clinics.open().item(anItem("Theirs").price(300).category("Their own"));

    assertThat(desk.get("/console/catalog").headers().firstValue("Location")).hasValue(PATH);
    assertThat(list(""))
        .contains(
            "Filler &lt;1 ml&gt;",
            "650,50",
            "exempt from Luxury tax",
            "Lumen",
            "open price",
            "2 items")
        .contains("<option value=\"Injectables &amp; more\"")
        .contains("href=\"/console/catalog\" aria-current=\"page\"")
        .contains("href=\"" + PATH + "\" aria-current=\"page\"")
        .doesNotContain("Old mask", "Masks", "Theirs", "Their own");
    assertThat(list("?q=FILL&category=Injectables+%26+more"))
        .contains("1 item<", "Filler &lt;1 ml&gt;", "selected");
    assertThat(list("?q=fill&category=Masks"))
        .contains("No item found", "<option value=\"Masks\" selected");
    assertThat(list("?state=archived")).contains("1 item<", "Old mask").doesNotContain("Serum");
    assertThat(desk.speaking("es").get(PATH).ok().text())
        .contains("Catálogo", "Artículos", "exento de Luxury tax", "2 artículos");
  }

  @Test
  void manyItemsTakeNoMoreStatementsAndArePaged() {
    clinic.item(anItem("Item").price(1).category("A"));
    list("");
    var few = statements.during(() -> list(""));

    Copies.of(
        clinic,
        "item",
        "true",
        120,
        Map.of("id", "'i' || n", "name", "'Item ' || n", "category", "'C' || n % 7"));

    assertThat(list(""))
        .contains("121 items", "Page 1 of 3", PATH + "?page=2", "<option value=\"C6\"");
    assertThat(list("?q=item+1&page=9")).contains("No item found");
    assertThat(statements.during(() -> list("?page=2"))).isEqualTo(few).isLessThanOrEqualTo(18);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  static String seen(DeskBrowser desk, String path) {
    var found =
        Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(desk.get(path).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private JsonNode stored(String id) {
    return clinic.api().get("/inventory/items/list?ids=" + id).ok().json().at("/data/0");
  }

  private static String id(Answer saved) {
    return saved
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(saved.text()))
        .replaceFirst(".*/", "")
        .replace("?saved", "");
  }

  private void become(DeskRole role) {
    DeskBrowser.give(clinics, clinic, mia, role.name());
    desk.get(PATH).ok();
  }

  @Test
  void aManagerPutsAnItemOnSaleAndWhatIsWrongStandsBesideItsField() {
    become(DeskRole.MANAGER);
    var tax = clinic.tax("Luxury tax", "2.5");

    assertThat(
            page(
                422,
                desk.post(
                    NEW,
                    Map.of(
                        "name",
                        " ",
                        "price",
                        "12.50",
                        "cost",
                        "much",
                        "sortOrder",
                        "1.5",
                        "brandName",
                        "<Lumen>"))))
        .contains("Write a name", "Write an amount", "Write a whole number", "&lt;Lumen&gt;")
        .contains("value=\"12.50\"", "value=\"much\"");
    assertThat(list("")).contains("Nothing is on sale yet.");
    var item =
        id(
            desk.post(
                NEW,
                Map.ofEntries(
                    Map.entry("name", "Filler"),
                    Map.entry("brandName", "Lumen"),
                    Map.entry("category", "Injectables"),
                    Map.entry("unit", "SYRINGES"),
                    Map.entry("type", "MEDICATION"),
                    Map.entry("isPhysical", "true"),
                    Map.entry("price", "1.650,50 €"),
                    Map.entry("cost", "310"),
                    Map.entry("allowCustomPricing", "true"),
                    Map.entry("exempt-" + tax, "true"),
                    Map.entry("sortOrder", "-3"),
                    Map.entry("externalId", "E-7"),
                    Map.entry("description", "1 ml"),
                    Map.entry("internalNotes", "keep cool"))));

    assertThat(stored(item).toString())
        .isEqualTo(
            """
            {"id":"%s","name":"Filler","brandName":"Lumen","description":"1 ml","price":165050,\
            "category":"Injectables","unit":"SYRINGES","isPhysical":true,"isArchived":false,\
            "internalNotes":"keep cool","sortOrder":-3,"allowCustomPricing":true,\
            "type":"MEDICATION","externalId":"E-7","exemptedTaxIds":["%s"],"cost":31000,\
            "stocks":null,"usageCount":null}"""
                .formatted(item, tax));
    assertThat(desk.get(PATH + "/" + item + "?saved").ok().text())
        .contains("Saved.", "value=\"1650,50\"", "value=\"310,00\"", "Luxury tax, 2,5 %");
    assertThat(page(409, desk.post(NEW, Map.of("name", "B", "price", "1", "externalId", "E-7"))))
        .contains("That was not done", "value=\"E-7\"");
    assertThat(page(422, desk.post(NEW, Map.of("name", "B", "price", "1", "exempt-nope", "true"))))
        .contains("There is no such tax.");
    assertThat(list("")).contains("1 item<");
  }

  @Test
  void anItemChangesAsItWasSeenOnlyAndKeepsWhatItsFormDoesNotShow() {
    become(DeskRole.OWNER);
    var gone = clinic.tax("Old tax", "1");
    var tax = clinic.tax("Luxury tax", "2.5");
    var item = clinic.item(anItem("Filler").price(100).exemptedFrom(gone, tax));
    clinic.api().delete("/admin/taxes/" + gone).ok();
    var path = PATH + "/" + item;
    var old = seen(desk, path);
    clinic.api().put("/inventory/items/update/" + item, anItem().category("Masks")).ok();

    assertThat(page(409, desk.post(path, Map.of("seen", old, "name", "<New>", "price", "5"))))
        .contains("Somebody else has changed this", "&lt;New&gt;");
    page(409, desk.post(path + "/sale", Map.of("seen", old)));
    assertThat(page(422, desk.post(path, Map.of("seen", seen(desk, path), "name", "N"))))
        .contains("Write an amount");
    assertThat(stored(item).at("/name").asString()).isEqualTo("Filler");
    page(
        303,
        desk.post(
            path, Map.of("seen", seen(desk, path), "name", "New", "price", "5", "unit", "KITS")));

    assertThat(stored(item).at("/price").asLong()).isEqualTo(500);
    assertThat(stored(item).at("/category").isNull()).isTrue();
    assertThat(stored(item).at("/unit").asString()).isEqualTo("KITS");
    assertThat(stored(item).at("/exemptedTaxIds").toString()).isEqualTo("[\"" + gone + "\"]");
    page(303, desk.post(path + "/sale", Map.of("seen", seen(desk, path))));
    assertThat(desk.get(path).ok().text()).contains("It is not on sale", "Bring it back");
    assertThat(stored(item).at("/isArchived").asBoolean()).isTrue();
    page(303, desk.post(path + "/sale", Map.of("seen", seen(desk, path), "on", "true")));
    assertThat(stored(item).at("/isArchived").asBoolean()).isFalse();
    page(303, desk.post(path + "/favourite", Map.of("on", "true")));
    assertThat(list("")).contains(">favourite<");
    page(303, desk.post(path + "/favourite", Map.of("on", "false")));
    assertThat(list("")).doesNotContain(">favourite<");
    await()
        .atMost(DeskBrowser.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(AuditRows.of(clinic.id()))
                    .filteredOn(row -> row.action().equals("POST /console/catalog/items/{item_id}"))
                    .anySatisfy(
                        row -> assertThat(row.fields()).contains("item.name", "item.price")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "-2147483648", "0", "-7"})
  void whateverPlaceAnItemHasItsFormIsSavedAsItStandsThere(String place) {
    become(DeskRole.MANAGER);
    var item = clinic.item(anItem("Filler").price(100).with("sortOrder", Integer.valueOf(place)));
    var path = PATH + "/" + item;
    var typed = Map.of("name", "New", "price", "1", "seen", seen(desk, path), "sortOrder", place);
    assertThat(desk.get(path).ok().text()).contains("value=\"" + place + "\"");

    page(303, desk.post(path, typed));

    assertThat(stored(item).at("/sortOrder").asString()).isEqualTo(place);
    assertThat(stored(item).at("/name").asString()).isEqualTo("New");
    for (var none : List.of("2147483648", "-2147483649", "1.5", "first")) {
      var wrong = new HashMap<>(typed);
      wrong.putAll(Map.of("seen", seen(desk, path), "sortOrder", none));
      assertThat(page(422, desk.post(path, wrong))).contains("Write a whole number");
    }
    assertThat(stored(item).at("/sortOrder").asString()).isEqualTo(place);
  }

  @Test
  void ofWhichTaxesNothingWasSaidNothingIsSaidWhereNoneIsTicked() {
    become(DeskRole.MANAGER);
    clinic.tax("Luxury tax", "2.5");
    var item = clinic.item("Filler", 100);
    var before = stored(item).toString();

    var saved =
        desk.post(
            PATH + "/" + item,
            Map.of(
                "seen",
                seen(desk, PATH + "/" + item),
                "name",
                "Filler",
                "price",
                "1",
                "isPhysical",
                stored(item).get("isPhysical").asString()));

    assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    assertThat(stored(item).toString()).isEqualTo(before).contains("\"exemptedTaxIds\":null");
  }

  @Test
  void aTextOfManyLinesIsAsLongAsItsFieldSays() {
    become(DeskRole.MANAGER);
    var text = "ab\n".repeat(3333) + "a";
    var item = clinic.item(anItem("Filler").price(100).with("description", text));
    var path = PATH + "/" + item;

    page(
        303,
        desk.post(
            path,
            Map.of(
                "seen",
                seen(desk, path),
                "name",
                "Filler",
                "price",
                "1",
                "description",
                text.replace("\n", "\r\n"))));

    assertThat(stored(item).at("/description").asString()).isEqualTo(text);
  }

  @Test
  void theFrontDeskLooksAndDoesNotSeeWhatThingsCost() {
    var item =
        clinic.item(anItem("Filler").price(100).with("cost", 4321).with("description", "<1 ml>"));
    var path = PATH + "/" + item;

    assertThat(list("")).doesNotContain("New item");
    assertThat(desk.get(path).ok().text())
        .contains("Filler", "1,00", "&lt;1 ml&gt;")
        .doesNotContain("43,21", "name=\"price\"", "name=\"cost\"");
    page(403, desk.get(NEW));
    assertThat(page(403, desk.post(NEW, Map.of("name", "A", "price", "1"))))
        .contains("changed by managers and owners");
    assertThat(page(403, desk.post(path, Map.of("name", "A", "price", "1"))))
        .contains("changed by managers and owners")
        .doesNotContain("43,21");
    page(403, desk.post(path + "/sale", Map.of()));
    page(403, desk.post(path + "/favourite", Map.of("on", "true")));

    assertThat(stored(item).at("/name").asString()).isEqualTo("Filler");
    assertThat(list("")).contains("1 item<").doesNotContain(">favourite<");
  }

  @Test
  void anotherClinicsItemIsNoItem() {
    become(DeskRole.OWNER);
    var other = clinics.open();
    var theirs = other.item("Theirs", 100);

    for (var id : new String[] {theirs, "item_none"}) {
      page(404, desk.get(PATH + "/" + id));
      page(404, desk.post(PATH + "/" + id, Map.of("name", "Mine", "price", "1")));
      page(404, desk.post(PATH + "/" + id + "/sale", Map.of()));
      page(404, desk.post(PATH + "/" + id + "/favourite", Map.of("on", "true")));
    }
    assertThat(other.api().get("/inventory/items/list").ok().at("/data/0/name"))
        .isEqualTo("Theirs");
  }
}
