package org.cartwright.carts.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which carts, in which order. Archived carts are never among them.
 *
 * @param statuses as they stand at the moment of asking; empty means all
 * @param search a part of the patient's name or phone, of an id, of the creator's name, of a status
 *     or of a line's name
 * @param createdFrom the first moment at which they were made, if that is asked for
 * @param createdBefore the first moment at which they were not any more, if that is asked for
 */
public record CartCriteria(
    @Nullable String patientId,
    @Nullable String creatorId,
    List<CartStatus> statuses,
    @Nullable String search,
    CartSort sort,
    boolean ascending,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore) {

  /** The longest text that can be searched for. */
  public static final int LONGEST_SEARCH = 200;

  /** The status at the moment of asking. */
  public static final String STATUS_NOW =
      """
      cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                     cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, :now), :now)\
      """;

  public CartCriteria {
    statuses = statuses.stream().distinct().sorted().toList();
  }

  /** Those that were made whenever. */
  public CartCriteria(
      @Nullable String patientId,
      @Nullable String creatorId,
      List<CartStatus> statuses,
      @Nullable String search,
      CartSort sort,
      boolean ascending) {
    this(patientId, creatorId, statuses, search, sort, ascending, null, null);
  }

  /** The same of those that were made between two moments, where they are given. */
  public CartCriteria created(@Nullable Instant from, @Nullable Instant before) {
    return new CartCriteria(patientId, creatorId, statuses, search, sort, ascending, from, before);
  }

  /** Whether what is asked for leads to the carts by itself, so that they are found and counted. */
  boolean isFound() {
    return patientId != null || search != null || createdFrom != null || createdBefore != null;
  }

  /** The same the other way round. */
  CartCriteria reversed() {
    return new CartCriteria(
        patientId, creatorId, statuses, search, sort, !ascending, createdFrom, createdBefore);
  }

  /** The values of all that the statements for this query may name. */
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
    if (createdFrom != null) {
      parameters.put("createdFrom", OffsetDateTime.ofInstant(createdFrom, ZoneOffset.UTC));
    }
    if (createdBefore != null) {
      parameters.put("createdBefore", OffsetDateTime.ofInstant(createdBefore, ZoneOffset.UTC));
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

  /** The statuses that a search means by a part of their name. */
  List<CartStatus> statusesNamedLikeSearch() {
    if (search == null) {
      return List.of();
    }
    var part = search.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(CartStatus.values()).filter(s -> s.name().contains(part)).toList();
  }
}
