package org.cartwright.console.carts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A list that is asked for often.
 *
 * @param name of its text
 * @param path where it is
 */
record CartView(String name, String path) {

  /** The lists that are offered to somebody at a moment. Days and weeks are the clinic's. */
  static List<CartView> at(Instant now, Tenant tenant, String provider) {
    var today = LocalDate.ofInstant(now, tenant.timeZone());
    var monday =
        today.with(
            TemporalAdjusters.previousOrSame(WeekFields.of(tenant.locale()).getFirstDayOfWeek()));
    return List.of(
        view("mine", List.of(CartStatus.DRAFT), provider, null, CartOrder.CHANGED),
        view("today", List.of(), "", today, CartOrder.NEWEST),
        view("week", List.of(), "", monday, CartOrder.LARGEST),
        view("accepted", List.of(CartStatus.ACCEPTED), "", null, CartOrder.OLDEST),
        view("quiet", List.of(CartStatus.ABANDONED), "", null, CartOrder.CHANGED));
  }

  private static CartView view(
      String name,
      List<CartStatus> statuses,
      String creator,
      @Nullable LocalDate from,
      CartOrder order) {
    return new CartView(name, new CartFilter("", statuses, creator, from, null, order, 1).at(1));
  }
}
