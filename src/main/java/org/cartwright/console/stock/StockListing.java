package org.cartwright.console.stock;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import org.cartwright.catalog.Shelf;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.page.Age;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.Page;
import org.cartwright.stock.StockPolicy;
import org.cartwright.stock.keeping.StockDetail;
import org.jspecify.annotations.Nullable;

/**
 * A page of the stock as it is shown.
 *
 * @param uncounted what else the search finds in the catalog, of whose stock nothing was said yet
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 */
record StockListing(
    List<Row> rows, List<Shelf.Goods> uncounted, String total, long count, int page, int pages) {

  /**
   * How an item stands.
   *
   * @param isShort whether nothing of it can be had
   * @param age how long ago it changed
   */
  record Row(
      String id,
      String name,
      StockPolicy policy,
      boolean isCounted,
      boolean isShort,
      String onHand,
      String held,
      String available,
      @Nullable Age age,
      @Nullable Instant changed) {}

  static StockListing of(
      Page<StockDetail> found,
      List<Shelf.Goods> uncounted,
      StockFilter filter,
      TypedFigures figures,
      Instant now) {
    return new StockListing(
        found.data().stream().map(one -> row(one, figures, now)).toList(),
        uncounted,
        NumberFormat.getIntegerInstance(figures.locale()).format(found.total()),
        found.total(),
        filter.page(),
        Asked.pages(found.total(), StockFilter.SIZE));
  }

  static Row row(StockDetail stock, TypedFigures figures, Instant now) {
    var changed = stock.updatedDate();
    var isCounted = stock.policy() != StockPolicy.UNTRACKED;
    return new Row(
        stock.itemId(),
        stock.itemName(),
        stock.policy(),
        isCounted,
        isCounted && stock.available().signum() <= 0,
        figures.shown(stock.onHand()),
        figures.shown(stock.reserved()),
        figures.shown(stock.available()),
        changed == null ? null : Age.between(changed, now),
        changed);
  }
}
