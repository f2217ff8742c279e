package org.cartwright.charges;

import static org.cartwright.testing.bodies.Bodies.aCredit;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;

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
    return clinic.cart(patient, line(clinic.item("Serum", price))).at("/id");
  }

  public Answer convert(String cart) {
    return convert(cart, body());
  }

  /** Converts a cart; {@code more} is what else to say. */
  public Answer convert(String cart, Body<?> more) {
    return api.post(
        "/billing/cart/%s/convert-to-charge".formatted(cart),
        body().with("cartId", cart).and(more));
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
    return api.post("/billing/payment/cash/create?payment_medium=" + medium, bill(charge, amount));
  }

  public Answer payWithCredit(String charge, long amount) {
    return api.post("/billing/payment/patient-credit/create", bill(charge, amount));
  }

  public Answer refund(String payment, long amount) {
    return refund(payment, amount, body());
  }

  public Answer refund(String payment, long amount, Body<?> more) {
    return api.post(
        "/billing/payment/refund",
        body()
            .with("paymentId", payment)
            .with("providerId", provider)
            .with("amount", amount)
            .with("reason", "OTHER")
            .and(more));
  }

  /** Grants the patient credit. */
  public void credit(long amount) {
    api.post("/user/patient/%s/credit".formatted(patient), aCredit(amount)).ok();
  }

  public long creditLeft() {
    return api.get("/user/patient/" + patient).ok().number("/creditBalance");
  }

  /** What a client sends to have a charge paid. */
  public AnyBody bill(String charge, long amount) {
    return bill(charge, amount, patient);
  }

  AnyBody bill(String charge, long amount, String patient) {
    return body()
        .with("id", charge)
        .with("total", 1)
        .with("totalOutstanding", amount)
        .with("status", "OUTSTANDING")
        .with("createdDate", "2026-01-02T03:04:05Z")
        .with(
            "patient",
            body()
                .with("id", patient)
                .with("type", "PATIENT")
                .with("createdDate", "2026-01-02T03:04:05Z"));
  }
}
