package org.cartwright.carts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which carts, in which order. Archived carts are never among them.
 *
 * @param statuses as they stand at the moment of asking; empty means all
 * @param search a part of the patient's name or phone, of an id, of the creator's name, of a status
 *     or of a line's name
 */
record CartQuery(
    @Nullable String patientId,
    @Nullable String creatorId,
    List<CartStatus> statuses,
    @Nullable String search,
    CartSort sort,
    boolean ascending) {

  /** The longest text that can be searched for. */
  static final int LONGEST_SEARCH = 200;

  /** The status at the moment of asking. */
  private static final String NOW_IN =
      "cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until, cart_has_draft_quote(:tenant, c.id, c.quote_valid_until), :now)";

  private static final String STORED = "c.tenant_id = :tenant and c.archived_date is null";

  /**
   * One row: how many there are, and the ids of one page as an array. A search is made only once
   * for both.
   */
  String pageSql() {
    return """
        with matching as %s (
            select c.id, c.created_date, %s as key from %s where %s
        ), page as (
            select c.id, row_number() over (%s) as n from matching c %s limit :limit offset :offset
        )
        select (select count(*) from %s) as total,
               array(select page.id from page order by page.n) as ids
        """
        .formatted(
            search == null ? "not materialized" : "materialized",
            sort.column(),
            from(),
            condition(),
            order("c.key"),
            order("c.key"),
            search == null ? "cart c where " + condition() : "matching");
  }

  /** The ids and keys of the next chunk, in one more row than it holds. */
  String chunkSql() {
    return """
        select c.id, c.created_date from %s
        where %s and (c.created_date, c.id) < (:afterDate, :afterId)
        order by c.created_date desc, c.id desc limit :limit
        """
        .formatted(from(), condition());
  }

  private String from() {
    return (search == null ? "cart c" : "(" + found() + ") c")
        + (sort == CartSort.PATIENT_NAME
            ? " join patient p on p.tenant_id = :tenant and p.id = c.patient_id"
            : "");
  }

  /** What the search finds, and what is in a status of that name. */
  private String found() {
    var found = "select * from cart_search(:search)";
    return statusesNamedLikeSearch().isEmpty()
        ? found
        : """
            %s union
            select c.id, c.patient_id, c.creator_id, c.status, c.created_date, c.updated_date, c.expires_date, c.total,
                   c.quote_id, c.quote_valid_until, c.lapse_date
            from cart c where %s and %s"""
            .formatted(found, STORED, inStatus("searched"));
  }

  private String condition() {
    var sql = new StringBuilder(search == null ? STORED : "true");
    if (patientId != null) {
      sql.append(" and c.patient_id = :patient");
    }
    if (creatorId != null) {
      sql.append(" and c.creator_id = :creator");
    }
    if (!statuses.isEmpty()) {
      sql.append(" and ").append(inStatus("statuses"));
    }
    return sql.toString();
  }

  private String order(String key) {
    var columns = (key + ", " + sort.tieBreaker()).split(", ");
    return "order by "
        + String.join(
            ", ", Arrays.stream(columns).map(c -> c + (ascending ? " asc" : " desc")).toList());
  }

  /** In one of some statuses as they stand now, put so that an index carries either half. */
  private static String inStatus(String parameter) {
    return """
        (%2$s = any(cast(:%1$s as text[]))
         and (c.status = any(cast(:%1$s as text[]))
              or ('EXPIRED' = any(cast(:%1$s as text[]))
                  and c.status in ('DRAFT', 'ABANDONED', 'ACCEPTED') and c.lapse_date <= :now)))"""
        .formatted(parameter, NOW_IN);
  }

  Map<String, Object> parameters(Instant now) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    parameters.put("statuses", array(statuses));
    if (patientId != null) {
      parameters.put("patient", patientId);
    }
    if (creatorId != null) {
      parameters.put("creator", creatorId);
    }
    if (search != null) {
      parameters.put("search", search);
      parameters.put("searched", array(statusesNamedLikeSearch()));
    }
    return parameters;
  }

  private static String array(List<CartStatus> statuses) {
    return "{" + String.join(",", statuses.stream().map(Enum::name).toList()) + "}";
  }

  private List<CartStatus> statusesNamedLikeSearch() {
    if (search == null) {
      return List.of();
    }
    var part = search.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(CartStatus.values()).filter(s -> s.name().contains(part)).toList();
  }
}
