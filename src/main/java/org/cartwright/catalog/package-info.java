/**
 * Catalog: what a clinic sells. Items, packages of items, and the taxes on them.
 *
 * <p>Nothing here is ever deleted, only archived: it stays on the carts, quotes and packages that
 * have it and is refused for anything new. What was sold keeps the name, price and taxes it was
 * sold with, so a change here moves nothing that was agreed before.
 *
 * <p>Other modules ask {@link org.cartwright.catalog.Catalog} what things cost. In SQL they join
 * the views {@code item_tiny}, {@code package_tiny}, {@code item_document}, {@code
 * package_document} and {@code tax_document}, each of {@code tenant_id}, {@code id} and {@code
 * document}.
 *
 * <p>Owns the tables {@code item}, {@code package}, {@code package_item} and {@code tax}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Catalog",
    allowedDependencies = {"platform", "tenancy", "pricing"})
package org.cartwright.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
