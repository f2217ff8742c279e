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

  /** The status at the moment of asking, found out only of the few that are past a date. */
  private static final String STATUS_SHOWN =
      "case when c.lapse_date <= :now then %s else c.status end".formatted(CartCriteria.STATUS_NOW);

  private static final String OF_PEOPLE =
      STORED
          + " and (c.patient_id = any(array(select f.id from patient_search(:search) f (id)))"
          + " or c.creator_id = any(array(select f.id from provider_search(:search) f (id))))";

  private static final String PART =
      "'%' || replace(replace(replace(cast(:search as text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";

  /** What is a part of the cart itself: an id, or what a line is called. */
  private static final String PART_OF_IT =
      " or c.id ilike %1$s or c.patient_id ilike %1$s".replace("%1$s", PART)
          + " or exists (select from cart_line l where l.tenant_id = :tenant and l.cart_id = c.id"
          + " and l.name ilike "
          + PART
          + " offset 0)";

  /** Fewer letters are a part of nearly every id and item: they mean people. */
  private static final int SHORT = 3;

  /** So many of the first carts of a list tell whether a search means many. */
  private static final int PROBED = 1_000;

  /** A search that finds so many of those is answered from the first carts alone ... */
  private static final int MANY = 100;

  /** ... of which at most so many are looked at. */
  private static final int REACH = 20_000;

  private final CartCriteria query;
  private final boolean isOfPeople;

  CartSearch(CartCriteria query) {
    this(query, false);
  }

  private CartSearch(CartCriteria query, boolean isOfPeople) {
    this.query = query;
    this.isOfPeople = isOfPeople;
  }

  /**
   * A search that is still being typed: one or two letters mean whose cart it is and who made it,
   * and nothing else.
   */
  static CartSearch whileTyping(CartCriteria query) {
    return new CartSearch(query, query.search() != null && query.search().strip().length() < SHORT);
  }

  /** Whether {@link #firstOfMany} can be asked: whether the list can be walked. */
  boolean isWalkable() {
    boolean ofSomeDays = query.createdFrom() != null || query.createdBefore() != null;
    return query.search() != null
        && query.patientId() == null
        && (!ofSomeDays || query.sort() == CartSort.CREATED_DATE);
  }

  /**
   * One row if the search finds many: how many it finds at the beginning of the list, up to so
   * many, and the ids of one page as an array. If it finds few the number is 0. Carts are looked at
   * one by one in the order of the list, and no more of them than that takes.
   */
  String firstOfMany(int most, long offset, int size) {
    var days =
        (query.createdFrom() == null ? "" : " and c.created_date >= :createdFrom")
            + (query.createdBefore() == null ? "" : " and c.created_date < :createdBefore");
    return """
    with %1$s
    patients as materialized (select f.id from patient_search(:search) f (id)),
    creators as materialized (select f.id from provider_search(:search) f (id)),
    probe as materialized (
        select count(*) as found from (%2$s) w cross join lateral (%4$s) c where c.is_meant),
    walked as materialized (
        select w.id, row_number() over () as n from (%3$s) w),
    matching as materialized (
        select w.id, w.n from walked w cross join lateral (%4$s) c
         where (select p.found from probe p) >= %5$d and c.is_meant limit %6$d)
    select (select count(*) from matching) as total,
           array(select m.id from matching m order by m.n limit %7$d offset %8$d) as ids
    """
        .formatted(
            new CartIndexScan(query).withOverdue(),
            new CartIndexScan(query).walk(days, PROBED),
            new CartIndexScan(query).walk(days, REACH),
            meant(),
            MANY,
            most + 1,
            Math.max(0, Math.min(size, most - offset)),
            offset);
  }

  /** Whether a cart is meant, looked at by itself: {@code offset 0} keeps it so. */
  private String meant() {
    var person =
        "c.patient_id in (select p.id from patients p)"
            + " or coalesce(c.creator_id in (select p.id from creators p), false)";
    var named = isNamedLikeAStatus() ? " or " + inStatus("searched") : "";
    return "select %s as is_meant from cart c where c.tenant_id = :tenant and c.id = w.id offset 0"
        .formatted(isOfPeople ? person : person + PART_OF_IT + named);
  }

  private boolean isNamedLikeAStatus() {
    return !isOfPeople && !query.statusesNamedLikeSearch().isEmpty();
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
    var key = query.sort().keys().getFirst();
    return """
    with matching as materialized (
        select c.id, c.created_date, %s as key from %s%s where %s
    )
    select (select count(*) from matching) as total,
           array(select m.id from matching m %s limit %d offset %d) as ids%s
    """
        .formatted(
            switch (query.sort()) {
              case PATIENT_NAME -> "p." + key;
              case STATUS -> STATUS_SHOWN;
              default -> "c." + key;
            },
            from(),
            query.sort() == CartSort.PATIENT_NAME ? " " + PatientRows.joinedTo("c") : "",
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
    if (query.search() == null || isOfPeople) {
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
    return isNamedLikeAStatus()
        ? "%s union select c.id, c.created_date from cart c where %s and %s"
            .formatted(found, STORED, inStatus("searched"))
        : found;
  }

  private String condition() {
    var sql = new StringBuilder(isOfPeople ? OF_PEOPLE : query.search() == null ? STORED : "true");
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
