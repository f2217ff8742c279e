package org.cartwright.carts.drafts;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartCriteria;

/**
 * The carts that are overdue and not stored as expired yet: few, since the minute's round stores
 * them. They are taken out of the statuses they are stored in, and put in with those that expired.
 *
 * @param lost the statuses that are asked for and that they are taken out of
 * @param gained the statuses that are not asked for and that they are put in from
 */
record OverdueDrafts(DraftCartCriteria wanted, List<CartStatus> lost, List<CartStatus> gained) {

  static OverdueDrafts of(DraftCartCriteria wanted) {
    boolean expiredToo = wanted.statuses().contains(CartStatus.EXPIRED);
    var moving =
        Arrays.stream(CartStatus.values())
            .filter(status -> !wanted.statuses().isEmpty())
            .filter(status -> status.mayBecome(CartStatus.EXPIRED))
            .filter(status -> wanted.statuses().contains(status) != expiredToo)
            .toList();
    return new OverdueDrafts(
        wanted, expiredToo ? List.of() : moving, expiredToo ? moving : List.of());
  }

  boolean matter() {
    return !lost.isEmpty() || !gained.isEmpty();
  }

  /** What a statement that names them begins with; nothing if they make no difference. */
  String with() {
    return matter()
        ? """
          with overdue as materialized (
              select c.id, c.patient_id, c.market_id, c.status, c.created_date, c.updated_date, c.total from cart c
               where c.tenant_id = :tenant and c.archived_date is null and c.market_id is not null%s
                 and c.lapse_date between '-infinity' and :now and %s = 'EXPIRED')
          """
            .formatted(
                wanted.marketId() == null ? "" : " and c.market_id = :market",
                CartCriteria.STATUS_NOW)
        : "";
  }

  /** Which of them are put in. */
  String gainedOnes() {
    return "select o.* from overdue o where " + in("o.status", gained);
  }

  /** A condition that leaves out those of a status that are overdue. */
  String without(Collection<CartStatus> statuses) {
    return statuses.stream().anyMatch(lost::contains)
        ? " and c.id not in (select o.id from overdue o)"
        : "";
  }

  static String in(String expression, Collection<CartStatus> statuses) {
    return statuses.stream()
        .map(status -> "'" + status + "'")
        .collect(Collectors.joining(", ", expression + " in (", ")"));
  }
}
