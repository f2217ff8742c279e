package org.cartwright.lines;

import java.time.Instant;
import org.cartwright.platform.Ids;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.Line;
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
    Product product,
    String name,
    LineTerms terms,
    LineFigures figures,
    Instant createdDate,
    Instant updatedDate) {

  static LineItem added(NewLine wanted, CurrentPrices prices, Instant now) {
    var today = prices.offer(wanted.product());
    var price = wanted.price() == null ? today.price() : wanted.price();
    var terms =
        new LineTerms(
            wanted.quantity(),
            price,
            wanted.price() == null ? PriceSource.CATALOG : PriceSource.EXPLICIT,
            wanted.discount().create(price.times(wanted.quantity())),
            wanted.notes());
    return new LineItem(
        Ids.next("line"), wanted.product(), today.name(), terms, LineFigures.UNPRICED, now, now);
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

  /** The line's own discount as it was asked for. */
  public Discount discount() {
    return terms.discount();
  }

  /** What is noted on the line. */
  public @Nullable String notes() {
    return terms.notes();
  }

  /** The line as a full request wants it. */
  LineItem replaced(NewLine wanted, CurrentPrices prices, Instant now) {
    var today = prices.offer(product);
    var price = terms.price(wanted.price(), wanted.quantity(), today);
    var gross = price.amount().times(wanted.quantity());
    return agreed(
        terms.with(
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
    var price = terms.price(sent, quantity, prices.offer(product));
    var gross = price.amount().times(quantity);
    return agreed(
        terms.with(
            quantity,
            price,
            change.discount().update(discount(), figures.discount(), gross),
            change.notes() == null ? notes() : change.notes()),
        now);
  }

  private LineItem agreed(LineTerms next, Instant now) {
    return next.equals(terms) ? this : with(next).touched(now);
  }

  private LineItem with(LineTerms next) {
    return new LineItem(id, product, name, next, figures, createdDate, updatedDate);
  }

  LineItem priced(LineFigures newFigures) {
    return new LineItem(id, product, name, terms, newFigures, createdDate, updatedDate);
  }

  private LineItem touched(Instant now) {
    return new LineItem(id, product, name, terms, figures, createdDate, now);
  }

  /** The same: an explicit price kept, any other as the catalog has it. */
  LineItem atTodaysPrice(CurrentPrices prices) {
    var today = prices.offer(product);
    return today.archived()
        ? this
        : new LineItem(
            id, product, today.name(), terms.at(today), figures, createdDate, updatedDate);
  }

  /** The same, begun now. */
  LineItem copied(Instant now) {
    return new LineItem(id, product, name, terms, figures, now, now);
  }

  LineItem under(String newId) {
    return new LineItem(newId, product, name, terms, figures, createdDate, updatedDate);
  }

  LineItem withoutNotes() {
    return with(terms.withoutNotes());
  }

  /** The line as pricing sees it. */
  public Line line(TaxBasis basis) {
    return new Line(unitPrice(), quantity(), discount(), basis);
  }
}
