package org.cartwright.testing;

import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aProvider;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;

import org.cartwright.testing.bodies.Body;

/**
 * A clinic of its own for a test, with what is needed to reach a state through the service's own
 * doors.
 */
public record Clinic(String id, Api api) {

  /** Its API key. */
  public String key() {
    return api.header("API-KEY");
  }

  /** The id of that key, which is no secret. */
  public String keyId() {
    return key().substring(0, key().indexOf('-'));
  }

  /** A patient, by id. */
  public String patient() {
    return patient(aPatient("Jane", "Doe").phone("+1 (555) 010-9999"));
  }

  public String patient(Body<?> body) {
    return api.post("/user/patient/create", body).ok().at("/id");
  }

  /** A product without a category at a price in cents, by id. */
  public String item(String name, long price) {
    return item(anItem(name).price(price));
  }

  public String item(Body<?> body) {
    return api.post("/inventory/items/create", body).ok().at("/id");
  }

  /** A tax on everything, everywhere, by id. */
  public String tax(String name, String percentage) {
    return tax(aTax(name).percentage(percentage));
  }

  public String tax(Body<?> body) {
    return api.post("/admin/taxes", body).ok().at("/id");
  }

  /** A provider, by id. */
  public String provider() {
    return api.post("/admin/providers/invite", aProvider("Sam", "Lee").email("lee@example.com"))
        .ok()
        .at("/id");
  }

  /** A cart for a patient with lines, as it was answered. */
  public Answer cart(String patient, Body<?>... lines) {
    return cart(aCart().of(patient).with(lines));
  }

  public Answer cart(Body<?> body) {
    return api.post("/billing/cart", body).ok();
  }
}
