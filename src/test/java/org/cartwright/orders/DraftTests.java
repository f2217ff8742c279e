package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cartwright.carts.CartEvent;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@CartwrightTest
class DraftTests {

  private static final String NO_CARTS = "{\"data\":[],\"total\":0}";

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;
  private Shop shop;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
  }

  static AnyBody address(String country) {
    return body().with("line1", "12 Motijheel").with("city", "City").with("country", country);
  }

  static String path(Answer draft) {
    return "/orders/drafts/" + draft.at("/id");
  }

  static List<String> blockers(Answer draft) {
    var codes = new ArrayList<String>();
    draft.json().get("blockers").forEach(one -> codes.add(one.get("code").asString()));
    return codes;
  }

  private Answer patch(Answer draft, Body<?> update) {
    return shop.api().patch(path(draft), update);
  }

  @Test
  void aNewDraftIsNewsOnceWithAllThatItIsMadeWith() {
    var customer = shop.clinic().patient();
    var item = shop.item("Serum", 500);

    var heard =
        announcements.during(
            () ->
                shop.draft(
                    body()
                        .with("customerId", customer)
                        .with("items", List.of(line(item).quantity(2)))));

    assertThat(heard)
        .filteredOn(CartEvent.class::isInstance)
        .extracting(CartEvent.class::cast)
        .extracting(CartEvent::type, CartEvent::patientId, CartEvent::total)
        .containsExactly(tuple(CartEvent.Type.CREATED, customer, 1000L));
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    var unsold = shop.clinic().item("Unsold", 100);

    var refused =
        shop.api()
            .post(
                "/orders/drafts",
                body()
                    .with("customerId", "nobody")
                    .with("shippingAddress", address("IE"))
                    .with("billingAddress", address("FR"))
                    .with("fulfilment", body().with("serviceId", "nothing"))
                    .with("expiresDate", "2001-01-01")
                    .with("items", List.of(line(unsold), line("nothing"))));

    assertThat(refused.violations())
        .containsExactly(
            "[body, customerId] value_error",
            "[body, fulfilment, serviceId] value_error",
            "[body, shippingAddress, country] value_error",
            "[body, billingAddress, country] value_error",
            "[body, expiresDate] value_error",
            "[body, items, 0, itemId] value_error",
            "[body, items, 1, itemId] value_error");
    assertThat(refused.text()).contains("none of the countries of the market Market BD");
  }

  @Test
  void whatIsMalformedIsSaidAtOnce() {
    var refused =
        shop.api()
            .post(
                "/orders/drafts",
                body()
                    .with("contact", body().with("email", "no"))
                    .with("shippingAddress", address("XX"))
                    .with("paymentMethod", "GOLD")
                    .with("discountPercentage", 101)
                    .with("items", List.of(body().with("quantity", 0))));

    assertThat(refused.violations())
        .containsExactly(
            "[body, contact, email] string_pattern_mismatch",
            "[body, shippingAddress, country] value_error",
            "[body, paymentMethod] enum",
            "[body, discountPercentage] less_than_equal",
            "[body, items, 0, quantity] greater_than");
    assertThat(shop.api().get("/orders/customers").ok().json().size()).isZero();
  }

  @Test
  void aRefusedDraftEntersNoCustomer() {
    shop.api()
        .post(
            "/orders/drafts",
            body()
                .with("customer", body().with("firstName", "Rahim"))
                .with("items", List.of(line("nothing"))))
        .refused(422);

    assertThat(shop.api().get("/orders/customers").ok().json().size()).isZero();
  }

  @Test
  void aShopWithoutAMarketHasNoDrafts() {
    var clinic = clinics.open();

    assertThat(clinic.api().post("/orders/drafts", body()).violation())
        .isEqualTo("[body, marketId] value_error");
    assertThat(shop.api().post("/orders/drafts", body().with("marketId", "XX")).violation())
        .isEqualTo("[body, marketId] value_error");
  }

  @Test
  void allThatIsSentToADraftIsGoodsEvenIfItIsWhatTheFeeIsOf() {
    var mug = shop.item("Mug", 1000);
    var fee = shop.item("Express", 4500);
    var service =
        shop.api()
            .post(
                shop.services(),
                body().with("category", "SHIPPING").with("name", "Express").with("itemId", fee))
            .ok()
            .at("/id");
    var draft = shop.draft(body().with("fulfilment", body().with("serviceId", service)));

    for (var quantity : List.of(1, 2)) {
      var sold =
          patch(draft, body().with("items", List.of(line(mug), line(fee).quantity(quantity)))).ok();
      assertThat(sold.json().at("/items")).hasSize(2);
      assertThat(sold.at("/items/1/itemId")).isEqualTo(fee);
      assertThat(sold.number("/total")).isEqualTo(1000 + 4500L * quantity + 4500);

      var again = shop.api().put(path(draft), sold.text()).ok();
      assertThat(again.text()).isEqualTo(sold.text());
    }
  }

  @Test
  void whatTheMarketSellsNoMoreIsNeitherFeeNorGoodsBecauseItIsTheOther() {
    var mug = shop.item("Mug", 1000);
    var van = shop.item("Van", 4500);
    var byVan = body().with("serviceId", service("Van", van));
    var brought = shop.draft(body().with("fulfilment", byVan).with("items", List.of(line(mug))));
    var bought = shop.draft(body().with("items", List.of(line(mug), line(van))));
    shop.price(van);

    assertThat(patch(brought, body().with("items", List.of(line(mug), line(van)))).violation())
        .isEqualTo("[body, items, 1, itemId] value_error");
    assertThat(patch(bought, body().with("fulfilment", byVan)).violation())
        .isEqualTo("[body, fulfilment, serviceId] value_error");
    for (var draft : List.of(brought, bought)) {
      assertThat(shop.api().get(path(draft)).ok().number("/total")).isEqualTo(5500);
    }
  }

  @Test
  void whatTheMarketSellsNoMoreIsNoGoodsOfTheCartEitherBecauseItIsTheFee() {
    var mug = shop.item("Mug", 1000);
    var van = shop.item("Van", 4500);
    var byVan = body().with("serviceId", service("Van", van));
    var draft =
        shop.draft(
            body()
                .with("customerId", shop.clinic().patient())
                .with("fulfilment", byVan)
                .with("items", List.of(line(mug))));
    shop.price(van);
    var cart = "/billing/cart/" + draft.at("/id");
    var served = shop.api().get(cart).ok();
    var fee = line(van).with("id", served.at("/items/1/id"));
    var whole =
        body()
            .with("patientId", served.at("/patient/id"))
            .with("creatorId", served.json().at("/creator/id").asStringOpt().orElse(null));

    for (var sent :
        List.of(
            List.of(line(mug), line(van).with("unitPrice", 100)),
            List.of(line(mug), line(van), fee))) {
      assertThat(shop.api().put(cart, whole.with("items", sent)).violation())
          .isEqualTo("[body, items, 1, itemId] value_error");
    }
    assertThat(shop.api().get(cart).ok().text()).isEqualTo(served.text());
    for (var sent : List.of(List.of(line(mug)), List.of(line(mug), fee), List.of(fee, line(mug)))) {
      assertThat(shop.api().put(cart, whole.with("items", sent)).ok().number("/total"))
          .isEqualTo(5500);
    }
  }

  private String service(String name, String item) {
    return shop.api()
        .post(
            shop.services(),
            body().with("category", "DELIVERY").with("name", name).with("itemId", item))
        .ok()
        .at("/id");
  }

  @Test
  void aFeeWithoutAPriceIsToBeLookedUpOnceItHasOneAgain() {
    var van = shop.item("Van", 4500);
    var byVan = body().with("serviceId", service("Van", van));
    var draft = shop.draft(body().with("fulfilment", byVan));
    shop.price(van);
    var unsold = patch(draft, body().with("taxExempt", true)).ok();
    assertThat(unsold.number("/fee")).isZero();

    shop.price(van, body().with("marketId", shop.market()).with("price", 5000));

    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(unsold.text());
    assertThat(unsold.text())
        .contains(
            "The chosen service is not offered any more, or its fee has no price: choose another;"
                + " once it has one, save the draft again.");
    var saved = patch(draft, body()).ok();
    assertThat(blockers(saved)).doesNotContain("SERVICE_WITHDRAWN");
    assertThat(saved.number("/fee")).isEqualTo(5000);
  }

  @Test
  void aDraftHasAtMostFiveHundredLinesAndTheFeeIsOneOfThem() {
    var mug = shop.item("Mug", 1);
    var most = Collections.nCopies(500, line(mug));
    var rider = body().with("serviceId", shop.service("DELIVERY", "Rider", 6000));
    var full = "The cart already has 500 lines, the most there can be; start another cart.";

    var draft = shop.draft(body().with("items", most.subList(0, 499)));
    draft = shop.api().post(path(draft) + "/items", line(mug)).ok();
    assertThat(draft.number("/itemCount")).isEqualTo(500);
    assertThat(shop.api().put(path(draft), draft.text()).ok().text()).isEqualTo(draft.text());
    assertThat(shop.api().post(path(draft) + "/items", line(mug)).refused(409).at("/detail"))
        .isEqualTo(full);
    assertThat(patch(draft, body().with("fulfilment", rider)).refused(409).at("/detail"))
        .isEqualTo(full);
    assertThat(patch(draft, body().with("items", Collections.nCopies(501, line(mug)))).violation())
        .isEqualTo("[body, items] too_long");
    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(draft.text());

    var withFee =
        patch(draft, body().with("items", most.subList(0, 499)).with("fulfilment", rider)).ok();
    assertThat(withFee.number("/total")).isEqualTo(6499);
    assertThat(shop.api().post(path(draft) + "/items", line(mug)).refused(409).at("/detail"))
        .isEqualTo(full);
    assertThat(patch(draft, body().with("items", most)).refused(422).text())
        .contains("beside the fee there can be at most 499 lines");
    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(withFee.text());

    var withoutFee = patch(draft, body().with("items", most).with("fulfilment", null)).ok();
    assertThat(withoutFee.number("/itemCount")).isEqualTo(500);
    assertThat(withoutFee.number("/total")).isEqualTo(500);
  }

  @Test
  void aDraftInAnArchivedMarketIsSoldAsBeforeWhoeverSendsPricesBack() {
    var uk = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    var mug = shop.item("Mug", 1000);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1000),
        body().with("marketId", uk).with("price", 700));
    var tiers = "/orders/items/" + mug + "/tiers";
    var fromTen = body().with("marketId", uk).with("fromQuantity", 10).with("unitPrice", 600);
    shop.api().put(tiers, body().with("tiers", List.of(fromTen))).ok();
    var draft = shop.draft(body().with("marketId", uk).with("items", List.of(line(mug))));
    shop.api().delete("/orders/markets/" + uk).ok();

    var prices = "/orders/items/" + mug + "/prices";
    assertThat(shop.api().put(prices, shop.api().get(prices).ok().text()).ok().text())
        .isEqualTo(shop.api().get(prices).ok().text())
        .doesNotContain(uk);
    assertThat(shop.api().put(tiers, shop.api().get(tiers).ok().text()).ok().text())
        .isEqualTo("{\"itemId\":\"%s\",\"tiers\":[]}".formatted(mug));

    assertThat(blockers(shop.api().get(path(draft)).ok())).doesNotContain("NOT_SOLD_IN_MARKET");
    var one = path(draft) + "/items/" + draft.at("/items/0/id");
    assertThat(shop.api().put(one, body().with("quantity", 2)).ok().number("/total"))
        .isEqualTo(1400);
    assertThat(shop.api().put(one, body().with("quantity", 10)).ok().number("/total"))
        .isEqualTo(6000);
  }

  @Test
  void theCodeOfAnArchivedMarketNamesTheOneThatHasItNow() {
    var old = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    var draft = shop.draft(body().with("marketId", old));
    shop.api().delete("/orders/markets/" + old).ok();
    assertThat(patch(draft, body().with("marketId", "UK")).ok().at("/market/id")).isEqualTo(old);

    var next = Shop.market(shop.clinic(), "UK", "GBP", "GB", false);

    assertThat(patch(draft, body().with("marketId", old)).ok().at("/market/id")).isEqualTo(old);
    assertThat(patch(draft, body().with("marketId", "UK")).ok().at("/market/id")).isEqualTo(next);
  }

  @Test
  void anotherMarketPricesEverythingAnewAndDropsTheService() {
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);
    var shirt = shop.item("Shirt", 59000);
    var mug = shop.item("Mug", 1000);
    shop.price(
        shirt,
        body().with("marketId", shop.market()).with("price", 59000),
        body().with("marketId", japan).with("price", 700));
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body()
                    .with("shippingAddress", address("BD"))
                    .with(
                        "fulfilment",
                        body().with("serviceId", shop.service("SHIPPING", "Express", 4500)))
                    .with("items", List.of(line(shirt), line(mug))))
            .ok();
    assertThat(draft.number("/total")).isEqualTo(64_500);

    var moved = patch(draft, body().with("marketId", "JP")).ok();

    assertThat(moved.at("/currency")).isEqualTo("JPY");
    assertThat(moved.number("/items/0/unitPrice")).isEqualTo(700);
    assertThat(moved.number("/fee")).isZero();
    assertThat(moved.at("/fulfilment/category")).isEqualTo("SHIPPING");
    assertThat(moved.json().at("/fulfilment/serviceId").isNull()).isTrue();
    assertThat(moved.at("/formatted/total")).isEqualTo("¥700");
    assertThat(blockers(moved))
        .containsExactly(
            "NO_CUSTOMER",
            "NO_PHONE",
            "NO_FULFILMENT",
            "ADDRESS_OUTSIDE_MARKET",
            "NO_PAYMENT_METHOD",
            "NOT_SOLD_IN_MARKET");
    assertThat(moved.at("/blockers/5/itemId")).isEqualTo(moved.at("/items/1/id"));
  }

  @Test
  void whatHadNoPriceIsNeitherQuotedNorOrderedForNothingOnceItHasOne() {
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);
    var mug = shop.item("Mug", 1000);
    shop.price(mug, body().with("marketId", shop.market()).with("price", 1000));
    var customer = shop.clinic().patient();
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body().with("customerId", customer).with("items", List.of(line(mug))))
            .ok();
    var moved = patch(draft, body().with("marketId", japan)).ok();
    assertThat(moved.at("/items/0/priceSource")).isEqualTo("NONE");
    var quote = aQuote(customer, moved.at("/id")).with("creatorId", shop.clinic().provider());

    shop.api().post("/billing/quote", quote).refused(409);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1000),
        body().with("marketId", japan).with("price", 700));
    var priced = shop.api().get(path(draft)).ok();
    assertThat(blockers(priced)).contains("NOT_SOLD_IN_MARKET");
    shop.api().post("/billing/quote", quote).refused(409);

    var saved = patch(draft, body().with("internalNote", "Has a price now.")).ok();
    assertThat(saved.number("/items/0/unitPrice")).isEqualTo(700);
    assertThat(blockers(saved)).doesNotContain("NOT_SOLD_IN_MARKET");
  }

  @Test
  void pricesNamedByHandAreConfirmedInAnotherCurrency() {
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);
    var shirt = shop.item("Shirt", 59000);
    shop.price(
        shirt,
        body().with("marketId", shop.market()).with("price", 59000),
        body().with("marketId", japan).with("price", 700));
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body().with("items", List.of(body().with("itemId", shirt).with("unitPrice", 500))))
            .ok();

    patch(draft, body().with("marketId", japan)).refused(409);
    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(draft.text());

    var moved = patch(draft, body().with("marketId", japan).with("confirmPrices", true)).ok();
    assertThat(moved.number("/total")).isEqualTo(500);
    assertThat(moved.at("/currency")).isEqualTo("JPY");
  }

  @Test
  void whatIsSentBackOnOtherTermsIsNoNamedPriceAndWhatIsTakenOffNeedsNoConfirmation() {
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);
    var shirt = shop.item("Shirt", 59000);
    shop.price(
        shirt,
        body().with("marketId", shop.market()).with("price", 59000),
        body().with("marketId", japan).with("price", 700));
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body().with("discountPercentage", 10).with("items", List.of(line(shirt))))
            .ok();

    var moved = shop.api().put(path(draft), served(draft).put("marketId", japan).toString()).ok();
    assertThat(moved.number("/items/0/unitPrice")).isEqualTo(700);
    assertThat(moved.at("/items/0/priceSource")).isEqualTo("CATALOG");
    assertThat(moved.number("/discountAmount")).isEqualTo(70);

    var named = patch(moved, body().with("items", List.of(line(shirt).with("unitPrice", 500))));
    var back = body().with("marketId", shop.market());
    patch(named.ok(), back).refused(409);
    var looked = patch(moved, back.with("items", List.of(line(shirt)))).ok();
    assertThat(looked.number("/items/0/unitPrice")).isEqualTo(59_000);
    assertThat(looked.at("/currency")).isEqualTo("BDT");
  }

  @Test
  void aPartOfADraftIsChangedAloneAndItsDiscountTakenOffByNull() {
    var shirt = shop.item("Shirt", 1000);
    shop.price(shirt, body().with("marketId", shop.market()).with("price", 1000));
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body().with("discountAmount", 300).with("items", List.of(line(shirt))))
            .ok();

    var more = List.of(line(shirt).quantity(2));
    assertThat(patch(draft, body().with("items", more)).ok().number("/total")).isEqualTo(1700);
    assertThat(
            patch(draft, body().with("items", more).with("discountPercentage", 0))
                .ok()
                .number("/total"))
        .isEqualTo(1700);
    assertThat(patch(draft, body().with("discountPercentage", null)).ok().number("/total"))
        .isEqualTo(1700);
    assertThat(patch(draft, body().with("discountAmount", null)).ok().number("/total"))
        .isEqualTo(2000);
    assertThat(patch(draft, body().with("discountPercentage", 10)).ok().number("/total"))
        .isEqualTo(1800);
    assertThat(
            patch(draft, body().with("discountAmount", null).with("discountPercentage", null))
                .ok()
                .number("/total"))
        .isEqualTo(2000);
  }

  @Test
  void theOwnContactOfACustomerGivesWayToThatOfAnother() {
    var rahim =
        body().with("firstName", "Rahim").with("phone", "+880 1").with("email", "r@a.example");
    var nadia = body().with("firstName", "Nadia").with("phone", "+880 2");
    var draft = shop.draft(body().with("customer", rahim));
    assertThat(draft.at("/contact/name")).isEqualTo("Rahim");

    var theirs = patch(draft, body().with("customer", nadia)).ok();
    assertThat(theirs.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Nadia\",\"phone\":\"+880 2\",\"email\":null}");

    patch(draft, body().with("contact", body().with("phone", "+880 3"))).ok();
    var typed = patch(draft, body().with("customerId", draft.at("/customerId"))).ok();
    assertThat(typed.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Nadia\",\"phone\":\"+880 3\",\"email\":null}");
  }

  @Test
  void nobodyIsReachedOnceTheCustomerIsTakenOffWhoseContactItWas() {
    var rahim = body().with("firstName", "Rahim").with("phone", "+880 1");
    var draft = shop.draft(body().with("customer", rahim));

    var nobodys = patch(draft, body().with("customerId", null)).ok();

    assertThat(nobodys.json().get("contact").toString())
        .isEqualTo("{\"name\":null,\"phone\":null,\"email\":null}");
  }

  @Test
  void theDiscountOfADraftIsItsOwnAndNeverTakenForTheCouponsPartInIt() {
    var shirt = shop.item("Shirt", 1000);
    shop.price(shirt, body().with("marketId", shop.market()).with("price", 1000));
    shop.api().post("/orders/coupons", body().with("code", "TEN").with("percentage", 10)).ok();
    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body()
                    .with("couponCode", "TEN")
                    .with("discountAmount", 300)
                    .with("items", List.of(line(shirt))))
            .ok();
    assertThat(draft.number("/couponDiscountAmount")).isEqualTo(70);

    var both = patch(draft, body().with("discountAmount", 370)).ok();

    assertThat(both.number("/discountAmount")).isEqualTo(370);
    assertThat(both.number("/couponDiscountAmount")).isEqualTo(63);
    assertThat(both.number("/total")).isEqualTo(567);
  }

  private static ObjectNode served(Answer draft) {
    return ((ObjectNode) draft.json()).deepCopy();
  }

  @Test
  void whereTheGoodsGoDecidesTheTaxes() {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "Dhaka").with("percentage", 10).with("regions", List.of("Dhaka")))
        .ok();
    var outlet =
        shop.api()
            .post(
                shop.services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Motijheel Outlet")
                    .with("address", address("BD").with("region", "Dhaka")))
            .ok()
            .at("/id");
    var draft =
        shop.api()
            .post("/orders/drafts", body().with("items", List.of(line(shop.item("Mug", 1000)))))
            .ok();
    assertThat(draft.number("/taxAmount")).isZero();

    var dhaka =
        patch(draft, body().with("shippingAddress", address("BD").with("region", "Dhaka"))).ok();
    assertThat(dhaka.number("/taxAmount")).isEqualTo(100);
    var sylhet =
        patch(draft, body().with("shippingAddress", address("BD").with("region", "Sylhet"))).ok();
    assertThat(sylhet.number("/taxAmount")).isZero();
    var fetched = patch(draft, body().with("fulfilment", body().with("serviceId", outlet))).ok();
    assertThat(fetched.number("/taxAmount")).isEqualTo(100);
    var exempt = patch(draft, body().with("taxExempt", true)).ok();
    assertThat(exempt.number("/taxAmount")).isZero();
  }

  @Test
  void aDraftIsTaxedAtTheOutletOfItsServiceOnceItIsPricedAnew() {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "Dhaka").with("percentage", 10).with("regions", List.of("Dhaka")))
        .ok();
    var mug = shop.item("Mug", 1000);
    var service = shop.service("SHIPPING", "Rider", 500);
    var sent =
        body()
            .with("fulfilment", body().with("serviceId", service))
            .with("shippingAddress", address("BD").with("region", "Sylhet"))
            .with("items", List.of(line(mug)));
    var drafts = Stream.generate(() -> shop.draft(sent)).limit(4).toList();
    var fee = shop.api().get(shop.services()).ok().at("/0/itemId");
    shop.api()
        .put(
            shop.services() + "/" + service,
            body()
                .with("category", "PICKUP")
                .with("name", "Outlet")
                .with("itemId", fee)
                .with("address", address("BD").with("region", "Dhaka")))
        .ok();

    var unchanged = shop.api().get(path(drafts.getFirst())).ok();
    assertThat(unchanged.number("/total")).isEqualTo(1500);
    assertThat(unchanged.at("/fulfilment/category")).isEqualTo("SHIPPING");
    assertFetched(patch(drafts.get(0), body().with("discountAmount", 100)), 140, 1540);
    assertFetched(patch(drafts.get(1), body().with("shippingAddress", null)), 150, 1650);
    assertFetched(
        shop.api().post(path(drafts.get(2)) + "/coupon", body().with("code", "X")), 150, 1650);
    var served = shop.api().get(path(drafts.get(3))).ok();
    assertFetched(shop.api().put(path(served), served.text()), 150, 1650);
  }

  private static void assertFetched(Answer draft, long tax, long total) {
    assertThat(draft.ok().at("/fulfilment/category")).isEqualTo("PICKUP");
    assertThat(draft.number("/taxAmount")).isEqualTo(tax);
    assertThat(draft.number("/total")).isEqualTo(total);
  }

  @Test
  void anotherMarketLeavesOfAServiceWhichCategoryItHas() {
    var service = shop.service("SHIPPING", "Rider", 500);
    var draft = shop.draft(body().with("fulfilment", body().with("serviceId", service)));
    shop.api()
        .put(
            shop.services() + "/" + service,
            body().with("category", "PICKUP").with("name", "Outlet").with("address", address("BD")))
        .ok();
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);

    var moved = patch(draft, body().with("marketId", japan)).ok();

    assertThat(moved.at("/fulfilment/category")).isEqualTo("PICKUP");
    assertThat(moved.json().at("/fulfilment/serviceId").isNull()).isTrue();
  }

  @Test
  void aServiceIsOfTheMarketAndOfItsCategory() {
    var japan = Shop.market(shop.clinic(), "JP", "JPY", "JP", true);
    var there =
        shop.api()
            .post(
                "/orders/markets/" + japan + "/services",
                body().with("category", "SHIPPING").with("name", "Yamato"))
            .ok()
            .at("/id");
    var here = shop.service("SHIPPING", "Express", 4500);
    var draft = shop.draft(body());

    assertThat(patch(draft, body().with("fulfilment", body().with("serviceId", there))).violation())
        .isEqualTo("[body, fulfilment, serviceId] value_error");
    assertThat(
            patch(
                    draft,
                    body()
                        .with(
                            "fulfilment",
                            body().with("serviceId", here).with("category", "PICKUP")))
                .violation())
        .isEqualTo("[body, fulfilment, category] value_error");

    patch(draft, body().with("fulfilment", body().with("serviceId", here))).ok();
    shop.api().delete(shop.services() + "/" + here).ok();
    var withdrawn = shop.api().get(path(draft)).ok();
    assertThat(blockers(withdrawn)).contains("SERVICE_WITHDRAWN");
    assertThat(shop.api().put(path(draft), withdrawn.text()).ok().text())
        .isEqualTo(withdrawn.text());
    assertThat(
            shop.api()
                .post("/orders/drafts", body().with("fulfilment", body().with("serviceId", here)))
                .violation())
        .isEqualTo("[body, fulfilment, serviceId] value_error");
  }

  @Test
  void linesAreAddedChangedAndTakenOff() {
    var shirt = shop.item("Shirt", 1000);
    shop.api()
        .put(
            "/orders/items/" + shirt + "/tiers",
            body()
                .with(
                    "tiers",
                    List.of(
                        body()
                            .with("marketId", shop.market())
                            .with("fromQuantity", 10)
                            .with("unitPrice", 900))))
        .ok();
    var draft = shop.draft(body());
    var items = path(draft) + "/items";

    var added = shop.api().post(items, line(shirt).quantity("9")).ok();
    assertThat(added.number("/goodsTotal")).isEqualTo(9_000);
    assertThat(added.json().at("/items/0/tier").isNull()).isTrue();
    var changed =
        shop.api().put(items + "/" + added.at("/items/0/id"), body().with("quantity", 10)).ok();
    assertThat(changed.number("/goodsTotal")).isEqualTo(9_000);
    assertThat(changed.at("/items/0/priceSource")).isEqualTo("TIER");
    assertThat(changed.at("/items/0/tier/fromQuantity")).isEqualTo("10");
    var empty = shop.api().delete(items + "/" + added.at("/items/0/id")).ok();
    assertThat(empty.number("/itemCount")).isZero();
    assertThat(empty.number("/total")).isZero();

    shop.api().delete(items + "/nothing").refused(404);
    assertThat(shop.api().post(items, line(shop.clinic().item("Unsold", 1))).violation())
        .isEqualTo("[body, itemId] value_error");
  }

  @Test
  void whatTheMarketSellsNoMoreIsNotOrderedAtThePriceOfAnotherQuantity() {
    var shirt = shop.item("Shirt", 1000);
    shop.api()
        .put(
            "/orders/items/" + shirt + "/tiers",
            body()
                .with(
                    "tiers",
                    List.of(
                        body()
                            .with("marketId", shop.market())
                            .with("fromQuantity", 10)
                            .with("unitPrice", 500))))
        .ok();
    var draft = shop.draft(body().with("items", List.of(line(shirt).quantity("10"))));
    shop.price(shirt);

    var fewer =
        shop.api()
            .put(path(draft) + "/items/" + draft.at("/items/0/id"), body().with("quantity", 1))
            .ok();
    assertThat(fewer.at("/items/0/priceSource")).isEqualTo("NONE");
    assertThat(fewer.number("/total")).isZero();

    shop.price(shirt, body().with("marketId", shop.market()).with("price", 1000));
    assertThat(blockers(shop.api().get(path(draft)).ok())).contains("NOT_SOLD_IN_MARKET");
    var priced = patch(draft, body()).ok();
    assertThat(priced.number("/total")).isEqualTo(1000);
    assertThat(blockers(priced)).doesNotContain("NOT_SOLD_IN_MARKET");
  }

  @Test
  void aCouponStaysWhetherOrNotItAppliesAndSaysWhy() {
    shop.api()
        .post(
            "/orders/coupons",
            body()
                .with("code", "CORP50")
                .with("percentage", 10)
                .with(
                    "minimumSubtotals",
                    List.of(body().with("currency", "BDT").with("amount", 2000))))
        .ok();
    var mug = shop.item("Mug", 1000);
    var draft = shop.api().post("/orders/drafts", body().with("items", List.of(line(mug)))).ok();

    var below = shop.api().post(path(draft) + "/coupon", body().with("code", "corp50")).ok();
    assertThat(below.json().get("coupon").toString())
        .isEqualTo(
            "{\"code\":\"corp50\",\"applies\":false,\"discountAmount\":0,\"reason\":\"BELOW_MINIMUM\",\"message\":"
                + "\"The goods in the cart come to less than the coupon asks for.\"}");
    assertThat(blockers(below)).contains("COUPON_DOES_NOT_APPLY");
    var enough = shop.api().post(path(draft) + "/items", line(mug)).ok();
    assertThat(enough.at("/coupon/applies")).isEqualTo("true");
    assertThat(enough.number("/couponDiscountAmount")).isEqualTo(200);
    assertThat(enough.number("/total")).isEqualTo(1_800);
    var unknown = shop.api().post(path(draft) + "/coupon", body().with("code", "X")).ok();
    assertThat(unknown.at("/coupon/reason")).isEqualTo("UNKNOWN");
    var off = shop.api().delete(path(draft) + "/coupon").ok();
    assertThat(off.json().get("coupon").isNull()).isTrue();
    assertThat(off.number("/total")).isEqualTo(2_000);
  }

  @Test
  void aDraftShowsWhatIsInStockOfAllItsLinesTogether() {
    var mug = shop.item("Mug", 1000);
    shop.api().put("/orders/stock/" + mug, body().with("policy", "DENY")).ok();
    shop.api()
        .post(
            "/orders/stock/" + mug + "/movements",
            body().with("kind", "RECEIVED").with("quantity", 3))
        .ok();

    var draft =
        shop.api()
            .post(
                "/orders/drafts",
                body().with("items", List.of(line(mug).quantity("2"), line(mug).quantity("2"))))
            .ok();

    assertThat(draft.json().at("/items/0/availability").toString())
        .isEqualTo("{\"available\":3,\"reserved\":0,\"policy\":\"DENY\",\"short\":true}");
    assertThat(blockers(draft)).contains("OUT_OF_STOCK");
    var fewer =
        shop.api()
            .put(path(draft) + "/items/" + draft.at("/items/0/id"), body().with("quantity", 1))
            .ok();
    assertThat(blockers(fewer)).doesNotContain("OUT_OF_STOCK");
  }

  @Test
  void aDraftIsNoCartToConvertOrDelete() {
    var draft =
        shop.api().post("/orders/drafts", body().with("customerId", shop.clinic().patient())).ok();
    var cart = "/billing/cart/" + draft.at("/id");

    shop.api()
        .post(cart + "/convert-to-charge", body().with("cartId", draft.at("/id")))
        .refused(409);
    assertThat(shop.api().delete(cart).refused(409).text()).contains("draft order");
    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(draft.text());
  }

  @Test
  void aDraftOfNobodyIsInNoListAndNoSearchOfCartsAndCannotBeQuoted() {
    var item = line(shop.item("Rare mug", 1000));
    var draft = shop.api().post("/orders/drafts", body().with("items", List.of(item))).ok();
    var patient = shop.clinic().patient();
    var lists =
        List.of(
            "/billing/cart",
            "/billing/cart?statuses=DRAFT&sort_by=total",
            "/billing/cart?sort_by=expires_date",
            "/billing/cart?sort_by=patient_name",
            "/billing/cart?search=Rare",
            "/billing/cart?search=" + draft.at("/id"));

    for (var list : lists) {
      assertThat(shop.api().get(list).ok().text()).as(list).isEqualTo(NO_CARTS);
    }
    assertThat(shop.api().get("/billing/cart/list").ok().text()).isEqualTo("[]");
    shop.api()
        .post(
            "/billing/quote",
            aQuote(patient, draft.at("/id")).with("creatorId", shop.clinic().provider()))
        .refused(422);

    patch(draft, body().with("customerId", patient)).ok();
    for (var list : lists) {
      assertThat(shop.api().get(list).ok().number("/total")).as(list).isOne();
    }
    patch(draft, body().with("customerId", null)).ok();
    for (var list : lists) {
      assertThat(shop.api().get(list).ok().text()).as(list).isEqualTo(NO_CARTS);
    }
  }

  @Test
  void anotherTenantGetsWhatAMissingDraftGets() {
    var other = Shop.open(clinics);
    var draft =
        shop.api()
            .post("/orders/drafts", body().with("items", List.of(line(shop.item("Mug", 1000)))))
            .ok();
    var line = "/items/" + draft.at("/items/0/id");
    var item = other.item("Mug", 1000);
    var api = other.api();
    List<Function<String, Answer>> operations =
        List.of(
            id -> api.get("/orders/drafts/" + id),
            id -> api.put("/orders/drafts/" + id, body()),
            id -> api.patch("/orders/drafts/" + id, body().with("internalNote", "x")),
            id -> api.delete("/orders/drafts/" + id),
            id -> api.post("/orders/drafts/" + id + "/items", line(item)),
            id -> api.put("/orders/drafts/" + id + line, body().with("quantity", 5)),
            id -> api.delete("/orders/drafts/" + id + line),
            id -> api.post("/orders/drafts/" + id + "/coupon", body().with("code", "X")),
            id -> api.delete("/orders/drafts/" + id + "/coupon"));

    for (var operation : operations) {
      var foreign = operation.apply(draft.at("/id")).refused(404);
      assertThat(foreign.text()).isEqualTo("{\"detail\":\"Draft not found\"}");
      assertThat(foreign.text()).isEqualTo(operation.apply("nothing").text());
    }
    assertThat(
            api.post(
                    "/orders/drafts",
                    body()
                        .with("customerId", shop.clinic().patient())
                        .with("marketId", shop.market()))
                .violations())
        .containsExactly("[body, marketId] value_error");
    assertThat(shop.api().get(path(draft)).ok().text()).isEqualTo(draft.text());
  }

  @Test
  void aCartWithoutAMarketIsNoDraft() {
    var cart = shop.clinic().cart(shop.clinic().patient());

    shop.api().get("/orders/drafts/" + cart.at("/id")).refused(404);
    shop.api().patch("/orders/drafts/" + cart.at("/id"), body()).refused(404);
    shop.api().delete("/orders/drafts/" + cart.at("/id")).refused(404);
  }
}
