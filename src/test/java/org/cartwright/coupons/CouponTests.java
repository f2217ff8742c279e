package org.cartwright.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class CouponTests {

  private static final String COUPONS = "/orders/coupons";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private Api api;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    api = clinic.api();
  }

  private Answer coupon(Body<?> coupon) {
    return api.post(COUPONS, coupon).ok();
  }

  private Answer percent(String code) {
    return coupon(body().with("code", code).with("percentage", 10));
  }

  private static String path(Answer coupon) {
    return COUPONS + "/" + coupon.at("/id");
  }

  private List<String> listed(String query) {
    var codes = new ArrayList<String>();
    for (var one : api.get(COUPONS + query).ok().json().get("data")) {
      codes.add(one.get("code").asString());
    }
    return codes;
  }

  @Test
  void aCouponIsServedAsItWasWritten() {
    var shirt = clinic.item("Shirt", 2500);

    var written =
        coupon(
            body()
                .with("code", "Corp-50")
                .with("description", "Companies")
                .with("percentage", json("12.50"))
                .with("item_ids", list(shirt))
                .with("categories", list("Mugs"))
                .with(
                    "minimumSubtotals",
                    list(
                        body().with("currency", "USD").with("amount", 20000),
                        body().with("currency", "KWD").with("amount", 60000)))
                .with("startsDate", "2031-01-01T00:00:00+01:00")
                .with("endsDate", "2031-02-01T00:00:00Z")
                .with("usageLimit", 3)
                .with("customerLimit", 1));

    assertThat(written.json().propertyNames())
        .containsExactly(
            "id",
            "code",
            "description",
            "percentage",
            "amounts",
            "minimumSubtotals",
            "startsDate",
            "endsDate",
            "itemIds",
            "categories",
            "usageLimit",
            "customerLimit",
            "used",
            "isActive",
            "createdDate",
            "updatedDate");
    assertThat(written.at("/id")).startsWith("coupon_");
    assertThat(written.at("/code")).isEqualTo("Corp-50");
    assertThat(written.at("/percentage")).isEqualTo("12.5");
    assertThat(written.json().get("amounts")).isEmpty();
    assertThat(written.json().get("minimumSubtotals").toString())
        .isEqualTo(
            "[{\"currency\":\"USD\",\"amount\":20000},{\"currency\":\"KWD\",\"amount\":60000}]");
    assertThat(written.at("/startsDate")).isEqualTo("2030-12-31T23:00:00Z");
    assertThat(written.at("/endsDate")).isEqualTo("2031-02-01T00:00:00Z");
    assertThat(written.at("/itemIds/0")).isEqualTo(shirt);
    assertThat(written.at("/categories/0")).isEqualTo("Mugs");
    assertThat(written.number("/usageLimit")).isEqualTo(3);
    assertThat(written.number("/customerLimit")).isEqualTo(1);
    assertThat(written.number("/used")).isZero();
    assertThat(written.json().get("isActive").booleanValue()).isFalse();
    assertThat(written.json().get("updatedDate").isNull()).isTrue();
    assertThat(api.get(path(written)).ok().text()).isEqualTo(written.text());
  }

  @Test
  void replacingSaysEverythingAnew() {
    var coupon =
        coupon(
            body()
                .with("code", "A")
                .with("percentage", 10)
                .with("description", "x")
                .with("usageLimit", 1));

    var replaced =
        api.put(
                path(coupon),
                body()
                    .with("code", "B")
                    .with("amounts", list(body().with("currency", "JPY").with("amount", 500))))
            .ok();

    assertThat(replaced.at("/code")).isEqualTo("B");
    assertThat(replaced.json().get("description").isNull()).isTrue();
    assertThat(replaced.json().get("percentage").isNull()).isTrue();
    assertThat(replaced.json().get("usageLimit").isNull()).isTrue();
    assertThat(replaced.number("/amounts/0/amount")).isEqualTo(500);
    assertThat(replaced.at("/createdDate")).isEqualTo(coupon.at("/createdDate"));
    assertThat(replaced.at("/updatedDate")).isNotBlank();
    assertThat(api.get(path(coupon)).ok().text()).isEqualTo(replaced.text());
  }

  @Test
  void aCodeIsOneCouponsInAnyCaseUntilThatIsDeleted() {
    var first = percent("Hello");
    var other = percent("Other");
    var taken =
        "Another coupon has this code; choose another code, or change or delete that coupon.";

    assertThat(
            api.post(COUPONS, body().with("code", "HELLO").with("percentage", 1))
                .refused(409)
                .at("/detail"))
        .isEqualTo(taken);
    assertThat(
            api.put(path(other), body().with("code", "hello").with("percentage", 1))
                .refused(409)
                .at("/detail"))
        .isEqualTo(taken);
    api.put(path(first), body().with("code", "hELLO").with("percentage", 10)).ok();

    assertThat(api.delete(path(first)).ok().text()).isEqualTo("true");
    percent("hello");
    api.get(path(first)).refused(404);
    api.put(path(first), body().with("code", "x").with("percentage", 1)).refused(404);
    assertThat(api.delete(path(first)).refused(404).at("/detail")).isEqualTo("Coupon not found");
    assertThat(listed("")).containsExactly("hello", "Other");
  }

  @Test
  void ofSeveralWhoWantACodeAtOnceOneHasIt() {
    var codes = List.of("hello", "Hello", "HELLO", "hELLO", "heLLo", "helLO");
    var made =
        AtOnce.all(
            codes.stream()
                .map(code -> body().with("code", code).with("percentage", 10))
                .map(coupon -> (Callable<Answer>) () -> api.post(COUPONS, coupon))
                .toList());
    assertThat(made).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(listed("")).hasSize(1);

    var others = List.of(percent("a"), percent("b"), percent("c"), percent("d"));
    var renamed =
        AtOnce.all(
            others.stream()
                .map(
                    coupon ->
                        (Callable<Answer>)
                            () ->
                                api.put(
                                    path(coupon), body().with("code", "new").with("percentage", 1)))
                .toList());
    assertThat(renamed).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(listed("")).hasSize(5).containsOnlyOnce("new");
  }

  @Test
  void ofSeveralWhoReplaceACouponAtOnceOneIsWhole() {
    var path = path(percent("A"));

    var answers =
        AtOnce.all(
            IntStream.range(1, 9)
                .mapToObj(
                    i ->
                        body()
                            .with("code", "B" + i)
                            .with("percentage", i)
                            .with("usageLimit", i)
                            .with("categories", list("Mugs " + i)))
                .map(coupon -> (Callable<Answer>) () -> api.put(path, coupon))
                .toList());

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers)
        .extracting(Answer::text)
        .doesNotHaveDuplicates()
        .contains(api.get(path).ok().text());
  }

  @Test
  void aDayAloneIsAllOfItWhereTheClinicIs() {
    var dhaka = clinics.open("Asia/Dhaka").api();

    var coupon =
        dhaka
            .post(
                COUPONS,
                body()
                    .with("code", "MAY")
                    .with("percentage", 1)
                    .with("startsDate", "2031-05-01")
                    .with("endsDate", "2031-05-01"))
            .ok();

    assertThat(coupon.at("/startsDate")).isEqualTo("2031-04-30T18:00:00Z");
    assertThat(coupon.at("/endsDate")).isEqualTo("2031-05-01T17:59:59.999999Z");
  }

  @Test
  void aMomentLongAgoStaysWhatItIsHoweverOftenItIsWritten() {
    var coupon =
        coupon(
            body()
                .with("code", "EVER")
                .with("percentage", 10)
                .with("startsDate", "0001-01-01T00:00:00Z")
                .with("endsDate", "1500-03-01T12:00:00Z"));

    var again = api.put(path(coupon), coupon.json().toString()).ok();

    for (var told : List.of(coupon, again, api.get(path(coupon)).ok())) {
      assertThat(told.at("/startsDate")).isEqualTo("0001-01-01T00:00:00Z");
      assertThat(told.at("/endsDate")).isEqualTo("1500-03-01T12:00:00Z");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2031-01-01T00:00:00Z, 2031-01-01T00:00:00Z",
    "2031-01-02, 2031-01-01",
    "2031-01-01, 2030-12-31T18:00:00Z",
    "2031-01-01T18:00:00Z, 2031-01-01"
  })
  void aCouponEndsAfterItStarts(String starts, String ends) {
    var dhaka = clinics.open("Asia/Dhaka").api();
    var wanted =
        body()
            .with("code", "NEVER")
            .with("percentage", 1)
            .with("startsDate", starts)
            .with("endsDate", ends);

    assertThat(dhaka.post(COUPONS, wanted).violation()).isEqualTo("[body, endsDate] value_error");
    assertThat(dhaka.get(COUPONS).ok().number("/total")).isZero();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            api.post(
                    COUPONS,
                    body()
                        .with("code", "a b")
                        .with("percentage", 101)
                        .with("amounts", list(body().with("currency", "USD").with("amount", 0)))
                        .with("usageLimit", 0)
                        .with("startsDate", "tomorrow"))
                .violations())
        .containsExactly(
            "[body, code] string_pattern_mismatch",
            "[body, percentage] less_than_equal",
            "[body, amounts, 0, amount] greater_than_equal",
            "[body, startsDate] datetime_from_date_parsing",
            "[body, usageLimit] greater_than_equal");
    assertThat(api.post(COUPONS, body().with("code", "A")).violation())
        .isEqualTo("[body] value_error");
    assertThat(
            api.post(
                    COUPONS,
                    body()
                        .with("code", "A")
                        .with("percentage", 10)
                        .with(
                            "amounts",
                            list(
                                body().with("currency", "XXX").with("amount", 1),
                                body().with("currency", "XXX").with("amount", 2))))
                .violations())
        .containsExactly(
            "[body] value_error", "[body, amounts] value_error", "[body, amounts] value_error");
    var mine = clinic.item("Mug", 500);
    var theirs = clinics.open().item("Mug", 500);
    assertThat(
            api.post(
                    COUPONS,
                    body()
                        .with("code", "A")
                        .with("percentage", 10)
                        .with("itemIds", list(mine, theirs, "none")))
                .violations())
        .containsExactly("[body, itemIds, 1] value_error", "[body, itemIds, 2] value_error");
    assertThat(listed("")).isEmpty();
  }

  @Test
  void couponsAreFoundByCodeAndByWhetherTheyCanBeUsed() {
    coupon(
        body()
            .with("code", "OVER_1")
            .with("percentage", 10)
            .with("endsDate", "2020-01-01T00:00:00Z"));
    coupon(
        body()
            .with("code", "later")
            .with("percentage", 10)
            .with("startsDate", "2090-01-01T00:00:00Z"));
    coupon(
        body()
            .with("code", "NOW-1")
            .with("percentage", 10)
            .with("endsDate", "2090-01-01T00:00:00Z"));
    percent("always");

    assertThat(listed("")).containsExactly("always", "NOW-1", "later", "OVER_1");
    assertThat(listed("?is_active=true")).containsExactly("always", "NOW-1");
    assertThat(listed("?is_active=false")).containsExactly("later", "OVER_1");
    assertThat(listed("?search=r_")).containsExactly("OVER_1");
    assertThat(listed("?search=LATE")).containsExactly("later");
    assertThat(listed("?sort_by=code")).containsExactly("always", "later", "NOW-1", "OVER_1");
    assertThat(listed("?sort_direction=asc")).containsExactly("OVER_1", "later", "NOW-1", "always");
    assertThat(listed("?sort_direction=desc"))
        .containsExactly("always", "NOW-1", "later", "OVER_1");
    assertThat(listed("?sort_by=ends_date&sort_direction=desc").subList(0, 2))
        .containsExactly("NOW-1", "OVER_1");
    assertThat(listed("?per_page=3&page=2")).containsExactly("OVER_1");
    assertThat(api.get(COUPONS + "?per_page=3&page=2").ok().number("/total")).isEqualTo(4);
    assertThat(api.get(COUPONS + "?per_page=0&page=0&sort_by=price").violations())
        .containsExactly(
            "[query, page] greater_than_equal",
            "[query, per_page] greater_than_equal",
            "[query, sort_by] enum");
  }

  @Test
  void anotherClinicsCouponIsMissing() {
    var coupon = percent("MINE");
    var strangers = clinics.open().api();
    var missing = strangers.get(COUPONS + "/none").refused(404).text();

    assertThat(strangers.get(path(coupon)).refused(404).text()).isEqualTo(missing);
    assertThat(
            strangers
                .put(path(coupon), body().with("code", "X").with("percentage", 1))
                .refused(404)
                .text())
        .isEqualTo(missing);
    assertThat(strangers.delete(path(coupon)).refused(404).text()).isEqualTo(missing);
    assertThat(strangers.get(COUPONS).ok().number("/total")).isZero();
    strangers.post(COUPONS, body().with("code", "MINE").with("percentage", 20)).ok();
    assertThat(api.get(path(coupon)).ok().text()).isEqualTo(coupon.text());
  }

  @Test
  void aPageTakesAsManyStatementsHoweverManyCouponsItHas() {
    percent("A0");
    long one = statements.during(() -> api.get(COUPONS).ok());
    for (int i = 1; i < 20; i++) {
      percent("A" + i);
    }

    assertThat(statements.during(() -> api.get(COUPONS).ok())).isEqualTo(one);
  }
}
