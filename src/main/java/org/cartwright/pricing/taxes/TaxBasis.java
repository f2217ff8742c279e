package org.cartwright.pricing.taxes;

import java.util.Collection;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;

/**
 * What a line is, as far as taxes care: a single item, or a package that is taxed through its
 * parts.
 */
public sealed interface TaxBasis permits TaxedItem, TaxedPackage {

  /**
   * The taxes due on {@code taxable}, in the order of {@code rules} and for a package part by part.
   * Taxes that do not apply are not listed; taxes that apply and come to 0 are.
   *
   * @param mode whether the taxes come on top of what is taxable or are inside
   * @param taxable what remains of the line after all discounts
   * @param rules the taxes in force
   * @param place where it is sold to
   */
  List<TaxedAmount> taxesOn(TaxMode mode, Cents taxable, Collection<TaxRule> rules, TaxPlace place);

  /**
   * What is left of a price that has the taxes inside when they are not due: what an exempt
   * customer pays.
   *
   * @param price of one, 0 or more
   */
  default Cents netOf(Cents price, Collection<TaxRule> rules, TaxPlace place) {
    var taxes = taxesOn(TaxMode.INCLUSIVE, price, rules, place);
    return price.minus(Cents.sum(taxes.stream().map(TaxedAmount::amount).toList()));
  }
}
