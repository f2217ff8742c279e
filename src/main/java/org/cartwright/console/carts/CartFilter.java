package org.cartwright.console.carts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartCriteria;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the list is asked for. Whatever an address says that cannot be is left out, so that each
 * address leads to a list.
 *
 * @param search empty for none
 * @param creator the id of a provider; empty for anybody's
 * @param from the first day on which they were made
 * @param to the last one
 * @param page from 1 on
 */
record CartFilter(
    String search,
    List<CartStatus> statuses,
    String creator,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    CartOrder order,
    int page) {

  static final int SIZE = 25;

  static CartFilter of(
      String search,
      List<String> statuses,
      String creator,
      String from,
      String to,
      String order,
      String page) {
    return new CartFilter(
        Asked.search(search, CartCriteria.LONGEST_SEARCH),
        Asked.named(CartStatus.values(), statuses),
        Asked.id(creator),
        day(from),
        day(to),
        ListOrder.named(CartOrder.values(), order),
        Asked.page(page));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /**
   * What is asked of the carts.
   *
   * @param zone in which days begin and end
   */
  CartCriteria criteria(ZoneId zone) {
    return new CartCriteria(
            null,
            creator.isEmpty() ? null : creator,
            statuses,
            search.isEmpty() ? null : search,
            order.sort(),
            order.isAscending())
        .created(
            from == null ? null : from.atStartOfDay(zone).toInstant(),
            to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty()
        || !statuses.isEmpty()
        || !creator.isEmpty()
        || from != null
        || to != null;
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("status", statuses.stream().map(CartStatus::name).toList());
    parameters.put("creator", List.of(creator));
    parameters.put("from", List.of(Objects.toString(from, "")));
    parameters.put("to", List.of(Objects.toString(to, "")));
    parameters.put("order", List.of(ListOrder.asked(order)));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(CartsController.PATH, parameters);
  }
}
