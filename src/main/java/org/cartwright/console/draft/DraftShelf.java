package org.cartwright.console.draft;

import java.math.BigDecimal;
import java.util.List;
import org.cartwright.catalog.markets.MarketShelf;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.stock.Availability;
import org.cartwright.stock.Stock;
import org.cartwright.stock.StockPolicy;
import org.springframework.stereotype.Component;

/** What stands beside a draft: the market's goods, and what is there of them. */
@Component
class DraftShelf {

  private static final int MOST_GOODS = 30;

  private final MarketShelf shelf;
  private final Stock stock;

  DraftShelf(MarketShelf shelf, Stock stock) {
    this.shelf = shelf;
    this.stock = stock;
  }

  /**
   * Something on the shelf.
   *
   * @param detail what it is called among its kind, or what kind of thing it is; empty for nothing
   * @param tier from which quantity on it costs something else; empty for none
   * @param stock how many of it can be had, as they are counted; empty where they are not
   * @param isGone whether nothing of it can be had
   */
  record Goods(
      String value,
      String name,
      String detail,
      String tier,
      String stock,
      boolean isGone,
      String price) {}

  /** What a search finds of what is sold in the market of a draft. */
  List<Goods> of(DraftDetail draft, String search, MoneyFormat figures) {
    var found = shelf.find(draft.marketId(), search, MOST_GOODS);
    var standing =
        stock.standing(found.stream().map(MarketShelf.Goods::itemId).toList(), draft.id());
    return found.stream()
        .map(
            goods ->
                goods(
                    goods, standing.getOrDefault(goods.itemId(), Availability.UNTRACKED), figures))
        .toList();
  }

  private static Goods goods(MarketShelf.Goods goods, Availability stock, MoneyFormat figures) {
    var isCounted = stock.policy() != StockPolicy.UNTRACKED;
    var available = stock.available().max(BigDecimal.ZERO);
    return new Goods(
        "item:" + goods.itemId(),
        goods.product() == null ? goods.name() : goods.product(),
        goods.options() != null
            ? goods.options()
            : goods.category() == null ? "" : goods.category(),
        goods.tierFrom() == null ? "" : figures.number(goods.tierFrom()),
        isCounted ? figures.number(available) : "",
        stock.policy() == StockPolicy.DENY && available.signum() == 0,
        figures.money(goods.price()));
  }
}
