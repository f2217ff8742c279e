package org.cartwright.carts;

import java.time.Instant;
import java.util.Optional;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.Sale;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Conflict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The carts of the clinic that is asking that are sold in a market, for draft orders: every change
 * of one begins with locking its cart here, in the transaction that changes what else there is of
 * the draft. A cart without a market is no draft order, and not there.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DraftCarts {

  private final CartBook book;
  private final LockedCarts carts;
  private final CartQueries served;

  DraftCarts(CartBook book, LockedCarts carts, CartQueries served) {
    this.book = book;
    this.carts = carts;
    this.served = served;
  }

  /**
   * Opens an empty draft, which is news once it is written down with all that it is made with.
   *
   * @param id chosen by the client, or one of ours
   * @param sale in a market
   * @throws Conflict if the id is taken
   */
  public DraftCart open(@Nullable String id, Sale sale, @Nullable String creatorId, Instant now) {
    if (sale.terms() == null) {
      throw new IllegalArgumentException("a draft order is sold in a market");
    }
    var cart = new Cart(id == null ? Ids.next("cart") : id, sale, creatorId, now);
    book.begin(cart);
    return new DraftCart(cart, carts);
  }

  /** The cart, locked and with its lines; an archived one is not there. */
  public Optional<DraftCart> lock(String id) {
    return Ids.isPossible(id) ? book.lock(id).flatMap(this::draft) : Optional.empty();
  }

  /** The cart as it is, for who only reads it. */
  public Optional<DraftCart> find(String id) {
    return Ids.isPossible(id) ? book.find(id).flatMap(this::draft) : Optional.empty();
  }

  private Optional<DraftCart> draft(Cart cart) {
    return cart.isDraftOrder() ? Optional.of(new DraftCart(cart, carts)) : Optional.empty();
  }

  /**
   * Takes a draft out of the database, with its lines. If quotes refer to it, its bare row stays,
   * archived.
   *
   * @throws CartRefusal if a quote holds it, or it was placed
   */
  public void erase(DraftCart draft, Instant now) {
    book.erase(draft.cart(), served.isQuoted(draft.id()), now);
  }

  /** Writes down what a draft has come to be, its lines in one batch. */
  public void write(DraftCart draft, Instant now) {
    book.write(draft.cart(), now);
  }
}
