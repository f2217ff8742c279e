package org.cartwright.carts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SalePrices;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Component;

/** What every request that changes a cart begins and ends with. */
@Component
class LockedCarts {

  private final CartBook book;
  private final CartQueries served;
  private final SalePrices salePrices;

  LockedCarts(CartBook book, CartQueries served, SalePrices salePrices) {
    this.book = book;
    this.served = served;
    this.salePrices = salePrices;
  }

  /**
   * The cart, locked.
   *
   * @throws Missing if there is none with this id, it is archived, or nobody buys yet
   */
  Cart lock(String id) {
    return possible(id)
        .flatMap(book::lock)
        .filter(Cart::hasCustomer)
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /**
   * The cart, locked, to be copied; even an erased patient's.
   *
   * @throws Missing if there is none with this id, it is archived, or nobody buys yet
   */
  Cart lockForCopy(String id) {
    return possible(id)
        .flatMap(book::lockForCopy)
        .filter(Cart::hasCustomer)
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /**
   * The cart as it is.
   *
   * @throws Missing if there is none with this id, it is archived, or nobody buys yet
   */
  Cart find(String id) {
    return possible(id)
        .flatMap(book::find)
        .filter(Cart::hasCustomer)
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /** A locked cart in the hands of its quotes. */
  QuotableCart quoted(Cart cart) {
    return new QuotedCart(cart, book);
  }

  private static Optional<String> possible(String id) {
    return Optional.of(id).filter(Ids::isPossible);
  }

  /** What the catalog says today of what is on the cart. */
  CurrentPrices prices(Cart cart) {
    return prices(cart, List.of(), cart.sale());
  }

  /** The same, and of what is to come on it, when it is sold like this. */
  CurrentPrices prices(Cart cart, List<Product> further, Sale sale) {
    var products = new ArrayList<>(cart.items().products());
    products.addAll(further);
    return salePrices.of(sale, products);
  }

  /** A cart as it is stored. */
  CartSummary served(Cart cart) {
    return served.get(cart.id());
  }

  /** Writes a cart down and answers it as it is stored then. */
  CartSummary written(Cart cart, Instant now) {
    book.write(cart, now);
    return served.get(cart.id());
  }

  /** Writes a new cart down and answers it as it is stored then. */
  CartSummary opened(Cart cart, Instant now) {
    book.open(cart, now);
    return served.get(cart.id());
  }

  /** Answers how a new cart would be stored; the transaction is to be undone. */
  CartSummary triedOut(Cart cart) {
    book.begin(cart);
    return served.get(cart.id());
  }
}
