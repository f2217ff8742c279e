package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.carts.CartBuilder.NOON;
import static org.cartwright.carts.CartBuilder.aCart;

import java.time.Duration;
import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.state.CartRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Until when stock is held for a cart, and what ends that. */
class CartStockTests {

  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static final Instant UNTIL = NOON.plus(Duration.ofHours(2));

  /** What ends that stock is held for a cart. */
  enum End {
    RELEASED,
    DELETED,
    ERASED,
    ABANDONED,
    REJECTED,
    PLACED;

    void of(Cart cart) {
      switch (this) {
        case RELEASED -> cart.releaseStock(LATER);
        case DELETED -> cart.archive(LATER);
        case ERASED -> cart.erase(LATER);
        case ABANDONED -> cart.abandonIfAsked(CartStatus.ABANDONED, LATER);
        case REJECTED -> cart.reject(LATER);
        case PLACED -> cart.convert("charge", LATER);
      }
    }
  }

  private static CartBuilder aReservedCart() {
    return aCart().withLine("mug", 1, 1250).after(cart -> cart.reserve(UNTIL, NOON));
  }

  @Test
  void withoutAnythingHeldForItNothingIsReserved() {
    var cart = aCart().withLine("mug", 1, 1250).build();

    assertThat(cart.reservedUntil()).isNull();
    assertThat(cart.wasReserved(NOON)).isFalse();
  }

  @Test
  void stockIsHeldUntilTheMomentAndNotAtIt() {
    var cart = aReservedCart().build();

    assertThat(cart.reservedUntil()).isEqualTo(UNTIL);
    assertThat(cart.wasReserved(UNTIL.minusNanos(1000))).isTrue();
    assertThat(cart.wasReserved(UNTIL)).isFalse();
  }

  @Test
  void toReserveIsNewsAndSoIsAnotherMoment() {
    var cart = aCart().withLine("mug", 1, 1250).build();

    cart.reserve(LATER, NOON);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    cart.reserve(UNTIL, LATER);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.reservedUntil()).isEqualTo(UNTIL);
    assertThat(cart).extracting("updatedDate").isEqualTo(LATER);
  }

  @Test
  void toReserveUntilTheSameMomentOnceMoreIsNoNews() {
    var cart = aReservedCart().build();
    cart.takeNews();

    cart.reserve(UNTIL, LATER);

    assertThat(cart.takeNews()).isEmpty();
    assertThat(cart.reservedUntil()).isEqualTo(UNTIL);
    assertThat(cart).extracting("updatedDate").isEqualTo(NOON);
  }

  @Test
  void theSameMomentIsRefusedToACartThatExpiredAsAnyOther() {
    var cart = aReservedCart().expiring(LATER).build();

    assertThatExceptionOfType(CartRefusal.class).isThrownBy(() -> cart.reserve(UNTIL, LATER));
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsItLetsTheStockGoAndSaysOnceMoreThatItWasHeld(End end) {
    var cart = aReservedCart().build();

    end.of(cart);

    assertThat(cart.reservedUntil()).isNull();
    assertThat(cart.wasReserved(LATER)).isTrue();
    assertThat(cart.wasReserved(UNTIL)).isFalse();
    assertThat(cart.takeNews()).hasSize(1);
  }

  @Test
  void toReleaseWhatIsNotHeldIsNoNews() {
    var cart = aCart().withLine("mug", 1, 1250).build();
    cart.releaseStock(LATER);
    assertThat(cart.takeNews()).isEmpty();
    assertThat(cart.wasReserved(NOON)).isFalse();

    var reserved = aReservedCart().build();
    reserved.releaseStock(LATER);
    reserved.takeNews();
    reserved.releaseStock(LATER);
    assertThat(reserved.takeNews()).isEmpty();
    assertThat(reserved.wasReserved(LATER)).isTrue();
  }

  @Test
  void whatWasReleasedBeforeItIsDeletedWasStillHeldUntilThen() {
    var cart = aReservedCart().build();

    cart.releaseStock(LATER);
    cart.archive(LATER);

    assertThat(cart.wasReserved(LATER)).isTrue();
  }

  @Test
  void theStockOfAnAcceptedCartIsHeldOnAndMayBeReservedOrReleased() {
    var cart = aReservedCart().heldBy("quote", null).build();

    cart.accept(LATER);
    assertThat(cart.reservedUntil()).isEqualTo(UNTIL);
    cart.reserve(UNTIL.plusSeconds(1), LATER);
    assertThat(cart.reservedUntil()).isEqualTo(UNTIL.plusSeconds(1));
    cart.releaseStock(LATER);
    assertThat(cart.reservedUntil()).isNull();
  }

  @Test
  void nothingIsHeldForACartThatIsNoDraftAnyMore() {
    var cart = aCart().withLine("mug", 1, 1250).after(made -> made.reject(NOON)).build();

    assertThatExceptionOfType(CartRefusal.class)
        .isThrownBy(() -> cart.reserve(UNTIL, LATER))
        .withMessage(
            "The cart is REJECTED and cannot be changed; duplicate it and change the copy.");
    assertThat(cart.reservedUntil()).isNull();
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void theStockOfACartThatExpiredIsNotReleasedByHand() {
    var cart = aReservedCart().expiring(LATER).build();

    assertThatExceptionOfType(CartRefusal.class)
        .isThrownBy(() -> cart.releaseStock(LATER))
        .withMessage(
            "The cart is EXPIRED and cannot be changed; duplicate it and change the copy.");
    assertThat(cart.reservedUntil()).isEqualTo(UNTIL);
  }
}
