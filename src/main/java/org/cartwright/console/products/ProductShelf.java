package org.cartwright.console.products;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.Shelf;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.catalog.prices.ItemPrice;
import org.cartwright.catalog.prices.MarketPrices;
import org.cartwright.catalog.products.ProductBook;
import org.cartwright.catalog.products.ProductDetail;
import org.cartwright.catalog.products.VariantDetail;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Paging;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of products show, each at one moment. */
@Service
class ProductShelf {

  /** Items a search finds as well; whoever looks for one names it. */
  private static final int MOST_ITEMS = 10;

  private final ProductBook products;
  private final MarketPrices prices;
  private final Markets markets;
  private final Shelf shelf;
  private final Tenants tenants;

  ProductShelf(
      ProductBook products, MarketPrices prices, Markets markets, Shelf shelf, Tenants tenants) {
    this.products = products;
    this.prices = prices;
    this.markets = markets;
    this.shelf = shelf;
    this.tenants = tenants;
  }

  /**
   * A variant of a product.
   *
   * @param prices in each market, in their order; empty where it is not sold
   */
  record Row(String itemId, String label, String item, boolean isArchived, List<String> prices) {}

  /** A page of the list, and the items that its search means. */
  @Transactional(readOnly = true)
  public Map<String, Object> list(ProductFilter filter) {
    var search = filter.search();
    var found =
        products.page(
            search.isEmpty() ? null : search,
            filter.keys(),
            new Paging(filter.page(), ProductFilter.SIZE));
    return Map.of(
        "products",
        found.data(),
        "count",
        found.total(),
        "total",
        NumberFormat.getIntegerInstance(tenants.current().locale()).format(found.total()),
        "pages",
        Asked.pages(found.total(), ProductFilter.SIZE),
        "items",
        search.isEmpty()
            ? List.of()
            : shelf.find(search, MOST_ITEMS).stream()
                .filter(goods -> goods.itemId() != null)
                .toList());
  }

  /**
   * What the page of a product is made of.
   *
   * @throws Missing if there is no such product
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String id) {
    var product = products.product(id);
    var onSale = markets.onSale();
    var words = new HashMap<String, Object>();
    words.put("product", product);
    words.put("fields", new ProductForm(product).fields());
    words.put("seen", ProductForm.seen(product));
    words.put("markets", onSale.stream().map(MarketTerms::code).toList());
    words.put("variants", rows(product, onSale));
    return words;
  }

  private List<Row> rows(ProductDetail product, List<MarketTerms> onSale) {
    var tenant = tenants.current();
    var known = prices.pricesOf(product.variants().stream().map(VariantDetail::itemId).toList());
    return product.variants().stream()
        .map(
            one ->
                new Row(
                    one.itemId(),
                    one.label(),
                    one.itemName(),
                    one.isArchived(),
                    onSale.stream()
                        .map(
                            market ->
                                price(known.getOrDefault(one.itemId(), List.of()), market, tenant))
                        .toList()))
        .toList();
  }

  private static String price(List<ItemPrice> prices, MarketTerms market, Tenant tenant) {
    return prices.stream()
        .filter(price -> price.marketId().equals(market.id()))
        .map(price -> tenant.figures(Currency.getInstance(price.currency())).money(price.price()))
        .findFirst()
        .orElse("");
  }
}
