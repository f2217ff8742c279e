package org.cartwright.console.markets;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.taxes.MarketTaxCreate;
import org.cartwright.catalog.taxes.MarketTaxDetail;
import org.cartwright.catalog.taxes.MarketTaxUpdate;
import org.cartwright.catalog.taxes.MarketTaxes;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Levies taxes in a market, changes them as they were seen, and levies them no more. */
@Service
class MarketTaxDesk {

  private static final String CATEGORIES = "categoryNames";
  private static final String REGIONS = "regions";
  private static final String POSTAL_CODES = "postalCodes";
  private static final String PERCENTAGE = "percentage";

  private static final PresentFields ALL =
      PresentFields.of("name", PERCENTAGE, "scope", CATEGORIES, REGIONS, POSTAL_CODES);

  private final MarketTaxes taxes;
  private final Tenants tenants;
  private final Validator validator;

  MarketTaxDesk(MarketTaxes taxes, Tenants tenants, Validator validator) {
    this.taxes = taxes;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** What stands in the fields of a tax. */
  static Map<String, String> fields(MarketTaxDetail tax, TypedFigures figures) {
    return Map.of(
        "name",
        tax.name(),
        PERCENTAGE,
        figures.shown(tax.percentage()),
        "scope",
        tax.scope().name(),
        CATEGORIES,
        lines(tax.categoryNames()),
        REGIONS,
        lines(tax.regions()),
        POSTAL_CODES,
        lines(tax.postalCodes()));
  }

  private static String lines(@Nullable List<String> names) {
    return names == null ? "" : String.join("\n", names);
  }

  /**
   * Levies one more.
   *
   * @throws NotTaken if their role may not, or something typed is none
   */
  void levy(String market, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    taxes.create(market, read(typed));
  }

  /**
   * Changes one.
   *
   * @throws NotTaken if their role may not, or something typed is none
   * @throws Stale if it is not as it was seen
   */
  void change(String market, String id, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    var wanted = read(typed);
    taxes.update(
        market,
        id,
        new MarketTaxUpdate(
            wanted.name(),
            wanted.percentage(),
            wanted.scope(),
            wanted.categoryNames(),
            wanted.regions(),
            wanted.postalCodes(),
            ALL),
        present -> requireSeen(present, typed));
  }

  /**
   * Levies one no more.
   *
   * @throws NotTaken if their role may not
   * @throws Stale if it is not as it was seen
   */
  void drop(String market, String id, Typed typed, ConsoleSession by) {
    MarketDesk.requireKeeper(typed, by);
    taxes.archive(market, id, present -> requireSeen(present, typed));
  }

  private MarketTaxCreate read(Typed typed) {
    var reasons = new HashMap<String, String>();
    var percentage =
        TypedFigures.of(tenants.current())
            .number(typed.field(PERCENTAGE, "").replaceFirst("\\s*%$", ""));
    if (percentage.isEmpty()) {
      reasons.put(PERCENTAGE, "markets.problem.percentage");
    }
    var wanted =
        new MarketTaxCreate(
            typed.field("name", ""),
            percentage.orElse(BigDecimal.ZERO),
            Arrays.stream(TaxScope.values())
                .filter(scope -> scope.name().equals(typed.field("scope", "")))
                .findFirst()
                .orElse(TaxScope.ALL),
            read(typed, CATEGORIES),
            read(typed, REGIONS),
            read(typed, POSTAL_CODES));
    for (var field : Checked.wrong(validator, wanted)) {
      reasons.put(field, "markets.problem." + field);
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private static @Nullable List<String> read(Typed typed, String field) {
    var lines =
        typed
            .field(field, "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    return lines.isEmpty() ? null : lines;
  }

  private static void requireSeen(MarketTaxDetail present, Typed typed) {
    if (!Fingerprint.of(present).equals(typed.seen())) {
      throw new Stale();
    }
  }
}
