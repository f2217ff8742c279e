package org.cartwright.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
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

  @Autowired private Clinics clinics;
  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void aPackageKeepsEverythingItWasCreatedWith() {
    clinic.item("{\"id\":\"filler\",\"name\":\"Filler\",\"price\":65000,\"unit\":\"SYRINGES\"}");

    var created =
        clinic
            .api()
            .post(
                CREATE,
                """
                {"id":"glow","name":"Summer glow","description":"Two of them","isArchived":false,
                 "price":120000,"externalId":"EXT-1","internalNotes":"until May",
                 "category":"Offers","items":[
                   {"id":"two","packageId":"whatever","itemId":"filler","quantity":2,"price":55000,
                    "item":{"name":"Ignored","price":1}},
                   {"package_id":"","item_id":"filler","price":10000}]}
                """)
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
    var created = clinic.api().post(CREATE, "{\"name\":\"Empty\",\"price\":0}").ok();

    assertThat(created.at("/id")).startsWith("package_");
    assertThat(created.json().get("items").toString()).isEqualTo("[]");
    assertThat(created.json().get("category").isNull()).isTrue();
  }

  @Test
  void everythingWrongWithAPackageIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                CREATE,
                """
                {"id":"","name":"","price":-1,"items":[
                  {"packageId":"p","itemId":"i","price":1,"quantity":0},
                  {"item_id":1,"price":"one"}]}
                """);

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
    var archived = clinic.item("{\"name\":\"Old\",\"price\":1,\"isArchived\":true}");
    var foreign = clinics.open().item("Theirs", 1);

    var refused =
        clinic
            .api()
            .post(
                CREATE,
                pack("Glow", part(onSale, 1), part(archived, 1), part(foreign, 1), part("no", 1)));

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
    var most = IntStream.range(0, 200).mapToObj(i -> part(item, i)).toArray(String[]::new);
    var more = Stream.concat(Stream.of(most), Stream.of(part(item, 1))).toArray(String[]::new);

    var created = clinic.api().post(CREATE, pack("Most", most)).ok();

    assertThat(created.json().get("items").size()).isEqualTo(200);
    assertThat(created.number("/items/199/price")).isEqualTo(199);
    assertThat(clinic.api().post(CREATE, pack("More", more)).violation())
        .isEqualTo("[body, items] too_long");
  }

  @Test
  void anIdInAPackageIsUsedOnceThereAndFreelyElsewhere() {
    var item = clinic.item("Filler", 1);
    var part = "{\"id\":\"one\",\"packageId\":\"\",\"itemId\":\"%s\",\"price\":1}".formatted(item);

    clinic.api().post(CREATE, pack("First", part)).ok();
    clinic.api().post(CREATE, pack("Second", part)).ok();

    assertThat(clinic.api().post(CREATE, pack("Third", part, part)).violation())
        .isEqualTo("[body, items, 1, id] value_error");
  }

  @Test
  void idsAndExternalIdsAreTakenOnceInAClinicAndOnceInEveryOther() {
    var other = clinics.open();
    var body = "{\"id\":\"glow\",\"name\":\"%s\",\"price\":1,\"externalId\":\"EXT\"}";
    clinic.api().post(CREATE, body.formatted("Ours")).ok();
    other.api().post(CREATE, body.formatted("Theirs")).ok();

    clinic.api().post(CREATE, body.formatted("Again")).refused(409);
    clinic.api().post(CREATE, body.replace("glow", "glow2").formatted("Again")).refused(409);
    clinic.api().put(UPDATE + "glow", body.formatted("Changed")).ok();

    assertThat(names("")).containsExactly("Changed");
    assertThat(other.api().get(READ + "glow").at("/name")).isEqualTo("Theirs");
  }

  @Test
  void aPackageSentBackAsItWasReadDoesNotChangeEvenIfAnItemWasArchivedSince() {
    var item = clinic.item("Filler", 1);
    var id = clinic.api().post(CREATE, pack("Glow", part(item, 7), part(item, 8))).ok().at("/id");
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
                """
                {"name":"Glow","price":5,"description":"d","externalId":"e","internalNotes":"n",
                 "category":"c","items":[%s,%s]}
                """
                    .formatted(part(filler, 1), part(toxin, 2)))
            .ok();
    var id = before.at("/id");

    var after =
        clinic
            .api()
            .put(
                UPDATE + id,
                """
                {"name":"Glow 2","price":6,"items":[
                  {"packageId":"x","itemId":"%s","price":3},
                  {"id":"%s","packageId":"x","itemId":"%s","price":4,"quantity":9}]}
                """
                    .formatted(toxin, before.at("/items/0/id"), filler))
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
                .put(UPDATE + id, "{\"name\":\"Bare\",\"price\":6,\"items\":null}")
                .ok()
                .json()
                .get("items")
                .toString())
        .isEqualTo("[]");
  }

  @Test
  void aRefusedUpdateChangesNothing() {
    var item = clinic.item("Filler", 1);
    var archived = clinic.item("{\"name\":\"Old\",\"price\":1,\"isArchived\":true}");
    var before = clinic.api().post(CREATE, pack("Glow", part(item, 1))).ok();
    var id = before.at("/id");

    var refused =
        clinic
            .api()
            .put(
                UPDATE + id,
                "{\"id\":\"other\",\"name\":\"X\",\"price\":6,\"items\":[%s]}"
                    .formatted(part(archived, 1)));

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
    var created = clinic.api().post(CREATE, pack("Glow", part(item, 1))).ok();
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
    clinic.item("{\"id\":\"filler\",\"name\":\"Filler, 1 ml\",\"price\":1}");
    clinic.item("{\"id\":\"toxin\",\"name\":\"Toxin\",\"price\":1}");
    var api = clinic.api();
    api.post(
            CREATE,
            "{\"id\":\"p1\",\"name\":\"Glow 50%%\",\"price\":1,\"category\":\"Offers\",\"items\":[%s]}"
                .formatted(part("filler", 1)))
        .ok();
    api.post(
            CREATE,
            "{\"id\":\"p2\",\"name\":\"Glow again\",\"price\":2,\"items\":[%s,%s]}"
                .formatted(part("filler", 1), part("toxin", 1)))
        .ok();
    api.post(CREATE, "{\"id\":\"p3\",\"name\":\"Bare\",\"price\":3}").ok();
    api.post(CREATE, "{\"id\":\"p4\",\"name\":\"Old glow\",\"price\":3,\"isArchived\":true}").ok();

    assertThat(String.join("|", names(query))).isEqualTo(expected);
  }

  @Test
  void everythingWrongWithAQueryIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .get(
                LIST
                    + "?page=x&per_page=0&sort_by=brand_name&sort_direction=DESC&price=1"
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

  private static String pack(String name, String... parts) {
    return "{\"name\":\"%s\",\"price\":100,\"items\":[%s]}"
        .formatted(name, String.join(",", parts));
  }

  private static String part(String item, long price) {
    return "{\"packageId\":\"\",\"itemId\":\"%s\",\"price\":%d}".formatted(item, price);
  }

  private List<String> names(String query) {
    var data = clinic.api().get(LIST + query).ok().json().get("data");
    return IntStream.range(0, data.size())
        .mapToObj(i -> data.get(i).get("name").asString())
        .collect(Collectors.toList());
  }
}
