package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.platform.web.tags.Tagged;
import org.jspecify.annotations.Nullable;

/** An order with everything on it, as served. */
@Tagged
@Schema(
    name = "Order",
    description =
        "An order with everything on it, as it was placed. Amounts are in the smallest unit of its currency.")
public record OrderDetail(
    String id,
    @Schema(
            description = "The number as people say it; unique in the shop.",
            example = "#ORD-000000000001")
        String number,
    OrderStatus status,
    @Schema(description = "The id of the draft it was.") String cartId,
    @Schema(description = "The quote that the customer accepted, if there was one.")
        @Nullable String quoteId,
    String chargeId,
    DraftDetail.MarketTiny market,
    DraftDetail.Customer customer,
    Contact contact,
    @Nullable Address shippingAddress,
    @Nullable Address billingAddress,
    boolean billingSameAsShipping,
    Fulfilment fulfilment,
    PaymentMethod paymentMethod,
    @Nullable String couponCode,
    boolean taxExempt,
    @Nullable String internalNote,
    List<OrderItem> items,
    @Schema(description = "How many lines there are, without the fee.") int itemCount,
    @Schema(description = "The sum of the goods before any discount on the whole.") long goodsTotal,
    @Schema(description = "The amount of the discount on the goods, without the coupon.")
        long discountAmount,
    @Schema(description = "That discount in percent, if it is a percentage.")
        BigDecimal discountPercentage,
    long couponDiscountAmount,
    @Schema(description = "The fee of the fulfilment service.") long fee,
    @Schema(description = "All taxes; inside the total if the market's prices include tax.")
        long taxAmount,
    long total,
    @Schema(example = "BDT") String currency,
    DraftDetail.FormattedAmounts formatted,
    @Schema(description = "Why it was cancelled.") @Nullable String cancelReason,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant approvedDate,
    @Nullable Instant cancelledDate) {

  /** How the goods get to the customer, and where they are. */
  @Schema(
      name = "OrderFulfilment",
      description = "How the goods get to the customer, what that costs, and where they are.")
  public record Fulfilment(
      FulfilmentCategory category,
      String serviceId,
      @Schema(example = "Express") String name,
      @Schema(example = "4500") long fee,
      @Schema(example = "371") long feeTaxAmount,
      @Schema(description = "There from the approval on.") @Nullable FulfilmentStatus status,
      @Nullable String carrier,
      @Nullable String trackingNumber,
      @Schema(description = "The last note about it.") @Nullable String note,
      @Nullable Instant updatedDate) {}
}
