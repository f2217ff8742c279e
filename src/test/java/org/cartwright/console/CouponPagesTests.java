package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The coupons of a shop, made and changed by its staff. */
@CartwrightTest
class CouponPagesTests {

  private static final String PATH = "/console/catalog/coupons";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Shop shop;
  private DeskBrowser manager;

  @BeforeEach
  void aShopInTwoCurrencies() {
    shop = Shop.open(clinics);
    Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.MANAGER);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private static Map<String, String> fields(String... pairs) {
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private Answer make(String... pairs) {
    manager.get(PATH).ok();
    return manager.post(PATH + "/new", fields(pairs));
  }

  private String made(String... pairs) {
    var answer = make(pairs);
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String seen(String page) {
    var found = SEEN.matcher(manager.get(page).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer send(String page, String... pairs) {
    var fields = fields(pairs);
    fields.putIfAbsent("seen", seen(page.replaceFirst("/(covers|delete)$", "")));
    return manager.post(page, fields);
  }

  private String stored(String page) {
    return shop.api()
        .get("/orders/coupons/" + page.substring(page.lastIndexOf('/') + 1))
        .ok()
        .text();
  }

  private String listed(String query) {
    return manager.get(PATH + query).ok().text();
  }

  @Test
  void aCouponIsMadeChangedAndDeleted() {
    assertThat(listed("")).contains("There is no coupon yet", "New coupon");
    assertThat(manager.get(PATH + "/new").ok().text()).contains("Amount in BDT", "Amount in GBP");

    var page =
        made(
            "code",
            "SPRING",
            "description",
            "<Spring>",
            "amount-BDT",
            "1,050.50",
            "amount-GBP",
            "5",
            "minimum-GBP",
            "20",
            "startsDate",
            "2026-01-01",
            "endsDate",
            "2098-12-31",
            "usageLimit",
            "10",
            "customerLimit",
            "2");

    assertThat(stored(page))
        .contains(
            "\"code\":\"SPRING\"",
            "\"percentage\":null",
            "{\"currency\":\"BDT\",\"amount\":105050},{\"currency\":\"GBP\",\"amount\":500}",
            "\"minimumSubtotals\":[{\"currency\":\"GBP\",\"amount\":2000}]",
            "\"startsDate\":\"2026-01-01T00:00:00",
            "\"endsDate\":\"2099-01-01T00:00:00",
            "\"usageLimit\":10,\"customerLimit\":2");
    assertThat(listed("?state=active&q=spr&order=code"))
        .contains("1 coupon", "&lt;Spring&gt;", "BDT\u00a01,050.50", "£5.00", "from £20.00 on")
        .contains("Can be used", "0 of 10");
    assertThat(listed("?state=inactive")).contains("0 coupons", "No coupon found");
    assertThat(listed("?state=x&order=x&page=x")).contains("1 coupon");
    assertThat(manager.get(page).ok().text())
        .contains("value=\"1050.50\"", "value=\"2098-12-31\"", "Everything that is sold");

    var changed = send(page, "code", "Spring-2", "percentage", "7.5%", "endsDate", "2026-01-02");
    assertThat(changed.status()).isEqualTo(303);
    assertThat(stored(page))
        .contains("\"code\":\"Spring-2\",\"description\":null,\"percentage\":7.5");
    assertThat(listed("")).contains("7.5%", "Over").doesNotContain("Can be used</span>");

    assertThat(send(page + "/delete").status()).isEqualTo(303);
    assertThat(listed("")).contains("There is no coupon yet");
    assertThat(manager.get(page).status()).isEqualTo(404);
  }

  @Test
  void itCoversItemsAndCategories() {
    var mug = shop.item("Mug <white>", 1250);
    var page = made("code", "MUGS", "percentage", "10");
    assertThat(manager.get(page + "?q=mug").ok().text()).contains("Mug &lt;white&gt;", "Cover it");

    assertThat(send(page + "/covers", "item", mug).status()).isEqualTo(303);
    assertThat(send(page + "/covers", "category", "Cups & co").status()).isEqualTo(303);
    assertThat(stored(page))
        .contains("\"itemIds\":[\"" + mug + "\"]", "\"categories\":[\"Cups & co\"]")
        .contains("\"percentage\":10");
    assertThat(manager.get(page).ok().text())
        .contains("Mug &lt;white&gt;", "Cups &amp; co")
        .doesNotContain("Everything that is sold");
    assertThat(send(page, "code", "MUGS", "percentage", "12").status()).isEqualTo(303);
    assertThat(stored(page)).contains("\"itemIds\":[\"" + mug + "\"]");
    assertThat(send(page + "/covers", "item", "item_none").status()).isEqualTo(422);
    assertThat(send(page + "/covers", "category", "x".repeat(256)).status()).isEqualTo(422);

    assertThat(send(page + "/covers", "lessItem", mug).status()).isEqualTo(303);
    assertThat(send(page + "/covers", "lessCategory", "Cups & co").status()).isEqualTo(303);
    assertThat(stored(page)).contains("\"itemIds\":[],\"categories\":[]");
  }

  @Test
  void aMomentThatAProgramSetStaysUnlessAnotherDayIsTyped() {
    var id =
        shop.api()
            .post(
                "/orders/coupons",
                body()
                    .with("code", "NOON")
                    .with("percentage", 5)
                    .with("startsDate", "2026-01-01T12:30:00Z")
                    .with("endsDate", "2098-06-30T10:00:00Z"))
            .ok()
            .at("/id");
    var page = PATH + "/" + id;

    var same =
        send(
            page,
            "code",
            "NOON",
            "percentage",
            "6",
            "startsDate",
            "2026-01-01",
            "endsDate",
            "2098-06-30");

    assertThat(same.status()).isEqualTo(303);
    assertThat(stored(page))
        .contains("\"startsDate\":\"2026-01-01T12:30:00", "\"endsDate\":\"2098-06-30T10:00:00");
  }

  @Test
  void whatAProgramMayLimitAndHaveEndNeverIsChangedHereAsWell() {
    var id =
        shop.api()
            .post(
                "/orders/coupons",
                body()
                    .with("code", "EVER")
                    .with("percentage", 5)
                    .with("usageLimit", 1_000_000_000)
                    .with("endsDate", "9999-12-31T23:59:59Z"))
            .ok()
            .at("/id");
    var page = PATH + "/" + id;
    assertThat(manager.get(page).ok().text())
        .contains("value=\"1000000000\"", "value=\"9999-12-31\"");

    var same =
        send(
            page,
            "code",
            "EVER",
            "percentage",
            "6",
            "usageLimit",
            "1000000000",
            "customerLimit",
            "১,২৩৪",
            "endsDate",
            "9999-12-31");

    assertThat(same.status()).as(same.text()).isEqualTo(303);
    assertThat(stored(page))
        .contains("\"percentage\":6", "\"endsDate\":\"9999-12-31T23:59:59Z\"")
        .contains("\"usageLimit\":1000000000", "\"customerLimit\":1234");
    assertThat(send(page, "code", "EVER", "percentage", "6", "usageLimit", "2147483648").text())
        .contains("Write a whole number above 0.");
  }

  @Test
  void whatIsNoCouponIsNotTakenAndKept() {
    var page = made("code", "TEN", "percentage", "10");
    var before = stored(page);

    assertThat(make("code", "NEITHER").text()).contains("either a percentage or amounts");
    assertThat(make("code", "BOTH", "percentage", "1", "amount-BDT", "5").status()).isEqualTo(422);
    assertThat(make("code", "A B", "percentage", "1").text())
        .contains("and no spaces", "value=\"A B\"");
    assertThat(make("code", "X", "percentage", "101").text()).contains("100 at most");
    assertThat(make("code", "X", "percentage", "ten").text()).contains("value=\"ten\"");
    assertThat(make("code", "X", "amount-GBP", "1.234").text()).contains("Write an amount");
    assertThat(make("code", "X", "amount-GBP", "0").text()).contains("Write an amount");
    assertThat(make("code", "X", "percentage", "1", "startsDate", "soon").text())
        .contains("That is not a date");
    assertThat(
            make(
                    "code",
                    "X",
                    "percentage",
                    "1",
                    "startsDate",
                    "2026-05-02",
                    "endsDate",
                    "2026-05-01")
                .text())
        .contains("ends after it begins");
    assertThat(make("code", "X", "percentage", "1", "usageLimit", "0").status()).isEqualTo(422);
    assertThat(make("code", "X", "percentage", "1", "usageLimit", "1.5").status()).isEqualTo(422);
    var taken = make("code", "ten", "percentage", "5");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text()).contains("Another coupon has this code", "value=\"ten\"");

    var seen = seen(page);
    assertThat(send(page, "code", "TEN", "percentage", "11").status()).isEqualTo(303);
    for (var path : forms(page)) {
      var stale =
          manager.post(
              path, Map.of("seen", seen, "code", "OLD", "percentage", "1", "category", "Mugs"));
      assertThat(stale.status()).as(path).isEqualTo(409);
      assertThat(stale.text()).contains("changed this coupon meanwhile");
    }
    assertThat(listed("")).contains("1 coupon");
    assertThat(stored(page)).contains("\"percentage\":11").isNotEqualTo(before);
  }

  private static String[] forms(String page) {
    return new String[] {page, page + "/covers", page + "/delete"};
  }

  @Test
  void theFrontDeskLooksAndAnotherShopsCouponsAreNotThere() {
    var page = made("code", "TEN", "percentage", "10", "customerLimit", "3");
    var seen = seen(page);
    var before = stored(page);
    DeskBrowser.member(clinics, shop.clinic(), "Ben", DeskRole.FRONT_DESK);
    manager = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ben");

    assertThat(listed("")).contains("TEN").doesNotContain("New coupon");
    assertThat(manager.get(page).ok().text())
        .contains("10%", "How often by one customer")
        .doesNotContain("name=\"code\"", "Delete the coupon");
    for (var path : forms(page)) {
      var refused = manager.post(path, Map.of("seen", seen, "code", "OLD", "percentage", "1"));
      assertThat(refused.status()).as(path).isEqualTo(403);
      assertThat(refused.text()).contains("made and changed by managers and owners");
    }
    assertThat(make("code", "MINE", "percentage", "90").status()).isEqualTo(403);
    assertThat(stored(page)).isEqualTo(before);

    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    manager = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    assertThat(manager.get(page).status()).isEqualTo(404);
    for (var path : forms(page)) {
      assertThat(manager.post(path, Map.of("seen", seen)).status()).as(path).isEqualTo(404);
    }
    assertThat(listed("")).contains("There is no coupon yet");
    assertThat(stored(page)).isEqualTo(before);
  }

  @Test
  void howMuchThereIsTakesNoMoreStatements() {
    made("code", "FIRST", "percentage", "10");
    listed("");
    long few = statements.during(() -> listed(""));
    for (int i = 0; i < 25; i++) {
      shop.api().post("/orders/coupons", body().with("code", "C" + i).with("percentage", 5)).ok();
    }
    var mug = shop.item("Mug", 100);
    var many =
        shop.api()
            .post(
                "/orders/coupons",
                body()
                    .with("code", "ITEMS")
                    .with("percentage", 5)
                    .with("itemIds", list(mug, shop.item("Cup", 100), shop.item("Bowl", 100))))
            .ok()
            .at("/id");

    assertThat(statements.during(() -> listed(""))).isEqualTo(few).isLessThanOrEqualTo(10);
    assertThat(listed("")).contains("27 coupons", "Page 1 of 2", "coupons?page=2");
    assertThat(listed("?page=2")).contains("FIRST").doesNotContain("rel=\"next\"");
    assertThat(statements.during(() -> manager.get(PATH + "/" + many).ok()))
        .isLessThanOrEqualTo(13);
  }
}
