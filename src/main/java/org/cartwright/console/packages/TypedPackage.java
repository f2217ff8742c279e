package org.cartwright.console.packages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.catalog.PriceBounds;
import org.cartwright.catalog.packages.PackageDetail;
import org.cartwright.catalog.packages.PackageInput;
import org.cartwright.catalog.packages.PackageItemInput;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;

/** A package as it was typed. Collects why what cannot be read is not taken. */
final class TypedPackage {

  private static final BigDecimal MOST_OF_ONE = BigDecimal.valueOf(1_000_000);

  private final Typed typed;
  private final TypedFigures figures;
  private final Map<String, String> unread = new HashMap<>();

  TypedPackage(Typed typed, TypedFigures figures) {
    this.typed = typed;
    this.figures = figures;
  }

  /** Why fields could not be read, by their names. */
  Map<String, String> unread() {
    return unread;
  }

  /**
   * The package that is wanted.
   *
   * @param added what is put into it beside what was there
   */
  PackageInput wanted(boolean isArchived, List<PackageItemInput> added) {
    var parts = parts();
    parts.addAll(added);
    return new PackageInput(
        null,
        typed.field("name", ""),
        typed.orNone("description"),
        isArchived,
        money("price"),
        typed.orNone("externalId"),
        typed.orNone("internalNotes"),
        parts,
        typed.orNone("category"));
  }

  /** An item to put into a package, once and at its own price. */
  static PackageItemInput once(String itemId, long price) {
    return new PackageItemInput(null, "", itemId, 1, price, null);
  }

  /** What a package is to be sold again as: what it is. */
  static PackageInput onSale(PackageDetail present) {
    return new PackageInput(
        null,
        present.name(),
        present.description(),
        false,
        present.price(),
        present.externalId(),
        present.internalNotes(),
        PackageForm.contents(present).stream()
            .map(
                part ->
                    new PackageItemInput(
                        part.id(), "", part.itemId(), part.quantity(), part.price(), null))
            .toList(),
        present.category());
  }

  /** Those that stay, in their order. */
  private List<PackageItemInput> parts() {
    var parts = new ArrayList<PackageItemInput>();
    for (int i = 0; i < PackageInput.MOST_ITEMS; i++) {
      var field = PackageForm.field(i);
      var item = typed.orNone(field + "item");
      if (item != null && typed.orNone(field + "off") == null) {
        parts.add(
            new PackageItemInput(
                typed.orNone(field + "id"),
                "",
                item,
                quantity(field + "quantity"),
                money(field + "price"),
                null));
      }
    }
    return parts;
  }

  private int quantity(String field) {
    var quantity =
        figures
            .number(typed.field(field, ""))
            .filter(it -> it.signum() > 0 && it.compareTo(MOST_OF_ONE) <= 0)
            .filter(it -> it.stripTrailingZeros().scale() <= 0);
    if (quantity.isEmpty()) {
      unread.put(field, "packages.problem.quantity");
    }
    return quantity.orElse(BigDecimal.ONE).intValueExact();
  }

  private long money(String field) {
    var amount = figures.money(typed.field(field, "")).filter(it -> it <= PriceBounds.MOST);
    if (amount.isEmpty()) {
      unread.put(field, "catalog.problem.price");
    }
    return Objects.requireNonNull(amount.orElse(0L));
  }
}
