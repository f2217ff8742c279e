package org.cartwright.charges.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on a receipt. */
@Schema(description = "Something that was paid for. Amounts are in cents.")
public record ItemWithQuantity(
    @Schema(example = "2.5 × Filler") String itemName,
    @Schema(description = "Its description in the catalog today.") @Nullable String description,
    @Nullable String chargeId,
    @Nullable String discountReason,
    @Schema(description = "For the whole quantity.", example = "544") @Nullable Long discountAmount,
    @Schema(description = "Always 0: `discountAmount` is the whole discount.")
        @Nullable BigDecimal discountPercentage,
    @Schema(example = "1") int quantity,
    @Schema(example = "SYRINGES") @Nullable String unit,
    @Schema(example = "3248") long pricePerItem,
    @Schema(description = "The taxes on the whole quantity.", example = "223")
        @Nullable Long taxAmount,
    @Schema(description = "What kind of item it is, or that it is a package.", example = "SERVICE")
        @Nullable String itemType) {

  public static List<ItemWithQuantity> of(Receipt receipt) {
    return receipt.lines().stream().map(line -> of(line, receipt.charge().id())).toList();
  }

  private static ItemWithQuantity of(Receipt.Line line, String chargeId) {
    return new ItemWithQuantity(
        line.name(),
        line.description(),
        chargeId,
        null,
        line.discountAmount(),
        BigDecimal.ZERO,
        line.quantity(),
        line.unit() == null ? null : line.unit().name(),
        line.price(),
        line.taxAmount(),
        line.type().name());
  }
}
