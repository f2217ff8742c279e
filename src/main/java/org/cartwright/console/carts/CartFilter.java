package org.cartwright.console.carts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartCriteria;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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

  /** Nobody turns that many pages; they narrow it down. */
  private static final int MOST_PAGES = 10_000;

  private static final int LONGEST_ID = 64;

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
        statuses.stream().flatMap(name -> status(name).stream()).distinct().sorted().toList(),
        creator.length() <= LONGEST_ID ? creator : "",
        day(from),
        day(to),
        ListOrder.named(CartOrder.values(), order),
        number(page));
  }

  private static Optional<CartStatus> status(String name) {
    return Arrays.stream(CartStatus.values()).filter(it -> it.name().equals(name)).findFirst();
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : null;
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static int number(String page) {
    return page.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 1;
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
    var address = UriComponentsBuilder.fromPath(CartsController.PATH);
    if (!search.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    statuses.forEach(status -> address.queryParam("status", status.name()));
    if (!creator.isEmpty()) {
      address.queryParam("creator", "{creator}");
    }
    if (from != null) {
      address.queryParam("from", from);
    }
    if (to != null) {
      address.queryParam("to", to);
    }
    if (order != CartOrder.NEWEST) {
      address.queryParam("order", order.word());
    }
    if (otherPage > 1) {
      address.queryParam("page", otherPage);
    }
    return address
        .encode()
        .buildAndExpand(java.util.Map.of("q", search, "creator", creator))
        .toUriString();
  }
}
