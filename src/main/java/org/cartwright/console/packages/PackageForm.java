package org.cartwright.console.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.catalog.packages.PackageDetail;
import org.cartwright.catalog.packages.PackageItem;
import org.cartwright.console.form.TypedFigures;

/**
 * The form of a package: what stands in its fields.
 *
 * @param fields by their names, which are those of the API
 * @param parts what is in it, in order
 */
record PackageForm(Map<String, String> fields, List<Part> parts) {

  static final PackageForm NEW = new PackageForm(Map.of(), List.of());

  private static final int BASE = 36;

  /**
   * Something in it.
   *
   * @param field how the names of its fields begin
   * @param id within the package
   */
  record Part(String field, String id, String itemId, String name, String quantity, String price) {}

  static PackageForm of(PackageDetail offered, TypedFigures figures) {
    var fields = new TreeMap<String, String>();
    fields.put("name", offered.name());
    fields.put("description", Objects.toString(offered.description(), ""));
    fields.put("price", figures.shown(offered.price()));
    fields.put("category", Objects.toString(offered.category(), ""));
    fields.put("externalId", Objects.toString(offered.externalId(), ""));
    fields.put("internalNotes", Objects.toString(offered.internalNotes(), ""));
    fields.put("isArchived", Boolean.toString(offered.isArchived()));
    var contents = contents(offered);
    var parts = new ArrayList<Part>();
    for (var one : contents) {
      parts.add(
          new Part(
              field(parts.size()),
              one.id(),
              one.itemId(),
              one.item() == null ? one.itemId() : one.item().name(),
              Objects.toString(one.quantity(), "1"),
              figures.shown(one.price())));
    }
    return new PackageForm(fields, List.copyOf(parts));
  }

  static List<PackageItem> contents(PackageDetail offered) {
    return Objects.requireNonNullElse(offered.items(), List.of());
  }

  /** How the names of the fields of a part begin. */
  static String field(int place) {
    return "part-" + place + "-";
  }

  /** What a field shows; also for the template. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Which package was seen: another one if a field is another. Also for the template. */
  public String seen() {
    return Integer.toUnsignedString(Objects.hash(new TreeMap<>(fields), parts), BASE);
  }
}
