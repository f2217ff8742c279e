package org.cartwright.orders.reading;

import java.util.List;
import java.util.Optional;
import org.cartwright.carts.drafts.DraftCartRow;
import org.cartwright.carts.drafts.DraftLineRow;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.orders.drafts.Blockers;
import org.cartwright.orders.drafts.DraftState;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its rows tell it, put together.
 *
 * @param couponNow the coupon that it is to be placed with, if there is one
 * @param stock what of its goods is there
 */
record ServedDraft(
    DraftCartRow cart,
    List<DraftLineRow> lines,
    List<String> quoteIds,
    DraftRow draft,
    @Nullable CouponNow couponNow,
    DraftStock stock,
    MoneyFormat money) {

  DraftDetail detail() {
    var goods = goods();
    var customer = customer();
    return new DraftDetail(
        cart.id(),
        cart.status(),
        cart.market().id(),
        market(),
        customer == null ? null : customer.id(),
        customer,
        draft.contact(),
        draft.shipping(),
        draft.billing(),
        draft.billingSameAsShipping(),
        fulfilment(),
        draft.paymentMethod(),
        cart.couponCode(),
        coupon(),
        cart.taxExempt(),
        draft.internalNote(),
        goods.stream()
            .map(
                row ->
                    DraftItem.of(
                        row.line(),
                        row.priceSource(),
                        row.tierFrom(),
                        row.variant(),
                        stock.of(row)))
            .toList(),
        goods.size(),
        goodsTotal(),
        discount(),
        cart.discountPercentage(),
        cart.couponAmount(),
        cart.fee(),
        cart.taxAmount(),
        cart.total(),
        cart.market().currency().getCurrencyCode(),
        formatted(),
        reservation(),
        Blockers.of(state()),
        quoteIds,
        cart.createdDate(),
        cart.updatedDate(),
        cart.expiresDate());
  }

  private List<DraftLineRow> goods() {
    return lines.stream().filter(row -> !row.isFee()).toList();
  }

  private Optional<DraftLineRow> fee() {
    return lines.stream().filter(DraftLineRow::isFee).findFirst();
  }

  private long goodsTotal() {
    return cart.subtotal() - cart.fee();
  }

  private long discount() {
    return cart.discountAmount() - cart.couponAmount();
  }

  private DraftDetail.MarketTiny market() {
    var market = cart.market();
    return new DraftDetail.MarketTiny(
        market.id(),
        market.code(),
        market.name(),
        market.currency().getCurrencyCode(),
        market.currency().getDefaultFractionDigits(),
        market.taxMode() == TaxMode.INCLUSIVE);
  }

  private DraftDetail.@Nullable Customer customer() {
    var known = cart.customer();
    return known == null
        ? null
        : new DraftDetail.Customer(
            known.id(),
            known.firstName(),
            known.lastName(),
            known.phoneNumber(),
            known.email(),
            known.language());
  }

  private DraftDetail.@Nullable Fulfilment fulfilment() {
    var service = draft.service();
    var category = draft.category();
    return category == null
        ? null
        : new DraftDetail.Fulfilment(
            category,
            service == null ? null : service.id(),
            service == null ? null : service.name(),
            cart.fee(),
            fee().map(row -> row.line().taxAmount()).orElse(0L));
  }

  private DraftDetail.@Nullable Coupon coupon() {
    var reason = couponReason();
    return couponNow == null
        ? null
        : new DraftDetail.Coupon(
            couponNow.code(),
            reason == null,
            couponNow.told(),
            reason,
            reason == null ? null : reason.sentence());
  }

  private @Nullable CouponReason couponReason() {
    return couponNow == null ? null : couponNow.refused();
  }

  private DraftDetail.@Nullable Reservation reservation() {
    var until = cart.reservedUntil();
    return until == null ? null : new DraftDetail.Reservation(until, stock.isHeld());
  }

  private DraftDetail.FormattedAmounts formatted() {
    return new DraftDetail.FormattedAmounts(
        money.money(goodsTotal()),
        money.money(discount()),
        money.money(cart.couponAmount()),
        money.money(cart.fee()),
        money.money(cart.taxAmount()),
        money.money(cart.total()));
  }

  private DraftState state() {
    return new DraftState(
        cart.status(),
        cart.isHeld(),
        cart.customer() == null ? null : cart.customer().id(),
        draft.contact().phone(),
        draft.category(),
        service(),
        draft.shipping(),
        draft.billing(),
        draft.billingSameAsShipping(),
        cart.market().countries(),
        draft.paymentMethod(),
        stock.wanted(),
        couponReason(),
        couponNow != null && couponNow.isChanged());
  }

  private DraftState.@Nullable Service service() {
    var service = draft.service();
    return service == null
        ? null
        : new DraftState.Service(
            service.isOffered()
                && fee().filter(row -> !row.isSold() || row.isWithdrawn()).isEmpty());
  }
}
