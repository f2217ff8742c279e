package org.cartwright.testing;

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
    return patient(
        "{\"firstName\":\"Jane\",\"lastName\":\"Doe\",\"phoneNumber\":\"+1 (555) 010-9999\"}");
  }

  public String patient(String json) {
    return api.post("/user/patient/create", json).ok().at("/id");
  }

  /** A product without a category at a price in cents, by id. */
  public String item(String name, long price) {
    return item("{\"name\":\"%s\",\"price\":%d}".formatted(name, price));
  }

  public String item(String json) {
    return api.post("/inventory/items/create", json).ok().at("/id");
  }

  /** A tax on everything, everywhere, by id. */
  public String tax(String name, String percentage) {
    return tax("{\"name\":\"%s\",\"percentage\":%s}".formatted(name, percentage));
  }

  public String tax(String json) {
    return api.post("/admin/taxes", json).ok().at("/id");
  }

  /** A provider, by id. */
  public String provider() {
    return api.post(
            "/admin/providers/invite",
            "{\"email\":\"lee@example.com\",\"firstName\":\"Sam\",\"lastName\":\"Lee\",\"roles\":[\"provider\"]}")
        .ok()
        .at("/id");
  }

  /** A cart for a patient with lines written as JSON, as it was answered. */
  public Answer cart(String patient, String... lines) {
    return api.post(
            "/billing/cart",
            "{\"patientId\":\"%s\",\"items\":[%s]}".formatted(patient, String.join(",", lines)))
        .ok();
  }
}
