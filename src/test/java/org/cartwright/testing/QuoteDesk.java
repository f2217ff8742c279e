package org.cartwright.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The front desk of a clinic where carts are quoted, sent and answered. */
public record QuoteDesk(Clinic clinic, Api api, String provider) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  public static QuoteDesk of(Clinic clinic) {
    var provider =
        clinic
            .api()
            .post(
                "/admin/providers/invite",
                "{\"email\":\"desk-%d@example.com\",\"firstName\":\"Ana\",\"lastName\":\"Ortiz\",\"roles\":[\"provider\"]}"
                    .formatted(COUNT.incrementAndGet()))
            .ok()
            .at("/id");
    return new QuoteDesk(clinic, clinic.api(), provider);
  }

  /** The same desk, where the next request carries an idempotency key. */
  public QuoteDesk withKey(String key) {
    return new QuoteDesk(clinic, api.with("Idempotency-Key", key), provider);
  }

  /** A patient who can be written to in every way and has a date of birth, by id. */
  public String patient() {
    return clinic.patient(
        """
        {"firstName":"Jane","lastName":"Doe","email":"jane.doe@mail.example",
         "phoneNumber":"+1 (555) 010-9999","dateOfBirth":"1988-03-14"}""");
  }

  /** A cart with one thing on it at this price, for a new patient. */
  public Answer cart(long price) {
    return clinic.cart(patient(), "{\"itemId\":\"%s\"}".formatted(clinic.item("Serum", price)));
  }

  /** A draft quote of a cart, as it was answered. */
  public Answer quote(Answer cart) {
    return quote(cart, "").ok();
  }

  /**
   * What a quote of a cart is answered; {@code more} is what else to say, as JSON after a comma.
   */
  public Answer quote(Answer cart, String more) {
    return api.post(
        "/billing/quote",
        "{\"patientId\":\"%s\",\"cartId\":\"%s\",\"creatorId\":\"%s\"%s}"
            .formatted(cart.at("/patient/id"), cart.at("/id"), provider, more));
  }

  /** A draft quote of a new cart with one thing on it at this price. */
  public Answer quote(long price) {
    return quote(cart(price));
  }

  /** A quote that was just sent by e-mail. */
  public Answer send(Answer quote) {
    return send(quote, "email", "").ok();
  }

  public Answer send(Answer quote, String method, String more) {
    return api.post(
        "/billing/quote/send",
        "{\"quoteId\":\"%s\",\"method\":\"%s\"%s}".formatted(quote.at("/id"), method, more));
  }

  public Answer answer(Answer quote, String response) {
    return api.post(
        "/billing/quote/respond",
        "{\"quoteId\":\"%s\",\"response\":\"%s\"}".formatted(quote.at("/id"), response));
  }

  public Answer convert(Answer quote) {
    return convert(quote, "");
  }

  public Answer convert(Answer quote, String more) {
    return api.post(
        "/billing/quote/convert-to-charge",
        "{\"quoteId\":\"%s\"%s}".formatted(quote.at("/id"), more));
  }

  public Answer withdraw(Answer quote) {
    return api.post(path(quote) + "/withdraw", "");
  }

  public Answer revise(Answer quote, String prices) {
    return api.post(path(quote) + "/revise", "{\"prices\":\"%s\"}".formatted(prices));
  }

  /** What a patient's portal is shown. */
  public Answer show(Answer quote) {
    return api.get("/billing/quote/public/" + quote.at("/id"));
  }

  public Answer read(Answer quote) {
    return api.get(path(quote)).ok();
  }

  /** The types of what happened to a quote, in order. */
  public List<String> timeline(Answer quote) {
    return events(quote).stream().map(event -> event.get("type").asString()).toList();
  }

  /** What happened to a quote, in order. */
  public List<JsonNode> events(Answer quote) {
    var events = new ArrayList<JsonNode>();
    api.get(path(quote) + "/timeline").ok().json().get("events").forEach(events::add);
    return events;
  }

  /** The cart of a quote as it is now. */
  public Answer cartOf(Answer quote) {
    return api.get("/billing/cart/" + quote.at("/cartId")).ok();
  }

  public static String path(Answer quote) {
    return "/billing/quote/" + quote.at("/id");
  }
}
