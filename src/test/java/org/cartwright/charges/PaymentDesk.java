package org.cartwright.charges;

import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;

/** The front desk of a clinic, at which carts become charges and get paid. */
public record PaymentDesk(Clinic clinic, Api api, String patient, String provider) {

  public static PaymentDesk of(Clinic clinic) {
    return new PaymentDesk(clinic, clinic.api(), clinic.patient(), clinic.provider());
  }

  /** The same desk, where the next request carries an idempotency key. */
  public PaymentDesk withKey(String key) {
    return new PaymentDesk(clinic, clinic.api().with("Idempotency-Key", key), patient, provider);
  }

  /** A cart with one thing on it at this price, by id. */
  public String cart(long price) {
    return clinic
        .cart(patient, "{\"itemId\":\"%s\"}".formatted(clinic.item("Serum", price)))
        .at("/id");
  }

  public Answer convert(String cart) {
    return convert(cart, "");
  }

  /** Converts a cart; {@code more} is what else the body says, as JSON after a comma. */
  public Answer convert(String cart, String more) {
    return api.post(
        "/billing/cart/%s/convert-to-charge".formatted(cart),
        "{\"cartId\":\"%s\"%s}".formatted(cart, more));
  }

  /** A charge over this much, by id. */
  public String charge(long total) {
    return convert(cart(total)).ok().at("/id");
  }

  public Answer read(String charge) {
    return api.get("/billing/charge/get/" + charge).ok();
  }

  public Answer pay(String charge, long amount) {
    return pay(charge, amount, "CASH");
  }

  public Answer pay(String charge, long amount, String medium) {
    return api.post("/billing/payment/cash/create?payment_medium=" + medium, body(charge, amount));
  }

  public Answer payWithCredit(String charge, long amount) {
    return api.post("/billing/payment/patient-credit/create", body(charge, amount));
  }

  public Answer refund(String payment, long amount) {
    return refund(payment, amount, "");
  }

  public Answer refund(String payment, long amount, String more) {
    return api.post(
        "/billing/payment/refund",
        "{\"paymentId\":\"%s\",\"providerId\":\"%s\",\"amount\":%d,\"reason\":\"OTHER\"%s}"
            .formatted(payment, provider, amount, more));
  }

  /** Grants the patient credit. */
  void credit(long amount) {
    api.post("/user/patient/%s/credit".formatted(patient), "{\"amount\":%d}".formatted(amount))
        .ok();
  }

  long creditLeft() {
    return api.get("/user/patient/" + patient).ok().number("/creditBalance");
  }

  /** What a client sends to have a charge paid. */
  String body(String charge, long amount) {
    return """
        {"id": "%s", "total": 1, "totalOutstanding": %d, "status": "OUTSTANDING",
         "createdDate": "2026-01-02T03:04:05Z",
         "patient": {"id": "%s", "type": "PATIENT", "createdDate": "2026-01-02T03:04:05Z"}}
        """
        .formatted(charge, amount, patient);
  }
}
