package org.cartwright.carts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what time did to many carts of a clinic at once, and announces it of each. The moves are
 * those of {@link org.cartwright.carts.api.CartStatus}, written as SQL because they concern many
 * rows. Time passing is no change: the date of a cart's last update stays. Which carts are meant
 * was found out before; those of them that are not due any more, or that somebody holds locked, are
 * passed over.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LapsedCarts {

  private static final String MOVE =
      """
      update cart set status = :status, version = version + 1, reserved_until = null
       where tenant_id = :tenant and id in (
           select id from cart
            where tenant_id = :tenant and id = any(:ids) and archived_date is null and quote_id is null and {due}
              for no key update skip locked)
      returning id, patient_id, currency, total, old.reserved_until is not null as was_reserved
      """;

  private static final String OVERDUE = MOVE.replace("{due}", "lapse_date <= :moment");
  private static final String IDLE_DRAFTS =
      MOVE.replace("{due}", "status = 'DRAFT' and updated_date <= :moment");
  private static final String IDLE =
      MOVE.replace("{due}", "status in ('DRAFT', 'ABANDONED') and updated_date <= :moment");

  private static final String LOCK_FREE =
      """
      select id from cart where tenant_id = :tenant and id = any(:ids) order by id
         for no key update skip locked
      """;

  private static final String QUOTE_RAN_OUT =
      """
      update cart set version = version + 1,
          (quote_id, quote_valid_until) = (
              select w.id, w.valid_until from cart_waiting_quote(tenant_id, cart.id, :moment) w where status = 'DRAFT'),
          status = case when {stays} then 'DRAFT' else 'EXPIRED' end,
          reserved_until = case when {stays} then reserved_until end
      where tenant_id = :tenant and id = any(:ids) and quote_id is not null and quote_valid_until <= :moment
      returning id, patient_id, currency, total, status, old.reserved_until is not null as was_reserved,
          archived_date is null as is_there
      """
          .replace(
              "{stays}",
              "status = 'DRAFT' and cart_other_quote(tenant_id, id, quote_valid_until, :moment) is not null");

  private final JdbcClient jdbc;
  private final CartBook book;

  LapsedCarts(JdbcClient jdbc, CartBook book) {
    this.jdbc = jdbc;
    this.book = book;
  }

  /**
   * Expires those of these carts whose expiry has come.
   *
   * @return how many were expired
   */
  public int expireOverdue(Collection<String> ids, Instant now) {
    return move(OVERDUE, CartEvent.Type.EXPIRED, ids, now, now);
  }

  /**
   * Abandons those of these carts that are drafts and were not changed since.
   *
   * @return how many were abandoned
   */
  public int abandonIdle(Collection<String> ids, Instant since, Instant now) {
    return move(IDLE_DRAFTS, CartEvent.Type.ABANDONED, ids, since, now);
  }

  /**
   * Expires those of these carts that are drafts or abandoned and were not changed since.
   *
   * @return how many were expired
   */
  public int expireIdle(Collection<String> ids, Instant since, Instant now) {
    return move(IDLE, CartEvent.Type.EXPIRED, ids, since, now);
  }

  private int move(
      String sql, CartEvent.Type type, Collection<String> ids, Instant moment, Instant now) {
    var moved =
        told(sql, ids, moment)
            .param("status", type.name())
            .query((row, n) -> CartBook.Moved.read(row))
            .list();
    moved.forEach(cart -> Trail.changed("cart", cart.id(), "status"));
    book.announce(type, moved, now);
    return moved.size();
  }

  /** Locks those of these carts, archived or not, that nobody else holds, and answers their ids. */
  List<String> lockFree(Collection<String> ids) {
    return jdbc.sql(LOCK_FREE)
        .param("tenant", CurrentTenant.id())
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> row.getString("id"))
        .list();
  }

  /**
   * Ends the hold of quotes on these carts whose validity has ended. A cart is held by the next
   * quote that waits to be sent, if there is one; else it is free again where another quote was
   * being prepared at that moment, and where not it is expired with its quote. Only the last is
   * news, and of one that was deleted meanwhile nothing is.
   */
  public void letQuotesRunOut(Collection<String> ids, Instant now) {
    var expired =
        told(QUOTE_RAN_OUT, ids, now)
            .query(
                (row, n) -> {
                  if (!row.getBoolean("is_there")) {
                    return Optional.<CartBook.Moved>empty();
                  }
                  Trail.changed("cart", row.getString("id"), "hold", "status");
                  return row.getString("status").equals("EXPIRED")
                      ? Optional.of(CartBook.Moved.read(row))
                      : Optional.<CartBook.Moved>empty();
                })
            .list();
    book.announce(CartEvent.Type.EXPIRED, expired.stream().flatMap(Optional::stream).toList(), now);
  }

  private JdbcClient.StatementSpec told(String sql, Collection<String> ids, Instant moment) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("ids", ids.toArray(String[]::new))
        .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
  }
}
