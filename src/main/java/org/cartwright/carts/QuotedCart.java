package org.cartwright.carts;

import java.time.Instant;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.jspecify.annotations.Nullable;

/** A locked cart in the hands of its quotes: whatever they do to it is announced as it is done. */
record QuotedCart(Cart cart, CartBook book) implements QuotableCart {

  @Override
  public String id() {
    return cart.id();
  }

  @Override
  public @Nullable String patientId() {
    return cart.sale().patientId();
  }

  @Override
  public Sale sale() {
    return cart.sale();
  }

  @Override
  public LineItems items() {
    return cart.items();
  }

  @Override
  public @Nullable String feeItemId() {
    return cart.isDraftOrder() ? book.feeItemOf(cart) : null;
  }

  @Override
  public @Nullable String quoteId() {
    return cart.quoteId();
  }

  @Override
  public boolean isLeftBy(String quote, Instant now) {
    return cart.isLeftBy(quote, now);
  }

  @Override
  public @Nullable Instant openUntil(String quote, Instant now) {
    return cart.openUntil(quote, now);
  }

  @Override
  public void quote(@Nullable String replaced, Instant now) {
    cart.quote(replaced, now);
    book.announce(cart, now);
  }

  @Override
  public void hold(
      String quote, @Nullable String replaced, @Nullable Instant validUntil, Instant now) {
    cart.hold(quote, replaced, validUntil, now);
    book.announce(cart, now);
  }

  @Override
  public void keepFor(
      String waiting, @Nullable String replaced, @Nullable Instant validUntil, Instant now) {
    cart.keepFor(waiting, replaced, validUntil, now);
    book.announce(cart, now);
  }

  @Override
  public void passTo(String waiting, @Nullable Instant validUntil, Instant now) {
    cart.passTo(waiting, validUntil, now);
    book.announce(cart, now);
  }

  @Override
  public void release(Instant now) {
    cart.release(now);
    book.announce(cart, now);
  }

  @Override
  public void accept(Instant now) {
    cart.accept(now);
    book.announce(cart, now);
  }

  @Override
  public void reject(Instant now) {
    cart.reject(now);
    book.announce(cart, now);
  }

  @Override
  public void convert(String chargeId, Instant now) {
    cart.convert(chargeId, now);
    book.announce(cart, now);
  }
}
