/**
 * Catalog: what a clinic sells. Items, packages of items, and the taxes on them.
 *
 * <p>Nothing here is ever deleted, only archived: it stays on the carts, quotes and packages that
 * have it and is refused for anything new. What was sold keeps the name, price and taxes it was
 * sold with, so a change here moves nothing that was agreed before.
 *
 * <p>Other modules ask {@link org.cartwright.catalog.Catalog} what things cost. Into their own
 * queries they take {@link org.cartwright.catalog.CatalogRows}.
 *
 * <p>A clinic that is a shop sells in markets: at the market's prices, with its taxes and in its
 * currency. What is sold in no market has the catalog's own price and the taxes that belong to
 * none.
 *
 * <p>Owns the tables {@code item}, {@code package}, {@code package_item}, {@code tax}, {@code
 * market}, {@code item_price} and {@code price_tier}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Catalog",
    allowedDependencies = {
      "platform",
      "tenancy",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes"
    })
package org.cartwright.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
