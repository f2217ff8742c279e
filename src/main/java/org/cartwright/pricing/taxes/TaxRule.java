package org.cartwright.pricing.taxes;

import java.util.Set;
import org.cartwright.pricing.amounts.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * A tax as it stands when something is priced. Archived taxes are not handed to pricing at all.
 *
 * @param id the tax's id, by which items are exempted
 * @param name the tax's name as it will be shown
 * @param rate how much of the taxable amount
 * @param scope which items it is meant for
 * @param categories the categories of {@link TaxScope#SPECIFIC_CATEGORIES}; any other scope ignores
 *     them
 * @param locations the ids of the locations that levy it; if empty, everywhere does
 */
public record TaxRule(
    String id,
    String name,
    Percentage rate,
    TaxScope scope,
    Set<String> categories,
    Set<String> locations) {

  public TaxRule {
    categories = Set.copyOf(categories);
    locations = Set.copyOf(locations);
  }

  /**
   * Whether this tax is due on {@code item}: its scope covers the item, the item is not exempted,
   * and the patient's location levies it.
   *
   * @param patientLocation the id of the patient's primary location; without one, only taxes levied
   *     everywhere apply
   */
  public boolean appliesTo(TaxedItem item, @Nullable String patientLocation) {
    return scope.covers(item, categories)
        && !item.exemptedTaxIds().contains(id)
        && isLevied(patientLocation);
  }

  /**
   * Whether this tax is due on a package that contains nothing: only if it is meant for everything.
   */
  public boolean appliesToEmptyPackage(@Nullable String patientLocation) {
    return scope == TaxScope.ALL && isLevied(patientLocation);
  }

  private boolean isLevied(@Nullable String patientLocation) {
    return locations.isEmpty() || (patientLocation != null && locations.contains(patientLocation));
  }
}
