package org.cartwright.carts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cartwright.carts.state.CartHold;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.test.util.ReflectionTestUtils;

/** A cart in whatever state, without a database: by default an empty draft that nothing holds. */
final class CartBuilder {

  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  static final Sale SALE = new Sale(Currency.getInstance("USD"), "patient", null, null);
  static final DiscountRequest NO_DISCOUNT = new DiscountRequest(null, null);

  private final Map<String, Offer> offers = new LinkedHashMap<>();
  private final List<NewLine> lines = new ArrayList<>();
  private final List<Consumer<Cart>> moves = new ArrayList<>();
  private @Nullable Instant expires;
  private CartHold.@Nullable Other other;
  private Sale sale = SALE;

  private CartBuilder() {}

  static CartBuilder aCart() {
    return new CartBuilder();
  }

  /** With so many of something at a price in cents. */
  CartBuilder withLine(String item, int quantity, long price) {
    lines.add(wanted(item, quantity));
    return offering(PriceLists.product(item, price));
  }

  /** With something that the catalog has, whether or not it is on the cart. */
  CartBuilder offering(Offer offer) {
    offers.put(offer.id(), offer);
    return this;
  }

  /** With one of something that is its fee. */
  CartBuilder withFee(String item, long price) {
    return offering(PriceLists.product(item, price))
        .after(cart -> cart.changeFee(new Product(item, null), prices(), NOON));
  }

  /** Sold in a market, where it is a draft order. */
  CartBuilder soldOn(Sale market) {
    sale = market;
    return this;
  }

  CartBuilder expiring(Instant moment) {
    expires = moment;
    return this;
  }

  /** With a quote that was sent, or waits for that; which of the two is all one to the cart. */
  CartBuilder heldBy(String quote, @Nullable Instant validUntil) {
    return after(cart -> cart.hold(quote, null, validUntil, NOON));
  }

  /** With another quote beside the one that holds it. */
  CartBuilder besides(CartHold.Other another) {
    other = another;
    return this;
  }

  CartBuilder after(Consumer<Cart> move) {
    moves.add(move);
    return this;
  }

  Cart build() {
    var cart = new Cart("cart", sale, null, NOON);
    cart.become(new GoodsWish(lines, NO_DISCOUNT::replace), prices(), NOON);
    cart.expire(expires, NOON);
    moves.forEach(move -> move.accept(cart));
    ReflectionTestUtils.setField(cart, "otherQuote", other);
    cart.takeNews();
    return cart;
  }

  /** What the catalog says of everything on it. */
  CurrentPrices prices() {
    return prices(sale);
  }

  /** The same on other terms. */
  CurrentPrices prices(Sale terms) {
    return new CurrentPrices(PriceLists.of(offers.values().toArray(Offer[]::new)), terms, null);
  }

  static NewLine wanted(String item, int quantity) {
    return new NewLine(
        new Product(item, null),
        new Quantity(BigDecimal.valueOf(quantity)),
        null,
        NO_DISCOUNT,
        null);
  }

  static List<NewLine> again(Cart cart) {
    return cart.items().lines().stream().map(CartBuilder::again).toList();
  }

  private static NewLine again(LineItem line) {
    return new NewLine(
        line.product(), line.quantity(), line.unitPrice(), NO_DISCOUNT, line.notes());
  }
}
