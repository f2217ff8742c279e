package org.cartwright.console.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.catalog.items.ItemDetail;
import org.cartwright.console.form.TypedFigures;

/**
 * The form of an item: what stands in its fields.
 *
 * @param fields by their names, which are those of the API; one that can be ticked says {@code
 *     true} if it is
 */
record ItemForm(Map<String, String> fields) {

  /** What a new one is unless somebody says otherwise. */
  static final ItemForm NEW = new ItemForm(Map.of("isPhysical", "true", "type", "PRODUCT"));

  /** How the name of the field of a tax begins; its id follows. */
  static final String EXEMPT = "exempt-";

  static final String TICKED = "true";

  private static final int BASE = 36;

  static ItemForm of(ItemDetail item, TypedFigures figures) {
    var fields = new TreeMap<String, String>();
    fields.put("name", item.name());
    fields.put("brandName", Objects.toString(item.brandName(), ""));
    fields.put("description", Objects.toString(item.description(), ""));
    fields.put("price", figures.shown(item.price()));
    fields.put("cost", item.cost() == null ? "" : figures.shown(item.cost()));
    fields.put("category", Objects.toString(item.category(), ""));
    fields.put("unit", item.unit() == null ? "" : item.unit().name());
    fields.put("type", item.type().name());
    fields.put("isPhysical", Boolean.toString(item.isPhysical()));
    fields.put("allowCustomPricing", Boolean.toString(item.allowCustomPricing()));
    fields.put("isArchived", Boolean.toString(item.isArchived()));
    fields.put("internalNotes", Objects.toString(item.internalNotes(), ""));
    fields.put("sortOrder", Objects.toString(item.sortOrder(), ""));
    fields.put("externalId", Objects.toString(item.externalId(), ""));
    Objects.requireNonNullElse(item.exemptedTaxIds(), List.<String>of())
        .forEach(tax -> fields.put(EXEMPT + tax, TICKED));
    return new ItemForm(fields);
  }

  /** What a field shows; also for the template. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Which item was seen: another one if a field is another. Also for the template. */
  public String seen() {
    return Integer.toUnsignedString(new TreeMap<>(fields).hashCode(), BASE);
  }
}
