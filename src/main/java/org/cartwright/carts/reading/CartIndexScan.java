package org.cartwright.carts.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.patients.PatientRows;

/**
 * The statements that answer a query without finding and counting what it asks for: they walk
 * indexes in the order of the list, one for each status where a status matters, and take the total
 * from the tally. Carts that are overdue, and not yet stored as expired, are few: they are taken
 * out of where they are stored and put in where they belong.
 *
 * <p>Limits and statuses are part of the text, so that the plan that is kept for it is a plan for
 * so many carts.
 */
final class CartIndexScan {

  private static final String WITHOUT_OVERDUE = " and c.id not in (select o.id from overdue o)";

  private final CartCriteria query;
  private final List<CartStatus> lost;
  private final List<CartStatus> gained;

  CartIndexScan(CartCriteria query) {
    this.query = query;
    var open = Arrays.stream(CartStatus.values()).filter(s -> s.mayBecome(CartStatus.EXPIRED));
    boolean expiredToo = query.statuses().contains(CartStatus.EXPIRED);
    var moving =
        open.filter(s -> expiredToo != query.statuses().contains(s))
            .filter(s -> !query.statuses().isEmpty())
            .toList();
    lost = expiredToo ? List.of() : moving;
    gained = expiredToo ? moving : List.of();
  }

  /** How many there are. */
  String total() {
    return with("") + "select " + count() + " as total";
  }

  /** How many there are, and the ids of one page as an array. */
  String totalAndPage(long offset, int size) {
    return with("") + "select " + count() + " as total, array(" + page(offset, size) + ") as ids";
  }

  /** The ids of one page as an array. */
  String pageAlone(long offset, int size) {
    return with("") + "select array(" + page(offset, size) + ") as ids";
  }

  /** The same by the name of the patient, for so few that they are all looked at. */
  String pageOfFew(int most, long offset, int size) {
    var few =
        ", few as materialized (select w.id from (%s) w)"
            .formatted(carts(CartSort.CREATED_DATE, false, "", most));
    return with(few)
        + """
        select array(
            select few.id from few cross join lateral (
                select p.sort_name from cart c %s
                 where c.tenant_id = :tenant and c.id = few.id offset 0) named
            %s limit %d offset %d) as ids
        """
            .formatted(
                PatientRows.joinedTo("c"),
                CartSort.order(Stream.of("named.sort_name", "few.id"), query.ascending()),
                size,
                offset);
  }

  /** The ids and keys of the next chunk, newest first. */
  String chunk(int size) {
    var after = " and (c.created_date, c.id) < (:afterDate, :afterId)";
    return with("")
        + "select w.id, w.created_date from (%s) w %s limit %d"
            .formatted(
                carts(CartSort.CREATED_DATE, false, after, size),
                CartSort.CREATED_DATE.order("w", false),
                size);
  }

  /** The part of a statement that {@link #walk} may name, in front of others. */
  String withOverdue() {
    return asksForOverdue() ? overdue() + "," : "";
  }

  /**
   * The ids of the first of the list, in its order.
   *
   * @param further what else has to be true of a cart, if that is in the index
   */
  String walk(String further, int most) {
    return query.sort() == CartSort.PATIENT_NAME
        ? pageByName(0, most)
        : "select w.id from (%s) w %s limit %d"
            .formatted(
                carts(query.sort(), query.ascending(), further, most),
                query.sort().order("w", query.ascending()),
                most);
  }

  private String with(String more) {
    var parts = asksForOverdue() ? ", " + overdue() + more : more;
    return parts.isEmpty() ? "" : "with " + parts.substring(2) + "\n";
  }

  private boolean asksForOverdue() {
    return !lost.isEmpty() || !gained.isEmpty() || sortsOverdue();
  }

  /** Whether what is overdue stands elsewhere in the list than where it is stored. */
  private boolean sortsOverdue() {
    return query.sort() == CartSort.STATUS
        && (query.statuses().isEmpty() || query.statuses().contains(CartStatus.EXPIRED));
  }

  /**
   * A range of dates, since of one inequality for any date PostgreSQL expects a third of all carts.
   */
  private String overdue() {
    return """
        overdue as materialized (
            select c.id, c.status, c.created_date, c.updated_date, c.expires_date, c.total from cart c
             where c.tenant_id = :tenant and c.archived_date is null and c.patient_id is not null
               and c.lapse_date between '-infinity' and :now and %s = 'EXPIRED'%s
        )"""
        .formatted(CartCriteria.STATUS_NOW, creator("c.creator_id"));
  }

  private String count() {
    var tally =
        "coalesce((select sum(t.carts) from cart_tally t where t.tenant_id = :tenant%s%s), 0)::bigint"
            .formatted(
                creator("t.creator_id"),
                query.statuses().isEmpty() ? "" : in("t", query.statuses()));
    if (!lost.isEmpty()) {
      return tally + " - " + countOverdue(lost);
    }
    return gained.isEmpty() ? tally : tally + " + " + countOverdue(gained);
  }

  private static String countOverdue(List<CartStatus> statuses) {
    return "(select count(*) from overdue o where true%s)".formatted(in("o", statuses));
  }

  private String page(long offset, int size) {
    if (query.sort() == CartSort.PATIENT_NAME) {
      return pageByName(offset, size);
    }
    boolean ofOneStatus = query.statuses().size() == 1;
    var sort =
        ofOneStatus && query.sort() == CartSort.STATUS ? CartSort.CREATED_DATE : query.sort();
    return "select w.id from (%s) w %s limit %d offset %d"
        .formatted(
            carts(sort, query.ascending(), "", offset + size),
            sort.order("w", query.ascending()),
            size,
            offset);
  }

  /** Patient by patient, each one's carts by themselves: {@code offset 0} keeps them so. */
  private String pageByName(long offset, int size) {
    return """
    select w.id from patient p cross join lateral (
        select c.id from cart c
         where c.tenant_id = p.tenant_id and c.patient_id = p.id and c.archived_date is null%s%s offset 0) w
     where p.tenant_id = :tenant %s limit %d offset %d\
    """
        .formatted(
            creator("c.creator_id"),
            query.statuses().isEmpty()
                ? ""
                : " and " + CartCriteria.STATUS_NOW + " = any(cast(:statuses as text[]))",
            CartSort.order(Stream.of("p.sort_name", "w.id"), query.ascending()),
            size,
            offset);
  }

  /** The first of what is asked for, in some order, out of one index or several. */
  private String carts(CartSort sort, boolean ascending, String further, long most) {
    var tail = further + " " + sort.order("c", ascending) + " limit " + most + ")";
    var stored =
        sources(sort)
            .map(
                source ->
                    "(select %s from %s c where c.tenant_id = :tenant%s%s%s"
                            .formatted(
                                sort.columns("c"),
                                sort.table(),
                                sort.table().equals("cart")
                                    ? " and c.archived_date is null and c.patient_id is not null"
                                    : "",
                                creator("c.creator_id"),
                                source)
                        + tail);
    var overdue =
        overdue(sort).map(rows -> "(select %s from %s".formatted(sort.columns("c"), rows) + tail);
    return Stream.concat(stored, overdue).collect(Collectors.joining("\nunion all "));
  }

  /** What is overdue and belongs where it is not stored. */
  private Stream<String> overdue(CartSort sort) {
    if (sort == CartSort.STATUS && sortsOverdue()) {
      return Stream.of(
          "(select o.id, o.created_date, '%s' as status from overdue o) c where true"
              .formatted(CartStatus.EXPIRED));
    }
    return gained.isEmpty() ? Stream.empty() : Stream.of("overdue c where true" + in("c", gained));
  }

  /** What tells apart the indexes, or parts of one, that are walked. */
  private Stream<String> sources(CartSort sort) {
    boolean all = query.statuses().isEmpty();
    if (sort == CartSort.STATUS) {
      return Stream.of(
          (all ? "" : in("c", query.statuses()))
              + (sortsOverdue() ? WITHOUT_OVERDUE : withoutOverdue(query.statuses())));
    }
    if (all && sort == CartSort.CREATED_DATE && query.creatorId() == null) {
      return Stream.of("");
    }
    return (all ? Arrays.stream(CartStatus.values()) : query.statuses().stream())
        .map(s -> " and c.status = '%s'".formatted(s) + withoutOverdue(List.of(s)));
  }

  private String withoutOverdue(Collection<CartStatus> statuses) {
    return statuses.stream().anyMatch(lost::contains) ? WITHOUT_OVERDUE : "";
  }

  /** An empty text names nobody; the tally has it for those whom nobody created. */
  private String creator(String column) {
    return query.creatorId() == null
        ? ""
        : " and " + column + " = nullif(cast(:creator as text), '')";
  }

  private static String in(String alias, Collection<CartStatus> statuses) {
    return statuses.stream()
        .map(s -> "'" + s + "'")
        .collect(Collectors.joining(", ", " and " + alias + ".status in (", ")"));
  }
}
