package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer calls and orders: a cotton shirt, large, blue, to be paid on delivery. */
@CartwrightTest
class DraftJourneyTests {

  private static final String DHAKA =
      """
      {"name":"Rahim Uddin","line1":"12 Motijheel","line2":null,"city":"Dhaka","region":null,"postalCode":"1000",\
      "country":"BD"}""";

  @Autowired private Clinics clinics;
  private Shop shop;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
  }

  private static List<String> blockers(Answer draft) {
    var codes = new ArrayList<String>();
    draft.json().get("blockers").forEach(one -> codes.add(one.get("code").asString()));
    return codes;
  }

  private static String path(Answer draft) {
    return "/orders/drafts/" + draft.at("/id");
  }

  @Test
  void aPhoneOrderIsTakenDownUntilNothingStandsInItsWay() {
    shop.api()
        .post("/orders/markets/" + shop.market() + "/taxes", "{\"name\":\"VAT\",\"percentage\":15}")
        .ok();
    var shirt = shop.item("Cotton shirt, large, blue", 59000);
    shop.api()
        .post(
            "/orders/products",
            """
            {"name":"Cotton shirt","optionNames":["Size","Colour"],
             "variants":[{"itemId":"%s","options":["Large","Blue"]}]}"""
                .formatted(shirt))
        .ok();
    var rider = shop.service("DELIVERY", "Rider", 6000);

    var draft = shop.draft("{}");
    assertThat(blockers(draft))
        .containsExactly(
            "NO_ITEMS",
            "NO_CUSTOMER",
            "NO_PHONE",
            "NO_FULFILMENT",
            "NO_SHIPPING_ADDRESS",
            "NO_PAYMENT_METHOD");
    assertThat(draft.at("/market/id")).isEqualTo(shop.market());
    assertThat(draft.at("/currency")).isEqualTo("BDT");
    assertThat(draft.number("/market/decimals")).isEqualTo(2);
    var path = path(draft);
    shop.api().get("/billing/cart/" + draft.at("/id")).refused(404);
    assertThat(shop.api().get("/billing/cart").ok().number("/total")).isZero();

    draft = shop.api().post(path + "/items", "{\"itemId\":\"" + shirt + "\",\"quantity\":2}").ok();
    assertThat(draft.number("/goodsTotal")).isEqualTo(118_000);
    assertThat(draft.number("/taxAmount")).isEqualTo(17_700);
    assertThat(draft.number("/itemCount")).isEqualTo(1);
    assertThat(draft.at("/items/0/priceSource")).isEqualTo("CATALOG");
    assertThat(draft.at("/items/0/options")).isEqualTo("Large / Blue");

    draft =
        shop.api()
            .patch(
                path,
                """
                {"customer":{"firstName":"Rahim","lastName":"Uddin","phone":"+880 1712 345678"}}""")
            .ok();
    assertThat(draft.at("/contact/name")).isEqualTo("Rahim Uddin");
    assertThat(draft.at("/contact/phone")).isEqualTo("+880 1712 345678");
    assertThat(draft.at("/customer/firstName")).isEqualTo("Rahim");
    assertThat(blockers(draft))
        .containsExactly("NO_FULFILMENT", "NO_SHIPPING_ADDRESS", "NO_PAYMENT_METHOD");
    assertThat(shop.api().get("/billing/cart/" + draft.at("/id")).ok().at("/patient/id"))
        .isEqualTo(draft.at("/customerId"));
    assertThat(shop.api().get("/billing/cart").ok().number("/total")).isOne();

    draft =
        shop.api()
            .patch(
                path,
                "{\"fulfilment\":{\"serviceId\":\"%s\"},\"shippingAddress\":%s}"
                    .formatted(rider, DHAKA))
            .ok();
    assertThat(draft.json().get("fulfilment").toString())
        .isEqualTo(
            "{\"category\":\"DELIVERY\",\"serviceId\":\"%s\",\"name\":\"Rider\",\"fee\":6000,\"feeTaxAmount\":900}"
                .formatted(rider));
    assertThat(draft.json().get("shippingAddress").toString()).isEqualTo(DHAKA);
    assertThat(blockers(draft)).containsExactly("NO_PAYMENT_METHOD");

    draft = shop.api().patch(path, "{\"paymentMethod\":\"CASH_ON_DELIVERY\"}").ok();
    assertThat(blockers(draft)).isEmpty();
    assertThat(draft.number("/fee")).isEqualTo(6_000);
    assertThat(draft.number("/taxAmount")).isEqualTo(18_600);
    assertThat(draft.number("/total")).isEqualTo(142_600);
    assertThat(draft.at("/formatted/total")).isEqualTo("BDT\u00a01,426.00");
    assertThat(draft.json().get("items").size()).isEqualTo(1);
    assertThat(shop.api().get(path).ok().text()).isEqualTo(draft.text());
  }

  @Test
  void whatIsServedCanBeSentBackAndChangesNothing() {
    var shirt = shop.item("Shirt", 59000);
    var customer = shop.clinic().patient();
    shop.api().post("/orders/coupons", "{\"code\":\"TEN\",\"percentage\":10}").ok();
    var draft =
        shop.draft(
            """
            {"id":"draft-1","customerId":"%s","marketId":"BD","fulfilment":{"serviceId":"%s"},"shippingAddress":%s,
             "billingAddress":%s,"billingSameAsShipping":false,"paymentMethod":"CARD","couponCode":"ten",
             "taxExempt":true,"internalNote":"Call first","expiresDate":"2099-12-31","discountAmount":1000,
             "items":[{"itemId":"%s","quantity":3},{"itemId":"%s","unitPrice":100,"discountPercentage":5}]}"""
                .formatted(
                    customer,
                    shop.service("SHIPPING", "Express", 4500),
                    DHAKA,
                    DHAKA,
                    shirt,
                    shirt));
    assertThat(draft.at("/coupon/applies")).isEqualTo("true");
    assertThat(draft.number("/discountAmount")).isEqualTo(1000);
    assertThat(draft.number("/couponDiscountAmount")).isEqualTo(17_610);
    assertThat(draft.at("/contact/phone")).isEqualTo("+1 (555) 010-9999");

    var again = shop.api().put(path(draft), draft.text()).ok();

    assertThat(again.text()).isEqualTo(draft.text());
  }

  @Test
  void everyPartCanBeChangedAloneAndTakenOff() {
    var draft =
        shop.draft(
            """
            {"customerId":"%s","fulfilment":{"category":"SHIPPING"},"shippingAddress":%s,"paymentMethod":"CARD",
             "couponCode":"X","taxExempt":true,"internalNote":"Call first"}"""
                .formatted(shop.clinic().patient(), DHAKA));
    var path = path(draft);

    shop.api().patch(path, "{\"contact\":{\"phone\":\"1\"}}").ok();
    var phoned = shop.api().patch(path, "{\"contact\":{\"email\":\"a@b.example\"}}").ok();
    assertThat(phoned.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Jane Doe\",\"phone\":\"1\",\"email\":\"a@b.example\"}");
    assertThat(phoned.at("/paymentMethod")).isEqualTo("CARD");

    var bare =
        shop.api()
            .patch(
                path,
                """
                {"customerId":null,"contact":null,"fulfilment":null,"shippingAddress":null,"paymentMethod":null,
                 "couponCode":null,"taxExempt":null,"internalNote":null}""")
            .ok();
    for (var part :
        List.of(
            "customer",
            "customerId",
            "fulfilment",
            "shippingAddress",
            "paymentMethod",
            "coupon",
            "couponCode",
            "internalNote")) {
      assertThat(bare.json().get(part).isNull()).as(part).isTrue();
    }
    assertThat(bare.json().get("contact").toString())
        .isEqualTo("{\"name\":null,\"phone\":null,\"email\":null}");
    assertThat(bare.json().get("taxExempt").booleanValue()).isFalse();
    shop.api().get("/billing/cart/" + draft.at("/id")).refused(404);
    assertThat(shop.api().get("/billing/cart").ok().number("/total")).isZero();
    assertThat(shop.api().get("/billing/cart").ok().json().get("data").size()).isZero();
  }
}
