package org.cartwright.pricing.taxes;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Cents;
import org.jspecify.annotations.Nullable;

/**
 * An item as taxes see it.
 *
 * @param type decides about the scopes for goods, services and memberships
 * @param category the name of its category, if it has one
 * @param exemptedTaxIds the taxes that leave it alone although their scope covers it
 */
public record TaxedItem(ItemType type, @Nullable String category, Set<String> exemptedTaxIds)
    implements TaxBasis {

  public TaxedItem {
    exemptedTaxIds = Set.copyOf(exemptedTaxIds);
  }

  @Override
  public List<TaxedAmount> taxesOn(
      TaxMode mode, Cents taxable, Collection<TaxRule> rules, TaxPlace place) {
    return mode.taxesIn(taxable, null, due(rules, place));
  }

  /** Those of these taxes that apply to it. */
  List<TaxRule> due(Collection<TaxRule> rules, TaxPlace place) {
    return rules.stream().filter(rule -> rule.appliesTo(this, place)).toList();
  }
}
