package org.cartwright.quotes.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cartwright.carts.api.QuoteStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be done with a quote that stands like this. */
class QuoteStateTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static QuoteState state(QuoteStatus status, boolean isScheduled) {
    return new QuoteState(status, new QuoteValidity(null), isScheduled, null);
  }

  @ParameterizedTest
  @EnumSource
  void onlyADraftThatDoesNotWaitIsEditable(QuoteStatus status) {
    assertThat(state(status, false).isEditable(NOON)).isEqualTo(status == QuoteStatus.DRAFT);
    assertThat(state(status, true).isEditable(NOON)).isFalse();
  }

  @Test
  void oneWhoseValidityHasEndedIsNot() {
    var state = new QuoteState(QuoteStatus.DRAFT, new QuoteValidity(NOON), false, null);

    assertThat(state.isEditable(NOON.minusMillis(1))).isTrue();
    assertThat(state.isEditable(NOON)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aMoveThatIsNotInTheTableIsRefused(QuoteStatus next) {
    for (var status : QuoteStatus.values()) {
      var state = state(status, false);
      if (status.mayBecome(next)) {
        assertThatCode(() -> state.requireMove(next)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> state.requireMove(next))
            .hasMessage(QuoteRefusal.noSuchMove(status, next).getMessage());
      }
    }
  }
}
