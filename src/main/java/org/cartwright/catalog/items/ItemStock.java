package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** How much of a stock one of an item uses up. Stock is another product's: there is none here. */
@Schema(
    name = "ItemStock",
    description = "How much of a stock an item uses up. Not kept by this service.")
public record ItemStock(String itemId, String stockId, BigDecimal quantityUsed) {}
