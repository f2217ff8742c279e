package org.cartwright.stock.keeping;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.stock.StockPolicy;

/** How an item is tracked from now on. */
@Schema(
    name = "StockPolicyWrite",
    description = "How an item is tracked from now on.",
    example = "{\"policy\": \"DENY\"}")
public record StockPolicyWrite(StockPolicy policy) {}
