package org.cartwright.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  private Answer coupon(String json) {
    return api.post(COUPONS, json).ok();
  }

  private Answer percent(String code) {
    return coupon("{\"code\":\"%s\",\"percentage\":10}".formatted(code));
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
            """
            {"code":"Corp-50","description":"Companies","percentage":12.50,"item_ids":["%s"],"categories":["Mugs"],
             "minimumSubtotals":[{"currency":"USD","amount":20000},{"currency":"KWD","amount":60000}],
             "startsDate":"2031-01-01T00:00:00+01:00","endsDate":"2031-02-01T00:00:00Z","usageLimit":3,"customerLimit":1}"""
                .formatted(shirt));

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
        coupon("{\"code\":\"A\",\"percentage\":10,\"description\":\"x\",\"usageLimit\":1}");

    var replaced =
        api.put(
                path(coupon),
                "{\"code\":\"B\",\"amounts\":[{\"currency\":\"JPY\",\"amount\":500}]}")
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
            api.post(COUPONS, "{\"code\":\"HELLO\",\"percentage\":1}").refused(409).at("/detail"))
        .isEqualTo(taken);
    assertThat(
            api.put(path(other), "{\"code\":\"hello\",\"percentage\":1}")
                .refused(409)
                .at("/detail"))
        .isEqualTo(taken);
    api.put(path(first), "{\"code\":\"hELLO\",\"percentage\":10}").ok();

    assertThat(api.delete(path(first)).ok().text()).isEqualTo("true");
    percent("hello");
    api.get(path(first)).refused(404);
    api.put(path(first), "{\"code\":\"x\",\"percentage\":1}").refused(404);
    assertThat(api.delete(path(first)).refused(404).at("/detail")).isEqualTo("Coupon not found");
    assertThat(listed("")).containsExactly("hello", "Other");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(
            api.post(
                    COUPONS,
                    """
                    {"code":"a b","percentage":101,"amounts":[{"currency":"USD","amount":0}],"usageLimit":0,
                     "startsDate":"tomorrow"}""")
                .violations())
        .containsExactly(
            "[body, code] string_pattern_mismatch",
            "[body, percentage] less_than_equal",
            "[body, amounts, 0, amount] greater_than_equal",
            "[body, startsDate] datetime_from_date_parsing",
            "[body, usageLimit] greater_than_equal");
    assertThat(api.post(COUPONS, "{\"code\":\"A\"}").violation()).isEqualTo("[body] value_error");
    assertThat(
            api.post(
                    COUPONS,
                    """
                    {"code":"A","percentage":10,"amounts":[{"currency":"XXX","amount":1},{"currency":"XXX","amount":2}],
                     "startsDate":"2031-01-01T00:00:00Z","endsDate":"2031-01-01T00:00:00Z"}""")
                .violations())
        .containsExactly(
            "[body] value_error",
            "[body, amounts] value_error",
            "[body, amounts] value_error",
            "[body, endsDate] value_error");
    var mine = clinic.item("Mug", 500);
    var theirs = clinics.open().item("Mug", 500);
    assertThat(
            api.post(
                    COUPONS,
                    "{\"code\":\"A\",\"percentage\":10,\"itemIds\":[\"%s\",\"%s\",\"none\"]}"
                        .formatted(mine, theirs))
                .violations())
        .containsExactly("[body, itemIds, 1] value_error", "[body, itemIds, 2] value_error");
    assertThat(listed("")).isEmpty();
  }

  @Test
  void couponsAreFoundByCodeAndByWhetherTheyCanBeUsed() {
    coupon("{\"code\":\"OVER_1\",\"percentage\":10,\"endsDate\":\"2020-01-01T00:00:00Z\"}");
    coupon("{\"code\":\"later\",\"percentage\":10,\"startsDate\":\"2090-01-01T00:00:00Z\"}");
    coupon("{\"code\":\"NOW-1\",\"percentage\":10,\"endsDate\":\"2090-01-01T00:00:00Z\"}");
    percent("always");

    assertThat(listed("")).containsExactly("always", "NOW-1", "later", "OVER_1");
    assertThat(listed("?is_active=true")).containsExactly("always", "NOW-1");
    assertThat(listed("?is_active=false")).containsExactly("later", "OVER_1");
    assertThat(listed("?search=r_")).containsExactly("OVER_1");
    assertThat(listed("?search=LATE")).containsExactly("later");
    assertThat(listed("?sort_by=code")).containsExactly("always", "later", "NOW-1", "OVER_1");
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
    assertThat(strangers.put(path(coupon), "{\"code\":\"X\",\"percentage\":1}").refused(404).text())
        .isEqualTo(missing);
    assertThat(strangers.delete(path(coupon)).refused(404).text()).isEqualTo(missing);
    assertThat(strangers.get(COUPONS).ok().number("/total")).isZero();
    strangers.post(COUPONS, "{\"code\":\"MINE\",\"percentage\":20}").ok();
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
