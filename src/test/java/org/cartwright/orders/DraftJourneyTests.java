package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer calls and orders: a cotton shirt, large, blue, to be paid on delivery. */
@CartwrightTest
class DraftJourneyTests {

  private static final Body<?> DHAKA =
      body()
          .with("name", "Rahim Uddin")
          .with("line1", "12 Motijheel")
          .with("line2", null)
          .with("city", "Dhaka")
          .with("region", null)
          .with("postalCode", "1000")
          .with("country", "BD");

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
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15))
        .ok();
    var shirt = shop.item("Cotton shirt, large, blue", 59000);
    shop.api()
        .post(
            "/orders/products",
            body()
                .with("name", "Cotton shirt")
                .with("optionNames", list("Size", "Colour"))
                .with(
                    "variants",
                    list(body().with("itemId", shirt).with("options", list("Large", "Blue")))))
        .ok();
    var rider = shop.service("DELIVERY", "Rider", 6000);

    var draft = shop.draft(body());
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

    draft = shop.api().post(path + "/items", line(shirt).quantity(2)).ok();
    assertThat(draft.number("/goodsTotal")).isEqualTo(118_000);
    assertThat(draft.number("/taxAmount")).isEqualTo(17_700);
    assertThat(draft.number("/itemCount")).isEqualTo(1);
    assertThat(draft.at("/items/0/priceSource")).isEqualTo("CATALOG");
    assertThat(draft.at("/items/0/options")).isEqualTo("Large / Blue");

    draft =
        shop.api()
            .patch(
                path,
                body()
                    .with(
                        "customer",
                        body()
                            .with("firstName", "Rahim")
                            .with("lastName", "Uddin")
                            .with("phone", "+880 1712 345678")))
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
                body()
                    .with("fulfilment", body().with("serviceId", rider))
                    .with("shippingAddress", DHAKA))
            .ok();
    assertThat(draft.json().get("fulfilment").toString())
        .isEqualTo(
            "{\"category\":\"DELIVERY\",\"serviceId\":\"%s\",\"name\":\"Rider\",\"fee\":6000,\"feeTaxAmount\":900}"
                .formatted(rider));
    assertThat(draft.json().get("shippingAddress").toString()).isEqualTo(DHAKA.toString());
    assertThat(blockers(draft)).containsExactly("NO_PAYMENT_METHOD");

    draft = shop.api().patch(path, body().with("paymentMethod", "CASH_ON_DELIVERY")).ok();
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
    shop.api().post("/orders/coupons", body().with("code", "TEN").with("percentage", 10)).ok();
    var draft =
        shop.draft(
            body()
                .with("id", "draft-1")
                .with("customerId", customer)
                .with("marketId", "BD")
                .with(
                    "fulfilment",
                    body().with("serviceId", shop.service("SHIPPING", "Express", 4500)))
                .with("shippingAddress", DHAKA)
                .with("billingAddress", DHAKA)
                .with("billingSameAsShipping", false)
                .with("paymentMethod", "CARD")
                .with("couponCode", "ten")
                .with("taxExempt", true)
                .with("internalNote", "Call first")
                .with("expiresDate", "2099-12-31")
                .with("discountAmount", 1000)
                .with(
                    "items",
                    list(
                        line(shirt).quantity(3),
                        line(shirt).unitPrice(100).discountPercentage(5))));
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
            body()
                .with("customerId", shop.clinic().patient())
                .with("fulfilment", body().with("category", "SHIPPING"))
                .with("shippingAddress", DHAKA)
                .with("paymentMethod", "CARD")
                .with("couponCode", "X")
                .with("taxExempt", true)
                .with("internalNote", "Call first"));
    var path = path(draft);

    shop.api().patch(path, body().with("contact", body().with("phone", "1"))).ok();
    var phoned =
        shop.api().patch(path, body().with("contact", body().with("email", "a@b.example"))).ok();
    assertThat(phoned.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Jane Doe\",\"phone\":\"1\",\"email\":\"a@b.example\"}");
    assertThat(phoned.at("/paymentMethod")).isEqualTo("CARD");

    var bare =
        shop.api()
            .patch(
                path,
                body()
                    .with("customerId", null)
                    .with("contact", null)
                    .with("fulfilment", null)
                    .with("shippingAddress", null)
                    .with("paymentMethod", null)
                    .with("couponCode", null)
                    .with("taxExempt", null)
                    .with("internalNote", null))
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
