package org.cartwright.lines;

import java.time.Instant;
import org.cartwright.catalog.Offer;
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
    Quantity quantity,
    Cents unitPrice,
    PriceSource priceSource,
    Discount discount,
    @Nullable String notes,
    LineFigures figures,
    Instant createdDate,
    Instant updatedDate) {

  static LineItem added(NewLine wanted, CurrentPrices prices, Instant now) {
    var today = prices.offer(wanted.product());
    var price = wanted.price() == null ? today.price() : wanted.price();
    return new LineItem(
        Ids.next("line"),
        wanted.product(),
        today.name(),
        wanted.quantity(),
        price,
        wanted.price() == null ? PriceSource.CATALOG : PriceSource.EXPLICIT,
        wanted.discount().create(price.times(wanted.quantity())),
        wanted.notes(),
        LineFigures.UNPRICED,
        now,
        now);
  }

  /** The line as a full request wants it. */
  LineItem replaced(NewLine wanted, CurrentPrices prices, Instant now) {
    return wanted(
        wanted.quantity(),
        wanted.price(),
        wanted.discount()::replace,
        wanted.notes(),
        prices.offer(product),
        now);
  }

  /** The line as a partial request wants it. */
  LineItem changed(LineChange change, CurrentPrices prices, Instant now) {
    return wanted(
        change.quantity() == null ? quantity : change.quantity(),
        change.price() == null ? unitPrice : change.price(),
        change.discount()::update,
        change.notes() == null ? notes : change.notes(),
        prices.offer(product),
        now);
  }

  /**
   * The line as a request wants it.
   *
   * @param price the unit price the client sent; absent means the catalog's
   * @param today what the catalog says of the product today
   */
  private LineItem wanted(
      Quantity newQuantity,
      @Nullable Cents price,
      DiscountWanted discountWanted,
      @Nullable String newNotes,
      Offer today,
      Instant now) {
    var source = sourceAfter(price);
    var lookUp =
        source == PriceSource.CATALOG
            && (price == null || !newQuantity.equals(quantity))
            && !today.archived();
    var newPrice =
        source == PriceSource.EXPLICIT && price != null
            ? price
            : lookUp ? today.price() : unitPrice;
    var gross = newPrice.times(newQuantity);
    var newDiscount = discountWanted.resolve(discount, figures.discount(), gross);
    var changed =
        new LineItem(
            id,
            product,
            name,
            newQuantity,
            newPrice,
            source,
            newDiscount,
            newNotes,
            figures,
            createdDate,
            updatedDate);
    return changed.equals(this) ? this : changed.touched(now);
  }

  /**
   * A price sent back as it was served says nothing about where it came from; any other is
   * somebody's own.
   */
  private PriceSource sourceAfter(@Nullable Cents price) {
    if (price == null) {
      return PriceSource.CATALOG;
    }
    return price.equals(unitPrice) ? priceSource : PriceSource.EXPLICIT;
  }

  /** How a request for a discount is read: as a full one or as a partial one. */
  private interface DiscountWanted {
    Discount resolve(Discount present, Cents lastServed, Cents baseNow);
  }

  LineItem priced(LineFigures newFigures) {
    return new LineItem(
        id,
        product,
        name,
        quantity,
        unitPrice,
        priceSource,
        discount,
        notes,
        newFigures,
        createdDate,
        updatedDate);
  }

  private LineItem touched(Instant now) {
    return new LineItem(
        id,
        product,
        name,
        quantity,
        unitPrice,
        priceSource,
        discount,
        notes,
        figures,
        createdDate,
        now);
  }

  /** The same: an explicit price kept, any other as the catalog has it. */
  LineItem atTodaysPrice(CurrentPrices prices) {
    var today = prices.offer(product);
    var keeps = priceSource == PriceSource.EXPLICIT || today.archived();
    return new LineItem(
        id,
        product,
        today.archived() ? name : today.name(),
        quantity,
        keeps ? unitPrice : today.price(),
        priceSource,
        discount,
        notes,
        figures,
        createdDate,
        updatedDate);
  }

  /** The same, begun now. */
  LineItem copied(Instant now) {
    return new LineItem(
        id, product, name, quantity, unitPrice, priceSource, discount, notes, figures, now, now);
  }

  LineItem under(String newId) {
    return new LineItem(
        newId,
        product,
        name,
        quantity,
        unitPrice,
        priceSource,
        discount,
        notes,
        figures,
        createdDate,
        updatedDate);
  }

  LineItem withoutNotes() {
    return new LineItem(
        id,
        product,
        name,
        quantity,
        unitPrice,
        priceSource,
        discount,
        null,
        figures,
        createdDate,
        updatedDate);
  }

  /** The line as pricing sees it. */
  public Line line(TaxBasis basis) {
    return new Line(unitPrice, quantity, discount, basis);
  }
}
