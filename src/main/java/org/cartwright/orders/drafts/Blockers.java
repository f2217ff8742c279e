package org.cartwright.orders.drafts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Blocker;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.platform.format.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Everything that keeps a draft from being placed, all at once and in a fixed order. Once a quote
 * of it was accepted, what was accepted is no question any more, only whether it is there.
 */
public final class Blockers {

  /** Why a coupon does not apply to goods, whether or not it can be used. */
  private static final Set<CouponReason> OF_THE_GOODS =
      EnumSet.of(
          CouponReason.NO_AMOUNT_IN_CURRENCY,
          CouponReason.NOTHING_COVERED,
          CouponReason.BELOW_MINIMUM);

  private final DraftState draft;
  private final List<Blocker> found = new ArrayList<>();

  private Blockers(DraftState draft) {
    this.draft = draft;
  }

  /** What keeps it; nothing if it can be placed. */
  public static List<Blocker> of(DraftState draft) {
    var blockers = new Blockers(draft);
    blockers.find();
    return List.copyOf(blockers.found);
  }

  private void find() {
    when(draft.goods().isEmpty() && !isAccepted(), BlockerCode.NO_ITEMS);
    when(draft.customerId() == null, BlockerCode.NO_CUSTOMER);
    when(PhoneNumber.dialled(draft.phone()).isEmpty(), BlockerCode.NO_PHONE);
    when(draft.service() == null, BlockerCode.NO_FULFILMENT);
    when(
        draft.service() != null && !draft.service().isOffered() && !isAccepted(),
        BlockerCode.SERVICE_WITHDRAWN);
    when(isSent() && draft.shipping() == null, BlockerCode.NO_SHIPPING_ADDRESS);
    when(!draft.billingSameAsShipping() && draft.billing() == null, BlockerCode.NO_BILLING_ADDRESS);
    when(
        (isSent() && isOutside(draft.shipping())) || isOutside(draft.billed()),
        BlockerCode.ADDRESS_OUTSIDE_MARKET);
    when(draft.paymentMethod() == null, BlockerCode.NO_PAYMENT_METHOD);
    if (!isAccepted()) {
      each(line -> !line.isSold() && !line.isWithdrawn(), BlockerCode.NOT_SOLD_IN_MARKET);
      each(DraftState.Goods::isWithdrawn, BlockerCode.ITEM_WITHDRAWN);
    }
    each(DraftState.Goods::isShort, BlockerCode.OUT_OF_STOCK);
    if (draft.couponReason() != null
        && !(isAccepted() && OF_THE_GOODS.contains(draft.couponReason()))) {
      found.add(Blocker.ofTheCoupon(draft.couponReason(), isAccepted()));
    }
    when(
        draft.isCouponChanged() && !draft.isHeld() && draft.status() == CartStatus.DRAFT,
        BlockerCode.COUPON_CHANGED);
    when(draft.isHeld(), BlockerCode.WITH_THE_CUSTOMER);
    when(!isOpen(), BlockerCode.NOT_A_DRAFT);
  }

  /** Who fetches the goods need not say where they live. */
  private boolean isSent() {
    return draft.category() != FulfilmentCategory.PICKUP;
  }

  private boolean isOutside(@Nullable Address address) {
    return address != null && !draft.countries().contains(address.country());
  }

  private boolean isAccepted() {
    return draft.status() == CartStatus.ACCEPTED;
  }

  private boolean isOpen() {
    return draft.status() == CartStatus.DRAFT || isAccepted();
  }

  private void when(boolean applies, BlockerCode code) {
    if (applies) {
      found.add(new Blocker(code, code.sentence(), null));
    }
  }

  private void each(Predicate<DraftState.Goods> applies, BlockerCode code) {
    draft.goods().stream()
        .filter(applies)
        .forEach(line -> found.add(new Blocker(code, code.sentence(), line.lineId())));
  }
}
