package org.cartwright.lines;

import org.cartwright.catalog.Offer;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for a line: how much, at which price and where that came from, with which
 * discount, and what is noted. The figures follow from it.
 *
 * @param unitPrice the price of one
 * @param discount as it was asked for
 */
public record LineTerms(
    Quantity quantity,
    Cents unitPrice,
    PriceSource priceSource,
    Discount discount,
    @Nullable String notes) {

  /** A price of one, and where it came from. */
  record Price(Cents amount, PriceSource source) {}

  /**
   * The price when a request is applied.
   *
   * @param sent the unit price the client sent; absent means the catalog's
   * @param today what the catalog says of the product today
   */
  Price price(@Nullable Cents sent, Quantity newQuantity, Offer today) {
    var source = sourceAfter(sent);
    if (source == PriceSource.EXPLICIT && sent != null) {
      return new Price(sent, source);
    }
    var lookUp =
        source == PriceSource.CATALOG
            && (sent == null || !newQuantity.equals(quantity))
            && !today.archived();
    return new Price(lookUp ? today.price() : unitPrice, source);
  }

  /**
   * A price sent back as it was served says nothing about where it came from; any other is
   * somebody's own.
   */
  private PriceSource sourceAfter(@Nullable Cents sent) {
    if (sent == null) {
      return PriceSource.CATALOG;
    }
    return sent.equals(unitPrice) ? priceSource : PriceSource.EXPLICIT;
  }

  LineTerms with(
      Quantity newQuantity, Price price, Discount newDiscount, @Nullable String newNotes) {
    return new LineTerms(newQuantity, price.amount(), price.source(), newDiscount, newNotes);
  }

  /** The same at the catalog's price of today, unless the price is somebody's own. */
  LineTerms at(Offer today) {
    return priceSource == PriceSource.EXPLICIT
        ? this
        : new LineTerms(quantity, today.price(), priceSource, discount, notes);
  }

  LineTerms withoutNotes() {
    return new LineTerms(quantity, unitPrice, priceSource, discount, null);
  }
}
