package org.cartwright.platform.web.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class QueryParameterTests {

  /** With a cart, and with one item that is archived and one that is not. */
  private static Clinic clinic;

  @Autowired private Clinics clinics;

  @BeforeAll
  static void open(@Autowired Clinics clinics) {
    clinic = clinics.open();
    clinic.cart(clinic.patient());
    clinic.item(anItem("Filler").price(100).with("category", "Words"));
    clinic.item(anItem("Old").price(1).archived(true).with("category", "Words"));
  }

  @ParameterizedTest
  @CsvSource({
    "page=0, page, greater_than_equal",
    "page=-1, page, greater_than_equal",
    "page=, page, int_parsing",
    "page=abc, page, int_parsing",
    "page=1.5, page, int_parsing",
    "page=1e3, page, int_parsing",
    "page=0x1, page, int_parsing",
    "page=true, page, int_parsing",
    "page=99999999999, page, int_parsing_size",
    "page=99999999999999999999999999999999999999999999, page, int_parsing_size",
    "size=101, size, less_than_equal",
    "size=0, size, greater_than_equal",
    "statuses=draft, 'statuses, 0', enum",
    "statuses=DRAFT&statuses=0, 'statuses, 1', enum",
    "sort_direction=up, sort_direction, enum",
    "sort_by=secret, sort_by, value_error",
    "search=%00, search, string_unicode"
  })
  void aParameterThatIsWrongIsNamed(String query, String name, String type) {
    assertThat(clinic.api().get("/billing/cart?" + query).violation())
        .isEqualTo("[query, " + name + "] " + type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[x]", "{x}", "x|y", "x^y", "x`y", "x\\y"})
  void whatBrowsersDoNotEncodeInAQueryIsReadAsIfItWere(String category) {
    var item = clinic.item(anItem("Cream").price(1299).with("category", category));

    var answer =
        RawConnection.send(
            clinics.nobody(),
            "GET /inventory/items/list?other[]=x&category=%s HTTP/1.1\r\nHost: x\r\nTENANT: %s\r\nAPI-KEY: %s\r\nConnection: close\r\n\r\n"
                .formatted(category, clinic.id(), clinic.key()));

    assertThat(answer).startsWith("HTTP/1.1 200").contains(item, "\"total\":1");
  }

  @ParameterizedTest
  @CsvSource({
    "100%, 100%",
    "5%+off, 5% off",
    "%zz%, %zz%",
    "%%41, %A",
    "Jos%E9, Jos\uFFFD",
    "%C3%A9%E9%+x, \u00E9\uFFFD% x",
  })
  void whatEncodesNothingInAQueryIsReadAsPublishedServicesReadIt(String sent, String category) {
    var item = clinic.item(anItem("Cream").price(1299).with("category", category));

    var answer =
        RawConnection.send(
            clinics.nobody(),
            "GET /inventory/items/list?%%=x&p%%E9=x&category=%s HTTP/1.1\r\nHost: x\r\nTENANT: %s\r\nAPI-KEY: %s\r\nConnection: close\r\n\r\n"
                .formatted(sent, clinic.id(), clinic.key()));

    assertThat(answer).startsWith("HTTP/1.1 200").contains(item, "\"total\":1");
  }

  @ParameterizedTest
  @CsvSource({
    "page=x&page=2, page=2",
    "size=0&size=7, size=7",
    "search=%00&search=Doe, search=Doe",
    "sort_by=secret&sort_by=total&sort_direction=up&sort_direction=asc, sort_by=total&sort_direction=asc",
  })
  void ofAParameterThatIsGivenTwiceTheLastOneCounts(String twice, String once) {
    assertThat(clinic.api().get("/billing/cart?" + twice).ok().text())
        .isEqualTo(clinic.api().get("/billing/cart?" + once).ok().text());
    assertThat(clinic.api().get("/billing/cart?page=2&page=x").violation())
        .isEqualTo("[query, page] int_parsing");
  }

  @Test
  void allThatIsWrongWithAQueryIsNamedAtOnce() {
    assertThat(
            clinic
                .api()
                .get("/billing/cart?size=500&page=x&statuses=DRAFT&statuses=NOPE&search=%00")
                .violations())
        .containsExactly(
            "[query, statuses, 1] enum",
            "[query, page] int_parsing",
            "[query, size] less_than_equal",
            "[query, search] string_unicode");
  }

  @Test
  void whatIsWrongWithQueryAndBodyIsNamedTogether() {
    assertThat(
            clinic
                .api()
                .post(
                    "/admin/providers/invite?send_email=maybe",
                    body().with("email", "nobody").with("firstName", 1).with("roles", "x"))
                .violations())
        .containsExactly(
            "[query, send_email] bool_parsing",
            "[body, email] string_pattern_mismatch",
            "[body, firstName] string_type",
            "[body, lastName] missing",
            "[body, roles] list_type");
    assertThat(clinic.api().post("/admin/providers/invite?send_email=maybe", "{").violations())
        .hasSize(2)
        .first()
        .isEqualTo("[query, send_email] bool_parsing");
    assertThat(clinic.api().post("/admin/providers/invite?send_email=maybe", "").violations())
        .containsExactly("[query, send_email] bool_parsing", "[body] missing");
  }

  @Test
  void aWrongQueryIsRefusedEvenIfTheBodyIsFine() {
    var invitation =
        body()
            .with("email", "lee@example.com")
            .with("firstName", "Sam")
            .with("lastName", "Lee")
            .with("roles", list());

    assertThat(
            clinic.api().post("/admin/providers/invite?sendEmail=maybe", invitation).violations())
        .hasSize(1)
        .first()
        .asString()
        .endsWith("bool_parsing");
    assertThat(clinic.api().get("/admin/providers/list").ok().json().size()).isZero();
    clinic.api().post("/admin/providers/invite?sendEmail=false", invitation).ok();
  }

  @Test
  void namesInCamelCaseAreReadAsWell() {
    var one = clinic.patient();
    var other = clinic.patient();
    var cart = clinic.cart(one).at("/id");
    clinic.cart(other);

    for (var name : new String[] {"patient_id", "patientId"}) {
      var page = clinic.api().get("/billing/cart?" + name + "=" + one).ok();
      assertThat(page.number("/total")).isEqualTo(1);
      assertThat(page.at("/data/0/id")).isEqualTo(cart);
    }
  }

  @Test
  void whatIsWrongIsNamedAsTheClientSpelledIt() {
    assertThat(
            clinic
                .api()
                .get("/inventory/items/list?perPage=0&sort_by=secret&itemType=NONE&priceRange=x")
                .violations())
        .containsExactly(
            "[query, perPage] greater_than_equal",
            "[query, sort_by] enum",
            "[query, priceRange, 0] int_parsing",
            "[query, itemType] enum");
    assertThat(clinic.api().get("/billing/cart?sortBy=secret").violation())
        .isEqualTo("[query, sortBy] value_error");
  }

  @Test
  void bothSpellingsAtOnceAreRefusedEvenIfTheyAgree() {
    for (var query :
        new String[] {"patientId=a&patient_id=b", "patient_id=a&patientId=a&PatientId=b"}) {
      assertThat(clinic.api().get("/billing/cart?" + query).violation())
          .isEqualTo("[query, patient_id] value_error");
    }
    assertThat(clinic.api().get("/billing/cart?perPage=1&per_page=2&size=0").violation())
        .isEqualTo("[query, size] greater_than_equal");
  }

  @Test
  void aParameterNobodyKnowsIsIgnored() {
    clinic.api().get("/billing/cart?nothing=1&pages=x&%F0%9F%98%80=1&&").ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/billing/cart?statuses=&sort_by=&sort_direction=",
        "/billing/cart?statuses=&statuses=DRAFT",
        "/billing/quote/list?status=",
        "/inventory/items/list?sort_by=&sort_direction=&item_type=",
        "/inventory/packages/list?sort_by=&sort_direction=",
        "/user/patient/tags/list?sort_by=&sort_direction="
      })
  void aChoiceThatIsSentEmptyIsNone(String path) {
    var withoutThem = path.contains("DRAFT") ? "?statuses=DRAFT" : "";
    assertThat(clinic.api().get(path).ok().text())
        .isEqualTo(
            clinic.api().get(path.substring(0, path.indexOf('?')) + withoutThem).ok().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/billing/cart/list?status=", "/billing/charge/list?status="})
  void aChoiceThatIsSentEmptyIsNoneForAStreamEither(String path) {
    assertThat(clinic.api().get(path).ok().text())
        .isEqualTo(clinic.api().get(path.substring(0, path.indexOf('?'))).ok().text());
  }

  @ParameterizedTest
  @CsvSource({
    "true, 1",
    "True, 1",
    "1, 1",
    "yes, 1",
    "on, 1",
    "t, 1",
    "Y, 1",
    "false, 0",
    "0, 0",
    "no, 0",
    "off, 0",
    "F, 0",
    "n, 0"
  })
  void wordsOfYesAndNoAreUnderstood(String word, int found) {
    var page = clinic.api().get("/inventory/items/list?category=Words&is_archived=" + word).ok();

    assertThat(page.at("/data/0/name")).isEqualTo(found == 1 ? "Old" : "Filler");
    assertThat(page.number("/total")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.0", "+2", "%202", "02"})
  void aWholeNumberMayBeSpelledAsFastapiServicesReadIt(String written) {
    assertThat(clinic.api().get("/billing/cart?size=" + written + "&page=" + written).ok().text())
        .isEqualTo(clinic.api().get("/billing/cart?size=2&page=2").ok().text());
  }

  @Test
  void aListMayBeAskedForInPagesOfAThousand() {
    for (var path :
        new String[] {
          "/inventory/items/list?per_page=",
          "/inventory/packages/list?per_page=",
          "/user/patient/tags/list?per_page=",
          "/user/patient/search?n="
        }) {
      clinic.api().get(path + 1000).ok();
      assertThat(clinic.api().get(path + 1001).violation()).endsWith("less_than_equal");
    }
  }

  @Test
  void anEmptySearchFindsEverything() {
    var everything = clinic.api().get("/billing/cart").ok();

    assertThat(everything.number("/total")).isPositive();
    for (var query : new String[] {"?search=", "?search=%20", "?search"}) {
      assertThat(clinic.api().get("/billing/cart" + query).ok().text())
          .isEqualTo(everything.text());
    }
  }

  @Test
  void aCommaIsPartOfTheValue() {
    assertThat(clinic.api().get("/billing/cart?statuses=DRAFT,ABANDONED").violation())
        .isEqualTo("[query, statuses, 0] enum");
  }
}
