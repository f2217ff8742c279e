package org.cartwright.carts.reading;

import java.util.stream.Stream;
import org.cartwright.patients.PatientRows;

/**
 * The statements that find what a query asks for, count it and sort it: what belongs to one
 * patient, or what a search leads to.
 */
final class CartSearch {

  private static final String STORED =
      "c.tenant_id = :tenant and c.archived_date is null and c.patient_id is not null";

  /** What carts come to, up to the most that is served: to be narrowed, and put in groups. */
  static final String SUMS =
      "select c.currency, least(sum(c.total), 9223372036854775807)::bigint as total from cart c";

  private final CartCriteria query;

  CartSearch(CartCriteria query) {
    this.query = query;
  }

  /** One row: how many there are, and the ids of one page as an array. */
  String totalAndPage(long offset, int size) {
    return totalAndPage(offset, size, "");
  }

  /** The same, and all ids as another array if they are no more than so many. */
  String totalPageAndAll(long offset, int size, int most) {
    return totalAndPage(
        offset,
        size,
        """
        ,
               array(select m.id from matching m
                     where (select count(*) from matching) <= %d) as all_ids\
        """
            .formatted(most));
  }

  private String totalAndPage(long offset, int size, String more) {
    var byName = query.sort() == CartSort.PATIENT_NAME;
    return """
    with matching as materialized (
        select c.id, c.created_date, %s as key from %s%s where %s
    )
    select (select count(*) from matching) as total,
           array(select m.id from matching m %s limit %d offset %d) as ids%s
    """
        .formatted(
            (byName ? "p." : "c.") + query.sort().keys().getFirst(),
            from(),
            byName ? " " + PatientRows.joinedTo("c") : "",
            condition(),
            order(),
            size,
            offset,
            more);
  }

  /** The ids and keys of the next chunk, newest first. */
  String chunk(int size) {
    return """
    select c.id, c.created_date from %s
    where %s and (c.created_date, c.id) < (:afterDate, :afterId)
    order by c.created_date desc, c.id desc limit %d
    """
        .formatted(from(), condition(), size);
  }

  /** What they come to, a row for each currency. */
  String sums() {
    return "%s where %s group by c.currency".formatted(SUMS, condition());
  }

  private String order() {
    var keys = query.sort().keys().stream().skip(1).map(key -> "m." + key);
    return CartSort.order(Stream.concat(Stream.of("m.key"), keys), query.ascending());
  }

  /**
   * What a search finds is read no further unless more of it is asked for than when it was made.
   */
  private String from() {
    if (query.search() == null) {
      return "cart c";
    }
    return asksForMore()
        ? "(%s) f join cart c on c.tenant_id = :tenant and c.id = f.id".formatted(found())
        : "(%s) c".formatted(found());
  }

  private boolean asksForMore() {
    return query.sort() != CartSort.CREATED_DATE
        || query.patientId() != null
        || query.creatorId() != null
        || !query.statuses().isEmpty();
  }

  /** What the search finds, and what is in a status of that name. */
  private String found() {
    var found = "select id, created_date from cart_search(:search)";
    return query.statusesNamedLikeSearch().isEmpty()
        ? found
        : "%s union select c.id, c.created_date from cart c where %s and %s"
            .formatted(found, STORED, inStatus("searched"));
  }

  private String condition() {
    var sql = new StringBuilder(query.search() == null ? STORED : "true");
    if (query.patientId() != null) {
      sql.append(" and c.patient_id = :patient");
    }
    if (query.creatorId() != null) {
      sql.append(" and c.creator_id = :creator");
    }
    if (query.createdFrom() != null) {
      sql.append(" and c.created_date >= :createdFrom");
    }
    if (query.createdBefore() != null) {
      sql.append(" and c.created_date < :createdBefore");
    }
    if (!query.statuses().isEmpty()) {
      sql.append(" and ").append(inStatus("statuses"));
    }
    return sql.toString();
  }

  /** In one of some statuses as they stand now, put so that an index carries either half. */
  private static String inStatus(String parameter) {
    return """
    (%2$s = any(cast(:%1$s as text[]))
     and (c.status = any(cast(:%1$s as text[]))
          or ('EXPIRED' = any(cast(:%1$s as text[])) and c.lapse_date <= :now)))\
    """
        .formatted(parameter, CartCriteria.STATUS_NOW);
  }
}
