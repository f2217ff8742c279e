package org.cartwright.pricing;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.pricing.taxes.TaxRule;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a document is priced.
 *
 * @param currency what all amounts are in, in its smallest unit
 * @param taxMode whether prices are without taxes or have them inside
 * @param taxes the taxes in force; which of them apply is found out by pricing
 * @param place where it is sold to
 * @param coupon the coupon, if there is one
 */
public record PricingTerms(
    Currency currency,
    TaxMode taxMode,
    Collection<TaxRule> taxes,
    TaxPlace place,
    @Nullable Coupon coupon) {

  public PricingTerms {
    taxes = List.copyOf(taxes);
  }
}
