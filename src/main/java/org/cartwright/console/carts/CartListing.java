package org.cartwright.console.carts;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.page.Age;
import org.cartwright.console.page.FullName;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of carts as it is shown.
 *
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 * @param isMore whether there are more than that, which nobody has counted
 * @param sums what all of them come to, in each currency; nothing if they are too many
 */
record CartListing(
    List<Row> rows,
    String total,
    long count,
    boolean isMore,
    int page,
    int pages,
    List<String> sums) {

  private static final int MOST_NAMES = 3;

  /**
   * A cart.
   *
   * @param items the names of its first lines
   * @param more how many lines there are besides
   * @param age how long ago it was made
   */
  record Row(
      String id,
      String patient,
      @Nullable String phone,
      String items,
      int more,
      String money,
      CartStatus status,
      Age age,
      Instant created,
      @Nullable String creator) {}

  static CartListing of(
      CartQueries.Summed<CartSummary> summed,
      Map<String, Currency> currencies,
      CartFilter filter,
      Tenant tenant,
      Instant now) {
    var found = summed.page();
    var pages = (found.total() + CartFilter.SIZE - 1) / CartFilter.SIZE;
    return new CartListing(
        found.data().stream()
            .map(
                cart ->
                    row(cart, currencies.getOrDefault(cart.id(), tenant.currency()), tenant, now))
            .toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        summed.isMore(),
        filter.page(),
        (int) Math.max(1, Math.min(Integer.MAX_VALUE, pages)),
        summed.sums().entrySet().stream()
            .map(sum -> tenant.figures(sum.getKey()).money(sum.getValue()))
            .toList());
  }

  private static Row row(CartSummary cart, Currency currency, Tenant tenant, Instant now) {
    var patient = cart.patient();
    var created = Objects.requireNonNullElse(cart.createdDate(), now);
    return new Row(
        cart.id(),
        FullName.of(patient.firstName(), patient.lastName()),
        patient.phoneNumber(),
        cart.items().stream()
            .limit(MOST_NAMES)
            .map(CartListing::name)
            .collect(Collectors.joining(", ")),
        Math.max(0, cart.items().size() - MOST_NAMES),
        tenant.figures(currency).money(cart.total()),
        cart.status(),
        Age.between(created, now),
        created,
        cart.creator() == null
            ? null
            : FullName.of(cart.creator().firstName(), cart.creator().lastName()));
  }

  private static String name(CartItem line) {
    var item = line.item();
    var offered = line.packageOffered();
    return item != null ? item.name() : offered != null ? offered.name() : "";
  }
}
