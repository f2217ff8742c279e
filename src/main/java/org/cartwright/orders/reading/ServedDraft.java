package org.cartwright.orders.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.carts.drafts.DraftCartRow;
import org.cartwright.carts.drafts.DraftLineRow;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.orders.drafts.Blockers;
import org.cartwright.orders.drafts.DraftState;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.stock.Availability;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its rows tell it, put together.
 *
 * @param accepted how much of which item was accepted of it, if a quote of it was
 * @param couponNow what its coupon gives now, if it has one
 * @param stock how the items on it stand
 */
record ServedDraft(
    DraftCartRow cart,
    List<DraftLineRow> lines,
    Map<String, BigDecimal> accepted,
    List<String> quoteIds,
    DraftRow draft,
    @Nullable CouponNow couponNow,
    Map<String, Availability> stock,
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
                        availability(row)))
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

  private DraftItem.@Nullable AvailabilityTiny availability(DraftLineRow row) {
    var item = row.line().itemId();
    if (item == null) {
      return null;
    }
    var standing = stock.getOrDefault(item, Availability.UNTRACKED);
    return new DraftItem.AvailabilityTiny(
        standing.available(), standing.held(), standing.policy(), isShort(item));
  }

  /** How much of an item is to be placed: what was accepted of it, or what all lines want. */
  private BigDecimal wanted(String item) {
    if (!accepted.isEmpty()) {
      return accepted.getOrDefault(item, BigDecimal.ZERO);
    }
    return goods().stream()
        .filter(row -> item.equals(row.line().itemId()))
        .map(row -> row.line().quantity())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isShort(DraftLineRow row) {
    var item = row.line().itemId();
    return item != null && isShort(item);
  }

  private boolean isShort(String item) {
    return !stock.getOrDefault(item, Availability.UNTRACKED).allows(wanted(item));
  }

  /** What was accepted and is on none of the draft's lines. */
  private Stream<String> acceptedBesides() {
    var known = goods().stream().map(row -> row.line().itemId()).collect(Collectors.toSet());
    return accepted.keySet().stream().filter(item -> !known.contains(item)).sorted();
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
    var category = service == null ? draft.category() : service.category();
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
    var code = cart.couponCode();
    var reason = couponReason();
    return code == null
        ? null
        : new DraftDetail.Coupon(
            code,
            reason == null,
            cart.couponAmount(),
            reason,
            reason == null ? null : reason.sentence());
  }

  private @Nullable CouponReason couponReason() {
    return couponNow == null ? null : couponNow.refused();
  }

  /** Whether the coupon gives something else than it did when everything was priced last. */
  private boolean isCouponChanged() {
    return couponNow != null
        && couponNow.refused() == null
        && couponNow.amount() != cart.couponAmount();
  }

  private DraftDetail.@Nullable Reservation reservation() {
    var until = cart.reservedUntil();
    return until == null
        ? null
        : new DraftDetail.Reservation(until, items().allMatch(this::isReserved));
  }

  /** All that is on it or was accepted of it. */
  private Stream<String> items() {
    return Stream.concat(
        goods().stream().map(row -> row.line().itemId()).filter(Objects::nonNull),
        acceptedBesides());
  }

  /** Whether all that is wanted of an item is held, as far as it is counted at all. */
  private boolean isReserved(String item) {
    var standing = stock.getOrDefault(item, Availability.UNTRACKED);
    return standing.policy() == StockPolicy.UNTRACKED
        || standing.held().compareTo(wanted(item)) >= 0;
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
        wantedGoods(),
        couponReason(),
        isCouponChanged());
  }

  private List<DraftState.Goods> wantedGoods() {
    return Stream.concat(
            goods().stream()
                .map(
                    row ->
                        new DraftState.Goods(
                            row.line().id(), row.isSold(), row.isWithdrawn(), isShort(row))),
            acceptedBesides().map(item -> new DraftState.Goods(null, true, false, isShort(item))))
        .toList();
  }

  private DraftState.@Nullable Service service() {
    var service = draft.service();
    return service == null
        ? null
        : new DraftState.Service(
            service.category(),
            service.isOffered()
                && fee().filter(row -> !row.isSold() || row.isWithdrawn()).isEmpty());
  }
}
