package org.cartwright.console.taxes;

import jakarta.validation.Validator;
import java.util.Map;
import org.cartwright.catalog.items.CategoryExemptions;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.console.catalog.CatalogDesk;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Levies taxes and changes them, as the API does and as they were typed; managers and owners do.
 * Whoever else asks is refused with {@link NotTaken}, and a change of what is not as it was seen
 * with {@link Stale}.
 */
@Service
class TaxDesk {

  private final Taxes taxes;
  private final Tenants tenants;
  private final Items items;
  private final CategoryExemptions exemptions;
  private final Validator validator;

  TaxDesk(
      Taxes taxes,
      Tenants tenants,
      Items items,
      CategoryExemptions exemptions,
      Validator validator) {
    this.taxes = taxes;
    this.tenants = tenants;
    this.items = items;
    this.exemptions = exemptions;
    this.validator = validator;
  }

  /** How figures are typed here. */
  TypedFigures figures() {
    return TypedFigures.of(tenants.current());
  }

  /** Levies a tax from now on. */
  void levy(Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var read = new TypedTax(typed, figures());
    var wanted = read.created();
    CatalogDesk.complain(typed, read.unread(), validator.validate(wanted));
    taxes.create(wanted);
  }

  /** Changes a tax in force. */
  void change(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var figures = figures();
    var read = new TypedTax(typed, figures);
    var wanted = read.update();
    CatalogDesk.complain(typed, read.unread(), validator.validate(wanted));
    taxes.update(
        id, wanted, tax -> CatalogDesk.requireSeen(typed, TaxForm.of(tax, figures).seen()));
  }

  /**
   * Exempts all items of a category from a tax in force, or no longer.
   *
   * @param category of items on sale, as it was chosen
   */
  @Transactional
  public void exempt(String id, String category, boolean isExempt, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    CatalogDesk.requireSeen(typed, TaxForm.of(taxes.get(id), figures()).seen());
    if (!items.categories().contains(category)) {
      throw typed.problem(Map.of("category", "taxes.problem.category"));
    }
    exemptions.exempt(category, id, isExempt);
  }

  /** Levies a tax on nothing new from now on. */
  void archive(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var figures = figures();
    taxes.archive(id, tax -> CatalogDesk.requireSeen(typed, TaxForm.of(tax, figures).seen()));
  }
}
