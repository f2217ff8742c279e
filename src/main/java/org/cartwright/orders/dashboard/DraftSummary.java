package org.cartwright.orders.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartwright.carts.api.CartStatus;
import org.jspecify.annotations.Nullable;

/** A draft as a list tells it. */
@Schema(name = "DraftSummary", description = "A draft order in a list.")
public record DraftSummary(
    @Schema(description = "The id of its cart.") String id,
    Market market,
    CartStatus status,
    @Nullable Customer customer,
    @Schema(description = "How many lines there are, without the fee.", example = "2")
        int itemCount,
    @Schema(description = "In the smallest unit of the currency.", example = "142600") long total,
    @Schema(example = "BDT") String currency,
    @Schema(
            description = "The total with its currency, written for the shop's locale.",
            example = "BDT 1,426.00")
        String formattedTotal,
    Instant createdDate,
    Instant updatedDate) {

  /** In which market it is sold. */
  @Schema(name = "DraftMarket", description = "The market in which a draft is sold.")
  public record Market(
      String id,
      @Schema(example = "BD") String code,
      @Schema(example = "Bangladesh") String name) {}

  /** Who buys. */
  @Schema(name = "DraftBuyer", description = "Who buys: a patient's record.")
  public record Customer(
      String id,
      @Schema(example = "Rahim Uddin") String name,
      @Schema(example = "rahim@mail.example") @Nullable String email,
      @Schema(example = "+880 1712 345678") @Nullable String phone) {}
}
