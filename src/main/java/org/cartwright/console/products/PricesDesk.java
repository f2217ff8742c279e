package org.cartwright.console.products;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.catalog.prices.ItemPriceInput;
import org.cartwright.catalog.prices.ItemTierInput;
import org.cartwright.catalog.prices.MarketPrices;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what items cost in markets, as it was seen, which managers and owners do. */
@Service
class PricesDesk {

  static final String PRICE = "price-";

  private static final String WRONG = "products.problem.price";

  private final MarketPrices prices;
  private final Markets markets;
  private final Tenants tenants;
  private final Validator validator;

  PricesDesk(MarketPrices prices, Markets markets, Tenants tenants, Validator validator) {
    this.prices = prices;
    this.markets = markets;
    this.tenants = tenants;
    this.validator = validator;
  }

  /**
   * Says what an item costs in each market; where nothing is said it is not sold.
   *
   * @throws NotTaken if their role may not, or something typed is no price
   * @throws Stale if the prices are not as they were seen
   */
  @Transactional
  public void price(String itemId, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    var wanted = new ArrayList<ItemPriceInput>();
    var reasons = new HashMap<String, String>();
    for (var market : markets.onSale()) {
      var field = PRICE + market.id();
      var text = typed.field(field, "");
      if (!text.isEmpty()) {
        var price =
            figures(market).money(text).map(cents -> new ItemPriceInput(market.id(), cents));
        if (price.filter(it -> Checked.wrong(validator, it).isEmpty()).isEmpty()) {
          reasons.put(field, WRONG);
        }
        price.ifPresent(wanted::add);
      }
    }
    complain(typed, reasons);
    prices.replacePrices(itemId, wanted, now -> requireSeen(Fingerprint.of(now), typed));
  }

  /**
   * Says what an item costs in larger quantities. A row without a quantity is none.
   *
   * @throws NotTaken if their role may not, or something typed cannot be read
   * @throws Stale if the tiers are not as they were seen
   */
  @Transactional
  public void tier(String itemId, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    var known =
        markets.onSale().stream()
            .collect(Collectors.toMap(MarketTerms::id, Function.identity(), (one, same) -> one));
    var wanted = new ArrayList<ItemTierInput>();
    var rows = new ArrayList<TierRow>();
    var reasons = new HashMap<String, String>();
    for (int i = 0; typed.fields().containsKey(new TierRow(i).from()); i++) {
      var row = new TierRow(i);
      if (!typed.field(row.from(), "").isEmpty() || !typed.field(row.gives(), "").isEmpty()) {
        rows.add(row);
        read(row, typed, known, reasons, wanted);
      }
    }
    complain(typed, reasons);
    try {
      prices.replaceTiers(itemId, wanted, now -> requireSeen(Fingerprint.of(now), typed));
    } catch (InvalidRequest invalid) {
      for (var violation : invalid.violations()) {
        for (var part : violation.loc()) {
          if (part instanceof Integer place) {
            reasons.put(rows.get(place).from(), "products.problem.tier.twice");
          }
        }
      }
      throw reasons.isEmpty() ? invalid : typed.problem(reasons);
    }
  }

  private void read(
      TierRow row,
      Typed typed,
      Map<String, MarketTerms> known,
      Map<String, String> reasons,
      List<ItemTierInput> wanted) {
    var market = known.get(typed.field(row.market(), ""));
    if (market == null) {
      reasons.put(row.market(), "products.problem.market");
      return;
    }
    var figures = figures(market);
    var gives = typed.field(row.gives(), "");
    var isPercentage = gives.endsWith("%");
    var from = figures.number(typed.field(row.from(), ""));
    var percent =
        isPercentage ? figures.number(gives.substring(0, gives.length() - 1)).orElse(null) : null;
    var price = isPercentage ? null : figures.money(gives).orElse(null);
    if (from.isEmpty()) {
      reasons.put(row.from(), "products.problem.tier.from");
    }
    if (percent == null && price == null) {
      reasons.put(row.gives(), "products.problem.tier.gives");
    }
    if (from.isPresent() && (percent != null || price != null)) {
      var tier = new ItemTierInput(market.id(), from.get(), price, percent);
      for (var field : Checked.wrong(validator, tier)) {
        reasons.put(
            field.equals("fromQuantity") ? row.from() : row.gives(),
            "products.problem.tier." + (field.equals("fromQuantity") ? "from" : "gives"));
      }
      wanted.add(tier);
    }
  }

  private TypedFigures figures(MarketTerms market) {
    return new TypedFigures(tenants.current().locale(), market.currency());
  }

  private static void complain(Typed typed, Map<String, String> reasons) {
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
  }

  private static void requireSeen(String present, Typed typed) {
    if (!present.equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static void requireKeeper(Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of(PRICE, "products.problem.role"));
    }
  }
}
