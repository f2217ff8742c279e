package org.cartwright.quotes.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cartwright.quotes.api.SendMethod;
import org.junit.jupiter.api.Test;

/** A quote's way to the patient, step by step. */
class QuoteDeliveryTests {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private static final QuoteDelivery.Scheduled AT_NOON =
      new QuoteDelivery.Scheduled(NOON, SendMethod.SMS, "See you");

  @Test
  void itWaitsForOneSendingAndForNoOther() {
    var waiting = QuoteDelivery.NONE.schedule(SendMethod.EMAIL, null, LATER);
    assertThat(QuoteDelivery.NONE.waits()).isFalse();
    assertThat(waiting.waits()).isTrue();

    assertThat(waiting.schedule(SendMethod.SMS, "See you", NOON))
        .isEqualTo(new QuoteDelivery(AT_NOON, null, null));
  }

  @Test
  void aSendingIsDueFromItsMomentOn() {
    var waiting = new QuoteDelivery(AT_NOON, null, null);

    assertThat(waiting.due(NOON.minusNanos(1000))).isNull();
    assertThat(waiting.due(NOON)).isEqualTo(AT_NOON);
    assertThat(waiting.due(LATER)).isEqualTo(AT_NOON);
    assertThat(QuoteDelivery.NONE.due(NOON)).isNull();
  }

  @Test
  void whenItWasSentAndSeenFirstStays() {
    var seen = new QuoteDelivery(AT_NOON, null, null).sent(NOON).viewed(LATER);
    assertThat(seen).isEqualTo(new QuoteDelivery(null, NOON, LATER));

    var again = seen.schedule(SendMethod.SMS, "See you", NOON);
    assertThat(again).isEqualTo(new QuoteDelivery(AT_NOON, NOON, LATER));
    assertThat(again.viewed(LATER.plusSeconds(1))).isEqualTo(again);
    assertThat(again.cancel()).isEqualTo(seen);
    assertThat(again.sent(LATER)).isEqualTo(seen);
  }
}
