package org.cartwright.carts.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be done with a cart that stands like this. */
class CartStateTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static CartState state(CartStatus status) {
    return new CartState(status, null, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void askingForTheStatusItHasOrForNoneReopensNothing(CartStatus status) {
    assertThat(state(status).isReopenedBy(status, NOON)).isFalse();
    assertThat(state(status).isReopenedBy(null, NOON)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aMoveThatIsNotInTheTableIsRefused(CartStatus next) {
    for (var status : CartStatus.values()) {
      if (status.mayBecome(next)) {
        assertThatCode(() -> state(status).requireMove(next)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> state(status).requireMove(next))
            .hasMessage(CartRefusal.noSuchMove(status, next).getMessage());
      }
    }
  }
}
