package org.cartwright.console.stock;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What the list is asked for.
 *
 * @param search empty for none
 * @param policy of which items; null for all
 * @param below less than this is available, as it was typed; empty for any
 * @param page from 1 on
 */
record StockFilter(
    String search, @Nullable StockPolicy policy, String below, StockSequence order, int page) {

  static final int SIZE = 25;

  private static final int LONGEST_NUMBER = 20;

  static StockFilter of(String search, String policy, String below, String order, String page) {
    return new StockFilter(
        Asked.search(search),
        Arrays.stream(StockPolicy.values())
            .filter(it -> it.name().equals(policy))
            .findFirst()
            .orElse(null),
        Asked.search(below, LONGEST_NUMBER),
        ListOrder.named(StockSequence.values(), order),
        Asked.page(page));
  }

  /** Less than this is available, if that is asked and can be read. */
  @Nullable BigDecimal threshold(TypedFigures figures) {
    return below.isEmpty() ? null : figures.number(below).orElse(null);
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || policy != null || !below.isEmpty();
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("policy", List.of(policy == null ? "" : policy.name()));
    parameters.put("below", List.of(below));
    parameters.put("order", List.of(ListOrder.asked(order)));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(StockController.PATH, parameters);
  }
}
