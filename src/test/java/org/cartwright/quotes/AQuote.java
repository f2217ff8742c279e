package org.cartwright.quotes;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.quotes.state.QuoteHeading;
import org.jspecify.annotations.Nullable;

/** Quotes without a database: made at {@link #MADE}, and brought to a state through their verbs. */
final class AQuote {

  static final Instant MADE = Instant.parse("2026-03-02T10:00:00Z");

  /** When everything that is done to it on the way to its state is done. */
  static final Instant MOVED = MADE.plus(Duration.ofHours(1));

  /** When a quote that waits is to be sent. */
  static final Instant DUE = MADE.plus(Duration.ofDays(3));

  /** What the catalog says today. */
  static final CurrentPrices PRICES =
      new CurrentPrices(
          PriceLists.of(
              PriceLists.product("Serum", 4800),
              PriceLists.product("Cream", 1250),
              PriceLists.product("Courier", 4500)),
          sale("Jane", null),
          null);

  private LineItems items = new LineItems(java.util.List.of(), TotalFigures.NONE);
  private @Nullable Instant validUntil;
  private @Nullable SaleTerms terms;

  private AQuote() {}

  /** A quote with one serum on it. */
  static AQuote aQuote() {
    return anEmptyQuote().withLine("Serum");
  }

  static AQuote anEmptyQuote() {
    return new AQuote();
  }

  AQuote withLine(String product) {
    items = items.with(line(product), PRICES, MADE);
    return this;
  }

  /** With so many of its first line. */
  AQuote withLines(int count) {
    var line = items.lines().get(0);
    items = new LineItems(Collections.nCopies(count, line), items.figures());
    return this;
  }

  /** With one of something that is its fee. */
  AQuote withFee(String product) {
    items = items.withFee(new Product(product, null), PRICES, MADE);
    return this;
  }

  /** Of a draft order, on these terms. */
  AQuote soldOn(SaleTerms market) {
    terms = market;
    return this;
  }

  AQuote validUntil(Instant end) {
    validUntil = end;
    return this;
  }

  Quote draft() {
    return new Quote(
        "quote",
        cart(sale("Jane", terms), null),
        items,
        "Ana",
        new QuoteHeading("A smoother look", null, null, validUntil, true),
        null,
        MADE);
  }

  Quote waiting() {
    var quote = draft();
    quote.schedule(SendMethod.EMAIL, "See you", DUE, MOVED);
    return quote;
  }

  Quote sent() {
    var quote = draft();
    quote.send(MOVED);
    return quote;
  }

  Quote viewed() {
    var quote = sent();
    quote.view(MOVED);
    return quote;
  }

  Quote accepted() {
    return answered(true);
  }

  Quote declined() {
    return answered(false);
  }

  private Quote answered(boolean accepts) {
    var quote = viewed();
    quote.answer(accepts, "Why not", null, MOVED);
    return quote;
  }

  /** One that was sent and ran out, which is stored. */
  Quote expired() {
    var quote = validUntil(MOVED.plusSeconds(1)).sent();
    quote.runOut(MOVED.plusSeconds(1));
    return quote;
  }

  Quote converted() {
    var quote = accepted();
    quote.convert("charge", MOVED);
    return quote;
  }

  /** A quote by the name of its status; {@code WAITING} is a draft that waits to be sent. */
  Quote in(String state) {
    return switch (state) {
      case "DRAFT" -> draft();
      case "WAITING" -> waiting();
      case "SENT" -> sent();
      case "VIEWED" -> viewed();
      case "ACCEPTED" -> accepted();
      case "DECLINED" -> declined();
      case "EXPIRED" -> expired();
      case "CONVERTED" -> converted();
      default -> throw new IllegalArgumentException(state);
    };
  }

  static NewLine line(String product) {
    return new NewLine(
        new Product(product, null), Quantity.ONE, null, new DiscountRequest(null, null), null);
  }

  static LineItem firstLine(Quote quote) {
    return quote.items().lines().get(0);
  }

  private static Sale sale(@Nullable String patient, @Nullable SaleTerms terms) {
    return new Sale(Currency.getInstance("USD"), patient, null, terms);
  }

  /** A patient's cart, of which only is known what it is. */
  static QuotableCart cart(@Nullable String patient) {
    return cart(sale(patient, null), null);
  }

  /** Jane's draft order on these terms, with the fee of an item if it has one. */
  static QuotableCart draftOrder(SaleTerms terms, @Nullable String feeItemId) {
    return cart(sale("Jane", terms), feeItemId);
  }

  private static QuotableCart cart(Sale sale, @Nullable String feeItemId) {
    var known = new HashMap<String, @Nullable Object>();
    known.put("id", "cart");
    known.put("patientId", sale.patientId());
    known.put("sale", sale);
    known.put("feeItemId", feeItemId);
    return (QuotableCart)
        Proxy.newProxyInstance(
            AQuote.class.getClassLoader(),
            new Class<?>[] {QuotableCart.class},
            (cart, method, arguments) -> known.get(method.getName()));
  }
}
