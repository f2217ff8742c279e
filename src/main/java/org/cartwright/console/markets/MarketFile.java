package org.cartwright.console.markets;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cartwright.catalog.markets.MarketDetail;
import org.cartwright.catalog.markets.MarketShelf;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.catalog.taxes.MarketTaxDetail;
import org.cartwright.catalog.taxes.MarketTaxes;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.fulfilment.FulfilmentServices;
import org.cartwright.orders.fulfilment.ServiceDetail;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of markets show, each at one moment. */
@Service
class MarketFile {

  /** Fees that are offered while one types; any other can be typed. */
  private static final int OFFERED_FEES = 50;

  private final Markets markets;
  private final MarketTaxes taxes;
  private final FulfilmentServices services;
  private final ServiceDesk desk;
  private final MarketShelf shelf;
  private final Tenants tenants;

  MarketFile(
      Markets markets,
      MarketTaxes taxes,
      FulfilmentServices services,
      ServiceDesk desk,
      MarketShelf shelf,
      Tenants tenants) {
    this.markets = markets;
    this.taxes = taxes;
    this.services = services;
    this.desk = desk;
    this.shelf = shelf;
    this.tenants = tenants;
  }

  /** The markets that are open, the default first and then by name. */
  List<MarketSheet> list(Locale language) {
    return markets.list().stream().map(market -> MarketSheet.of(market, language)).toList();
  }

  /** The markets that were closed, by name. */
  List<MarketSheet> closed(Locale language) {
    return markets.closed().stream().map(market -> MarketSheet.of(market, language)).toList();
  }

  /**
   * What the page of a market is made of, which is only looked at once the market is closed.
   *
   * @throws Missing if there is no such market
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String id, Locale language) {
    var market = markets.get(id);
    var tenant = tenants.current();
    var figures = TypedFigures.of(tenant);
    var words = new HashMap<String, Object>();
    words.put("market", MarketSheet.of(market, language));
    words.put(MarketPage.IS_CLOSED, market.isArchived());
    if (market.isArchived()) {
      return words;
    }
    words.put("taxes", taxes.inForce(id).stream().map(tax -> entry(tax, figures)).toList());
    words.put("scopes", TaxScope.values());
    words.put(
        "services", services(market, tenant.figures(Currency.getInstance(market.currency()))));
    words.put("categories", FulfilmentCategory.values());
    words.put("addressFields", ServiceDesk.ADDRESS);
    words.put(
        "fees",
        shelf.find(id, "", OFFERED_FEES).stream().map(MarketShelf.Goods::name).distinct().toList());
    return words;
  }

  private static MarketSheet.Entry entry(MarketTaxDetail tax, TypedFigures figures) {
    return new MarketSheet.Entry(
        tax.id(),
        tax.name(),
        figures.shown(tax.percentage()) + "%",
        true,
        Fingerprint.of(tax),
        MarketTaxDesk.fields(tax, figures));
  }

  private List<MarketSheet.Entry> services(MarketDetail market, MoneyFormat figures) {
    var found = services.ofMarket(market.id());
    var names =
        desk.names(
            found.stream().map(ServiceDetail::itemId).filter(Objects::nonNull).toList(),
            market.id());
    return found.stream()
        .map(
            service -> {
              var item = service.itemId();
              var fee = service.fee();
              return new MarketSheet.Entry(
                  service.id(),
                  service.name(),
                  fee == null ? "" : figures.money(fee),
                  service.isActive(),
                  Fingerprint.of(service),
                  ServiceDesk.fields(service, item == null ? "" : names.getOrDefault(item, "")));
            })
        .toList();
  }
}
