package org.cartwright.pricing.taxes;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.cartwright.pricing.amounts.Percentage;

/**
 * A tax as it stands when something is priced. Archived taxes are not handed to pricing at all.
 *
 * @param id the tax's id, by which items are exempted
 * @param name the tax's name as it will be shown
 * @param rate how much of the taxable amount
 * @param scope which items it is meant for
 * @param categories the categories of {@link TaxScope#SPECIFIC_CATEGORIES}; any other scope ignores
 *     them
 * @param area where it is levied
 */
public record TaxRule(
    String id, String name, Percentage rate, TaxScope scope, Set<String> categories, TaxArea area) {

  public TaxRule {
    categories = Set.copyOf(categories);
  }

  /**
   * Those of these taxes that are levied at a place, in their order. Of each that is found out once
   * and not asked again: whoever has them takes them to be levied everywhere.
   */
  public static List<TaxRule> leviedAt(TaxPlace place, Collection<TaxRule> taxes) {
    return taxes.stream()
        .filter(tax -> tax.area.contains(place))
        .map(TaxRule::withoutArea)
        .toList();
  }

  private TaxRule withoutArea() {
    return new TaxRule(id, name, rate, scope, categories, TaxArea.EVERYWHERE);
  }

  /**
   * Whether this tax is due on {@code item}: its scope covers the item, the item is not exempted,
   * and it is levied where it is sold to.
   *
   * @param place of which nothing may be known; then only taxes levied everywhere apply
   */
  public boolean appliesTo(TaxedItem item, TaxPlace place) {
    return scope.covers(item, categories)
        && !item.exemptedTaxIds().contains(id)
        && area.contains(place);
  }

  /**
   * Whether this tax is due on a package that contains nothing: only if it is meant for everything.
   */
  public boolean appliesToEmptyPackage(TaxPlace place) {
    return scope == TaxScope.ALL && area.contains(place);
  }
}
