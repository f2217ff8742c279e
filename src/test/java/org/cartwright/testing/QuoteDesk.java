package org.cartwright.testing;

import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aProvider;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;
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
                aProvider("Ana", "Ortiz").email("desk-" + COUNT.incrementAndGet() + "@example.com"))
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
        aPatient("Jane", "Doe")
            .email("jane.doe@mail.example")
            .phone("+1 (555) 010-9999")
            .born("1988-03-14"));
  }

  /** A cart with one thing on it at this price, for a new patient. */
  public Answer cart(long price) {
    return clinic.cart(patient(), line(clinic.item("Serum", price)));
  }

  /** A draft quote of a cart, as it was answered. */
  public Answer quote(Answer cart) {
    return quote(cart, body()).ok();
  }

  /** What a quote of a cart is answered; {@code more} is what else to say. */
  public Answer quote(Answer cart, Body<?> more) {
    return api.post(
        "/billing/quote", aQuote(cart.at("/patient/id"), cart.at("/id")).by(provider).and(more));
  }

  /** A draft quote of a new cart with one thing on it at this price. */
  public Answer quote(long price) {
    return quote(cart(price));
  }

  /** A quote that was just sent by e-mail. */
  public Answer send(Answer quote) {
    return send(quote, "email").ok();
  }

  public Answer send(Answer quote, String method) {
    return send(quote, method, body());
  }

  /** What sending a quote by e-mail at some later moment is answered. */
  public Answer sendAt(Answer quote, Object moment) {
    return send(quote, "email", body().with("scheduleSendDate", moment));
  }

  public Answer send(Answer quote, String method, Body<?> more) {
    return api.post("/billing/quote/send", of(quote).with("method", method).and(more));
  }

  public Answer answer(Answer quote, String response) {
    return api.post("/billing/quote/respond", of(quote).with("response", response));
  }

  public Answer convert(Answer quote) {
    return convert(quote, body());
  }

  public Answer convert(Answer quote, Body<?> more) {
    return api.post("/billing/quote/convert-to-charge", of(quote).and(more));
  }

  public Answer withdraw(Answer quote) {
    return api.post(path(quote) + "/withdraw", "");
  }

  public Answer revise(Answer quote, String prices) {
    return api.post(path(quote) + "/revise", body().with("prices", prices));
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

  private static AnyBody of(Answer quote) {
    return body().with("quoteId", quote.at("/id"));
  }

  public static String path(Answer quote) {
    return "/billing/quote/" + quote.at("/id");
  }
}
