package org.cartwright.console.stock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.catalog.Shelf;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.FullName;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.staff.Providers;
import org.cartwright.staff.api.FirebaseProviderSummary;
import org.cartwright.stock.Stock;
import org.cartwright.stock.keeping.MovementDetail;
import org.cartwright.stock.keeping.StockRoom;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the pages of the stock show, each at one moment. */
@Service
class StockShelf {

  /** What else a search finds; whoever looks for something names it. */
  private static final int MOST_UNCOUNTED = 10;

  private static final String NOBODY = "";

  private final StockRoom room;
  private final Stock stock;
  private final Shelf shelf;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  StockShelf(
      StockRoom room, Stock stock, Shelf shelf, Providers providers, Tenants tenants, Clock clock) {
    this.room = room;
    this.stock = stock;
    this.shelf = shelf;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** A page of the list. */
  @Transactional(readOnly = true)
  public StockListing list(StockFilter filter) {
    var figures = figures();
    var found =
        room.page(
            filter.search().isEmpty() ? null : filter.search(),
            filter.policy(),
            filter.threshold(figures),
            filter.order().keys(),
            new Paging(filter.page(), StockFilter.SIZE));
    return StockListing.of(found, uncounted(filter), filter, figures, clock.instant());
  }

  private List<Shelf.Goods> uncounted(StockFilter filter) {
    if (filter.search().isEmpty() || filter.policy() != null || !filter.below().isEmpty()) {
      return List.of();
    }
    var found =
        shelf.find(filter.search(), MOST_UNCOUNTED).stream()
            .filter(goods -> goods.itemId() != null)
            .toList();
    var known =
        stock.standing(found.stream().map(goods -> "" + goods.itemId()).toList(), NOBODY).keySet();
    return found.stream().filter(goods -> !known.contains("" + goods.itemId())).toList();
  }

  /**
   * What the page of an item is made of.
   *
   * @param page of its movements
   * @throws Missing if there is no such item
   */
  @Transactional(readOnly = true)
  public Map<String, Object> open(String itemId, int page) {
    var figures = figures();
    var level = room.level(itemId);
    var moved = room.movements(itemId, new Paging(page, StockFilter.SIZE));
    return Map.of(
        "item",
        StockListing.row(level, figures, clock.instant()),
        "seen",
        StockSheet.seen(level),
        "sheet",
        StockSheet.of(
            moved, page, Asked.pages(moved.total(), StockFilter.SIZE), figures, staff(moved)));
  }

  /** The names of who wrote movements down; nobody is looked up where no staff did. */
  private Map<String, String> staff(Page<MovementDetail> moved) {
    return moved.data().stream().allMatch(one -> one.providerId() == null)
        ? Map.of()
        : providers.all(null).stream()
            .collect(
                Collectors.toMap(
                    FirebaseProviderSummary::id,
                    one -> FullName.of(one.firstName(), one.lastName())));
  }

  private TypedFigures figures() {
    return TypedFigures.of(tenants.current());
  }
}
