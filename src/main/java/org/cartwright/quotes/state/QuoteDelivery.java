package org.cartwright.quotes.state;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.cartwright.quotes.api.SendMethod;
import org.jspecify.annotations.Nullable;

/**
 * A quote's way to the patient. Each step answers another such value.
 *
 * @param scheduled the sending it waits for
 * @param sentDate when it was sent first
 * @param viewedDate when the patient looked at it first
 */
@Embeddable
public record QuoteDelivery(
    @Nullable Scheduled scheduled, @Nullable Instant sentDate, @Nullable Instant viewedDate) {

  /** Of a quote that was never on its way. */
  public static final QuoteDelivery NONE = new QuoteDelivery(null, null, null);

  /**
   * When and how a quote is to be sent.
   *
   * @param scheduledMessage the desk's own words that go with it
   */
  @Embeddable
  public record Scheduled(
      Instant scheduledDate,
      @Enumerated(EnumType.STRING) SendMethod scheduledMethod,
      @Nullable String scheduledMessage) {}

  /** Whether a sending is waited for. */
  public boolean waits() {
    return scheduled != null;
  }

  /** The sending that is due, if one is. */
  public @Nullable Scheduled due(Instant now) {
    return scheduled == null || scheduled.scheduledDate().isAfter(now) ? null : scheduled;
  }

  /** Waits for a sending, and for no other. */
  public QuoteDelivery schedule(SendMethod method, @Nullable String message, Instant due) {
    return new QuoteDelivery(new Scheduled(due, method, message), sentDate, viewedDate);
  }

  /** Waits for no sending. */
  public QuoteDelivery cancel() {
    return new QuoteDelivery(null, sentDate, viewedDate);
  }

  /** Was sent. */
  public QuoteDelivery sent(Instant now) {
    return new QuoteDelivery(null, Objects.requireNonNullElse(sentDate, now), viewedDate);
  }

  /** Was looked at. */
  public QuoteDelivery viewed(Instant now) {
    return new QuoteDelivery(scheduled, sentDate, Objects.requireNonNullElse(viewedDate, now));
  }
}
