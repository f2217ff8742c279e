/**
 * Catalog: what a clinic sells. Items, packages of items, and the taxes on them.
 *
 * <p>No item, package or tax is ever deleted, only archived: it stays on the carts, quotes and
 * packages that have it and is refused for anything new. What was sold keeps the name, price and
 * taxes it was sold with, so a change here moves nothing that was agreed before.
 *
 * <p>An item that is taken in, changed or withdrawn is announced by {@link
 * org.cartwright.catalog.ItemEvent}.
 *
 * <p>Other modules ask {@link org.cartwright.catalog.Catalog} what things cost. Into their own
 * queries they take {@link org.cartwright.catalog.CatalogRows}.
 *
 * <p>A clinic that is a shop sells in markets: at the market's prices, with its taxes and in its
 * currency. What is sold in no market has the catalog's own price and the taxes that belong to
 * none.
 *
 * <p>Items can be variants of a product, as a shirt is large and blue; {@link
 * org.cartwright.catalog.Products} tells as which they are known. Products say nothing of prices,
 * taxes or what was sold, and are deleted for good; their items stay.
 *
 * <p>Owns the tables {@code item}, {@code package}, {@code package_item}, {@code tax}, {@code
 * market}, {@code item_price}, {@code price_tier}, {@code product} and {@code product_variant}.
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
