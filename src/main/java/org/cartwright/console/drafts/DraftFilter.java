package org.cartwright.console.drafts;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.cartwright.orders.dashboard.DraftCriteria;

/**
 * What the list is asked for.
 *
 * @param search empty for none
 * @param market the id of one; empty for all
 * @param page from 1 on
 */
record DraftFilter(
    String search, List<CartStatus> statuses, String market, DraftSequence order, int page) {

  static final int SIZE = 25;

  /** Those in which a draft can be; one that was placed is an order. */
  static final CartStatus[] STATUSES = {
    CartStatus.DRAFT,
    CartStatus.ACCEPTED,
    CartStatus.REJECTED,
    CartStatus.ABANDONED,
    CartStatus.EXPIRED
  };

  static DraftFilter of(
      String search, List<String> statuses, String market, String order, String page) {
    return new DraftFilter(
        Asked.search(search),
        Asked.named(STATUSES, statuses),
        Asked.id(market),
        ListOrder.named(DraftSequence.values(), order),
        Asked.page(page));
  }

  DraftCriteria criteria() {
    return new DraftCriteria(
        market.isEmpty() ? null : market,
        statuses,
        null,
        null,
        null,
        null,
        search.isEmpty() ? null : search);
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || !statuses.isEmpty() || !market.isEmpty();
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("status", statuses.stream().map(CartStatus::name).toList());
    parameters.put("market", List.of(market));
    parameters.put("order", List.of(ListOrder.asked(order)));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(DraftsController.PATH, parameters);
  }
}
