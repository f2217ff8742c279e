package org.cartwright.carts.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a quote's hold makes of its cart's status as time passes. */
class CartHoldTests {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant BEFORE = NOON.minusNanos(1000);
  private static final Instant AFTER = NOON.plusNanos(1000);

  @Test
  void itLastsUntilTheInstantTheQuotesValidityEnds() {
    assertThat(new CartHold("quote", AFTER).lasts(NOON)).isTrue();
    assertThat(new CartHold("quote", NOON).lasts(NOON)).isFalse();
    assertThat(new CartHold("quote", BEFORE).lasts(NOON)).isFalse();
    assertThat(new CartHold("quote", null).lasts(NOON.plus(Duration.ofDays(9999)))).isTrue();
  }

  @Test
  void itIsOneQuotesAndNoOthers() {
    var hold = new CartHold("quote", null);

    assertThat(hold.isOf("quote")).isTrue();
    assertThat(hold.isOf("another")).isFalse();
    assertThat(hold.isOf(null)).isFalse();
  }

  @ParameterizedTest(name = "{0}, {1} when the hold {2}, its own expiry {3}: {4}")
  @CsvSource({
    "DRAFT, , lasts, passed, DRAFT",
    "DRAFT, , ended, open, EXPIRED",
    "DRAFT, , ended, passed, EXPIRED",
    "DRAFT, WAITING, ended, passed, DRAFT",
    "DRAFT, DRAFT, ended, open, DRAFT",
    "DRAFT, DRAFT, ended, passed, EXPIRED",
    "ACCEPTED, , lasts, passed, ACCEPTED",
    "ACCEPTED, , ended, open, EXPIRED",
    "ACCEPTED, WAITING, ended, open, EXPIRED",
    "ACCEPTED, DRAFT, ended, open, EXPIRED",
    "CONVERTED, , ended, passed, CONVERTED",
    "DRAFT, , none, open, DRAFT",
    "DRAFT, , none, passed, EXPIRED",
    "ABANDONED, , none, passed, EXPIRED",
    "REJECTED, , none, passed, REJECTED",
  })
  void aQuoteThatRanOutTakesItsCartAlongUnlessAnotherIsPrepared(
      CartStatus stored,
      CartHold.@Nullable Other other,
      String hold,
      String expiry,
      CartStatus status) {
    var held =
        switch (hold) {
          case "lasts" -> new CartHold("quote", AFTER);
          case "ended" -> new CartHold("quote", NOON);
          default -> null;
        };
    var expires = expiry.equals("passed") ? NOON : AFTER;

    assertThat(CartHold.statusAt(stored, expires, held, other, NOON)).isEqualTo(status);
  }

  @Test
  void onlyADraftIsKeptByTheNextQuoteThatWaits() {
    var ended = new CartHold("quote", NOON);

    assertThat(ended.keeps(CartStatus.DRAFT, CartHold.Other.WAITING, NOON)).isTrue();
    assertThat(ended.keeps(CartStatus.DRAFT, CartHold.Other.DRAFT, NOON)).isFalse();
    assertThat(ended.keeps(CartStatus.DRAFT, null, NOON)).isFalse();
    assertThat(ended.keeps(CartStatus.ACCEPTED, CartHold.Other.WAITING, NOON)).isFalse();
    assertThat(ended.keeps(CartStatus.ACCEPTED, null, BEFORE)).isTrue();
  }
}
