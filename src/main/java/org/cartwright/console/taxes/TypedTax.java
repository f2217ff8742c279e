package org.cartwright.console.taxes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.catalog.taxes.TaxCreate;
import org.cartwright.catalog.taxes.TaxUpdate;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;

/** A tax as it was typed. Collects why what cannot be read is not taken. */
final class TypedTax {

  private static final String PERCENT = "%";

  private final Typed typed;
  private final TypedFigures figures;
  private final Map<String, String> unread = new HashMap<>();

  TypedTax(Typed typed, TypedFigures figures) {
    this.typed = typed;
    this.figures = figures;
  }

  /** Why fields could not be read, by their names. */
  Map<String, String> unread() {
    return unread;
  }

  /** A tax to be levied. */
  TaxCreate created() {
    var categories = categories();
    return new TaxCreate(
        typed.field("name", ""),
        Objects.requireNonNullElse(percentage(), BigDecimal.ZERO),
        locations(),
        scope(categories),
        categories);
  }

  /** What is to change: all that the form has. */
  TaxUpdate update() {
    var categories = categories();
    return new TaxUpdate(
        typed.field("name", ""),
        percentage(),
        locations(),
        scope(categories),
        categories,
        PresentFields.of("locationIds", "categoryNames"));
  }

  private @Nullable BigDecimal percentage() {
    var text = typed.field("percentage", "");
    var bare = text.endsWith(PERCENT) ? text.substring(0, text.length() - 1) : text;
    var percentage = figures.number(bare);
    if (percentage.isEmpty()) {
      unread.put("percentage", "taxes.problem.percentage");
    }
    return percentage.orElse(null);
  }

  private TaxScope scope(@Nullable List<String> categories) {
    var scope =
        Arrays.stream(TaxScope.values())
            .filter(it -> it.name().equals(typed.field("scope", "")))
            .findFirst()
            .orElse(TaxScope.ALL);
    if (scope == TaxScope.SPECIFIC_CATEGORIES && categories == null) {
      unread.put("categoryNames", "taxes.problem.categories");
    }
    return scope;
  }

  /** Those that were ticked, and one more that was typed. */
  private @Nullable List<String> categories() {
    var ticked =
        typed.fields().entrySet().stream()
            .filter(field -> field.getKey().startsWith(TaxForm.CATEGORY))
            .filter(field -> field.getValue().equals(TaxForm.TICKED))
            .map(field -> field.getKey().substring(TaxForm.CATEGORY.length()));
    var all = Stream.concat(ticked, Stream.ofNullable(typed.orNone("another"))).distinct().toList();
    return all.isEmpty() ? null : all;
  }

  private @Nullable List<String> locations() {
    var lines =
        typed.field("locationIds", "").lines().map(String::strip).filter(it -> !it.isEmpty());
    var all = lines.distinct().toList();
    return all.isEmpty() ? null : all;
  }
}
