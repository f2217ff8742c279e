package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class CartPricingTests {

  @Autowired private Clinics clinics;

  @Test
  void theWorkedExampleComesOutToTheCent() {
    var clinic = clinics.open();
    var salesTax =
        clinic.tax("{\"name\":\"Sales tax\",\"percentage\":8.25,\"scope\":\"PRODUCTS_ONLY\"}");
    var filler = clinic.item("Filler", 1299);
    var serum = clinic.item("Serum", 4999);
    var consultation =
        clinic.item(
            "{\"name\":\"Consultation\",\"price\":3333,\"type\":\"SERVICE\",\"isPhysical\":false}");

    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                """
                {"patientId": "%s", "discountPercentage": 7.5, "items": [
                  {"itemId": "%s", "quantity": 2.5, "discountPercentage": 10},
                  {"item_id": "%s", "discount_amount": 500},
                  {"itemId": "%s", "quantity": 3.0}]}
                """
                    .formatted(clinic.patient(), filler, serum, consultation))
            .ok();

    assertThat(cart.number("/subtotal")).isEqualTo(17421);
    assertThat(cart.number("/discountAmount")).isEqualTo(1307);
    assertThat(cart.number("/taxAmount")).isEqualTo(566);
    assertThat(cart.number("/total")).isEqualTo(16680);
    assertThat(cart.number("/items/0/totalPrice")).isEqualTo(2923);
    assertThat(cart.number("/items/0/taxAmount")).isEqualTo(223);
    assertThat(cart.number("/items/1/taxAmount")).isEqualTo(343);
    assertThat(cart.number("/items/2/taxAmount")).isZero();
    assertThat(cart.at("/items/0/item/name")).isEqualTo("Filler");
    var explained = clinic.api().get("/billing/cart/" + cart.at("/id") + "/explanation").ok();
    assertThat(explained.number("/lines/0/share")).isEqualTo(219);
    assertThat(explained.at("/lines/0/gross/exact")).isEqualTo("3247.5");
    assertThat(explained.at("/lines/0/taxes/0/exact")).isEqualTo("223.08");
    assertThat(explained.at("/lines/0/taxes/0/taxId")).isEqualTo(salesTax);
  }
}
