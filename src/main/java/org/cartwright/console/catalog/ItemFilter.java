package org.cartwright.console.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.catalog.items.ItemCriteria;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.Paging;

/**
 * What the list of items is asked for.
 *
 * @param search a part of the name; empty for none
 * @param category to the letter; empty for all
 * @param isArchived whether those withdrawn from sale are listed, in the place of those on sale
 * @param page from 1 on
 */
record ItemFilter(String search, String category, boolean isArchived, int page) {

  static final int SIZE = 50;

  private static final int LONGEST = 255;

  static ItemFilter of(String search, String category, String state, String page) {
    return new ItemFilter(
        Asked.search(search, LONGEST),
        Asked.search(category, LONGEST),
        state.equals("archived"),
        Asked.page(page));
  }

  ItemCriteria criteria() {
    return new ItemCriteria(
        null,
        search.isEmpty() ? null : search,
        category.isEmpty() ? null : category,
        null,
        isArchived,
        null,
        null);
  }

  Paging paging() {
    return new Paging(page, SIZE);
  }

  /** Whether it asks for less than all that is on sale; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || !category.isEmpty() || isArchived;
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("category", List.of(category));
    parameters.put("state", List.of(isArchived ? "archived" : ""));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(ItemsController.PATH, parameters);
  }
}
