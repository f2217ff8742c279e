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
 * @param isByName else the newest first
 * @param page from 1 on
 */
record ProductFilter(String search, boolean isByName, int page) {

  static final int SIZE = 25;
  static final String BY_NAME = "name";

  static ProductFilter of(String search, String order, String page) {
    return new ProductFilter(Asked.search(search), order.equals(BY_NAME), Asked.page(page));
  }

  String keys() {
    return isByName ? ProductSort.name.order(SortDirection.asc) : PageQuery.NEWEST_FIRST;
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("order", List.of(isByName ? BY_NAME : ""));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(ProductsController.PATH, parameters);
  }
}
