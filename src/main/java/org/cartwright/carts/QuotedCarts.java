package org.cartwright.carts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.platform.Ids;
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

  private final CartBook book;
  private final LapsedCarts lapsed;

  QuotedCarts(CartBook book, LapsedCarts lapsed) {
    this.book = book;
    this.lapsed = lapsed;
  }

  /** Locks those of the carts, archived or not, that nobody else holds, and answers their ids. */
  public List<String> lockFree(Collection<String> cartIds) {
    return lapsed.lockFree(cartIds);
  }

  /**
   * The cart, locked and without its lines; even an archived one, which its quotes outlive, or one
   * that has become an erased patient's.
   */
  public Optional<QuotableCart> lock(String id) {
    return book.lockForQuotes(id).map(this::quoted);
  }

  /**
   * A cart that is to be quoted, locked and with its lines; one that is archived, or that nobody
   * buys yet, is not there.
   */
  public Optional<QuotableCart> lockWithLines(String id) {
    if (!Ids.isPossible(id)) {
      return Optional.empty();
    }
    return book.lock(id).filter(Cart::hasCustomer).map(this::quoted);
  }

  private QuotableCart quoted(Cart cart) {
    return new QuotedCart(cart, book);
  }

  /**
   * Opens a fresh draft of a sale, with another cart's notes and these lines.
   *
   * @throws CartRefusal if the market that it is sold in is archived
   */
  public QuotableCart openLike(QuotableCart original, Sale sale, LineItems items, Instant now) {
    var like = ((QuotedCart) original).cart();
    var copy = new Cart(Ids.next("cart"), sale, like.creatorId(), now);
    copy.copy(like, items, now);
    book.openCopy(copy, now);
    return quoted(copy);
  }

  /**
   * Stores what time did to carts whose quote ran out: they are held by another one that waits to
   * be sent, or free again where one was being prepared at that moment, or expired. The caller has
   * locked them, and has not stored yet what time did to their quotes.
   */
  public void letQuotesRunOut(Collection<String> cartIds, Instant now) {
    lapsed.letQuotesRunOut(cartIds, now);
  }
}
