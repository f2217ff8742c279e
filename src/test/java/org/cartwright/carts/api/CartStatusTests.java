package org.cartwright.carts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CartStatusTests {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "DRAFT,     ABANDONED ACCEPTED REJECTED CONVERTED EXPIRED",
    "ABANDONED, DRAFT EXPIRED",
    "ACCEPTED,  CONVERTED EXPIRED",
    "REJECTED,  nothing",
    "CONVERTED, nothing",
    "EXPIRED,   nothing"
  })
  void mayBecomeWhatTheTableOfMovesSays(CartStatus from, String allowed) {
    var names = List.of(allowed.split(" ", -1));
    for (var to : CartStatus.values()) {
      assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(names.contains(to.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, EXPIRED",
    "ABANDONED, EXPIRED",
    "ACCEPTED, EXPIRED",
    "REJECTED, REJECTED",
    "CONVERTED, CONVERTED",
    "EXPIRED, EXPIRED"
  })
  void isExpiredFromTheInstantItsExpiryComes(CartStatus stored, CartStatus overdue) {
    assertThat(stored.at(NOON, null)).isEqualTo(stored);
    assertThat(stored.at(NOON, NOON.plusNanos(1000))).isEqualTo(stored);
    assertThat(stored.at(NOON, NOON)).isEqualTo(overdue);
    assertThat(stored.at(NOON, NOON.minusNanos(1000))).isEqualTo(overdue);
  }

  @Test
  void onlyUnfinishedCartsRunOut() {
    assertThat(CartStatus.values())
        .filteredOn(status -> status.mayBecome(CartStatus.EXPIRED))
        .containsExactly(CartStatus.DRAFT, CartStatus.ABANDONED, CartStatus.ACCEPTED);
  }
}
