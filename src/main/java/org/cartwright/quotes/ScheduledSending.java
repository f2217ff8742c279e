package org.cartwright.quotes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.cartwright.quotes.api.SendMethod;
import org.jspecify.annotations.Nullable;

/**
 * When and how a quote is to be sent.
 *
 * @param scheduledMessage the desk's own words that go with it
 */
@Embeddable
record ScheduledSending(
    Instant scheduledDate,
    @Enumerated(EnumType.STRING) SendMethod scheduledMethod,
    @Nullable String scheduledMessage) {

  boolean isDue(Instant now) {
    return !scheduledDate.isAfter(now);
  }
}
