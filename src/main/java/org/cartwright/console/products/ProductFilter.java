package org.cartwright.console.products;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.catalog.products.ProductSort;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.SortDirection;

/**
 * What the list is asked for.
 *
 * @param search empty for none
 * @param isNewestFirst else by name
 * @param page from 1 on
 */
record ProductFilter(String search, boolean isNewestFirst, int page) {

  static final int SIZE = 25;
  static final String NEWEST = "newest";

  private static final int LONGEST_SEARCH = 200;

  static ProductFilter of(String search, String order, String page) {
    return new ProductFilter(
        Asked.search(search, LONGEST_SEARCH), order.equals(NEWEST), Asked.page(page));
  }

  String keys() {
    return isNewestFirst ? PageQuery.NEWEST_FIRST : ProductSort.name.order(SortDirection.asc);
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("order", List.of(isNewestFirst ? NEWEST : ""));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(ProductsController.PATH, parameters);
  }
}
