package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.DiscountChange;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/** What is to change of a draft: what is left out stays, null takes it off. */
@Schema(
    name = "DraftOrderUpdate",
    description = "What to change about a draft: what is left out stays, `null` takes it off.",
    example =
        """
        {"contact": {"phone": "+880 1712 345678"}, "paymentMethod": "CASH_ON_DELIVERY"}""")
public record DraftUpdate(
    @Schema(
            description =
                "The id or code of another market: everything is priced anew, and the service "
                    + "of the former market is dropped. Never `null`.")
        @Size(max = 64)
        @Nullable String marketId,
    @Size(max = 64) @Nullable String customerId,
    @Schema(
            description =
                "Instead of an existing customer, somebody who is entered with this request.")
        @Nullable NewCustomer customer,
    @Nullable ContactPatch contact,
    @Schema(description = "Replaced as a whole.") @Nullable Address shippingAddress,
    @Schema(description = "Replaced as a whole.") @Nullable Address billingAddress,
    @Nullable Boolean billingSameAsShipping,
    @Schema(description = "Replaced as a whole.") @Nullable FulfilmentChoice fulfilment,
    @Nullable PaymentMethod paymentMethod,
    @Pattern(regexp = Ids.CLIENT_CHOSEN) @Nullable String couponCode,
    @Nullable Boolean taxExempt,
    @Size(max = 10_000) @Nullable String internalNote,
    @Schema(description = "DRAFT reopens an abandoned draft, ABANDONED abandons it.")
        @Nullable CartStatus status,
    @Schema(
            description =
                "A date alone means the end of that day in the shop's time zone; a date-time "
                    + "without an offset is UTC.")
        @Nullable Moment expiresDate,
    @Schema(description = "In the smallest unit of the currency.") @Min(0) @Max(Cents.MAX_VALUE)
        @Nullable Long discountAmount,
    @DecimalMin("0") @DecimalMax("100") @Nullable BigDecimal discountPercentage,
    @Schema(
            description =
                "Confirms that prices and flat discounts set by hand keep their figures in the "
                    + "other currency.")
        @Default("false")
        boolean confirmPrices,
    @Schema(description = "All goods, in place of the present ones.") @Size(max = Pricing.MAX_LINES)
        @Nullable List<CartItemCreate> items,
    @Schema(hidden = true) PresentFields given)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    DraftWrite.checkCustomer(customerId, customer, complaints);
    if (given.has("marketId") && marketId == null) {
      complaints.about("marketId", "a draft is always of a market");
    }
  }

  /**
   * What is to become of the discount on the goods: what is null takes it off if it is of that
   * kind.
   */
  public DiscountChange discount() {
    var amount = discountAmount == null ? null : new Cents(discountAmount);
    var percentage = discountPercentage == null ? null : new Percentage(discountPercentage);
    if (given.has("discountAmount") && given.has("discountPercentage")) {
      return new DiscountRequest(amount, percentage)::replace;
    }
    if (given.has("discountAmount")) {
      return new DiscountRequest(amount == null ? Cents.ZERO : amount, null)::update;
    }
    return given.has("discountPercentage")
        ? new DiscountRequest(null, percentage == null ? Percentage.ZERO : percentage)::update
        : DiscountChange.NONE;
  }
}
