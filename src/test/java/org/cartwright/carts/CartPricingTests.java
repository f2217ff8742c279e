package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.line;

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
    var salesTax = clinic.tax(aTax("Sales tax").percentage("8.25").scope("PRODUCTS_ONLY"));
    var filler = clinic.item("Filler", 1299);
    var serum = clinic.item("Serum", 4999);
    var consultation =
        clinic.item(anItem("Consultation").price(3333).type("SERVICE").with("isPhysical", false));

    var cart =
        clinic
            .api()
            .post(
                "/billing/cart",
                aCart()
                    .of(clinic.patient())
                    .discountPercentage("7.5")
                    .with(
                        line(filler).quantity("2.5").discountPercentage(10),
                        line().with("item_id", serum).with("discount_amount", 500),
                        line(consultation).quantity("3.0")))
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
