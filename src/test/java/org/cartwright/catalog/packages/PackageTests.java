package org.cartwright.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.part;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.PackageBody;
import org.cartwright.testing.bodies.PartBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class PackageTests {

  private static final String CREATE = "/inventory/packages/create";
  private static final String UPDATE = "/inventory/packages/update/";
  private static final String DELETE = "/inventory/packages/delete/";
  private static final String LIST = "/inventory/packages/list";
  private static final String READ = "/inventory/packages/";

  /** A clinic of packages that are listed, and changed by nobody. */
  private static Clinic listing;

  @Autowired private Clinics clinics;
  private Clinic clinic;

  @BeforeAll
  static void openAClinicOfPackages(@Autowired Clinics clinics) {
    listing = clinics.open();
    listing.item(anItem("Filler, 1 ml").id("filler").price(1));
    listing.item(anItem("Toxin").id("toxin").price(1));
    for (var one :
        List.of(
            aPackage("Glow 50%").id("p1").price(1).category("Offers").of(part("filler").price(1)),
            aPackage("Glow again")
                .id("p2")
                .price(2)
                .of(part("filler").price(1), part("toxin").price(1)),
            aPackage("Bare").id("p3").price(3),
            aPackage("Old glow").id("p4").price(3).archived(true))) {
      listing.api().post(CREATE, one).ok();
    }
  }

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void aPackageKeepsEverythingItWasCreatedWith() {
    clinic.item(anItem("Filler").id("filler").price(65000).with("unit", "SYRINGES"));

    var created =
        clinic
            .api()
            .post(
                CREATE,
                aPackage("Summer glow")
                    .id("glow")
                    .with("description", "Two of them")
                    .archived(false)
                    .price(120000)
                    .externalId("EXT-1")
                    .with("internalNotes", "until May")
                    .category("Offers")
                    .of(
                        body()
                            .with("id", "two")
                            .with("packageId", "whatever")
                            .with("itemId", "filler")
                            .with("quantity", 2)
                            .with("price", 55000)
                            .with("item", body().with("name", "Ignored").with("price", 1)),
                        body()
                            .with("package_id", "")
                            .with("item_id", "filler")
                            .with("price", 10000)))
            .ok();

    assertThat(created.text())
        .startsWith(
            """
            {"id":"glow","name":"Summer glow","description":"Two of them","isArchived":false,\
            "price":120000,"externalId":"EXT-1","internalNotes":"until May","items":[{"id":"two",\
            "packageId":"glow","itemId":"filler","quantity":2,"price":55000,"item":{"id":"filler",\
            "name":"Filler","brandName":null,"description":null,"price":65000,"category":null,\
            "unit":"SYRINGES","isPhysical":true,"isArchived":false,"internalNotes":null,\
            "sortOrder":null,"allowCustomPricing":false,"type":"PRODUCT","externalId":null,\
            "exemptedTaxIds":null,"cost":null}},{"id":"pkgitem_""");
    assertThat(created.json().at("/items/1/quantity").isNull()).isTrue();
    assertThat(created.at("/items/1/item/id")).isEqualTo("filler");
    assertThat(created.text())
        .contains("\"category\":\"Offers\",\"numberOfActivePatients\":0,\"numberOfPatients\":0,");
    assertThat(created.at("/createdDate")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
    assertThat(clinic.api().get(READ + "glow").ok().text()).isEqualTo(created.text());
    assertThat(clinic.api().get(LIST).ok().text())
        .isEqualTo("{\"data\":[" + created.text() + "],\"total\":1}");
  }

  @Test
  void aPackageNeedsOnlyANameAndAPrice() {
    var created = clinic.api().post(CREATE, aPackage("Empty").price(0)).ok();

    assertThat(created.at("/id")).startsWith("package_");
    assertThat(created.json().get("items").toString()).isEqualTo("[]");
    assertThat(created.json().get("category").isNull()).isTrue();
  }

  @Test
  void aPackageIsNotCalledLikeTheListOfAllOfThem() {
    assertThat(clinic.api().post(CREATE, aPackage("Glow").id("list").price(1)).violations())
        .containsExactly("[body, id] value_error");
  }

  @Test
  void everythingWrongWithAPackageIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                CREATE,
                aPackage("")
                    .id("")
                    .price(-1)
                    .of(
                        body()
                            .with("packageId", "p")
                            .with("itemId", "i")
                            .with("price", 1)
                            .with("quantity", 0),
                        body().with("item_id", 1).with("price", "one")));

    assertThat(refused.violations())
        .containsExactly(
            "[body, id] string_pattern_mismatch",
            "[body, name] string_too_short",
            "[body, price] greater_than_equal",
            "[body, items, 0, quantity] greater_than_equal",
            "[body, items, 1, packageId] missing",
            "[body, items, 1, item_id] string_type",
            "[body, items, 1, price] int_parsing");
    assertThat(names("")).isEmpty();
  }

  @Test
  void aPackageContainsItemsOnSaleOnly() {
    var onSale = clinic.item("Filler", 1);
    var archived = clinic.item(anItem("Old").price(1).archived(true));
    var foreign = clinics.open().item("Theirs", 1);

    var refused =
        clinic
            .api()
            .post(
                CREATE,
                pack(
                    "Glow",
                    part(onSale).price(1),
                    part(archived).price(1),
                    part(foreign).price(1),
                    part("no").price(1)));

    assertThat(refused.violations())
        .containsExactly(
            "[body, items, 1, itemId] value_error",
            "[body, items, 2, itemId] value_error",
            "[body, items, 3, itemId] value_error");
    assertThat(refused.at("/detail/0/msg")).isEqualTo("Value error, there is no such item on sale");
    assertThat(names("")).isEmpty();
  }

  @Test
  void aPackageContainsAtMostTwoHundredItems() {
    var item = clinic.item("Filler", 1);
    var most = IntStream.range(0, 200).mapToObj(i -> part(item).price(i)).toArray(PartBody[]::new);
    var more =
        Stream.concat(Stream.of(most), Stream.of(part(item).price(1))).toArray(PartBody[]::new);

    var created = clinic.api().post(CREATE, pack("Most", most)).ok();

    assertThat(created.json().get("items").size()).isEqualTo(200);
    assertThat(created.number("/items/199/price")).isEqualTo(199);
    assertThat(clinic.api().post(CREATE, pack("More", more)).violation())
        .isEqualTo("[body, items] too_long");
  }

  @Test
  void anIdInAPackageIsUsedOnceThereAndFreelyElsewhere() {
    var item = clinic.item("Filler", 1);
    var part = part(item).id("one").price(1);

    clinic.api().post(CREATE, pack("First", part)).ok();
    clinic.api().post(CREATE, pack("Second", part)).ok();

    assertThat(clinic.api().post(CREATE, pack("Third", part, part)).violation())
        .isEqualTo("[body, items, 1, id] value_error");
  }

  @Test
  void idsAndExternalIdsAreTakenOnceInAClinicAndOnceInEveryOther() {
    var other = clinics.open();
    var body = aPackage().id("glow").price(1).externalId("EXT");
    clinic.api().post(CREATE, body.name("Ours")).ok();
    other.api().post(CREATE, body.name("Theirs")).ok();

    clinic.api().post(CREATE, body.name("Again")).refused(409);
    clinic.api().post(CREATE, body.id("glow2").name("Again")).refused(409);
    clinic.api().put(UPDATE + "glow", body.name("Changed")).ok();

    assertThat(names("")).containsExactly("Changed");
    assertThat(other.api().get(READ + "glow").at("/name")).isEqualTo("Theirs");
  }

  @Test
  void aPackageSentBackAsItWasReadDoesNotChangeEvenIfAnItemWasArchivedSince() {
    var item = clinic.item("Filler", 1);
    var id =
        clinic
            .api()
            .post(CREATE, pack("Glow", part(item).price(7), part(item).price(8)))
            .ok()
            .at("/id");
    clinic.api().delete("/inventory/items/delete/" + item).ok();
    var read = clinic.api().get(READ + id).ok();
    assertThat(read.json().at("/items/0/item/isArchived").asBoolean()).isTrue();

    var updated = clinic.api().put(UPDATE + id, read.text()).ok();

    assertThat(updated.text()).isEqualTo(read.text());
    assertThat(clinic.api().get(READ + id).text()).isEqualTo(read.text());
  }

  @Test
  void anUpdateReplacesThePackageAndItsItems() {
    var filler = clinic.item("Filler", 1);
    var toxin = clinic.item("Toxin", 1);
    var before =
        clinic
            .api()
            .post(
                CREATE,
                aPackage("Glow")
                    .price(5)
                    .with("description", "d")
                    .externalId("e")
                    .with("internalNotes", "n")
                    .category("c")
                    .of(part(filler).price(1), part(toxin).price(2)))
            .ok();
    var id = before.at("/id");

    var after =
        clinic
            .api()
            .put(
                UPDATE + id,
                aPackage("Glow 2")
                    .price(6)
                    .of(
                        body().with("packageId", "x").with("itemId", toxin).with("price", 3),
                        body()
                            .with("id", before.at("/items/0/id"))
                            .with("packageId", "x")
                            .with("itemId", filler)
                            .with("price", 4)
                            .with("quantity", 9)))
            .ok();

    assertThat(after.at("/name")).isEqualTo("Glow 2");
    for (var cleared : List.of("description", "externalId", "internalNotes", "category")) {
      assertThat(after.json().get(cleared).isNull()).as(cleared).isTrue();
    }
    assertThat(after.at("/createdDate")).isEqualTo(before.at("/createdDate"));
    assertThat(after.json().get("items").size()).isEqualTo(2);
    assertThat(after.at("/items/0/itemId")).isEqualTo(toxin);
    assertThat(after.at("/items/0/id")).isNotEqualTo(before.at("/items/1/id"));
    assertThat(after.at("/items/1/id")).isEqualTo(before.at("/items/0/id"));
    assertThat(after.number("/items/1/quantity")).isEqualTo(9);
    assertThat(clinic.api().get(READ + id).text()).isEqualTo(after.text());
    assertThat(
            clinic
                .api()
                .put(UPDATE + id, aPackage("Bare").price(6).with("items", null))
                .ok()
                .json()
                .get("items")
                .toString())
        .isEqualTo("[]");
  }

  @Test
  void aRefusedUpdateChangesNothing() {
    var item = clinic.item("Filler", 1);
    var archived = clinic.item(anItem("Old").price(1).archived(true));
    var before = clinic.api().post(CREATE, pack("Glow", part(item).price(1))).ok();
    var id = before.at("/id");

    var refused =
        clinic
            .api()
            .put(UPDATE + id, aPackage("X").id("other").price(6).of(part(archived).price(1)));

    assertThat(refused.violations())
        .containsExactly("[body, id] value_error", "[body, items, 0, itemId] value_error");
    assertThat(clinic.api().get(READ + id).text()).isEqualTo(before.text());
  }

  @Test
  void aDeletedPackageIsNotListedButStillReadAndCanBeBroughtBack() {
    var created = clinic.api().post(CREATE, pack("Glow")).ok();
    var id = created.at("/id");

    assertThat(clinic.api().delete(DELETE + id).ok().text()).isEqualTo("true");

    assertThat(names("")).isEmpty();
    assertThat(clinic.api().get(READ + id).ok().text())
        .isEqualTo(created.text().replace("\"isArchived\":false", "\"isArchived\":true"));
    clinic.api().delete(DELETE + id).refused(404);
    clinic.api().put(UPDATE + id, created.text()).ok();
    assertThat(names("")).containsExactly("Glow");
  }

  @Test
  void anotherClinicsPackageIsAsMissingAsOneThatNeverWas() {
    var item = clinic.item("Filler", 1);
    var created = clinic.api().post(CREATE, pack("Glow", part(item).price(1))).ok();
    var id = created.at("/id");
    var other = clinics.open().api();

    assertThat(other.get(READ + id).refused(404).text())
        .isEqualTo(other.get(READ + "nope").refused(404).text())
        .isEqualTo(other.put(UPDATE + id, pack("X")).refused(404).text())
        .isEqualTo(other.put(UPDATE + "nope", pack("X")).refused(404).text())
        .isEqualTo(other.delete(DELETE + id).refused(404).text())
        .isEqualTo(other.delete(DELETE + "nope").refused(404).text())
        .isEqualTo("{\"detail\":\"Package not found\"}");
    assertThat(other.get(LIST + "?ids=" + id).text()).isEqualTo("{\"data\":[],\"total\":0}");
    assertThat(other.get(LIST + "?contains_items=Filler").text())
        .isEqualTo("{\"data\":[],\"total\":0}");
    assertThat(clinic.api().get(READ + id).text()).isEqualTo(created.text());
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "?name=GLOW, 'Glow 50%|Glow again'",
    "?name=50%25, 'Glow 50%'",
    "?name=_, ''",
    "?price=2&price=3, 'Bare|Glow again'",
    "?category=Offers, 'Glow 50%'",
    "?ids=p1&ids=p3, 'Bare|Glow 50%'",
    "?contains_items=Filler%2C%201%20ml, 'Glow 50%|Glow again'",
    "?containsItems=toxin, 'Glow again'",
    "?contains_items=Fill, ''",
    "?contains_items=Toxin&contains_items=Filler%2C%201%20ml, 'Glow 50%|Glow again'",
    "?number_of_active_patients=0&number_of_active_patients=5, 'Bare|Glow 50%|Glow again'",
    "?number_of_active_patients=1&number_of_active_patients=5, ''",
    "?location_id=anywhere&sort_by=price, 'Glow 50%|Glow again|Bare'",
    "?sort_by=category, 'Glow 50%|Bare|Glow again'",
    "?sort_by=created_date&sort_direction=desc, 'Bare|Glow again|Glow 50%'",
    "?sort_direction=desc, 'Glow again|Glow 50%|Bare'",
    "?per_page=2, 'Bare|Glow 50%'",
    "?per_page=2&page=2, 'Glow again'"
  })
  void listsThePackagesThatMatch(String query, String expected) {
    assertThat(String.join("|", namesAt(listing, query))).isEqualTo(expected);
  }

  @Test
  void everythingWrongWithAQueryIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .get(
                LIST
                    + "?page=x&per_page=0&sort_by=brand_name&sort_direction=up&price=1"
                    + "&number_of_active_patients=1&number_of_active_patients=2"
                    + "&number_of_active_patients=3");

    assertThat(refused.violations())
        .containsExactly(
            "[query, page] int_parsing",
            "[query, per_page] greater_than_equal",
            "[query, sort_by] enum",
            "[query, sort_direction] enum",
            "[query, price] too_short",
            "[query, number_of_active_patients] too_long");
  }

  private static PackageBody pack(String name, PartBody... parts) {
    return aPackage(name).price(100).of(parts);
  }

  private List<String> names(String query) {
    return namesAt(clinic, query);
  }

  private static List<String> namesAt(Clinic clinic, String query) {
    var data = clinic.api().get(LIST + query).ok().json().get("data");
    return IntStream.range(0, data.size())
        .mapToObj(i -> data.get(i).get("name").asString())
        .collect(Collectors.toList());
  }
}
