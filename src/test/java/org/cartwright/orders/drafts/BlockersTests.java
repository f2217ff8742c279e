package org.cartwright.orders.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Blocker;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlockersTests {

  private static final Address DHAKA =
      new Address(null, "12 Motijheel", null, "Dhaka", null, null, "BD");
  private static final Address DUBLIN =
      new Address(null, "1 Main Street", null, "Dublin", null, null, "IE");
  private static final Chosen EXPRESS = new Chosen(FulfilmentCategory.SHIPPING, true);
  private static final Chosen OUTLET = new Chosen(FulfilmentCategory.PICKUP, true);
  private static final List<DraftState.Goods> SHIRT =
      List.of(new DraftState.Goods("shirt", true, false, false));

  /** A service, and in which way goods get to customers by it. */
  private record Chosen(FulfilmentCategory category, boolean isOffered) {}

  private static DraftState sent(
      @Nullable Address shipping, @Nullable Address billing, boolean billingSameAsShipping) {
    return draft(
        CartStatus.DRAFT, false, EXPRESS, shipping, billing, billingSameAsShipping, SHIRT, null);
  }

  private static DraftState draft(
      CartStatus status,
      boolean isHeld,
      Chosen service,
      @Nullable Address shipping,
      @Nullable Address billing,
      boolean billingSameAsShipping,
      List<DraftState.Goods> goods,
      @Nullable CouponReason coupon) {
    return draft(
        status, isHeld, service, shipping, billing, billingSameAsShipping, goods, coupon, false);
  }

  private static DraftState draft(
      CartStatus status,
      boolean isHeld,
      Chosen service,
      @Nullable Address shipping,
      @Nullable Address billing,
      boolean billingSameAsShipping,
      List<DraftState.Goods> goods,
      @Nullable CouponReason coupon,
      boolean isCouponChanged) {
    return new DraftState(
        status,
        isHeld,
        "pat",
        "+880 1",
        service.category(),
        new DraftState.Service(service.isOffered()),
        shipping,
        billing,
        billingSameAsShipping,
        List.of("BD", "IN"),
        PaymentMethod.CASH_ON_DELIVERY,
        goods,
        coupon,
        isCouponChanged);
  }

  private static List<BlockerCode> codes(DraftState draft) {
    return Blockers.of(draft).stream().map(Blocker::code).toList();
  }

  @Test
  void aDraftThatHasEverythingCanBePlaced() {
    assertThat(Blockers.of(sent(DHAKA, null, true))).isEmpty();
  }

  @Test
  void anEmptyDraftIsToldAllAtOnceInOrder() {
    var empty =
        new DraftState(
            CartStatus.DRAFT,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            List.of("BD"),
            null,
            List.of(),
            null,
            false);

    assertThat(codes(empty))
        .containsExactly(
            BlockerCode.NO_ITEMS,
            BlockerCode.NO_CUSTOMER,
            BlockerCode.NO_PHONE,
            BlockerCode.NO_FULFILMENT,
            BlockerCode.NO_SHIPPING_ADDRESS,
            BlockerCode.NO_PAYMENT_METHOD);
  }

  @Test
  void everyOtherBlockerIsToldInOrder() {
    var draft =
        draft(
            CartStatus.EXPIRED,
            true,
            new Chosen(FulfilmentCategory.DELIVERY, false),
            DUBLIN,
            null,
            false,
            List.of(
                new DraftState.Goods("short", true, false, true),
                new DraftState.Goods("withdrawn", false, true, false),
                new DraftState.Goods("unsold", false, false, false)),
            CouponReason.BELOW_MINIMUM);

    assertThat(Blockers.of(draft))
        .extracting(Blocker::code, Blocker::itemId)
        .containsExactly(
            tuple(BlockerCode.SERVICE_WITHDRAWN, null),
            tuple(BlockerCode.NO_BILLING_ADDRESS, null),
            tuple(BlockerCode.ADDRESS_OUTSIDE_MARKET, null),
            tuple(BlockerCode.NOT_SOLD_IN_MARKET, "unsold"),
            tuple(BlockerCode.ITEM_WITHDRAWN, "withdrawn"),
            tuple(BlockerCode.OUT_OF_STOCK, "short"),
            tuple(BlockerCode.COUPON_DOES_NOT_APPLY, null),
            tuple(BlockerCode.WITH_THE_CUSTOMER, null),
            tuple(BlockerCode.NOT_A_DRAFT, null));
  }

  @Test
  void anotherDiscountOfTheCouponIsToldWhereItCanStillBePricedAnew() {
    assertThat(codes(withAnotherCoupon(CartStatus.DRAFT, false)))
        .containsExactly(BlockerCode.COUPON_CHANGED);
    assertThat(codes(withAnotherCoupon(CartStatus.DRAFT, true)))
        .containsExactly(BlockerCode.WITH_THE_CUSTOMER);
    assertThat(codes(withAnotherCoupon(CartStatus.ACCEPTED, false))).isEmpty();
  }

  private static DraftState withAnotherCoupon(CartStatus status, boolean isHeld) {
    return draft(status, isHeld, EXPRESS, DHAKA, null, true, SHIRT, null, true);
  }

  @Test
  void whatTheCustomerAcceptedIsNoQuestionAnyMore() {
    var gone =
        List.of(
            new DraftState.Goods("withdrawn", false, true, false),
            new DraftState.Goods("unsold", false, false, false));

    for (var reason :
        List.of(
            CouponReason.NO_AMOUNT_IN_CURRENCY,
            CouponReason.NOTHING_COVERED,
            CouponReason.BELOW_MINIMUM)) {
      assertThat(codes(without(reason, false, CartStatus.ACCEPTED, gone))).isEmpty();
    }
    assertThat(codes(without(null, false, CartStatus.ACCEPTED, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CouponReason.class,
      names = {"UNKNOWN", "NOT_YET", "OVER", "USED_UP", "USED_BY_CUSTOMER"})
  void whetherWhatWasAcceptedIsThereIsAsked(CouponReason reason) {
    var isShort = List.of(new DraftState.Goods("short", true, false, true));

    assertThat(codes(without(reason, true, CartStatus.ACCEPTED, isShort)))
        .containsExactly(BlockerCode.OUT_OF_STOCK, BlockerCode.COUPON_DOES_NOT_APPLY);
  }

  private static DraftState without(
      @Nullable CouponReason coupon,
      boolean isOffered,
      CartStatus status,
      List<DraftState.Goods> goods) {
    var service = new Chosen(FulfilmentCategory.SHIPPING, isOffered);
    return draft(status, false, service, DHAKA, null, true, goods, coupon);
  }

  @Test
  void whoFetchesTheGoodsNeedsNoAddress() {
    assertThat(codes(draft(CartStatus.DRAFT, false, OUTLET, null, null, true, SHIRT, null)))
        .isEmpty();
    assertThat(codes(draft(CartStatus.DRAFT, false, OUTLET, null, null, false, SHIRT, null)))
        .containsExactly(BlockerCode.NO_BILLING_ADDRESS);
  }

  @Test
  void aBillingAddressCountsOnlyIfItIsAnother() {
    assertThat(codes(sent(DHAKA, DUBLIN, false)))
        .containsExactly(BlockerCode.ADDRESS_OUTSIDE_MARKET);
    assertThat(codes(sent(DHAKA, DUBLIN, true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, true",
    "ACCEPTED, true",
    "ABANDONED, false",
    "REJECTED, false",
    "CONVERTED, false",
    "EXPIRED, false"
  })
  void onlyADraftOrWhatWasAcceptedCanBePlaced(CartStatus status, boolean possible) {
    assertThat(codes(draft(status, false, EXPRESS, DHAKA, null, true, SHIRT, null)).isEmpty())
        .isEqualTo(possible);
  }
}
