package org.cartwright.console.draft;

import java.util.List;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.Sight;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;

/** What there is to see of a draft; it begins as a cart's does, whose news are also its own. */
final class DraftSight {

  private DraftSight() {}

  static Sight of(DraftDetail draft) {
    var fulfilment = draft.fulfilment();
    return new Sight(
        draft.updatedDate() + "," + draft.status(),
        List.of(
            Sight.Facet.of("draft.changed.market", draft.marketId()),
            Sight.Facet.of("draft.changed.customer", draft.customerId()),
            Sight.Facet.of("draft.changed.contact", draft.contact()),
            Sight.Facet.of(
                "draft.changed.delivery",
                fulfilment == null ? null : fulfilment.category().name(),
                fulfilment == null ? null : fulfilment.serviceId(),
                String.valueOf(draft.paymentMethod()),
                draft.taxExempt()),
            Sight.Facet.of(
                "draft.changed.addresses",
                draft.shippingAddress(),
                draft.billingAddress(),
                draft.billingSameAsShipping()),
            Sight.Facet.of("draft.changed.coupon", draft.couponCode()),
            Sight.Facet.of(
                "draft.changed.head",
                draft.discountPercentage().stripTrailingZeros(),
                draft.discountPercentage().signum() == 0 ? draft.discountAmount() : 0,
                draft.internalNote())),
        draft.items().stream().map(DraftSight::line).toList());
  }

  static DeskLine line(DraftItem line) {
    return new DeskLine(
        line.id(),
        DeskLine.name(line.item(), line.packageOffered()),
        line.quantity(),
        line.unitPrice(),
        line.discountPercentage(),
        line.discountAmount(),
        line.totalPrice(),
        line.notes() == null ? "" : line.notes(),
        line.item() != null && line.item().allowCustomPricing());
  }
}
