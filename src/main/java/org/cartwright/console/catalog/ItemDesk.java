package org.cartwright.console.catalog;

import jakarta.validation.Validator;
import java.util.stream.Collectors;
import org.cartwright.catalog.items.ItemUpdate;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.taxes.NamedTax;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes items into the catalog and changes them, as the API does and as they were typed; managers
 * and owners do. Whoever else asks is refused with {@link NotTaken}, and a change of what is not as
 * it was seen with {@link Stale}.
 */
@Service
class ItemDesk {

  private final Items items;
  private final Taxes taxes;
  private final Tenants tenants;
  private final Validator validator;

  ItemDesk(Items items, Taxes taxes, Tenants tenants, Validator validator) {
    this.items = items;
    this.taxes = taxes;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** How figures are typed here. */
  TypedFigures figures() {
    return TypedFigures.of(tenants.current());
  }

  /** Takes an item into the catalog and answers its id. */
  String enter(Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var read = new TypedItem(typed, figures());
    var wanted = read.created();
    CatalogDesk.complain(typed, read.unread(), validator.validate(wanted));
    return items.create(wanted).id();
  }

  /** Changes an item, on sale or withdrawn from it. */
  @Transactional
  public void change(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var inForce = taxes.named().stream().map(NamedTax::id).collect(Collectors.toSet());
    var read = new TypedItem(typed, figures());
    items.change(
        id,
        present -> {
          CatalogDesk.requireSeen(typed, ItemForm.of(present, figures()).seen());
          var update = read.update(present, inForce);
          CatalogDesk.complain(typed, read.unread(), validator.validate(update));
          return update;
        });
  }

  /** Withdraws an item from sale, or brings it back. */
  void sell(String id, boolean isOnSale, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    items.change(
        id,
        present -> {
          CatalogDesk.requireSeen(typed, ItemForm.of(present, figures()).seen());
          return ItemUpdate.archived(!isOnSale);
        });
  }

  /** Makes an item one of those that stand first beside carts, or no longer one. */
  void favour(String id, boolean isFavourite, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    items.favour(id, isFavourite);
  }
}
