package org.cartwright.catalog.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.catalog.Shelf;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.ItemBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class ItemTests {

  private static final String CREATE = "/inventory/items/create";
  private static final String LIST = "/inventory/items/list";

  /** Clinics of items that are listed and sorted, and changed by nobody. */
  private static Clinic listing;

  private static Clinic sorting;

  @Autowired private Clinics clinics;
  @Autowired private Shelf shelf;
  private Clinic clinic;

  @BeforeAll
  static void openClinicsOfItems(@Autowired Clinics clinics) {
    listing = clinics.open();
    threeItems(listing);
    sorting = clinics.open();
    sorting.item(anItem("Filler 100%").price(100).category("Injectables").brand("b"));
    sorting.item(
        anItem("Serum_B").price(200).with("isPhysical", false).with("sortOrder", 1).brand("A"));
    sorting.item(
        anItem("Toxin\\")
            .price(300)
            .category("Injectables")
            .with("sortOrder", 2)
            .type("MEDICATION"));
  }

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void anItemKeepsEverythingItWasCreatedWith() {
    var tax = clinic.tax("Sales tax", "8.25");
    var body = everything(tax);

    var created = clinic.api().post(CREATE, body).ok();

    assertThat(created.text())
        .isEqualTo(
            """
            {"id":"filler.1","name":"Hyaluronic filler","brandName":"Juvederm","description":"1 ml",\
            "price":65000,"category":"Injectables","unit":"SYRINGES","isPhysical":false,\
            "isArchived":true,"internalNotes":"keep cool","sortOrder":-3,"allowCustomPricing":true,\
            "type":"MEDICATION","externalId":"EXT-1","exemptedTaxIds":["%s"],"cost":31000,\
            "stocks":null,"usageCount":null}"""
                .formatted(tax));
    assertThat(only("?ids=filler.1").json()).isEqualTo(created.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void noItemIsCalledWhatIsAnotherPath(String id) {
    assertThat(clinic.api().post(CREATE, anItem("Serum").id(id).price(1)).violations())
        .containsExactly("[body, id] value_error");
  }

  @Test
  void anItemNeedsOnlyANameAndAPrice() {
    var created = clinic.api().post(CREATE, anItem("Serum").price(0)).ok();

    assertThat(created.at("/id")).startsWith("item_");
    assertThat(created.text())
        .endsWith(
            """
            "name":"Serum","brandName":null,"description":null,"price":0,"category":null,\
            "unit":null,"isPhysical":true,"isArchived":false,"internalNotes":null,\
            "sortOrder":null,"allowCustomPricing":false,"type":"PRODUCT","externalId":null,\
            "exemptedTaxIds":null,"cost":null,"stocks":null,"usageCount":null}""");
  }

  @Test
  void everythingWrongWithAnItemIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                CREATE,
                anItem("")
                    .id("no spaces")
                    .price(10000000001L)
                    .with("unit", "BARRELS")
                    .with("is_physical", 2)
                    .with("sortOrder", 1.5)
                    .type("product")
                    .with("exemptedTaxIds", "all")
                    .with("cost", -1));

    assertThat(refused.violations())
        .containsExactly(
            "[body, id] string_pattern_mismatch",
            "[body, name] string_too_short",
            "[body, price] less_than_equal",
            "[body, unit] enum",
            "[body, is_physical] bool_parsing",
            "[body, sortOrder] int_from_float",
            "[body, type] enum",
            "[body, exemptedTaxIds] list_type",
            "[body, cost] greater_than_equal");
    assertThat(names("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-2147483648, 2147483647})
  void itsPlaceInListsMayBeTheFirstOrTheLastThereIs(long place) {
    var made = clinic.api().post(CREATE, anItem("Serum").price(1).with("sortOrder", place)).ok();

    assertThat(made.number("/sortOrder")).isEqualTo(place);
    assertThat(
            clinic
                .api()
                .post(
                    CREATE, anItem("Serum").price(1).with("sortOrder", place + Long.signum(place)))
                .violation())
        .isEqualTo("[body, sortOrder] int_parsing_size");
  }

  @Test
  void anItemWithoutNameAndPriceIsRefused() {
    assertThat(clinic.api().post(CREATE, body()).violations())
        .containsExactly("[body, name] missing", "[body, price] missing");
  }

  @Test
  void stockIsRefusedRatherThanForgotten() {
    var stock = body().with("itemId", "a").with("stockId", "b").with("quantityUsed", 0.5);

    var refused = clinic.api().post(CREATE, anItem("Serum").price(1).with("stocks", list(stock)));

    assertThat(refused.violation()).isEqualTo("[body, stocks] value_error");
    assertThat(names("")).isEmpty();
  }

  @Test
  void anItemIsExemptedFromTaxesThatExistOnly() {
    var tax = clinic.tax("Sales tax", "8.25");

    var refused =
        clinic
            .api()
            .post(CREATE, anItem("Serum").price(1).with("exempted_tax_ids", list(tax, "nope")));

    assertThat(refused.violation()).isEqualTo("[body, exempted_tax_ids, 1] value_error");
    assertThat(refused.at("/detail/0/msg")).isEqualTo("Value error, there is no such tax");
    assertThat(names("")).isEmpty();
  }

  @Test
  void anIdIsTakenOnceInAClinicAndOnceInEveryOther() {
    var other = clinics.open();
    clinic.item(anItem("Ours").id("serum").price(1));
    other.item(anItem("Theirs").id("serum").price(2));

    var refused = clinic.api().post(CREATE, anItem("Again").id("serum").price(3)).refused(409);

    assertThat(refused.at("/detail"))
        .isEqualTo("An item with this id already exists; leave the id out or choose another.");
    clinic.api().put("/inventory/items/update/serum", anItem().price(10)).ok();
    assertThat(only("?ids=serum").number("/price")).isEqualTo(10);
    assertThat(other.api().get(LIST).number("/data/0/price")).isEqualTo(2);
    assertThat(other.api().get(LIST).at("/data/0/name")).isEqualTo("Theirs");
  }

  @Test
  void anExternalIdIsTakenOnceInAClinicAndOnceInEveryOther() {
    var body = anItem("Serum").price(1).externalId("EXT");
    clinic.item(body);
    clinics.open().item(body);
    var second = clinic.item("Other", 2);

    clinic.api().post(CREATE, body).refused(409);
    clinic
        .api()
        .put("/inventory/items/update/" + second, anItem().externalId("EXT").price(3))
        .refused(409);

    assertThat(names("")).containsExactly("Other", "Serum");
    assertThat(only("?ids=" + second).number("/price")).isEqualTo(2);
  }

  @Test
  void anUpdateKeepsWhatItDoesNotName() {
    var tax = clinic.tax("Sales tax", "8.25");
    var before = clinic.api().post(CREATE, everything(tax)).ok();

    var same = clinic.api().put("/inventory/items/update/filler.1", body()).ok();
    var after = clinic.api().put("/inventory/items/update/filler.1", anItem().price(1)).ok();

    assertThat(same.text() + ",\"usageCount\":null}")
        .isEqualTo(before.text().replace(",\"usageCount\":null", "") + ",\"usageCount\":null}");
    assertThat(after.text()).isEqualTo(same.text().replace("65000", "1"));
  }

  @Test
  void nullClearsWhatAnItemCanBeWithoutAndKeepsTheRest() {
    clinic.api().post(CREATE, everything(clinic.tax("Sales tax", "8.25"))).ok();

    var updated =
        clinic
            .api()
            .put(
                "/inventory/items/update/filler.1",
                anItem()
                    .with("name", null)
                    .with("brandName", null)
                    .with("description", null)
                    .with("price", null)
                    .with("category", null)
                    .with("unit", null)
                    .with("isPhysical", null)
                    .with("isArchived", null)
                    .with("internalNotes", null)
                    .with("sort_order", null)
                    .with("allowCustomPricing", null)
                    .with("externalId", null)
                    .with("exempted_tax_ids", null)
                    .with("cost", null))
            .ok();

    assertThat(updated.text())
        .isEqualTo(
            """
            {"id":"filler.1","name":"Hyaluronic filler","brandName":null,"description":null,\
            "price":65000,"category":null,"unit":null,"isPhysical":false,"isArchived":true,\
            "internalNotes":null,"sortOrder":null,"allowCustomPricing":true,"type":"MEDICATION",\
            "externalId":null,"exemptedTaxIds":null,"cost":null,"stocks":null}""");
  }

  @Test
  void anItemSentBackAsItWasReadDoesNotChangeEvenIfATaxWasArchivedSince() {
    var tax = clinic.tax("Sales tax", "8.25");
    clinic.api().post(CREATE, everything(tax)).ok();
    clinic.api().delete("/admin/taxes/" + tax).ok();
    var read = only("?ids=filler.1");

    clinic.api().put("/inventory/items/update/filler.1", read.text()).ok();

    assertThat(only("?ids=filler.1").text()).isEqualTo(read.text());
  }

  @Test
  void aRefusedUpdateChangesNothing() {
    var item = clinic.item("Serum", 1);

    var refused =
        clinic
            .api()
            .put("/inventory/items/update/" + item, anItem("Else").price(5).exemptedFrom("nope"));

    assertThat(refused.violation()).isEqualTo("[body, exemptedTaxIds, 0] value_error");
    assertThat(only("?ids=" + item).number("/price")).isEqualTo(1);
    assertThat(names("")).containsExactly("Serum");
  }

  @Test
  void aDeletedItemIsArchivedAndCanBeBroughtBack() {
    var item = clinic.item("Serum", 1);

    assertThat(clinic.api().delete("/inventory/items/delete/" + item).ok().text())
        .isEqualTo("true");

    assertThat(names("?is_archived=false")).isEmpty();
    assertThat(names("?is_archived=true")).containsExactly("Serum");
    clinic.api().delete("/inventory/items/delete/" + item).refused(404);
    clinic.api().put("/inventory/items/update/" + item, anItem().archived(false)).ok();
    assertThat(names("?is_archived=false")).containsExactly("Serum");
  }

  @Test
  void anotherClinicsItemIsAsMissingAsOneThatNeverWas() {
    var item = clinic.item("Serum", 1);
    var other = clinics.open().api();

    for (var verb : List.of("update", "delete")) {
      var path = "/inventory/items/" + verb + "/";
      var foreign =
          verb.equals("update") ? other.put(path + item, body()) : other.delete(path + item);
      var missing =
          verb.equals("update") ? other.put(path + "nope", body()) : other.delete(path + "nope");
      assertThat(foreign.refused(404).text())
          .isEqualTo(missing.refused(404).text())
          .isEqualTo("{\"detail\":\"Item not found\"}");
    }
    assertThat(other.get(LIST + "?ids=" + item).text()).isEqualTo("{\"data\":[],\"total\":0}");
    assertThat(names("?is_archived=false")).containsExactly("Serum");
  }

  @Test
  void brandNamesAreThoseOnSaleOnceInAlphabeticalOrder() {
    for (var brand : List.of("zeta", "Alpha", "alpha", "zeta")) {
      clinic.item(anItem("x").price(1).brand(brand));
    }
    clinic.item(anItem("x").price(1).brand("Gone").archived(true));
    clinic.item("Without", 1);
    clinics.open().item(anItem("x").price(1).brand("Theirs"));

    assertThat(clinic.api().get("/inventory/items/brand-names").ok().text())
        .isIn("[\"alpha\",\"Alpha\",\"zeta\"]", "[\"Alpha\",\"alpha\",\"zeta\"]");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "?name=FILL, 'Filler 100%'",
    "?name=100%25, 'Filler 100%'",
    "?name=_, 'Serum_B'",
    "?name=%5C, 'Toxin\\'",
    "?name=%25%25, ''",
    "?category=Injectables, 'Filler 100%|Toxin\\'",
    "?category=inject, ''",
    "?price_range=100&price_range=200, 'Filler 100%|Serum_B'",
    "?priceRange=201&priceRange=10000000000, 'Toxin\\'",
    "?price_range=200&price_range=100, ''",
    "?is_archived=true, 'Toxin\\'",
    "?is_archived=false, 'Filler 100%|Serum_B'",
    "?is_physical=false, 'Serum_B'",
    "?item_type=MEDICATION, 'Toxin\\'",
    "?item_type=PACKAGE, ''",
    "?ids=i1&ids=i3&ids=nope, 'Filler 100%|Toxin\\'",
    "?ids=i1&name=serum, ''",
    "?location_id=anywhere, 'Filler 100%|Serum_B|Toxin\\'"
  })
  void listsTheItemsThatMatch(String query, String expected) {
    assertThat(String.join("|", namesAt(listing, query))).isEqualTo(expected);
    assertThat(listing.api().get(LIST + query).number("/total"))
        .isEqualTo(expected.isEmpty() ? 0 : expected.split("\\|").length);
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "'', 'Serum_B|Toxin\\|Filler 100%'",
    "?sort_direction=desc, 'Toxin\\|Serum_B|Filler 100%'",
    "?sort_by=name, 'Filler 100%|Serum_B|Toxin\\'",
    "?sort_by=name&sort_direction=desc, 'Toxin\\|Serum_B|Filler 100%'",
    "?sort_by=price, 'Filler 100%|Serum_B|Toxin\\'",
    "?sortBy=price&sortDirection=desc, 'Toxin\\|Serum_B|Filler 100%'",
    "?sortBy=brandName&sortDirection=DESC, 'Filler 100%|Serum_B|Toxin\\'",
    "?sort_by=category, 'Filler 100%|Toxin\\|Serum_B'",
    "?sort_by=category&sort_direction=desc, 'Filler 100%|Toxin\\|Serum_B'",
    "?sort_by=created_date&sort_direction=desc, 'Toxin\\|Serum_B|Filler 100%'",
    "?sort_by=sort_order, 'Serum_B|Toxin\\|Filler 100%'",
    "?sort_by=type, 'Toxin\\|Filler 100%|Serum_B'",
    "?sort_by=brand_name, 'Serum_B|Filler 100%|Toxin\\'"
  })
  void sortsAsAsked(String query, String expected) {
    assertThat(String.join("|", namesAt(sorting, query))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crème", "cre\u0300me", "CRÈME", "cr\uff25\u0300me", "ème br"})
  void anItemIsFoundHoweverItsLettersAreWritten(String search) throws Exception {
    for (var name : List.of("Crème brûlée", "CRE\u0300ME BRU\u0302LE\u0301E")) {
      clinic.item(name, 100);
    }
    clinic.item("Creme brulee", 100);
    clinic.item("Filler", 100);

    var query = "?name=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    assertThat(clinic.api().get("/inventory/items/list" + query).ok().number("/total"))
        .isEqualTo(2);
    var onTheShelf = CurrentTenant.call(clinic.id(), () -> shelf.find(search, 10));
    assertThat(onTheShelf).hasSize(2);
  }

  @Test
  void whatIsTypedStandsForItselfHoweverWideItIs() throws Exception {
    clinic.item("Peel 20%", 100);
    clinic.item("Peel 200", 100);

    for (var search : List.of("20%", "20\uff05")) {
      var query = "?name=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
      assertThat(clinic.api().get("/inventory/items/list" + query).ok().number("/total"))
          .isEqualTo(1);
      assertThat(CurrentTenant.call(clinic.id(), () -> shelf.find(search, 10))).hasSize(1);
    }
  }

  @Test
  void aPageHasFiftyItemsUnlessAskedOtherwiseAndKnowsTheTotal() {
    for (int i = 0; i < 53; i++) {
      clinic.item("Item %02d".formatted(i), 1);
    }

    assertThat(names("")).hasSize(50).startsWith("Item 00");
    assertThat(names("?page=2")).containsExactly("Item 50", "Item 51", "Item 52");
    assertThat(names("?page=2&per_page=2")).containsExactly("Item 02", "Item 03");
    assertThat(names("?per_page=100")).hasSize(53);
    var beyond = clinic.api().get(LIST + "?page=2147483647&per_page=100").ok();
    assertThat(beyond.text()).isEqualTo("{\"data\":[],\"total\":53}");
  }

  @Test
  void everythingWrongWithAQueryIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .get(
                LIST
                    + "?page=0&per_page=1001&sort_by=secret&sort_direction=up&price_range=1"
                    + "&is_archived=perhaps&item_type=BARREL");

    assertThat(refused.violations())
        .containsExactly(
            "[query, page] greater_than_equal",
            "[query, per_page] less_than_equal",
            "[query, sort_by] enum",
            "[query, sort_direction] enum",
            "[query, price_range] too_short",
            "[query, is_archived] bool_parsing",
            "[query, item_type] enum");
  }

  @Test
  void exemptionsOfManyItemsChangeTogether() {
    var sales = clinic.tax("Sales tax", "8.25");
    var luxury = clinic.tax("Luxury tax", "2");
    var first = clinic.item("First", 1);
    var second = clinic.item("Second", 1);
    var third = clinic.item(anItem("Third").price(1).exemptedFrom(sales));
    var fourth = clinic.item(anItem("Fourth").price(1).exemptedFrom(sales));

    var updated =
        bulk(
                exempted(second, luxury, sales, luxury),
                body().with("item_id", first).with("exempted_tax_ids", list()),
                body().with("itemId", third),
                body().with("itemId", fourth).with("exemptedTaxIds", null))
            .ok();

    assertThat(updated.json().size()).isEqualTo(4);
    assertThat(updated.at("/0/id")).isEqualTo(second);
    assertThat(updated.json().at("/0/exemptedTaxIds").toString())
        .isEqualTo("[\"%s\",\"%s\"]".formatted(luxury, sales));
    assertThat(updated.at("/1/id")).isEqualTo(first);
    assertThat(updated.json().at("/1/exemptedTaxIds").toString()).isEqualTo("[]");
    assertThat(updated.json().at("/2/exemptedTaxIds").toString())
        .isEqualTo("[\"%s\"]".formatted(sales));
    assertThat(updated.json().at("/3/exemptedTaxIds").toString())
        .isEqualTo("[\"%s\"]".formatted(sales));
    assertThat(updated.json().get(0).has("usageCount")).isFalse();
    assertThat(only("?ids=" + second).json().get("exemptedTaxIds"))
        .isEqualTo(updated.json().at("/0/exemptedTaxIds"));
    assertThat(bulk().ok().text()).isEqualTo("[]");
  }

  @Test
  void ifOneExemptionIsImpossibleNoneChanges() {
    var sales = clinic.tax("Sales tax", "8.25");
    var item = clinic.item("First", 1);
    var foreign = clinics.open().item("Theirs", 1);

    var refused =
        bulk(
            exempted(item, sales),
            exempted(foreign, sales, "nope"),
            body().with("item_id", "nope").with("exempted_tax_ids", list("worse")),
            body().with("itemId", item));

    assertThat(refused.violations())
        .containsExactly(
            "[body, updates, 1, itemId] value_error",
            "[body, updates, 1, exemptedTaxIds, 1] value_error",
            "[body, updates, 2, item_id] value_error",
            "[body, updates, 2, exempted_tax_ids, 0] value_error",
            "[body, updates, 3, itemId] value_error");
    assertThat(only("?ids=" + item).json().get("exemptedTaxIds").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"updates\":null}", "{\"updates\":[{}]}"})
  void exemptionsWithoutItemsAreRefused(String body) {
    clinic.api().post("/inventory/items/bulk-update-taxes", body).refused(422);
  }

  private static void threeItems(Clinic clinic) {
    clinic.item(anItem("Filler 100%").id("i1").price(100).category("Injectables"));
    clinic.item(anItem("Serum_B").id("i2").price(200).with("isPhysical", false));
    clinic.item(
        anItem("Toxin\\")
            .id("i3")
            .price(300)
            .category("Injectables")
            .archived(true)
            .type("MEDICATION"));
  }

  private static ItemBody everything(String exemptedTax) {
    return anItem("Hyaluronic filler")
        .id("filler.1")
        .brand("Juvederm")
        .with("description", "1 ml")
        .price(65000)
        .category("Injectables")
        .with("unit", "SYRINGES")
        .with("isPhysical", false)
        .archived(true)
        .with("internalNotes", "keep cool")
        .with("sortOrder", -3)
        .with("allowCustomPricing", true)
        .type("MEDICATION")
        .externalId("EXT-1")
        .exemptedFrom(exemptedTax)
        .with("cost", 31000)
        .with("stocks", list());
  }

  private static Body<?> exempted(String item, String... taxes) {
    return body().with("itemId", item).with("exemptedTaxIds", taxes);
  }

  private Answer bulk(Body<?>... updates) {
    return clinic.api().post("/inventory/items/bulk-update-taxes", body().with("updates", updates));
  }

  private List<String> names(String query) {
    return namesAt(clinic, query);
  }

  private static List<String> namesAt(Clinic clinic, String query) {
    var data = clinic.api().get(LIST + query).ok().json().get("data");
    return Stream.iterate(0, i -> i < data.size(), i -> i + 1)
        .map(i -> data.get(i).get("name").asString())
        .toList();
  }

  /** The one item a query finds, as if it had been answered by itself. */
  private Answer only(String query) {
    var page = clinic.api().get(LIST + query).ok();
    assertThat(page.number("/total")).isEqualTo(1);
    return new Answer(200, page.json().at("/data/0").toString(), page.headers());
  }
}
