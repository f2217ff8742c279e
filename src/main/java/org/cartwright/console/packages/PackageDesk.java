package org.cartwright.console.packages;

import jakarta.validation.Validator;
import java.util.List;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.packages.PackageInput;
import org.cartwright.catalog.packages.PackageItemInput;
import org.cartwright.catalog.packages.Packages;
import org.cartwright.console.catalog.CatalogDesk;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;

/**
 * Takes packages into the catalog and changes them, as the API does and as they were typed;
 * managers and owners do. Whoever else asks is refused with {@link NotTaken}, and a change of what
 * is not as it was seen with {@link Stale}.
 */
@Service
class PackageDesk {

  private final Packages packages;
  private final Items items;
  private final Tenants tenants;
  private final Validator validator;

  PackageDesk(Packages packages, Items items, Tenants tenants, Validator validator) {
    this.packages = packages;
    this.items = items;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** How figures are typed here. */
  TypedFigures figures() {
    return TypedFigures.of(tenants.current());
  }

  /** Takes a package into the catalog, with an item in it if one was chosen; answers its id. */
  String enter(Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    return packages.create(wanted(typed, false)).id();
  }

  /** Makes a package what was typed, with one more item in it if one was chosen. */
  void change(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var figures = figures();
    packages.change(
        id,
        present -> {
          CatalogDesk.requireSeen(typed, PackageForm.of(present, figures).seen());
          return wanted(typed, present.isArchived());
        });
  }

  /** Withdraws a package from sale. */
  void withdraw(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var figures = figures();
    packages.archive(
        id, present -> CatalogDesk.requireSeen(typed, PackageForm.of(present, figures).seen()));
  }

  /** Brings a package back that was withdrawn. */
  void bringBack(String id, Typed typed, ConsoleSession by) {
    CatalogDesk.requireMayChange(typed, by);
    var figures = figures();
    packages.change(
        id,
        present -> {
          CatalogDesk.requireSeen(typed, PackageForm.of(present, figures).seen());
          return TypedPackage.onSale(present);
        });
  }

  private PackageInput wanted(Typed typed, boolean isArchived) {
    var read = new TypedPackage(typed, figures());
    var wanted = read.wanted(isArchived, added(typed));
    CatalogDesk.complain(typed, read.unread(), validator.validate(wanted));
    return wanted;
  }

  private List<PackageItemInput> added(Typed typed) {
    var chosen = typed.orNone("add");
    return chosen == null
        ? List.of()
        : List.of(TypedPackage.once(chosen, items.get(chosen).price()));
  }
}
