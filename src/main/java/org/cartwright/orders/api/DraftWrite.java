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
import org.cartwright.platform.json.PathId;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/** A whole draft as a client wants it: to create it, or to replace what one holds. */
@Schema(
    name = "DraftOrderWrite",
    description =
        "A whole draft order. A draft that was read can be sent back as it is, and "
            + "nothing changes.",
    example =
        """
        {"customer": {"firstName": "Rahim", "lastName": "Uddin", "phone": "+880 1712 345678"},
         "paymentMethod": "CASH_ON_DELIVERY"}""")
public record DraftWrite(
    @Schema(description = "Chosen by the client, or given by the service if left out.")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId(except = "list")
        @Nullable String id,
    @Schema(
            description =
                "The id or code of the market. If left out, a new draft is in the default "
                    + "market, and an existing one stays in its own.")
        @Size(max = 64)
        @Nullable String marketId,
    @Schema(description = "Who buys. If left out, nobody is named yet.") @Size(max = 64)
        @Nullable String customerId,
    @Schema(
            description =
                "Instead of an existing customer, somebody who is entered with the draft.")
        @Nullable NewCustomer customer,
    @Schema(description = "Whom to reach about it; the customer if left out.")
        @Nullable Contact contact,
    @Nullable Address shippingAddress,
    @Schema(description = "Counts only if it is not the same as the shipping address.")
        @Nullable Address billingAddress,
    @Default("true") boolean billingSameAsShipping,
    @Nullable FulfilmentChoice fulfilment,
    @Nullable PaymentMethod paymentMethod,
    @Schema(description = "Kept whether or not it applies.", example = "CORP50")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @Nullable String couponCode,
    @Schema(description = "Whether the customer pays no taxes.") @Default("false")
        boolean taxExempt,
    @Schema(description = "For the staff only.") @Size(max = 10_000) @Nullable String internalNote,
    @Schema(
            description =
                "When creating, only DRAFT. Later DRAFT reopens an abandoned draft and "
                    + "ABANDONED abandons one.")
        @Nullable CartStatus status,
    @Schema(
            description =
                "When the draft expires. A date alone means the end of that day in the shop's "
                    + "time zone; a date-time without an offset is UTC.")
        @Nullable Moment expiresDate,
    @Schema(description = "Flat discount on the goods, in the smallest unit of the currency.")
        @Default("0")
        @Min(0)
        @Max(Cents.MAX_VALUE)
        long discountAmount,
    @Schema(description = "Discount on the goods in percent.")
        @Default("0")
        @DecimalMin("0")
        @DecimalMax("100")
        BigDecimal discountPercentage,
    @Schema(
            description =
                "Confirms that prices and flat discounts set by hand keep their figures in the "
                    + "other currency.")
        @Default("false")
        boolean confirmPrices,
    @Default("[]") @Size(max = Pricing.MAX_LINES) List<CartItemCreate> items,
    @Schema(hidden = true) PresentFields given)
    implements CrossFieldValidated {

  /** A draft of which no more is known than where it is sold, and perhaps to whom. */
  public static DraftWrite begun(String marketId, @Nullable NewCustomer customer) {
    return new DraftWrite(
        null,
        marketId,
        null,
        customer,
        null,
        null,
        null,
        true,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        0,
        BigDecimal.ZERO,
        false,
        List.of(),
        PresentFields.NONE);
  }

  @Override
  public void check(Complaints complaints) {
    checkCustomer(customerId, customer, complaints);
  }

  static void checkCustomer(
      @Nullable String customerId, @Nullable NewCustomer customer, Complaints complaints) {
    if (customerId != null && customer != null && !customerId.equals(customer.id())) {
      complaints.aboutAll("name either a customer who is there or a new one");
    }
  }

  /** A 0 that was not sent is none: it cannot be a served 0 that comes back. */
  public DiscountRequest discount() {
    return new DiscountRequest(
        given.has("discountAmount") ? new Cents(discountAmount) : null,
        given.has("discountPercentage") ? new Percentage(discountPercentage) : null);
  }
}
