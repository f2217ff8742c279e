package org.cartwright.pricing.taxes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.LargestRemainder;

/**
 * A package as taxes see it: the items in it. Its price is shared over them by {@link
 * LargestRemainder}, weighed by what each contributes, and every share is taxed as that item.
 * Without any, only taxes on everything apply to the whole.
 *
 * @param parts what the package contains, in its own order; may be empty
 */
public record TaxedPackage(List<PackagePart> parts) implements TaxBasis {

  public TaxedPackage {
    parts = List.copyOf(parts);
  }

  @Override
  public List<TaxedAmount> taxesOn(
      TaxMode mode, Cents taxable, Collection<TaxRule> rules, TaxPlace place) {
    if (parts.isEmpty()) {
      var due = rules.stream().filter(rule -> rule.appliesToEmptyPackage(place)).toList();
      return mode.taxesIn(taxable, null, due);
    }
    var shares = shares(taxable);
    var taxes = new ArrayList<TaxedAmount>();
    for (var part = 0; part < parts.size(); part++) {
      var due = parts.get(part).item().due(rules, place);
      taxes.addAll(mode.taxesIn(shares.get(part), part, due));
    }
    return List.copyOf(taxes);
  }

  /**
   * What of {@code taxable} falls on each part, in the order of the parts. Parts that all weigh
   * nothing weigh the same.
   */
  public List<Cents> shares(Cents taxable) {
    var weights = parts.stream().map(PackagePart::weight).toList();
    if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
      weights = Collections.nCopies(parts.size(), BigInteger.ONE);
    }
    return LargestRemainder.shareByWeight(taxable, weights);
  }
}
