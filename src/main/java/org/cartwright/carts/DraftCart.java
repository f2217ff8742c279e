package org.cartwright.carts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.charges.bill.Bill;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;

/**
 * A cart that is sold in a market, as draft orders deal with it. What changes is written down by
 * {@link DraftCarts#write}, all at once.
 */
public final class DraftCart {

  private final Cart cart;
  private final LockedCarts carts;

  DraftCart(Cart cart, LockedCarts carts) {
    this.cart = cart;
    this.carts = carts;
  }

  Cart cart() {
    return cart;
  }

  public String id() {
    return cart.id();
  }

  /** Who made it. */
  public @Nullable String creatorId() {
    return cart.creatorId();
  }

  public CartStatus statusAt(Instant now) {
    return cart.statusAt(now);
  }

  /** To whom it is sold, and on which terms. */
  public Sale sale() {
    return cart.sale();
  }

  public LineItems items() {
    return cart.items();
  }

  /** Whether what is on it can change: it is a draft that no quote holds. */
  public boolean isChangeable(Instant now) {
    return cart.isChangeable(now);
  }

  /** Refuses to go on with {@link CartRefusal} unless it is a draft that no quote holds. */
  public void requireDraft(Instant now) {
    cart.requireDraft(now);
  }

  /**
   * Is sold to somebody else, or on other terms, from now on. Everything is priced anew: explicit
   * prices stay, all others are looked up; what the market does not sell costs nothing, and cannot
   * be ordered. Asked for what is so already, prices are looked up as well.
   *
   * @param isConfirmed whether prices and flat discounts that somebody named are meant in another
   *     currency, too
   * @throws CartRefusal unless it is a draft that no quote holds; or if amounts were named in
   *     another currency, and that is not confirmed
   */
  public void sell(Sale next, boolean isConfirmed, Instant now) {
    sell(next, GoodsWish.NOTHING, isConfirmed, now);
  }

  /**
   * The same, with what a request wants of its goods besides. The request was made of what is
   * served now: a price or a discount that it sends back says nothing, whatever it comes to then.
   *
   * @throws InvalidRequest if one of the goods is not offered in the market, or their figures
   *     cannot be
   * @throws CartRefusal also if what stays of amounts was named in another currency, and that is
   *     not confirmed
   */
  public void sell(Sale next, GoodsWish wish, boolean isConfirmed, Instant now) {
    cart.requireDraft(now);
    cart.sell(next, wish, offered(wish, next), isConfirmed, now);
  }

  /**
   * Has the fee of this item as its last line, at the item's price in the market, or none.
   *
   * @throws InvalidRequest if the item is not sold in the market
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  public void changeFee(@Nullable String feeItemId, Instant now) {
    cart.requireDraft(now);
    var fee = feeItemId == null ? null : new Product(feeItemId, null);
    var further = fee == null ? List.<Product>of() : List.of(fee);
    var prices = carts.prices(cart, further, cart.sale());
    InvalidRequest.throwIfAny(prices.notOffered(further, List.of(), null));
    cart.changeFee(fee, prices, now);
  }

  /**
   * Holds what a request wants of its goods; see {@link LineItems#replaced}.
   *
   * @throws InvalidRequest if one of them is not offered in the market, or its figures cannot be
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  public void become(GoodsWish wish, Instant now) {
    cart.requireDraft(now);
    cart.become(wish, offered(wish, cart.sale()), now);
  }

  /** Whether a request wants nothing else of its goods than is so already. */
  public boolean isAs(GoodsWish wish, Instant now) {
    if (!wish.isAny()) {
      return true;
    }
    var items = cart.items();
    if (!items.productsSold().containsAll(wish.products())) {
      return false;
    }
    var prices = carts.prices(cart);
    return items
        .changedBy(wish, prices, now)
        .sayTheSameAs(items.changedBy(GoodsWish.NOTHING, prices, now)); // whatever taxes are by now
  }

  private CurrentPrices offered(GoodsWish wish, Sale sale) {
    var prices = carts.prices(cart, wish.products(), sale);
    InvalidRequest.throwIfAny(
        prices.notOffered(wish.products(), cart.items().productsSold(), "items"));
    return prices;
  }

  /** The accepted quote, whose figures are to be placed instead of the cart's. */
  public Optional<String> acceptedQuote(Instant now) {
    return cart.acceptedQuote(now);
  }

  /** The same cart as its quotes deal with it. */
  public QuotableCart quotable() {
    return carts.quoted(cart);
  }

  /**
   * Has one more line behind the other goods.
   *
   * @throws InvalidRequest if it is not offered in the market
   * @throws CartRefusal unless it is a draft that no quote holds
   */
  public void add(NewLine wanted, Instant now) {
    cart.requireDraft(now);
    var products = List.of(wanted.product());
    var prices = carts.prices(cart, products, cart.sale());
    InvalidRequest.throwIfAny(prices.notOffered(products, List.of(), null));
    cart.add(wanted, prices, now);
  }

  /**
   * Has a line changed; whatever is left out stays.
   *
   * @throws Missing if it is no line of this cart
   * @throws CartRefusal unless it is a draft that no quote holds, or if the line is the fee
   */
  public void change(String lineId, LineChange change, Instant now) {
    cart.line(lineId);
    cart.change(lineId, change, carts.prices(cart), now);
  }

  /**
   * Has a line taken off.
   *
   * @throws Missing if it is no line of this cart
   * @throws CartRefusal unless it is a draft that no quote holds, or if the line is the fee
   */
  public void remove(String lineId, Instant now) {
    cart.line(lineId);
    cart.remove(lineId, carts.prices(cart), now);
  }

  /** From when on it is expired by itself, if ever. */
  public @Nullable Instant expiresDate() {
    return cart.expiresDate();
  }

  /** Expires at another moment, or never; refused unless it is a draft that no quote holds. */
  public void expire(@Nullable Instant expires, Instant now) {
    cart.expire(expires, now);
  }

  /**
   * Something that is known of it elsewhere, and decides no price, has changed: it is not idle.
   *
   * @throws CartRefusal unless it is a draft, or was accepted
   */
  public void touch(Instant now) {
    cart.touch(now);
  }

  /** Goes to another place, which decides none of the figures that were offered of it. */
  public void goTo(TaxPlace place) {
    cart.goTo(place);
  }

  /**
   * Has stock held for it until a moment; who listens to its events sees to that. It ends with the
   * draft. The moment until which it is held already is no news.
   *
   * @throws CartRefusal unless it is a draft, or was accepted
   */
  public void reserve(Instant until, Instant now) {
    cart.reserve(until, now);
  }

  /**
   * Has no stock held for it any more; if it has none, nothing happens.
   *
   * @throws CartRefusal unless it is a draft, or was accepted
   */
  public void releaseStock(Instant now) {
    cart.releaseStock(now);
  }

  /** Until when stock is to be held for it, if it is, or was. */
  public @Nullable Instant reservedUntil() {
    return cart.reservedUntil();
  }

  /** Does what a status in a request asks for before the rest is applied. */
  public void reopenIfAsked(@Nullable CartStatus asked, Instant now) {
    cart.reopenIfAsked(asked, now);
  }

  /** Does what a status in a request asks for once the rest is applied. */
  public void abandonIfAsked(@Nullable CartStatus asked, Instant now) {
    cart.abandonIfAsked(asked, now);
  }

  /** The item that is its fee, if it has one. */
  public @Nullable String feeItemId() {
    return cart.items().fee().map(line -> line.product().itemId()).orElse(null);
  }

  /**
   * What the customer is to be charged: the figures as they were last priced.
   *
   * @throws CartRefusal unless it is a draft that no quote holds, and there is something on it; one
   *     that was placed before names its charge
   * @throws IllegalStateException if its quote is accepted, whose figures count
   */
  public Bill bill(@Nullable String description, Instant now) {
    if (acceptedQuote(now).isPresent()) {
      throw new IllegalStateException("the accepted quote is to be placed");
    }
    return cart.billPlaced(
        new ConvertCartToChargeRequest(cart.id(), description, null, null, null), now);
  }

  /** Is placed: its charge is what counts from now on. */
  public void convert(String chargeId, Instant now) {
    cart.convert(chargeId, now);
  }

  /** See {@link Carts#delete}. */
  public void archive(Instant now) {
    cart.archive(now);
  }
}
