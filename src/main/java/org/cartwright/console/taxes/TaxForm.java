package org.cartwright.console.taxes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.catalog.taxes.TaxSummary;
import org.cartwright.console.form.TypedFigures;
import org.jspecify.annotations.Nullable;

/**
 * The form of a tax: what stands in its fields.
 *
 * @param fields by their names; that of a category says {@code true} if the tax is meant for it
 */
record TaxForm(Map<String, String> fields) {

  static final TaxForm NEW = new TaxForm(Map.of("scope", "ALL"));

  /** How the name of the field of a category begins; the category follows. */
  static final String CATEGORY = "category-";

  static final String TICKED = "true";

  private static final int BASE = 36;

  static TaxForm of(TaxSummary tax, TypedFigures figures) {
    var fields = new TreeMap<String, String>();
    fields.put("name", tax.name());
    fields.put("percentage", figures.shown(tax.percentage()));
    fields.put("scope", tax.scope().name());
    fields.put("locationIds", String.join("\n", orNone(tax.locationIds())));
    orNone(tax.categoryNames()).forEach(name -> fields.put(CATEGORY + name, TICKED));
    return new TaxForm(fields);
  }

  static List<String> orNone(@Nullable List<String> texts) {
    return Objects.requireNonNullElse(texts, List.of());
  }

  /** What a field shows; also for the template. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Which tax was seen: another one if a field is another. Also for the template. */
  public String seen() {
    return Integer.toUnsignedString(new TreeMap<>(fields).hashCode(), BASE);
  }
}
