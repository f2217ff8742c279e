package org.cartwright.carts;

import java.time.Instant;
import org.cartwright.catalog.Offer;
import org.cartwright.charges.BillItem;
import org.cartwright.pricing.Cents;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Line;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.Quantity;
import org.cartwright.pricing.TaxBasis;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart. It keeps the name it was added with, remembers where its price came from and
 * which discount was asked for, and carries its figures as last priced.
 */
record CartLine(
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

  /**
   * The line as a request wants it.
   *
   * @param price the unit price the client sent; absent means the catalog's
   * @param today what the catalog says of the product today
   */
  CartLine wanted(
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
        new CartLine(
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
  interface DiscountWanted {

    Discount resolve(Discount present, Cents lastServed, Cents baseNow);

    static DiscountWanted replacing(DiscountRequest request) {
      return request::replace;
    }

    static DiscountWanted updating(DiscountRequest request) {
      return request::update;
    }
  }

  CartLine priced(LineFigures newFigures) {
    return new CartLine(
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

  private CartLine touched(Instant now) {
    return new CartLine(
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

  /**
   * The line as it is charged: as it was last priced, its share of the cart's discount included.
   */
  BillItem billed() {
    return BillItem.ofLine(
        name,
        product.itemId(),
        product.packageId(),
        quantity,
        unitPrice,
        figures.gross(),
        figures.discount().plus(figures.share()),
        figures.tax(),
        figures.taxes().stream().map(LineTax::billed).toList());
  }

  /** The line as pricing sees it. */
  Line line(TaxBasis basis) {
    return new Line(unitPrice, quantity, discount, basis);
  }
}
