package org.cartwright.aot;

import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.List;
import org.cartwright.testing.Clinic;

/**
 * What a desk does most, often enough for the cache to know which code is hot, and once what loads
 * much.
 */
final class Training {

  private static final int ROUNDS = 200;

  private final Clinic clinic;

  Training(Clinic clinic) {
    this.clinic = clinic;
  }

  void run() {
    var patient = clinic.patient();
    clinic.tax("Sales tax", "8.25");
    var items =
        List.of(
            clinic.item("Serum", 4_999),
            clinic.item("Peel", 15_000),
            clinic.item("Facial", 18_500));
    for (int round = 0; round < ROUNDS; round++) {
      var cart = cart(patient, items);
      if (round == ROUNDS - 1) {
        quote(patient, cart);
        clinic
            .api()
            .post("/billing/cart/" + cart + "/convert-to-charge", body().with("cartId", cart))
            .ok();
      }
    }
  }

  /** Opens, reads, changes, lists and finds. */
  private String cart(String patient, List<String> items) {
    var opened =
        clinic
            .cart(
                patient,
                line(items.get(0)),
                line(items.get(1)).quantity("2.5"),
                line(items.get(2)).quantity(2))
            .ok();
    var cart = opened.at("/id");
    var line = opened.at("/items/0/id");
    clinic.api().get("/billing/cart/" + cart).ok();
    clinic.api().put("/billing/cart/" + cart + "/items/" + line, line().quantity(3)).ok();
    clinic.api().get("/billing/cart?size=20").ok();
    clinic.api().get("/billing/cart?size=20&search=ada").ok();
    return cart;
  }

  private void quote(String patient, String cart) {
    var provider = clinic.provider();
    var quote =
        clinic.api().post("/billing/quote", aQuote(patient, cart).by(provider)).ok().at("/id");
    clinic.api().get("/billing/quote/" + quote).ok();
    clinic.api().file("/billing/quote/" + quote + "/quote.pdf");
  }
}
