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

  String pageSql() {
    return """
        with page as materialized (
            select c.id, row_number() over () as place from (%s limit :limit offset :offset) c
        )
        select d.document from page join cart_document d on d.tenant_id = :tenant and d.id = page.id order by page.place
        """
        .formatted(idsSql());
  }

  String countSql() {
    return "select count(*) from cart c where " + condition();
  }

  String allSql() {
    return "select d.document from cart c join cart_document d on d.tenant_id = c.tenant_id and d.id = c.id where "
        + condition()
        + order();
  }

  private String idsSql() {
    var patient =
        sort == CartSort.PATIENT_NAME
            ? " join patient p on p.tenant_id = c.tenant_id and p.id = c.patient_id"
            : "";
    return "select c.id from cart c" + patient + " where " + condition() + order();
  }

  private String order() {
    var direction = ascending ? " asc" : " desc";
    return " order by " + sort.column() + direction + ", c.id" + direction;
  }

  private String condition() {
    var sql = new StringBuilder("c.tenant_id = :tenant and c.archived_date is null");
    if (patientId != null) {
      sql.append(" and c.patient_id = :patient");
    }
    if (creatorId != null) {
      sql.append(" and c.creator_id = :creator");
    }
    if (!statuses.isEmpty()) {
      sql.append(" and ").append(inStatus("statuses"));
    }
    if (search != null) {
      sql.append(" and (c.id in (select cart_search(:search))");
      if (!statusesNamedLike(search).isEmpty()) {
        sql.append(" or ").append(inStatus("searched"));
      }
      sql.append(")");
    }
    return sql.toString();
  }

  /** By the stored status, which an index carries, and then by what it has become meanwhile. */
  private static String inStatus(String parameter) {
    return "(c.status = any(cast(:%1$s_stored as text[])) and cart_status_at(c.status, c.expires_date, :now) = any(cast(:%1$s as text[])))"
        .formatted(parameter);
  }

  Map<String, Object> parameters(Instant now) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    if (patientId != null) {
      parameters.put("patient", patientId);
    }
    if (creatorId != null) {
      parameters.put("creator", creatorId);
    }
    putStatuses(parameters, "statuses", statuses);
    if (search != null) {
      parameters.put("search", search);
      putStatuses(parameters, "searched", statusesNamedLike(search));
    }
    return parameters;
  }

  private static void putStatuses(
      Map<String, Object> parameters, String name, List<CartStatus> statuses) {
    parameters.put(name, array(statuses));
    parameters.put(
        name + "_stored",
        array(
            Arrays.stream(CartStatus.values())
                .filter(
                    stored ->
                        statuses.contains(stored)
                            || (statuses.contains(CartStatus.EXPIRED)
                                && stored.mayBecome(CartStatus.EXPIRED)))
                .toList()));
  }

  private static String array(List<CartStatus> statuses) {
    return "{" + String.join(",", statuses.stream().map(Enum::name).toList()) + "}";
  }

  private static List<CartStatus> statusesNamedLike(String search) {
    var part = search.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(CartStatus.values()).filter(s -> s.name().contains(part)).toList();
  }
}
