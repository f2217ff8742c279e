package org.cartwright.console.catalog;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cartwright.catalog.Unit;
import org.cartwright.catalog.items.ItemCreate;
import org.cartwright.catalog.items.ItemDetail;
import org.cartwright.catalog.items.ItemUpdate;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.taxes.ItemType;
import org.jspecify.annotations.Nullable;

/** An item as it was typed. Collects why what cannot be read is not taken. */
final class TypedItem {

  private static final Set<String> CLEARED_IF_EMPTY =
      Set.of(
          "brandName",
          "description",
          "category",
          "unit",
          "internalNotes",
          "sortOrder",
          "externalId",
          "exemptedTaxIds",
          "cost");

  private final Typed typed;
  private final TypedFigures figures;
  private final Map<String, String> unread = new HashMap<>();

  TypedItem(Typed typed, TypedFigures figures) {
    this.typed = typed;
    this.figures = figures;
  }

  /** Why fields could not be read, by their names. */
  Map<String, String> unread() {
    return unread;
  }

  /** An item to be taken into the catalog. */
  ItemCreate created() {
    return new ItemCreate(
        null,
        typed.field("name", ""),
        typed.orNone("brandName"),
        typed.orNone("description"),
        Objects.requireNonNullElse(price(), 0L),
        typed.orNone("category"),
        unit(),
        isTicked("isPhysical"),
        false,
        typed.orNone("internalNotes"),
        sortOrder(),
        isTicked("allowCustomPricing"),
        type(),
        typed.orNone("externalId"),
        ticked().toList(),
        cost(),
        null);
  }

  /**
   * What is to change: all that the form has. Exemptions that it has no field for stay.
   *
   * @param inForce the ids of the taxes that the form had
   */
  ItemUpdate update(ItemDetail present, Set<String> inForce) {
    return new ItemUpdate(
        typed.field("name", ""),
        typed.orNone("brandName"),
        typed.orNone("description"),
        price(),
        typed.orNone("category"),
        unit(),
        isTicked("isPhysical"),
        null,
        typed.orNone("internalNotes"),
        sortOrder(),
        isTicked("allowCustomPricing"),
        typed.orNone("externalId"),
        exempted(present.exemptedTaxIds(), inForce),
        cost(),
        new PresentFields(CLEARED_IF_EMPTY));
  }

  /** Of which nobody has said anything stays so while nothing is ticked. */
  private @Nullable List<String> exempted(@Nullable List<String> present, Set<String> inForce) {
    var ticked = ticked().toList();
    if (present == null) {
      return ticked.isEmpty() ? null : ticked;
    }
    var others = present.stream().filter(tax -> !inForce.contains(tax));
    return Stream.concat(others, ticked.stream()).toList();
  }

  private Stream<String> ticked() {
    return typed.fields().entrySet().stream()
        .filter(field -> field.getKey().startsWith(ItemForm.EXEMPT))
        .filter(field -> field.getValue().equals(ItemForm.TICKED))
        .map(field -> field.getKey().substring(ItemForm.EXEMPT.length()));
  }

  private boolean isTicked(String field) {
    return typed.field(field, "").equals(ItemForm.TICKED);
  }

  private @Nullable Long price() {
    var price = figures.money(typed.field("price", ""));
    if (price.isEmpty()) {
      unread.put("price", "catalog.problem.price");
    }
    return price.orElse(null);
  }

  private @Nullable Long cost() {
    var text = typed.field("cost", "");
    if (text.isEmpty()) {
      return null;
    }
    var cost = figures.money(text);
    if (cost.isEmpty()) {
      unread.put("cost", "catalog.problem.price");
    }
    return cost.orElse(null);
  }

  private @Nullable Integer sortOrder() {
    var text = typed.field("sortOrder", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      unread.put("sortOrder", "item.problem.order");
      return null;
    }
  }

  private @Nullable Unit unit() {
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.name().equals(typed.field("unit", "")))
        .findFirst()
        .orElse(null);
  }

  private ItemType type() {
    return Arrays.stream(ItemType.values())
        .filter(type -> type.name().equals(typed.field("type", "")))
        .findFirst()
        .orElse(ItemType.PRODUCT);
  }
}
