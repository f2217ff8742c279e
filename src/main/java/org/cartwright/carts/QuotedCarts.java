package org.cartwright.carts;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.cartwright.lines.LineItems;
import org.cartwright.platform.Ids;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The carts of the clinic that is asking, for quotes: every move of a quote begins with locking its
 * cart here, in the transaction that moves the quote.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class QuotedCarts {

  private static final String RUN_OUT =
      """
      update cart set version = version + 1, quote_id = null, quote_valid_until = null,
          status = case
              when status = 'DRAFT' and cart_has_draft_quote(tenant_id, id, quote_valid_until) then 'DRAFT'
              else 'EXPIRED'
          end
      where tenant_id = :tenant and id = any(:carts) and quote_id is not null and quote_valid_until <= :now
      """;

  private final CartRepository carts;
  private final CartLines lines;
  private final EntityManager entities;
  private final JdbcClient jdbc;

  QuotedCarts(CartRepository carts, CartLines lines, EntityManager entities, JdbcClient jdbc) {
    this.carts = carts;
    this.lines = lines;
    this.entities = entities;
    this.jdbc = jdbc;
  }

  /** The cart, locked and without its lines; even an archived one, which its quotes outlive. */
  public Optional<QuotableCart> lock(String id) {
    return carts.lockForQuotes(id).map(cart -> cart);
  }

  /** A cart that is to be quoted, locked and with its lines; an archived one is not there. */
  public Optional<QuotableCart> lockWithLines(String id) {
    if (!Ids.isPossible(id)) {
      return Optional.empty();
    }
    return carts.lock(id).map(lines::readInto);
  }

  /** Opens a fresh draft for the same patient, with the same notes and these lines. */
  public QuotableCart openLike(QuotableCart original, LineItems items, Instant now) {
    var like = (Cart) original;
    var copy =
        new Cart(Ids.next("cart"), like.patientId(), like.patientLocation(), like.creatorId(), now);
    copy.copy(like, items, now);
    entities.persist(copy);
    entities.flush();
    lines.store(copy);
    return copy;
  }

  /**
   * Stores what time did to carts whose quote ran out: they are expired, or free again where
   * another quote was being prepared at that moment. The caller has locked them, and has not stored
   * yet what time did to their quotes.
   */
  public void letQuotesRunOut(Collection<String> cartIds, Instant now) {
    jdbc.sql(RUN_OUT)
        .param("tenant", CurrentTenant.id())
        .param("carts", cartIds.toArray(String[]::new))
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }
}
