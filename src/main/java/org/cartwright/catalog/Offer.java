package org.cartwright.catalog;

import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.taxes.TaxBasis;

/**
 * An item or a package at the price the catalog asks right now.
 *
 * @param price of one, in cents
 * @param archived whether it is withdrawn from sale: it stays where it is and goes on no new line
 * @param taxBasis what it is as far as taxes care
 */
public record Offer(String id, String name, Cents price, boolean archived, TaxBasis taxBasis) {}
