package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The taxes of a clinic at its console. */
@CartwrightTest
class CatalogTaxesTests {

  private static final String PATH = "/console/catalog/taxes";
  private static final String NEW = "/console/catalog/new-tax";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private DeskBrowser desk;

  @BeforeEach
  void aManagerInBerlin() {
    clinic = clinics.open("Europe/Berlin", "EUR", "de-DE");
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.MANAGER);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
    desk.get(PATH).ok();
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  private String stored() {
    return clinic.api().get("/admin/taxes").ok().text();
  }

  @Test
  void aTaxIsLevied() {
    clinic.item(anItem("Filler").price(1).category("Injectables & more"));
    assertThat(desk.get(PATH).ok().text()).contains("No tax is levied yet.");
    assertThat(desk.get(NEW).ok().text()).contains("category-Injectables &amp; more");

    assertThat(page(422, desk.post(NEW, Map.of("name", "", "percentage", "8.25"))))
        .contains("Write a name", "Write a percentage", "value=\"8.25\"");
    assertThat(page(422, desk.post(NEW, Map.of("name", "A", "percentage", "100,5"))))
        .contains("Write a percentage");
    assertThat(
            page(
                422,
                desk.post(
                    NEW, Map.of("name", "A", "percentage", "1", "scope", "SPECIFIC_CATEGORIES"))))
        .contains("at least one category");
    assertThat(stored()).isEqualTo("[]");
    page(303, desk.post(NEW, Map.of("name", "Sales <tax>", "percentage", "8,25 %")));
    page(
        303,
        desk.post(
            NEW,
            Map.of(
                "name", "Luxury tax",
                "percentage", "2,5",
                "scope", "SPECIFIC_CATEGORIES",
                "category-Injectables+%26+more", "true",
                "another", "Gold",
                "locationIds", " north \n\nsouth")));

    assertThat(stored())
        .contains(
            "\"name\":\"Sales <tax>\",\"percentage\":8.25,\"locationIds\":null,\"scope\":\"ALL\","
                + "\"categoryNames\":null",
            "\"name\":\"Luxury tax\",\"percentage\":2.5,\"locationIds\":[\"north\",\"south\"],"
                + "\"scope\":\"SPECIFIC_CATEGORIES\",\"categoryNames\":[\"Injectables & more\",\"Gold\"]");
    assertThat(desk.get(PATH).ok().text())
        .contains("Sales &lt;tax&gt;", "8,25 %", "everywhere", "Everything")
        .contains("Injectables &amp; more, Gold", "north, south", "Some categories only");
  }

  @Test
  void aTaxChangesAsItWasSeenOnlyAndIsDeleted() {
    var tax = clinic.tax("Sales tax", "8.25");
    var path = PATH + "/" + tax;
    var old = CatalogItemsTests.seen(desk, path);
    clinic.api().put("/admin/taxes/" + tax, aTax().with("locationIds", list("north"))).ok();

    assertThat(page(409, desk.post(path, Map.of("seen", old, "name", "<VAT>", "percentage", "19"))))
        .contains("Somebody else has changed this", "&lt;VAT&gt;");
    page(409, desk.post(path + "/delete", Map.of("seen", old)));
    assertThat(stored()).contains("Sales tax", "8.25");
    page(
        303,
        desk.post(
            path,
            Map.of(
                "seen",
                CatalogItemsTests.seen(desk, path),
                "name",
                "VAT",
                "percentage",
                "19",
                "scope",
                "SERVICES_ONLY")));
    assertThat(stored())
        .contains(
            "\"name\":\"VAT\",\"percentage\":19,\"locationIds\":null,\"scope\":\"SERVICES_ONLY\"");
    page(303, desk.post(path + "/delete", Map.of("seen", CatalogItemsTests.seen(desk, path))));

    assertThat(stored()).isEqualTo("[]");
    page(404, desk.get(path));
  }

  @Test
  void aTaxOnAsManyCategoriesAsThereMayBeChanges() {
    var categories = IntStream.range(0, 1000).mapToObj(n -> "C" + n).toList();
    var tax =
        clinic.tax(
            aTax("Sales tax")
                .percentage("8.25")
                .with("scope", "SPECIFIC_CATEGORIES")
                .with("categoryNames", categories));
    var path = PATH + "/" + tax;
    var typed = new HashMap<String, String>();
    IntStream.range(0, 2000).forEach(n -> typed.put("category-not-" + n, ""));
    categories.forEach(it -> typed.put("category-" + it, "true"));
    typed.putAll(Map.of("name", "VAT", "percentage", "19", "scope", "SPECIFIC_CATEGORIES"));
    typed.put("seen", CatalogItemsTests.seen(desk, path));

    page(303, desk.post(path, typed));

    assertThat(stored()).contains("\"name\":\"VAT\",\"percentage\":19", "\"C0\"", "\"C999\"");
  }

  @Test
  void aWholeCategoryIsExemptedAndWhatElseItIsExemptedFromStays() {
    var sales = clinic.tax("Sales tax", "8.25");
    var luxury = clinic.tax("Luxury tax", "2.5");
    var path = PATH + "/" + sales;
    var free =
        clinic.item(
            anItem("Free").price(1).category("Visits & more").with("exemptedTaxIds", list(luxury)));
    var plain = clinic.item(anItem("Plain").price(1).category("Visits & more"));
    var other = clinic.item(anItem("Other").price(1).category("Facials"));
    var seen = CatalogItemsTests.seen(desk, path);
    var form = Map.of("seen", seen, "category", "Visits & more", "do", "exempt");

    assertThat(page(422, desk.post(path + "/exempt", Map.of("seen", seen, "category", "None"))))
        .contains("Choose a category of items on sale.");
    assertThat(page(409, desk.post(path + "/exempt", Map.of("category", "Facials"))))
        .contains("Somebody else has changed this");
    assertThat(exemptions(free, plain, other))
        .containsExactly(List.of(luxury), List.of(), List.of());
    var done = desk.post(path + "/exempt", form);
    assertThat(desk.get(done.headers().firstValue("Location").orElseThrow()).ok().text())
        .contains("Free", "Plain", "Sales tax")
        .doesNotContain("Other");
    page(303, desk.post(path + "/exempt", form));
    assertThat(exemptions(free, plain, other))
        .containsExactly(List.of(luxury, sales), List.of(sales), List.of());

    page(
        303,
        desk.post(
            path + "/exempt", Map.of("seen", seen, "category", "Visits & more", "do", "levy")));
    assertThat(exemptions(free, plain, other))
        .containsExactly(List.of(luxury), List.of(), List.of());
  }

  private List<List<String>> exemptions(String... items) {
    var found = clinic.api().get("/inventory/items/list?size=50").ok().json().get("data");
    return Stream.of(items)
        .map(id -> found.valueStream().filter(it -> it.get("id").asString().equals(id)))
        .map(one -> one.findFirst().orElseThrow().get("exemptedTaxIds"))
        .map(ids -> ids.valueStream().map(JsonNode::asString).toList())
        .toList();
  }

  @Test
  void theFrontDeskLooksAndAnotherClinicsTaxIsNone() {
    var tax = clinic.tax("Sales tax", "8.25");
    var path = PATH + "/" + tax;
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Mia", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Mia");
    assertThat(stranger.get(PATH).ok().text()).doesNotContain("Sales tax");
    page(404, stranger.get(path));
    page(404, stranger.post(path, Map.of("name", "Mine", "percentage", "1")));
    page(404, stranger.post(path + "/delete", Map.of()));
    page(404, stranger.post(path + "/exempt", Map.of("category", "A")));
    DeskBrowser.member(clinics, clinic, "Ben", DeskRole.FRONT_DESK);
    var ben = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");

    assertThat(ben.get(PATH).ok().text()).contains("Sales tax").doesNotContain("New tax", path);
    page(403, ben.get(path));
    page(403, ben.get(NEW));
    assertThat(page(403, ben.post(NEW, Map.of("name", "A", "percentage", "1"))))
        .contains("changed by managers and owners")
        .doesNotContain("name=\"percentage\"");
    page(403, ben.post(path, Map.of("name", "A", "percentage", "1")));
    page(403, ben.post(path + "/delete", Map.of()));
    page(403, ben.post(path + "/exempt", Map.of("category", "A")));

    assertThat(stored()).contains("Sales tax", "8.25");
  }

  @Test
  void manyTaxesTakeNoMoreStatements() {
    clinic.tax("A", "1");
    desk.get(PATH).ok();
    var few = statements.during(() -> desk.get(PATH).ok());
    for (int i = 0; i < 5; i++) {
      clinic.tax("B" + i, "1");
    }
    desk.get(PATH).ok();

    assertThat(statements.during(() -> desk.get(PATH).ok())).isEqualTo(few).isLessThanOrEqualTo(12);
  }
}
