package org.cartwright.orders.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.coupons.CouponReason;
import org.cartwright.platform.web.tags.Tagged;
import org.jspecify.annotations.Nullable;

/** A draft order with everything on it, as served. */
@Tagged
@Schema(
    name = "DraftOrder",
    description =
        "A draft order with everything on it. Amounts are in the smallest unit of its currency.")
public record DraftDetail(
    @Schema(description = "The id of its cart.") String id,
    CartStatus status,
    String marketId,
    MarketTiny market,
    @Nullable String customerId,
    @Nullable Customer customer,
    Contact contact,
    @Nullable Address shippingAddress,
    @Nullable Address billingAddress,
    boolean billingSameAsShipping,
    @Nullable Fulfilment fulfilment,
    @Nullable PaymentMethod paymentMethod,
    @Nullable String couponCode,
    @Nullable Coupon coupon,
    boolean taxExempt,
    @Nullable String internalNote,
    List<DraftItem> items,
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
    FormattedAmounts formatted,
    @Schema(description = "The stock that is held for it; `null` if none is.")
        @Nullable Reservation reservation,
    @Schema(description = "Everything that still keeps it from being placed.")
        List<Blocker> blockers,
    @Schema(description = "The quotes made from it, newest first.") List<String> quoteIds,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant expiresDate) {

  /** The market in which it is sold. */
  @Schema(name = "MarketTiny", description = "The market in which something is sold.")
  public record MarketTiny(
      String id,
      @Schema(example = "BD") String code,
      @Schema(example = "Bangladesh") String name,
      @Schema(example = "BDT") String currency,
      @Schema(description = "How many decimals the currency has.", example = "2") int decimals,
      boolean pricesIncludeTax) {}

  /**
   * Who buys.
   *
   * @param language in which they are written to, if that is known; told by the patient's record
   */
  @Schema(name = "DraftCustomer", description = "Who buys: a patient's record.")
  public record Customer(
      String id,
      @Schema(example = "Rahim") @Nullable String firstName,
      @Schema(example = "Uddin") @Nullable String lastName,
      @Nullable String phone,
      @Nullable String email,
      @JsonIgnore @Schema(hidden = true) @Nullable String language) {}

  /** How the goods get to the customer, and what that costs. */
  @Schema(
      name = "DraftFulfilment",
      description = "How the goods get to the customer, and what that costs.")
  public record Fulfilment(
      FulfilmentCategory category,
      @Nullable String serviceId,
      @Schema(example = "Express") @Nullable String name,
      @Schema(example = "4500") long fee,
      @Schema(example = "371") long feeTaxAmount) {}

  /** The coupon on it, or that of what was accepted, and what it comes to. */
  @Schema(
      name = "DraftCoupon",
      description =
          "The coupon on a draft, and what it takes off; once a quote was accepted, that "
              + "of the quote, if it took anything off.")
  public record Coupon(
      @Schema(example = "CORP50") String code,
      boolean applies,
      long discountAmount,
      @Schema(description = "Why it does not apply.") @Nullable CouponReason reason,
      @Schema(description = "The same reason in words.") @Nullable String message) {}

  /** That stock is held for it. */
  @Schema(name = "DraftReservation", description = "Stock that is held for a draft.")
  public record Reservation(
      @Schema(description = "The moment until which it is held.") Instant until,
      @Schema(
              description =
                  "Whether everything on the draft is held; if there is too little of something, "
                      + "what there is of it is held.")
          boolean complete) {}

  /** The amounts as people write them. */
  @Schema(
      name = "FormattedAmounts",
      description = "The same amounts with their currency, written for the shop's locale.")
  public record FormattedAmounts(
      @Schema(example = "BDT 540.00") String goodsTotal,
      String discountAmount,
      String couponDiscountAmount,
      String fee,
      String taxAmount,
      String total) {}
}
