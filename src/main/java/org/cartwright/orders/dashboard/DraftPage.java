package org.cartwright.orders.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One page of drafts, and what all that are found come to. */
@Schema(
    name = "DraftPage",
    description = "One page of draft orders, and what all that match come to.")
public record DraftPage(
    List<DraftSummary> data,
    @Schema(description = "How many there are on all pages.", example = "1") long total,
    @Schema(description = "What they come to in each market, on all pages.")
        List<MarketTotal> totals) {

  /** What the drafts of one market come to. */
  @Schema(name = "DraftMarketTotal", description = "What the drafts of one market come to.")
  public record MarketTotal(
      String marketId,
      @Schema(example = "BD") String marketCode,
      @Schema(example = "BDT") String currency,
      @Schema(description = "How many there are.", example = "1") long count,
      @Schema(description = "In the smallest unit of the currency.", example = "142600") long total,
      @Schema(
              description = "The same with its currency, written for the shop's locale.",
              example = "BDT 1,426.00")
          String formattedTotal) {}
}
