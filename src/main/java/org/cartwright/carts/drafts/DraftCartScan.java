package org.cartwright.carts.drafts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartCriteria;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.paging.MergedWalks;

/**
 * The statements for lists of a market, of some statuses, or of all: indexes are walked in the
 * order of the list, and what they come to is taken from the tally.
 */
final class DraftCartScan {

  /** How the indexes of carts say it that have only these. */
  private static final String DRAFTS =
      "c.market_id is not null and c.archived_date is null and c.status <> 'CONVERTED'";

  private final DraftCartCriteria wanted;
  private final OverdueDrafts overdue;

  DraftCartScan(DraftCartCriteria wanted) {
    this.wanted = wanted;
    overdue = OverdueDrafts.of(wanted);
  }

  /** How many there are in each market, and what they come to. */
  String sums() {
    var tallied =
        "select t.market_id, t.drafts, t.total from draft_cart_tally t where t.tenant_id = :tenant"
            + market("t")
            + (wanted.statuses().isEmpty()
                ? ""
                : " and " + OverdueDrafts.in("t.status", wanted.statuses()));
    var moved = new ArrayList<String>();
    if (!overdue.lost().isEmpty()) {
      moved.add(
          " union all select o.market_id, -1, -o.total from overdue o where "
              + OverdueDrafts.in("o.status", overdue.lost()));
    }
    if (!overdue.gained().isEmpty()) {
      moved.add(
          " union all select o.market_id, 1, o.total from (%s) o".formatted(overdue.gainedOnes()));
    }
    return overdue.with()
        + """
        select x.market_id, sum(x.drafts)::bigint as drafts,
               least(sum(x.total), 9223372036854775807)::bigint as total
          from (%s%s) x group by x.market_id having sum(x.drafts) > 0 order by x.market_id
        """
            .formatted(tallied, String.join("", moved));
  }

  /** The ids of one page of so many. */
  String page(DraftCartSort sort, boolean ascending, long total, long offset, int size) {
    return overdue.with() + walks(sort, ascending, "").page(total, offset, size);
  }

  /** The ids of one page by the customer's name, of so few that they are all looked at. */
  String pageOfFew(boolean ascending, int most, long offset, int size) {
    var way = ascending ? "" : " desc";
    return overdue.with()
        + """
        select few.id from (%s) few left join lateral (
            select p.sort_name from cart c %s
             where c.tenant_id = :tenant and c.id = few.id offset 0) named on true
         order by named.sort_name%s nulls last, few.id%s limit %d offset %d
        """
            .formatted(
                walks(DraftCartSort.CREATED_DATE, false, "").first(most),
                PatientContactRows.joinedTo("c"),
                way,
                way,
                size,
                offset);
  }

  /**
   * The same of many: customer by customer, each one's by themselves, as {@code offset 0} keeps
   * them; and behind these the ones without a customer.
   */
  String pageByCustomer(boolean ascending, long offset, int size) {
    var way = ascending ? "" : " desc";
    var conditions =
        " and "
            + DRAFTS
            + market("c")
            + (wanted.statuses().isEmpty()
                ? ""
                : " and " + OverdueDrafts.in(CartCriteria.STATUS_NOW, wanted.statuses()));
    return """
    select w.id from (
        (select 0 as place, p.sort_name, n.id from patient p cross join lateral (
             select c.id from cart c where c.tenant_id = p.tenant_id and c.patient_id = p.id%1$s offset 0) n
          where p.tenant_id = :tenant order by p.sort_name%2$s, n.id%2$s limit %3$d)
        union all
        (select 1, null, c.id from cart c
          where c.tenant_id = :tenant and c.patient_id is null%1$s order by c.id%2$s limit %3$d)) w
     order by w.place, w.sort_name%2$s, w.id%2$s limit %4$d offset %5$d
    """
        .formatted(conditions, way, offset + size, size, offset);
  }

  /** The ids and moments of the next chunk, newest first. */
  String chunk(int size) {
    return overdue.with()
        + walks(
                DraftCartSort.CREATED_DATE,
                false,
                " and (c.created_date, c.id) < (:afterDate, :afterId)")
            .first(size);
  }

  private MergedWalks walks(DraftCartSort sort, boolean ascending, String further) {
    var byCreation = sort == DraftCartSort.CREATED_DATE;
    var from =
        (byCreation ? "from cart c where " + DRAFTS + " and " : "from draft_cart_order c where ")
            + "c.tenant_id = :tenant"
            + market("c");
    var stored =
        byCreation && wanted.marketId() == null && wanted.statuses().isEmpty()
            ? Stream.of(from)
            : statuses()
                .map(
                    status ->
                        from
                            + " and c.status = '%s'".formatted(status)
                            + overdue.without(List.of(status)));
    var gained =
        overdue.gained().isEmpty()
            ? Stream.<String>empty()
            : Stream.of("from (%s) c where true".formatted(overdue.gainedOnes()));
    return new MergedWalks(
        Stream.concat(stored, gained).map(walk -> walk + further).toList(),
        List.of(sort.column(), "id"),
        ascending);
  }

  private Stream<CartStatus> statuses() {
    return (wanted.statuses().isEmpty()
            ? Arrays.stream(CartStatus.values())
            : wanted.statuses().stream())
        .filter(status -> status != CartStatus.CONVERTED);
  }

  private String market(String alias) {
    return wanted.marketId() == null ? "" : " and " + alias + ".market_id = :market";
  }
}
