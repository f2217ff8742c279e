package org.cartwright.orders.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.cartwright.carts.api.CartItem;
import org.cartwright.catalog.ItemTiny;
import org.cartwright.catalog.PackageTiny;
import org.cartwright.pricing.PriceSource;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;

/** A line of a draft: what a cart's line is, and where its price came from. */
@Schema(
    name = "DraftItem",
    description = "A line of a draft. Amounts are in the smallest unit of the draft's currency.")
public record DraftItem(
    String id,
    String cartId,
    @Nullable String itemId,
    @Nullable String packageId,
    @Schema(example = "2.5") BigDecimal quantity,
    @Schema(example = "1299") long unitPrice,
    @Schema(description = "The amount of the line's own discount.") long discountAmount,
    @Schema(description = "The line's discount in percent, if it is a percentage.")
        BigDecimal discountPercentage,
    @Schema(description = "The taxes on this line.") long taxAmount,
    @Schema(description = "Price × quantity less the line's own discount.") long totalPrice,
    @Nullable String notes,
    @Schema(description = "The item, under the name it was added with.") @Nullable ItemTiny item,
    @Schema(name = "package") @JsonProperty("package") @Nullable PackageTiny packageOffered,
    @Nullable Instant createdDate,
    @Nullable Instant updatedDate,
    @Schema(
            description =
                "Where the price came from; `NONE` if the market did not sell it when the draft was last priced.")
        PriceSource priceSource,
    @Schema(description = "The quantity tier its price came from, if it came from one.")
        @Nullable TierTiny tier,
    @Schema(
            description = "The label of its item among the variants of its product.",
            example = "Large / Blue")
        @Nullable String options,
    @Schema(description = "The stock of its item; `null` for a package.")
        @Nullable AvailabilityTiny availability) {

  /** How an item stands in stock, for a draft. */
  @Schema(name = "DraftItemAvailability", description = "The stock of an item.")
  public record AvailabilityTiny(
      @Schema(description = "How much is neither sold nor held for others.", example = "12")
          BigDecimal available,
      @Schema(description = "How much of that is held for this draft already.", example = "2")
          BigDecimal reserved,
      StockPolicy policy,
      @Schema(
              name = "short",
              description =
                  "Whether its lines together want more than there is, and the item's policy does "
                      + "not allow that.")
          @JsonProperty("short")
          boolean isShort) {}

  /** From which quantity on a price is so. */
  @Schema(name = "DraftItemTier", description = "A quantity tier.")
  public record TierTiny(@Schema(example = "10") BigDecimal fromQuantity) {}

  /** A cart's line with what a draft says of it. */
  public static DraftItem of(
      CartItem line,
      PriceSource source,
      @Nullable BigDecimal tierFrom,
      @Nullable String options,
      @Nullable AvailabilityTiny availability) {
    return new DraftItem(
        line.id(),
        line.cartId(),
        line.itemId(),
        line.packageId(),
        line.quantity(),
        line.unitPrice(),
        line.discountAmount(),
        line.discountPercentage(),
        line.taxAmount(),
        line.totalPrice(),
        line.notes(),
        line.item(),
        line.packageOffered(),
        line.createdDate(),
        line.updatedDate(),
        source,
        tierFrom == null ? null : new TierTiny(tierFrom),
        options,
        availability);
  }
}
