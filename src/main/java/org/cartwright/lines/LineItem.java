package org.cartwright.lines;

import java.time.Instant;
import java.util.Objects;
import org.cartwright.lines.figures.LineFigures;
import org.cartwright.platform.Ids;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.Line;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxBasis;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart or quote. It keeps the name it was added with, remembers where its price came
 * from and which discount was asked for, and carries its figures as last priced.
 */
public record LineItem(
    String id,
    LineKind kind,
    Product product,
    String name,
    LineTerms terms,
    LineFigures figures,
    Instant createdDate,
    Instant updatedDate) {

  static LineItem added(NewLine wanted, CurrentPrices prices, Instant now) {
    var price =
        wanted.price() == null
            ? prices.asked(LineKind.GOODS, wanted.product())
            : UnitPrice.named(wanted.price());
    var terms =
        new LineTerms(
            wanted.quantity(),
            price,
            wanted.discount().create(price.amount().times(wanted.quantity())),
            wanted.notes());
    return begun(LineKind.GOODS, wanted.product(), terms, prices, now);
  }

  /** One of something that is the document's fee. */
  static LineItem fee(Product product, CurrentPrices prices, Instant now) {
    var price = prices.asked(LineKind.FEE, product);
    var terms = new LineTerms(Quantity.ONE, price, Discount.none(), null);
    return begun(LineKind.FEE, product, terms, prices, now);
  }

  private static LineItem begun(
      LineKind kind, Product product, LineTerms terms, CurrentPrices prices, Instant now) {
    return new LineItem(
        Ids.next("line"),
        kind,
        product,
        prices.offer(product).name(),
        terms,
        LineFigures.UNPRICED,
        now,
        now);
  }

  /** Whether it is the document's fee and no goods. */
  public boolean isFee() {
    return kind == LineKind.FEE;
  }

  /** How much of it. */
  public Quantity quantity() {
    return terms.quantity();
  }

  /** The price of one. */
  public Cents unitPrice() {
    return terms.unitPrice();
  }

  /** Where the price came from. */
  public PriceSource priceSource() {
    return terms.priceSource();
  }

  /** Whether it has none, since the market does not sell it. */
  boolean hasNoPrice() {
    return terms.price().isMissing();
  }

  /** From which quantity on the price is so, if it came from a quantity tier. */
  public @Nullable Quantity tierFrom() {
    return terms.price().tierFrom();
  }

  /** The line's own discount as it was asked for. */
  public Discount discount() {
    return terms.discount();
  }

  /** What is noted on the line. */
  public @Nullable String notes() {
    return terms.notes();
  }

  /** Whether as much is on it of the same, at the same price, as on another line. */
  boolean isLike(LineItem other) {
    return product.equals(other.product)
        && quantity().equals(other.quantity())
        && unitPrice().equals(other.unitPrice())
        && discount().equals(other.discount())
        && Objects.equals(notes(), other.notes());
  }

  /** Whether a line of a request says nothing of this fee but what is served. */
  public boolean isSentBackBy(NewLine sent) {
    return product.equals(sent.product())
        && quantity().equals(sent.quantity())
        && (sent.price() == null || sent.price().equals(unitPrice()))
        && sent.discount().isNone()
        && sent.notes() == null;
  }

  /** The line as a full request wants it. */
  LineItem replaced(NewLine wanted, LookUp lookUp, CurrentPrices prices, Instant now) {
    var price = priceAfter(wanted.price(), wanted.quantity(), lookUp, prices);
    var gross = price.amount().times(wanted.quantity());
    return agreed(
        new LineTerms(
            wanted.quantity(),
            price,
            wanted.discount().replace(discount(), figures.discount(), gross),
            wanted.notes()),
        now);
  }

  /** The line as a partial request wants it. */
  LineItem changed(LineChange change, CurrentPrices prices, Instant now) {
    var quantity = change.quantity() == null ? quantity() : change.quantity();
    var sent = change.price() == null ? unitPrice() : change.price();
    var price = priceAfter(sent, quantity, LookUp.WHAT_MOVED, prices);
    var gross = price.amount().times(quantity);
    return agreed(
        new LineTerms(
            quantity,
            price,
            change.discount().update(discount(), figures.discount(), gross),
            change.notes() == null ? notes() : change.notes()),
        now);
  }

  private UnitPrice priceAfter(
      @Nullable Cents sent, Quantity quantity, LookUp lookUp, CurrentPrices prices) {
    var isLookedUp = lookUp != LookUp.WHAT_MOVED || !quantity.equals(quantity());
    return terms.price().after(sent, isLookedUp, prices.of(this).orElse(null));
  }

  private LineItem agreed(LineTerms next, Instant now) {
    return next.equals(terms) ? this : with(next).touched(now);
  }

  private LineItem with(LineTerms next) {
    return new LineItem(id, kind, product, name, next, figures, createdDate, updatedDate);
  }

  LineItem priced(LineFigures newFigures) {
    return new LineItem(id, kind, product, name, terms, newFigures, createdDate, updatedDate);
  }

  private LineItem touched(Instant now) {
    return new LineItem(id, kind, product, name, terms, figures, createdDate, now);
  }

  /** The same under today's name: an explicit price kept, any other looked up. */
  LineItem atTodaysPrice(CurrentPrices prices) {
    return prices
        .of(this)
        .map(
            today ->
                new LineItem(
                    id,
                    kind,
                    product,
                    prices.offer(product).name(),
                    terms.at(today),
                    figures,
                    createdDate,
                    updatedDate))
        .orElse(this);
  }

  /** The same under its name: an explicit price kept, any other looked up. */
  LineItem lookedUp(CurrentPrices prices, Instant now) {
    return prices.of(this).map(today -> agreed(terms.at(today), now)).orElse(this);
  }

  /** Whether an amount that somebody named on the line as it was stands on it. */
  boolean keepsNamedAmountOf(LineItem before) {
    var keepsThePrice =
        before.terms.price().isNamed() && terms.price().equals(before.terms.price());
    return keepsThePrice
        || (before.discount().kind() == Discount.Kind.FLAT && discount().equals(before.discount()));
  }

  /** The same, begun now. */
  LineItem copied(Instant now) {
    return new LineItem(id, kind, product, name, terms, figures, now, now);
  }

  LineItem under(String newId) {
    return new LineItem(newId, kind, product, name, terms, figures, createdDate, updatedDate);
  }

  LineItem withoutNotes() {
    return with(terms.withoutNotes());
  }

  /** The line as pricing sees it, if no coupon covers it. */
  public Line line(TaxBasis basis) {
    return line(basis, false);
  }

  Line line(TaxBasis basis, boolean couponed) {
    return new Line(kind, unitPrice(), quantity(), discount(), couponed && !isFee(), basis);
  }
}
