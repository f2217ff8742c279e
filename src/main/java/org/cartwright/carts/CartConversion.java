package org.cartwright.carts;

import java.time.Clock;
import java.time.Instant;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.quoting.AcceptedQuotes;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.charges.Charges;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns carts into charges. */
@Service
public class CartConversion {

  private final CartBook book;
  private final LockedCarts carts;
  private final Charges charges;
  private final AcceptedQuotes acceptedQuotes;
  private final Clock clock;

  CartConversion(
      CartBook book,
      LockedCarts carts,
      Charges charges,
      AcceptedQuotes acceptedQuotes,
      Clock clock) {
    this.book = book;
    this.carts = carts;
    this.charges = charges;
    this.acceptedQuotes = acceptedQuotes;
    this.clock = clock;
  }

  /**
   * Turns a cart into a charge with the same figures; from then on the charge is what counts.
   *
   * @throws Missing if there is no such cart
   * @throws CartRefusal unless the cart is a draft or accepted, and there is something on it; one
   *     that was converted before names its charge
   */
  @Transactional
  public ChargeDetail convert(String id, ConvertCartToChargeRequest wanted) {
    if (!wanted.cartId().equals(id)) {
      throw new InvalidRequest(
          Violation.inBody("this is not the cart of the path; send the same", "cartId"));
    }
    var cart = carts.lock(id);
    var now = clock.instant();
    return cart.acceptedQuote(now)
        .map(quote -> acceptedQuotes.convert(new QuotedCart(cart, book), quote, wanted))
        .orElseGet(() -> charged(cart, wanted, now));
  }

  private ChargeDetail charged(Cart cart, ConvertCartToChargeRequest wanted, Instant now) {
    var charge = charges.open(cart.bill(wanted, now));
    cart.convert(charge.id(), now);
    book.write(cart, now);
    return charge;
  }
}
