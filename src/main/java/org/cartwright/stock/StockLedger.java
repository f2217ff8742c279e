package org.cartwright.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The levels of items and their movements, and the one place that announces them. Whoever moves or
 * holds anything has {@linkplain #lock locked} the items before, and reads how they stand only
 * then. For this module's rooms: others ask {@link Stock}.
 */
@Component
public class StockLedger {

  /** In the order of their keys, so that two who want the same items never wait for each other. */
  private static final KeyedQuery LOCK =
      KeyedQuery.of(
          "select s.id from stock_level s where s.tenant_id = ? and s.id {keys} order by s.id for no key update");

  private static final KeyedQuery STANDING =
      KeyedQuery.of(
          """
          select s.id, s.policy, s.on_hand, held.reserved, held.own
            from (select * from stock_level l where l.tenant_id = ? and l.id {keys}) s
                 cross join lateral (
                   select coalesce(sum(r.quantity) filter (where r.reference is distinct from k.holder), 0) as reserved,
                          coalesce(sum(r.quantity) filter (where r.reference = k.holder), 0) as own
                     from stock_reservation r cross join (select cast(? as text) as holder) k
                    where r.tenant_id = s.tenant_id and r.item_id = s.id and r.until_date > cartwright_now()) held
          """);

  private static final String MOVE =
      """
      with moved as (
          insert into stock_movement
                 (tenant_id, item_id, number, kind, change, on_hand, reason, reference, taking_id, key_id, provider_id,
                  moment)
          select s.tenant_id, s.id, s.movements + 1, :kind, w.change, s.on_hand + w.change, :reason, :reference,
                 :taking, :key, :provider, :moment
            from unnest(cast(:items as text[]), cast(:changes as numeric[])) as w (id, change)
                 join stock_level s on s.tenant_id = :tenant and s.id = w.id
          returning item_id, number, on_hand)
      update stock_level s set movements = moved.number, on_hand = moved.on_hand, updated_date = :moment
        from moved
       where s.tenant_id = :tenant and s.id = moved.item_id
      """;

  private static final String SAY =
      """
      insert into stock_level (tenant_id, id, policy, on_hand, movements, created_date, updated_date)
      values (:tenant, :item, :policy, 0, 0, :now, :now)
      on conflict (tenant_id, id) do update set policy = excluded.policy, updated_date = excluded.updated_date
         where stock_level.policy <> excluded.policy
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  StockLedger(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Says what happens when more of an item is wanted than there is; the same again is no news. */
  public void say(String itemId, StockPolicy policy, Instant now) {
    Trail.changed("stock_level", itemId, "policy");
    int said =
        jdbc.sql(SAY)
            .param("tenant", CurrentTenant.id())
            .param("item", itemId)
            .param("policy", policy.name())
            .param("now", utc(now))
            .update();
    if (said > 0) {
      announce(StockEvent.Type.POLICY, itemId, now);
    }
  }

  /** Locks those of the items of which something was said, until the transaction ends. */
  public void lock(Collection<String> itemIds) {
    LOCK.with(jdbc, CurrentTenant.id(), itemIds).query(row -> {});
  }

  /**
   * How items stand, those of which something was said.
   *
   * @param heldBy whose reservation does not count
   */
  public Map<String, Availability> standing(Collection<String> itemIds, @Nullable String heldBy) {
    return itemIds.isEmpty()
        ? Map.of()
        : ItemAvailability.byItem(
            STANDING
                .with(jdbc, CurrentTenant.id(), itemIds)
                .param(heldBy)
                .query((row, n) -> standing(row))
                .list());
  }

  /** The same to be taken along on a round trip. */
  static RowQuery<ItemAvailability> reading(Collection<String> itemIds, String heldBy) {
    return STANDING
        .reading(CurrentTenant.id(), itemIds, (row, n) -> standing(row))
        .followedBy(heldBy);
  }

  private static ItemAvailability standing(ResultSet row) throws SQLException {
    return new ItemAvailability(
        row.getString("id"), availability(row, Columns.decimal(row, "own")));
  }

  /** How an item stands, in the columns policy, on_hand and reserved of a row, for nobody. */
  public static Availability availability(ResultSet row) throws SQLException {
    return availability(row, BigDecimal.ZERO);
  }

  private static Availability availability(ResultSet row, BigDecimal held) throws SQLException {
    return new Availability(
        StockPolicy.valueOf(row.getString("policy")),
        Columns.decimal(row, "on_hand"),
        Columns.decimal(row, "reserved"),
        held);
  }

  /**
   * Adds a movement for each of some locked items.
   *
   * @param changes by item, what is added to what is on hand
   */
  public void move(Map<String, BigDecimal> changes, Movement movement) {
    if (changes.isEmpty()) {
      return;
    }
    var inOrder = new TreeMap<>(changes);
    inOrder.keySet().forEach(item -> Trail.changed("stock_level", item, "on_hand"));
    jdbc.sql(MOVE)
        .param("tenant", CurrentTenant.id())
        .param("items", inOrder.keySet().toArray(String[]::new))
        .param("changes", texts(inOrder.values()))
        .param("kind", movement.kind().name())
        .param("reason", movement.reason())
        .param("reference", movement.reference())
        .param("taking", movement.takingId())
        .param("key", Caller.current().keyId())
        .param("provider", Caller.current().providerId())
        .param("moment", utc(movement.moment()))
        .update();
    var type = StockEvent.Type.valueOf(movement.kind().name());
    inOrder.keySet().forEach(item -> announce(type, item, movement.moment()));
  }

  private void announce(StockEvent.Type type, String itemId, Instant moment) {
    events.publishEvent(new StockEvent(type, itemId, Caller.current(), moment));
  }

  /** Whether an item has a movement. */
  boolean hasMoved(String itemId) {
    return jdbc.sql(
            "select exists (select from stock_movement where tenant_id = ? and item_id = ?)")
        .params(CurrentTenant.id(), itemId)
        .query(Boolean.class)
        .single();
  }

  static String[] texts(Collection<BigDecimal> numbers) {
    return numbers.stream().map(BigDecimal::toPlainString).toArray(String[]::new);
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
