package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the shop's desk does with one draft order, without any scripts. */
@CartwrightTest
class DraftPageTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen-now\" value=\"([^\"]+)\"");
  private static final String PHONE = "+880 1712 345678";

  @Autowired private Clinics clinics;

  private Shop shop;
  private String ana;
  private String mug;
  private String rahim;
  private DeskBrowser desk;
  private String draft;

  @BeforeEach
  void aDraftAtTheShopsDesk() {
    shop = Shop.open(clinics);
    ana = DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.FRONT_DESK);
    mug = shop.item("Mug", 1250);
    rahim = shop.clinic().patient(aPatient("Rahim", "Uddin").phone(PHONE));
    draft =
        shop.draft(body().with("customerId", rahim).with("items", list(line(mug).quantity(2))))
            .at("/id");
    desk = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private String path() {
    return "/console/drafts/" + draft;
  }

  private String seen() {
    var found = SEEN.matcher(desk.get(path()).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer send(String form, String... fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("seen", seen());
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return desk.post(path() + form, all);
  }

  private Answer stored() {
    return shop.api().get("/orders/drafts/" + draft).ok();
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  /** All that is to be known until it can be placed. */
  private void tellEverything() {
    var rider = shop.service("DELIVERY", "Rider", 6000);
    done(send("/delivery", "asked", "yes", "service", rider, "payment", "CASH_ON_DELIVERY"));
    done(send("/addresses", inDhaka("12 Motijheel")));
  }

  private static String[] inDhaka(String street) {
    return new String[] {
      "asked",
      "yes",
      "same",
      "yes",
      "shipping-line1",
      street,
      "shipping-city",
      "Dhaka",
      "shipping-country",
      "BD"
    };
  }

  @Test
  void aDraftBeginsWithItsMarketAndWithWhoeverCalls() {
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);

    assertThat(desk.get("/console/drafts/new").ok().text())
        .contains("First the market", "Market BD", "GBP")
        .doesNotContain("name=\"who\"");
    assertThat(desk.get("/console/drafts/new?who=rahim&market=" + british).ok().text())
        .contains("Prices there include tax", "Rahim", PHONE);
    var refused =
        desk.post(
            "/console/drafts/new",
            Map.of("market", british, "email", "no", "lastName", " ", "language", "s p"));
    assertThat(page(422, refused))
        .contains("Write a first name", "value=\"no\"", "no e-mail", "That is not a language.");
    assertThat(page(422, desk.post("/console/drafts/new", Map.of("market", "x", "nobody", "yes"))))
        .contains("There is no such market.");

    var begun =
        desk.post(
            "/console/drafts/new",
            Map.of("market", british, "firstName", "Zoë <Q>", "language", "es"));
    var at = begun.headers().firstValue("Location").orElseThrow();
    draft = at.substring(at.lastIndexOf('/') + 1);
    assertThat(
            shop.api()
                .get("/user/patient/%s/language".formatted(stored().at("/customerId")))
                .ok()
                .at("/language"))
        .isEqualTo("es");
    assertThat(desk.get(at).ok().text())
        .contains("Zoë &lt;Q&gt;", "Market UK", "GBP", "tax included", "Nothing on it yet")
        .contains("Nothing in this market is called that");
    var nobodys =
        desk.post("/console/drafts/new", Map.of("market", british, "nobody", "yes"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(desk.get(nobodys + "?who=Rahim").ok().text())
        .contains("Nobody named yet", "Nobody is named as the customer", "Rahim");
    draft = nobodys.substring(nobodys.lastIndexOf('/') + 1);
    done(send("/customer", "patient", rahim));
    assertThat(stored().at("/contact/phone")).isEqualTo(PHONE);
  }

  @Test
  void goodsHaveTheMarketsPricesAndTellWhatIsThere() {
    shop.api()
        .put(
            "/orders/items/" + mug + "/tiers",
            body()
                .with(
                    "tiers",
                    list(
                        body()
                            .with("marketId", shop.market())
                            .with("fromQuantity", 10)
                            .with("unitPrice", 990))))
        .ok();
    shop.api().put("/orders/stock/" + mug, body().with("policy", "DENY")).ok();
    shop.api()
        .post(
            "/orders/stock/" + mug + "/movements",
            body().with("kind", "RECEIVED").with("quantity", 11))
        .ok();
    var shirt = shop.item("Cotton shirt, large", 59000);
    shop.api()
        .post(
            "/orders/products",
            body()
                .with("name", "Cotton shirt")
                .with("optionNames", list("Size"))
                .with(
                    "variants", list(body().with("itemId", shirt).with("options", list("Large")))))
        .ok();
    var mugs = stored().at("/items/0/id");

    assertThat(desk.get(path() + "?q=shirt+large").ok().text())
        .contains("item:" + shirt, "BDT\u00a0590.00", "Large")
        .doesNotContain("item:" + mug);
    assertThat(desk.get(path() + "?q=mug").ok().text())
        .contains("11 in stock", "other price from 10");
    done(send("/items", "goods", "item:" + shirt));
    done(send("/items/" + mugs, "quantity", "10"));
    assertThat(stored().number("/goodsTotal")).isEqualTo(59000 + 9900);
    done(send("/items/" + mugs, "quantity", "12"));
    assertThat(desk.get(path()).ok().text()).contains("There is not enough of Mug");
    assertThat(page(422, send("/items/" + mugs, "discount", "11%"))).contains("10% at most");
    assertThat(page(422, send("", "discount", "20%"))).contains("10% at most", "value=\"20%\"");
    assertThat(page(422, send("/items/" + mugs, "price", "1"))).contains("set by managers");
    done(send("/items/" + mugs, "do", "remove"));
    done(send("", "discount", "5%", "notes", "ring <twice>"));

    assertThat(stored().number("/discountAmount")).isEqualTo(2950);
    assertThat(desk.get(path()).ok().text()).contains("ring &lt;twice&gt;", "value=\"5%\"");
    assertThat(AuditRows.of(shop.clinic().id()))
        .filteredOn(row -> "STAFF".equals(row.caller()))
        .anySatisfy(
            row -> {
              assertThat(row.action()).isEqualTo("GET /console/drafts/{cart_id}");
              assertThat(row.objects()).contains("cart:" + draft, "patient:" + rahim);
            });
  }

  @Test
  void aCouponThatDoesNotApplySaysWhyBesideItsField() {
    shop.api()
        .post(
            "/orders/coupons",
            body()
                .with("code", "CORP")
                .with("percentage", 10)
                .with(
                    "minimumSubtotals", list(body().with("currency", "BDT").with("amount", 3000))))
        .ok();

    assertThat(page(422, send("/coupon", "code", "a b"))).contains("letters, digits", "a b");
    done(send("/coupon", "code", "nothing"));
    assertThat(desk.get(path()).ok().text()).contains("There is no coupon with this code");
    done(send("/coupon", "code", "corp"));
    assertThat(desk.get(path()).ok().text())
        .contains("less than it asks for", "The coupon does not apply: take it off");
    done(send("/items/" + stored().at("/items/0/id"), "quantity", "4"));
    assertThat(desk.get(path()).ok().text()).doesNotContain("less than it asks for");
    assertThat(stored().number("/couponDiscountAmount")).isEqualTo(500);
    done(send("/coupon", "do", "off", "code", "corp"));
    assertThat(stored().number("/couponDiscountAmount")).isZero();
  }

  @Test
  void whatIsWrongWithContactOrAddressStandsBesideItWithWhatWasTyped() {
    assertThat(page(422, send("/contact", "email", "no", "phone", "1")))
        .contains("no e-mail address", "value=\"no\"", "value=\"1\"");
    assertThat(
            page(
                422,
                send(
                    "/addresses",
                    "asked",
                    "yes",
                    "shipping-line1",
                    "7 Green Road",
                    "shipping-country",
                    "BD",
                    "billing-city",
                    "Dhaka",
                    "billing-country",
                    "BD")))
        .contains("Write the town", "Write the street", "value=\"7 Green Road\"");
    desk.speaking("es");
    assertThat(
            page(
                422,
                send(
                    "/addresses",
                    "asked",
                    "yes",
                    "same",
                    "yes",
                    "shipping-line1",
                    "7 Rue Verte",
                    "shipping-city",
                    "Paris",
                    "shipping-country",
                    "FR")))
        .contains("Esto no está en ninguno de los países del mercado Market BD.", "7 Rue Verte");
    desk.speaking("en");
    assertThat(stored().at("/contact/phone")).isEqualTo(PHONE);
    assertThat(stored().json().get("shippingAddress").isNull()).isTrue();

    tellEverything();
    done(
        send(
            "/addresses",
            "billing-line1",
            "1 Bank",
            "billing-city",
            "Dhaka",
            "billing-country",
            "BD"));
    var told = stored();
    assertThat(told.at("/shippingAddress/line1")).isEqualTo("12 Motijheel");
    assertThat(told.at("/billingAddress/line1")).isEqualTo("1 Bank");
    assertThat(told.at("/fulfilment/name")).isEqualTo("Rider");
    assertThat(told.json().get("blockers")).isEmpty();
    assertThat(desk.get(path()).ok().text()).contains("Ready to be placed", "1 Bank, Dhaka, BD");
  }

  @Test
  void anAddressStaysInItsCountryWhereTheMarketNoLongerDelivers() {
    tellEverything();
    shop.api()
        .put("/orders/markets/" + shop.market(), body().with("countries", list("IN", "LK")))
        .ok();

    assertThat(desk.get(path()).ok().text())
        .contains("<option value=\"BD\" selected=\"selected\">Bangladesh</option>")
        .contains("<option value=\"IN\">India</option>");
    done(send("/addresses", inDhaka("12 Motijheel")));
    assertThat(page(422, send("/addresses", inDhaka("14 Motijheel"))))
        .contains("in none of the countries of the market", "14 Motijheel")
        .contains("<option value=\"BD\" selected=\"selected\">");

    assertThat(stored().at("/shippingAddress/line1")).isEqualTo("12 Motijheel");
    assertThat(stored().at("/shippingAddress/country")).isEqualTo("BD");
  }

  @Test
  void anotherMarketPricesEverythingAnewAndAmountsByHandAreConfirmed() {
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    done(send("", "discount", "1.00"));

    assertThat(page(409, send("/market", "market", british))).contains("That was not done");
    done(send("/market", "market", british, "confirm", "yes"));

    assertThat(stored().number("/total")).isEqualTo(998 - 100);
    assertThat(desk.get(path()).ok().text()).contains("Market UK", "£8.98");
  }

  @Test
  void theFrontDeskGivesNoLargerPartOfADraftByMakingItSmallerOrCheaper() {
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    var mugs = stored().at("/items/0/id");
    done(send("", "discount", "2.50"));

    for (var refused :
        List.of(
            send("/items/" + mugs, "quantity", "1"),
            send("/market", "market", british, "confirm", "yes"))) {
      assertThat(page(409, refused)).contains("it would be more of what is left then");
    }
    done(send("/items", "goods", "item:" + shop.item("Spoon", 100)));
    assertThat(page(409, send("/items/" + mugs, "do", "remove")))
        .contains("it would be more of what is left then");
    done(send("/items/" + stored().at("/items/1/id"), "do", "remove"));

    assertThat(stored().number("/total")).isEqualTo(2500 - 250);
    assertThat(stored().at("/marketId")).isEqualTo(shop.market());
  }

  @Test
  void theFrontDeskGivesNoLargerPartByWhateverElseMakesADraftCheaper() {
    var mugs = stored().at("/items/0/id");
    done(send("/items/" + mugs, "discount", "2.50"));
    shop.price(mug, body().with("marketId", shop.market()).with("price", 1000));

    for (var refused :
        List.of(
            send("/delivery", "asked", "yes", "exempt", "yes"),
            send("/customer", "patient", shop.clinic().patient()),
            send("/coupon", "code", "TEN"),
            send(
                "/addresses",
                "asked",
                "yes",
                "same",
                "yes",
                "shipping-line1",
                "12 Motijheel",
                "shipping-city",
                "Dhaka",
                "shipping-country",
                "BD"),
            desk.post(path() + "/duplicate", Map.of()),
            desk.post("/console/new-cart", Map.of("patient", rahim, "like", draft)))) {
      assertThat(page(409, refused)).contains("it would be more of what the line comes to then");
    }
    assertThat(stored().number("/total")).isEqualTo(2500 - 250);
    assertThat(stored().at("/items/0/unitPrice")).isEqualTo("1250");
    assertThat(shop.api().get("/orders/drafts").ok().at("/total")).isEqualTo("1");

    done(send("/items/" + mugs, "discount", "2.00"));
    done(send("/delivery", "asked", "yes", "exempt", "yes"));
    assertThat(stored().number("/total")).isEqualTo(2000 - 200);
  }

  @Test
  void aLineThatMakesOthersCheaperGivesNoLargerPartOfThem() {
    var tier =
        body().with("marketId", shop.market()).with("fromQuantity", 3).with("unitPrice", 500);
    shop.api().put("/orders/items/" + mug + "/tiers", body().with("tiers", list(tier))).ok();
    done(send("/items/" + stored().at("/items/0/id"), "discount", "2.50"));

    assertThat(page(409, send("/items", "goods", "item:" + mug)))
        .contains("it would be more of what the line comes to then");
    assertThat(stored().number("/total")).isEqualTo(2500 - 250);

    DeskBrowser.give(clinics, shop.clinic(), ana, "MANAGER");
    done(send("/items", "goods", "item:" + mug));
    assertThat(stored().number("/total")).isEqualTo(1500 - 250);
  }

  @Test
  void aQuoteSaysItsFiguresInItsMarketsCurrencyOnceItsDraftIsDeleted() {
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    shop.price(mug, body().with("marketId", british).with("price", 850));
    draft =
        shop.draft(
                body()
                    .with("marketId", british)
                    .with("customerId", rahim)
                    .with("items", list(line(mug))))
            .at("/id");
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                body().with("patientId", rahim).with("cartId", draft).with("creatorId", ana))
            .ok()
            .at("/id");
    assertThat(desk.get("/console/quotes/" + quote).ok().text())
        .contains("£8.50", "/console/carts/" + draft);

    shop.api().delete("/orders/drafts/" + draft).ok();

    assertThat(desk.get("/console/quotes/" + quote).ok().text())
        .contains("£8.50")
        .doesNotContain("BDT", "/console/carts/" + draft);
  }

  @Test
  void aSearchForACustomerWithWhatNobodyTypesIsASearch() {
    assertThat(desk.get("/console/drafts/new?who=%00ra").ok().text()).contains("Rahim");
    assertThat(desk.get(path() + "?who=%00ra&q=%00m").ok().text()).contains("Rahim", "Mug");
  }

  @Test
  void whoSawAnOlderDraftIsToldWhatChangedAndLosesNothing() {
    var old = seen();
    shop.api()
        .patch("/orders/drafts/" + draft, body().with("contact", body().with("name", "Karim")))
        .ok();
    shop.api().post("/orders/drafts/" + draft + "/items", line(shop.item("Cup", 900))).ok();
    var line = stored().at("/items/0/id");

    for (var form :
        new String[] {
          "/items/" + line,
          "",
          "/coupon",
          "/contact",
          "/delivery",
          "/addresses",
          "/market",
          "/stock",
          "/place"
        }) {
      assertThat(page(409, desk.post(path() + form, Map.of("seen", old, "quantity", "7"))))
          .contains(
              "Somebody else has changed this draft", "New: Cup", "Whom to reach has changed");
    }
    assertThat(
            page(409, desk.post(path() + "/items/" + line, Map.of("seen", old, "quantity", "7"))))
        .contains("value=\"7\"");
    var news = "/console/carts/" + draft + "/news?seen-now=";
    assertThat(desk.get(news + old.substring(0, old.indexOf(',') + 1)).ok().text())
        .contains("Somebody else has changed this meanwhile");
    var now = seen();
    assertThat(desk.get(news + now.substring(0, now.indexOf(',') + 1)).status()).isEqualTo(204);
    page(409, desk.post(path() + "/customer", Map.of("seen", old, "firstName", "Eve")));
    page(409, desk.post(path() + "/status", Map.of("seen", old, "status", "ABANDONED")));
    page(409, desk.post(path() + "/delete", Map.of("seen", old)));

    assertThat(stored().number("/total")).isEqualTo(3400);
    assertThat(stored().at("/customer/firstName")).isEqualTo("Rahim");
    assertThat(stored().at("/status")).isEqualTo("DRAFT");
  }

  @Test
  void itIsPlacedOnceWithThePhoneConfirmedAndNothingInItsWay() {
    assertThat(page(409, send("/place", "phone", PHONE)))
        .contains("That was not done", "Choose how it is paid", "href=\"#delivery\"");
    tellEverything();
    assertThat(page(422, send("/place"))).contains("Read the phone number back");
    assertThat(page(422, send("/place", "phone", "123"))).contains("not the draft&#39;s phone");
    done(send("/stock", "until", "2099-12-31"));
    assertThat(desk.get(path()).ok().text()).contains("Held until");
    var seen = seen();

    var placed = desk.post(path() + "/place", Map.of("seen", seen, "phone", PHONE));

    var order = placed.headers().firstValue("Location").orElseThrow();
    assertThat(order).startsWith("/console/orders/order_");
    assertThat(desk.get(order).ok().text()).contains("#ORD-000000000001", "To be approved");
    assertThat(desk.get(path()).headers().firstValue("Location")).hasValue(order);
    assertThat(
            desk.post(path() + "/place", Map.of("seen", seen, "phone", PHONE))
                .headers()
                .firstValue("Location"))
        .hasValue(order);
    assertThat(shop.api().get("/orders").ok().number("/total")).isOne();
    var late = desk.post(path() + "/contact", Map.of("seen", seen, "name", "Rahim"));
    assertThat(late.headers().firstValue("Location")).hasValue(order + "?placed");
    assertThat(desk.get(order + "?placed").ok().text())
        .contains("Somebody else has placed the draft meanwhile");
    var deleted = desk.post(path() + "/delete", Map.of("seen", seen));
    assertThat(deleted.headers().firstValue("Location")).hasValue(order + "?placed");

    draft = shop.draft(body().with("customerId", rahim)).at("/id");
    var page = desk.get(path()).ok().text();
    assertThat(page).contains("Used for this customer before", "12 Motijheel, Dhaka, BD");
    var known = Pattern.compile("name=\"use\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(known.find()).isTrue();
    done(send("/addresses", "use", known.group(1)));
    assertThat(stored().at("/shippingAddress/line1")).isEqualTo("12 Motijheel");
  }

  @Test
  void anAddressThatWasForgottenMeanwhileLeavesTheDraftAsItIs() {
    var another =
        shop.draft(
                body()
                    .with("customerId", rahim)
                    .with(
                        "shippingAddress",
                        body()
                            .with("line1", "7 Green Road")
                            .with("city", "Dhaka")
                            .with("country", "BD")))
            .at("/id");
    var known =
        Pattern.compile("name=\"use\"[^>]*value=\"([^\"]+)\"")
            .matcher(desk.get(path()).ok().text());
    assertThat(known.find()).isTrue();
    shop.api().delete("/orders/drafts/" + another).ok();

    assertThat(page(409, send("/addresses", "use", known.group(1))))
        .contains("your change was not made", "Mug")
        .doesNotContain("7 Green Road");
    assertThat(stored().json().get("shippingAddress").isNull()).isTrue();
  }

  @Test
  void whoCannotBeCalledYetIsAskedForAPhoneNumber() {
    tellEverything();
    done(send("/contact", "phone", "none yet"));
    assertThat(desk.get(path()).ok().text())
        .contains(
            "There is no phone number",
            "type=\"tel\" name=\"phone\" maxlength=\"50\" autocomplete=\"off\" value=\"\"");

    var order = send("/place", "phone", PHONE).headers().firstValue("Location").orElseThrow();

    assertThat(desk.get(order).ok().text()).contains("#ORD-000000000001", PHONE);
  }

  @Test
  void whetherTaxesArePaidStandsAsItWasTypedWhereThatWasNotTaken() {
    desk.get(path()).ok();
    assertThat(page(409, desk.post(path() + "/delivery", Map.of("asked", "yes", "exempt", "yes"))))
        .contains("name=\"exempt\" value=\"yes\" id=\"exempt\" checked");
    done(send("/delivery", "asked", "yes", "exempt", "yes"));

    assertThat(page(409, desk.post(path() + "/delivery", Map.of("asked", "yes"))))
        .doesNotContain("id=\"exempt\" checked");
    assertThat(desk.get(path()).ok().text()).contains("id=\"exempt\" checked");
    assertThat(stored().at("/taxExempt")).isEqualTo("true");
  }

  @Test
  void theFrontDeskNamesNoPriceByMovingItToAnotherCurrency() {
    var british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    DeskBrowser.give(clinics, shop.clinic(), ana, "MANAGER");
    done(send("/items/" + stored().at("/items/0/id"), "price", "12.00"));
    DeskBrowser.give(clinics, shop.clinic(), ana, "FRONT_DESK");

    assertThat(page(422, send("/market", "market", british, "confirm", "yes")))
        .contains("Prices are set by managers and owners.");
    assertThat(stored().number("/total")).isEqualTo(2400);
    assertThat(stored().at("/marketId")).isEqualTo(shop.market());

    DeskBrowser.give(clinics, shop.clinic(), ana, "MANAGER");
    done(send("/market", "market", british, "confirm", "yes"));
    assertThat(stored().at("/items/0/unitPrice")).isEqualTo("1200");
  }

  @Test
  void aDraftWhoseQuoteWasAcceptedIsPlacedForWhatItsPageSays() {
    tellEverything();
    var quotes = QuoteDesk.of(shop.clinic());
    shop.clinic().api().put("/user/patient/" + rahim, body().with("email", "r@mail.example")).ok();
    var sent =
        quotes.send(
            shop.api().post("/billing/quote", aQuote(rahim, draft).by(quotes.provider())).ok());
    shop.price(mug, body().with("marketId", shop.market()).with("price", 2000));
    quotes.answer(quotes.send(quotes.revise(sent, "TODAY").ok()), "accept").ok();
    shop.price(mug);

    assertThat(desk.get(path()).ok().text())
        .contains("Ready to be placed", "BDT\u00a0100.00</span></button>", "BDT\u00a085.00")
        .doesNotContain("has no price in this market");
    var order = send("/place", "phone", PHONE).headers().firstValue("Location");
    assertThat(desk.get(order.orElseThrow()).ok().text()).contains("BDT\u00a0100.00");
  }

  @Test
  void aDraftIsPutAsideTakenUpDuplicatedAndDeleted() {
    done(send("/status", "status", "ABANDONED"));
    assertThat(desk.get(path()).ok().text())
        .contains("Take up again")
        .doesNotContain("id=\"find\"", "/place");
    done(send("/status", "status", "DRAFT"));
    var copy = send("/duplicate").headers().firstValue("Location").orElseThrow();
    assertThat(desk.get(copy).ok().text()).contains("BDT\u00a025.00", "Rahim Uddin");
    var deleted = send("/delete");

    assertThat(deleted.headers().firstValue("Location")).hasValue("/console/drafts");
    page(404, desk.get(path()));
  }

  @Test
  void anotherShopsDraftIsNoDraft() {
    DeskBrowser.give(clinics, shop.clinic(), ana, "OWNER");
    var seen = seen();
    var line = stored().at("/items/0/id");
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    stranger.get("/console/account").ok();

    page(404, stranger.get(path()));
    for (var form :
        new String[] {
          "/items/" + line,
          "",
          "/coupon",
          "/contact",
          "/delivery",
          "/addresses",
          "/stock",
          "/duplicate",
          "/delete",
          "/place"
        }) {
      page(404, stranger.post(path() + form, Map.of("seen", seen, "phone", PHONE)));
    }
    assertThat(stored().number("/total")).isEqualTo(2500);
  }
}
