package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.CartBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is wrong with a request is said all at once, where it is, and nothing comes of it. */
@CartwrightTest
class CartValidationTests {

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String patient;
  private String item;
  private Answer cart;

  @BeforeEach
  void openAClinicWithACart() {
    clinic = clinics.open();
    patient = clinic.patient();
    item = clinic.item("Filler", 1000);
    cart = clinic.cart(patient, line(item));
  }

  /** What is complained about, the same wherever a whole cart is sent. */
  private List<String> complaints(Body<?> body) {
    var api = clinic.api();
    var created = api.post("/billing/cart", body).violations();
    assertThat(api.post("/billing/cart/preview", body).violations()).isEqualTo(created);
    var replaced = api.put(ServedCart.path(cart), body);
    if (!body.toString().contains("\"status\"")) {
      assertThat(replaced.violations()).isEqualTo(created);
    }
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
    assertThat(api.get("/billing/cart").ok().number("/total")).isEqualTo(1);
    return created;
  }

  private CartBody cartWith(Body<?> fields) {
    return aCart().of(patient).and(fields);
  }

  private CartBody cartWithLine(Body<?> fields) {
    return cartWith(aCart().with(line(item).and(fields)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", ".", ".."})
  void anIdThatAPathWouldNotLeadToIsNotChosen(String id) {
    assertThat(complaints(cartWith(body().with("id", id))))
        .containsExactly("[body, id] value_error");
  }

  @Test
  void everythingIsSaidAtOnceInTheOrderOfTheFields() {
    assertThat(
            complaints(
                body()
                    .with(
                        "items",
                        list(
                            body()
                                .with("itemId", "i")
                                .with("quantity", 0)
                                .with("unitPrice", 12.9)
                                .with("discountAmount", -1),
                            body().with("itemId", "i").with("packageId", "p"),
                            body()
                                .with("item_id", 7)
                                .with("quantity", json("0.00000000004"))
                                .with("unit_price", "12.9")
                                .with("discount_percentage", 100.5),
                            body()
                                .with("quantity", "two")
                                .with("unitPrice", 10000000001L)
                                .with("notes", 5),
                            body(),
                            "line",
                            body()
                                .with("itemId", "i")
                                .with("quantity", 1000000.5)
                                .with("unitPrice", true)
                                .with("discountAmount", 9007199254740992L)))
                    .with("status", "draft")
                    .with("discountPercentage", -0.5)
                    .with("discountAmount", 1.5)
                    .with("expires_date", "tomorrow")
                    .with("notes", 5)
                    .with("creatorId", list("x"))
                    .with("id", "a b")))
        .containsExactly(
            "[body, id] string_pattern_mismatch",
            "[body, patientId] missing",
            "[body, creatorId] string_type",
            "[body, status] enum",
            "[body, notes] string_type",
            "[body, expires_date] datetime_from_date_parsing",
            "[body, discountAmount] int_from_float",
            "[body, discountPercentage] greater_than_equal",
            "[body, items, 0, quantity] greater_than",
            "[body, items, 0, unitPrice] int_from_float",
            "[body, items, 0, discountAmount] greater_than_equal",
            "[body, items, 1] value_error",
            "[body, items, 2, item_id] string_type",
            "[body, items, 2, quantity] greater_than",
            "[body, items, 2, unit_price] int_parsing",
            "[body, items, 2, discount_percentage] less_than_equal",
            "[body, items, 3, quantity] float_parsing",
            "[body, items, 3, unitPrice] less_than_equal",
            "[body, items, 3, notes] string_type",
            "[body, items, 4] value_error",
            "[body, items, 5] model_attributes_type",
            "[body, items, 6, quantity] less_than_equal",
            "[body, items, 6, unitPrice] int_type",
            "[body, items, 6, discountAmount] less_than_equal");
  }

  @Test
  void everythingThatOnlyTheClinicKnowsIsSaidAtOnceToo() {
    assertThat(
            complaints(
                body()
                    .with("patient_id", "none")
                    .with("creatorId", "none")
                    .with("expiresDate", "2020-01-01")
                    .with(
                        "items",
                        list(
                            body().with("item_id", "none"),
                            body().with("itemId", item),
                            body().with("packageId", "none")))))
        .containsExactly(
            "[body, patient_id] value_error",
            "[body, creatorId] value_error",
            "[body, expiresDate] value_error",
            "[body, items, 0, item_id] value_error",
            "[body, items, 2, packageId] value_error");
    assertThat(
            complaints(
                body()
                    .with("patientId", "none")
                    .with("status", "CONVERTED")
                    .with("expiresDate", "2020-01-01")))
        .containsExactly(
            "[body, patientId] value_error",
            "[body, status] value_error",
            "[body, expiresDate] value_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABANDONED", "ACCEPTED", "REJECTED", "CONVERTED", "EXPIRED"})
  void aNewCartIsADraft(String status) {
    var body = cartWith(aCart().status(status));
    for (var path : List.of("/billing/cart", "/billing/cart/preview")) {
      assertThat(clinic.api().post(path, body).violation()).isEqualTo("[body, status] value_error");
    }
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void aCartHoldsAtMostFiveHundredLines() {
    var line = line(item);
    var fiveHundred = aCart().with("items", Collections.nCopies(500, line));
    assertThat(complaints(cartWith(aCart().with("items", Collections.nCopies(501, line)))))
        .containsExactly("[body, items] too_long");

    var full = clinic.api().post("/billing/cart", cartWith(fiveHundred)).ok();
    assertThat(full.json().get("items").size()).isEqualTo(500);
    assertThat(full.number("/total")).isEqualTo(500_000);
    assertThat(clinic.api().post(ServedCart.path(full) + "/items", line).refused(409).at("/detail"))
        .contains("500 lines");
    assertThat(ServedCart.read(clinic, full).text()).isEqualTo(full.text());
  }

  @Test
  void twoDiscountsThatDisagreeAreRefusedWhereTheyAre() {
    var both = line().discountAmount(99).discountPercentage(10);
    assertThat(complaints(cartWithLine(both)))
        .containsExactly("[body, items, 0, discountAmount] value_error");
    assertThat(complaints(cartWith(aCart().with(line(item)).and(both))))
        .containsExactly("[body, discountAmount] value_error");
    var lines = ServedCart.path(cart) + "/items";
    var line = line(item).with("discount_amount", 99).with("discount_percentage", 10);
    assertThat(clinic.api().post(lines, line).violation())
        .isEqualTo("[body, discount_amount] value_error");
    var refused = clinic.api().put(ServedCart.linePath(cart, 0), both);
    assertThat(refused.violation()).isEqualTo("[body, discountAmount] value_error");
    assertThat(refused.at("/detail/0/msg")).contains("discountPercentage 0");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());

    // What the percentage yields agrees.
    var agreed = clinic.api().put(ServedCart.linePath(cart, 0), both.discountAmount(100)).ok();
    assertThat(agreed.number("/items/0/discountAmount")).isEqualTo(100);
    assertThat(agreed.json().at("/items/0/discountPercentage").intValue()).isEqualTo(10);
  }

  @Test
  void allDiscountsThatDisagreeAreNamed() {
    var line = line(item).discountAmount(1).discountPercentage(10);
    assertThat(complaints(cartWith(aCart().with(line, line))))
        .containsExactly(
            "[body, items, 0, discountAmount] value_error",
            "[body, items, 1, discountAmount] value_error");
  }

  @Test
  void figuresTooLargeToBeServedAreRefused() {
    var huge = line(item).unitPrice(10_000_000_000L);
    assertThat(complaints(cartWith(aCart().with(huge.quantity(1000000)))))
        .containsExactly("[body, items, 0] value_error");
    var half = huge.quantity(500000);
    assertThat(complaints(cartWith(aCart().with(half, half))))
        .containsExactly("[body] value_error");

    var largest = clinic.api().post("/billing/cart", cartWith(aCart().with(half))).ok();
    assertThat(largest.number("/total")).isEqualTo(5_000_000_000_000_000L);
    assertThat(clinic.api().post(ServedCart.path(largest) + "/items", half).violation())
        .isEqualTo("[body] value_error");
    assertThat(
            clinic.api().put(ServedCart.linePath(largest, 0), line().quantity(1000000)).violation())
        .isEqualTo("[body] value_error");
    assertThat(ServedCart.read(clinic, largest).text()).isEqualTo(largest.text());
  }

  @Test
  void aTaxThatMakesFiguresTooLargeIsSaidToWhoeverTakesALineOff() {
    var huge = line(item).unitPrice(10_000_000_000L);
    var large = clinic.cart(patient, huge.quantity(800000), huge.quantity(1));
    clinic.tax("Everything again", "100");

    assertThat(clinic.api().delete(ServedCart.linePath(large, 1)).violation())
        .isEqualTo("[body] value_error");
    assertThat(ServedCart.read(clinic, large).text()).isEqualTo(large.text());
  }

  @Test
  void anExpiryLiesAhead() {
    assertThat(complaints(cartWith(aCart().expires("2020-01-01T00:00:00Z"))))
        .containsExactly("[body, expiresDate] value_error");
    assertThat(complaints(cartWith(body().with("expires_date", "0001-01-01"))))
        .containsExactly("[body, expires_date] value_error");
    var soon = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    var created = clinic.api().post("/billing/cart", cartWith(aCart().expires(soon))).ok();
    assertThat(created.at("/expiresDate")).isEqualTo(soon.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,              2099-03-07,                2099-03-07T23:59:59.999999Z",
    "America/New_York, 2099-03-07,                2099-03-08T04:59:59.999999Z",
    "America/New_York, 2099-03-08,                2099-03-09T03:59:59.999999Z",
    "Asia/Kolkata,     2099-03-07,                2099-03-07T18:29:59.999999Z",
    "America/New_York, 2099-03-07T10:00:00,       2099-03-07T10:00:00Z",
    "America/New_York, 2099-03-07T10:00:00-05:00, 2099-03-07T15:00:00Z",
    "UTC,              2099-03-07T10:00:00.1234567Z, 2099-03-07T10:00:00.123456Z",
    "UTC,              9999-12-31,                9999-12-31T23:59:59.999999Z",
    "America/New_York, 9999-12-31,                9999-12-31T23:59:59.999999Z"
  })
  void anExpiryGivenAsADateIsTheEndOfThatDayAtTheClinic(
      String zone, String given, String expected) {
    var there = clinics.open(zone);

    var created =
        there.api().post("/billing/cart", aCart().of(there.patient()).expires(given)).ok();

    assertThat(Instant.parse(created.at("/expiresDate"))).isEqualTo(Instant.parse(expected));
  }

  @Test
  void aChangeOfALineIsCheckedLikeALine() {
    var body =
        line()
            .quantity(0)
            .with("unit_price", 10000000001L)
            .discountAmount(-1)
            .discountPercentage("100.00000000005")
            .with("notes", 1);
    assertThat(clinic.api().put(ServedCart.linePath(cart, 0), body).violations())
        .containsExactly(
            "[body, quantity] greater_than",
            "[body, unit_price] less_than_equal",
            "[body, discountAmount] greater_than_equal",
            "[body, discountPercentage] less_than_equal",
            "[body, notes] string_type");
    assertThat(
            clinic
                .api()
                .put(ServedCart.linePath(cart, 0), line().notes("x".repeat(10_001)))
                .violation())
        .isEqualTo("[body, notes] string_too_long");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @Test
  void numbersAreNumbersHoweverTheyAreWritten() {
    assertThat(complaints(cartWithLine(line().quantity("1e999")))).hasSize(1);
    assertThat(complaints(cartWithLine(body().with("quantity", null))))
        .containsExactly("[body, items, 0, quantity] float_type");
    clinic.api().post("/billing/cart", cartWithLine(line().quantity("NaN"))).refused(422);
    clinic.api().post("/billing/cart", "{").refused(422);
    clinic.api().post("/billing/cart", "[]").refused(422);
    var whole =
        clinic
            .api()
            .post(
                "/billing/cart",
                cartWithLine(line().quantity("2.0").with("unitPrice", json("1.5e3"))))
            .ok();
    assertThat(whole.number("/total")).isEqualTo(3000);
    assertThat(whole.at("/items/0/quantity")).isEqualTo("2");
  }

  @Test
  void aCartKeepsItsId() {
    var refused = clinic.api().put(ServedCart.path(cart), aCart().id("another").of(patient));
    assertThat(refused.violation()).isEqualTo("[body, id] value_error");
    assertThat(ServedCart.read(clinic, cart).text()).isEqualTo(cart.text());
  }

  @ParameterizedTest
  @CsvSource({
    "page=0,                     '[query, page] greater_than_equal'",
    "page=x,                     '[query, page] int_parsing'",
    "size=0,                     '[query, size] greater_than_equal'",
    "size=101,                   '[query, size] less_than_equal'",
    "statuses=draft,             '[query, statuses, 0] enum'",
    "statuses=DRAFT&statuses=NO, '[query, statuses, 1] enum'",
    "sort_by=patient,            '[query, sort_by] value_error'",
    "sort_direction=up,          '[query, sort_direction] enum'",
    "search=%00,                 '[query, search] string_unicode'"
  })
  void aPageOfCartsIsAskedForProperly(String query, String violation) {
    assertThat(clinic.api().get("/billing/cart?" + query).violation()).isEqualTo(violation);
  }

  @Test
  void aSearchIsNoLongerThanTwoHundredCharacters() {
    var api = clinic.api();
    api.get("/billing/cart?search=" + "x".repeat(200)).ok();
    assertThat(api.get("/billing/cart?search=" + "x".repeat(201)).violation())
        .isEqualTo("[query, search] string_too_long");
    assertThat(api.get("/billing/cart?page=0&size=101&search=" + "x".repeat(201)).violations())
        .containsExactly(
            "[query, page] greater_than_equal",
            "[query, size] less_than_equal",
            "[query, search] string_too_long");
    assertThat(api.get("/billing/cart/list?status=NO").violation())
        .isEqualTo("[query, status] enum");
  }
}
