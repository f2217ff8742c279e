package org.cartwright.console.products;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.catalog.prices.ItemPrices;
import org.cartwright.catalog.prices.ItemTier;
import org.cartwright.catalog.prices.MarketPrices;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of an item's prices shows, at one moment. */
@Service
class PriceSheet {

  private static final int FREE_ROWS = 3;

  private final MarketPrices prices;
  private final Markets markets;
  private final Catalog catalog;
  private final Tenants tenants;

  PriceSheet(MarketPrices prices, Markets markets, Catalog catalog, Tenants tenants) {
    this.prices = prices;
    this.markets = markets;
    this.catalog = catalog;
    this.tenants = tenants;
  }

  /**
   * What the item costs in a market.
   *
   * @param price as it stands in its field; empty where it is not sold
   */
  record Priced(String marketId, String name, String currency, boolean isInclusive, String price) {}

  /**
   * A tier, or a row for one.
   *
   * @param from as it stands in its field, as the others; empty for a row that is free
   */
  record Tiered(TierRow row, String marketId, String market, String from, String gives) {}

  /**
   * What the page is made of.
   *
   * @throws Missing if there is no such item
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String itemId) {
    var onSale = markets.onSale();
    var costs = prices.prices(itemId);
    var tiers = prices.tiers(itemId);
    var item =
        catalog
            .priceList(List.of(itemId), List.of())
            .item(itemId)
            .orElseThrow(() -> Missing.a("Item"));
    var locale = tenants.current().locale();
    var words = new HashMap<String, Object>();
    words.put("id", itemId);
    words.put("name", item.name());
    words.put("markets", onSale);
    words.put("priced", onSale.stream().map(market -> priced(market, costs, locale)).toList());
    words.put("seenPrices", Fingerprint.of(costs));
    words.put("tiered", tiered(tiers.tiers(), onSale, locale));
    words.put("seenTiers", Fingerprint.of(tiers));
    return words;
  }

  private static Priced priced(MarketTerms market, ItemPrices costs, Locale locale) {
    var figures = new TypedFigures(locale, market.currency());
    return new Priced(
        market.id(),
        market.name(),
        market.currency().getCurrencyCode(),
        market.taxMode() == TaxMode.INCLUSIVE,
        costs.prices().stream()
            .filter(price -> price.marketId().equals(market.id()))
            .map(price -> figures.shown(price.price()))
            .findFirst()
            .orElse(""));
  }

  private static List<Tiered> tiered(
      List<ItemTier> tiers, List<MarketTerms> onSale, Locale locale) {
    var rows = new ArrayList<Tiered>();
    for (var tier : tiers) {
      for (var market : onSale) {
        if (market.id().equals(tier.marketId())) {
          var row = new TierRow(rows.size());
          var figures = new TypedFigures(locale, market.currency());
          rows.add(
              new Tiered(
                  row,
                  market.id(),
                  market.name(),
                  figures.shown(tier.fromQuantity()),
                  gives(tier, figures)));
        }
      }
    }
    for (int i = 0; i < FREE_ROWS; i++) {
      rows.add(new Tiered(new TierRow(rows.size()), "", "", "", ""));
    }
    return rows;
  }

  private static String gives(ItemTier tier, TypedFigures figures) {
    var percent = tier.percentOff();
    return percent != null
        ? figures.shown(percent) + "%"
        : figures.shown(Objects.requireNonNull(tier.unitPrice()));
  }
}
