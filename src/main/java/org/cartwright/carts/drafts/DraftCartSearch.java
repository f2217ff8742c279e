package org.cartwright.carts.drafts;

import org.cartwright.carts.api.CartStatus;
import org.cartwright.patients.PatientContactRows;
import org.jspecify.annotations.Nullable;

/**
 * The statements for what a search or a range leads to: it is found among the narrow rows of drafts
 * and counted.
 */
final class DraftCartSearch {

  private static final String SUMS =
      "count(*) as drafts, least(sum(c.total), 9223372036854775807)::bigint as total";

  private final DraftCartCriteria wanted;
  private final OverdueDrafts overdue;

  DraftCartSearch(DraftCartCriteria wanted) {
    this.wanted = wanted;
    overdue = OverdueDrafts.of(wanted);
  }

  /** How many there are in each market, and what they come to. */
  String sums() {
    return overdue.with()
        + "select c.market_id, %s from draft_cart_order c where %s group by c.market_id order by c.market_id"
            .formatted(SUMS, condition());
  }

  /** The ids of one page. */
  String page(DraftCartSort sort, boolean ascending, long offset, int size) {
    var way = ascending ? "" : " desc";
    var byCustomer = sort == DraftCartSort.CUSTOMER;
    return overdue.with()
        + "select c.id from draft_cart_order c%s where %s order by %s%s%s, c.id%s limit %d offset %d"
            .formatted(
                byCustomer ? " " + PatientContactRows.joinedTo("c") : "",
                condition(),
                (byCustomer ? "p." : "c.") + sort.column(),
                way,
                byCustomer ? " nulls last" : "",
                way,
                size,
                offset);
  }

  /** The ids and moments of the next chunk, newest first. */
  String chunk(int size) {
    return overdue.with()
        + """
        select c.id, c.created_date from draft_cart_order c
         where %s and (c.created_date, c.id) < (:afterDate, :afterId)
         order by c.created_date desc, c.id desc limit %d
        """
            .formatted(condition(), size);
  }

  private String condition() {
    var sql = new StringBuilder("c.tenant_id = :tenant");
    add(sql, wanted.marketId() != null, "c.market_id = :market");
    addRange(sql, "c.created_date", wanted.createdFrom(), wanted.createdTo(), "'%sinfinity'");
    addRange(sql, "c.total", wanted.totalFrom(), wanted.totalTo(), "%s" + Long.MAX_VALUE);
    add(sql, !wanted.statuses().isEmpty(), inStatus());
    add(
        sql,
        wanted.search() != null,
        "c.id in (select draft_cart_search(:search) union %s)".formatted(wanted.alsoFound()));
    return sql.toString();
  }

  private static void add(StringBuilder sql, boolean isAsked, String condition) {
    if (isAsked) {
      sql.append(" and ").append(condition);
    }
  }

  /** From both ends, since of one inequality for any value PostgreSQL expects a third of all. */
  private static void addRange(
      StringBuilder sql, String column, @Nullable Object from, @Nullable Object to, String end) {
    var name = column.equals("c.total") ? ":total" : ":created";
    add(
        sql,
        from != null || to != null,
        "%s between %s and %s"
            .formatted(
                column,
                from == null ? end.formatted("-") : name + "From",
                to == null ? end.formatted("") : name + "To"));
  }

  private String inStatus() {
    var stored =
        OverdueDrafts.in("c.status", wanted.statuses())
            + overdue.without(wanted.statuses().stream().filter(DraftCartSearch::isOpen).toList());
    return overdue.gained().isEmpty()
        ? "(" + stored + ")"
        : "(%s or c.id in (select g.id from (%s) g))".formatted(stored, overdue.gainedOnes());
  }

  private static boolean isOpen(CartStatus status) {
    return status.mayBecome(CartStatus.EXPIRED);
  }
}
