package org.cartwright.carts.drafts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * Which carts that are sold in a market; what is {@code null} was not asked for. Placed and
 * archived ones are never among them.
 *
 * @param statuses as they stand at the moment of asking; empty means all
 * @param createdTo the last moment, and
 * @param totalTo the largest total that counts, in the smallest unit of its currency
 * @param search a part of their id, or what means their customer
 * @param alsoFound a query of the ids of what {@code :search} means besides
 */
public record DraftCartCriteria(
    @Nullable String marketId,
    List<CartStatus> statuses,
    @Nullable Instant createdFrom,
    @Nullable Instant createdTo,
    @Nullable Long totalFrom,
    @Nullable Long totalTo,
    @Nullable String search,
    String alsoFound) {

  public DraftCartCriteria {
    statuses = statuses.stream().distinct().sorted().toList();
  }

  /** Whether nothing can be asked for: what was placed is no draft. */
  boolean isNothing() {
    return !statuses.isEmpty() && statuses.stream().allMatch(CartStatus.CONVERTED::equals);
  }

  /** Whether what is asked for has to be found and counted; else it is walked to and tallied. */
  boolean isFound() {
    return search != null
        || createdFrom != null
        || createdTo != null
        || totalFrom != null
        || totalTo != null;
  }

  /** The values of all that the statements may name. */
  Map<String, Object> parameters(Instant now) {
    var parameters = new HashMap<String, Object>();
    parameters.put("tenant", CurrentTenant.id());
    parameters.put("now", moment(now));
    add(parameters, "market", marketId);
    add(parameters, "createdFrom", createdFrom == null ? null : moment(createdFrom));
    add(parameters, "createdTo", createdTo == null ? null : moment(createdTo));
    add(parameters, "totalFrom", totalFrom);
    add(parameters, "totalTo", totalTo);
    add(parameters, "search", search);
    return parameters;
  }

  private static void add(Map<String, Object> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }

  private static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
