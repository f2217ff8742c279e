package org.cartwright.lines;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.pricing.taxes.PackagePart;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.cartwright.pricing.taxes.TaxedItem;
import org.cartwright.pricing.taxes.TaxedPackage;

/**
 * Lines without a database, priced by a small catalog: a taxed serum for the skin at 10.00, a cream
 * without taxes at 3.00, and a package at 50.00, a quarter of which is taxed.
 */
public final class SomeLines {

  static final Instant MADE = Instant.parse("2026-05-01T12:00:00Z");
  public static final Instant LATER = MADE.plus(Duration.ofDays(3));

  public static final Product SERUM = new Product("serum", null);
  public static final Product CREAM = new Product("cream", null);
  public static final Product LASER_DAY = new Product(null, "laser-day");

  public static final DiscountRequest NO_DISCOUNT = new DiscountRequest(null, null);

  private static final Currency USD = Currency.getInstance("USD");
  private static final TaxedItem GOODS = new TaxedItem(ItemType.PRODUCT, "Skin", Set.of());
  private static final TaxedItem UNTAXED = new TaxedItem(ItemType.SERVICE, null, Set.of());

  private SomeLines() {}

  /** Something that is sold: what it is called and costs today, and whether it is archived. */
  record Sold(String id, String name, long price, boolean archived) {}

  /** These lines, added one after the other. */
  public static LineItems with(NewLine... wanted) {
    var lines = new LineItems(List.of(), TotalFigures.NONE);
    for (var line : wanted) {
      lines = lines.with(line, prices(), MADE);
    }
    return lines;
  }

  public static NewLine some(Product product, long quantity) {
    return new NewLine(product, Quantity.of(quantity), null, NO_DISCOUNT, null);
  }

  /** One at a price that somebody named. */
  static NewLine someAt(Product product, long price) {
    return new NewLine(product, Quantity.ONE, new Cents(price), NO_DISCOUNT, null);
  }

  public static DiscountRequest flat(long cents) {
    return new DiscountRequest(new Cents(cents), null);
  }

  static Discount percent(String percents) {
    return Discount.percent(new Percentage(new BigDecimal(percents)));
  }

  /** What the catalog says on an ordinary day. */
  public static CurrentPrices prices() {
    return prices(new Sold("serum", "Serum", 1000, false), new Sold("cream", "Cream", 300, false));
  }

  /** What the catalog says when it sells these, and the package as ever. */
  static CurrentPrices prices(Sold... items) {
    var tax =
        new TaxRule(
            "tax",
            "Sales tax",
            new Percentage(new BigDecimal("8.25")),
            TaxScope.PRODUCTS_ONLY,
            Set.of(),
            TaxArea.EVERYWHERE);
    var parts =
        new TaxedPackage(
            List.of(
                new PackagePart(new Cents(100), null, GOODS),
                new PackagePart(new Cents(300), null, UNTAXED)));
    return new CurrentPrices(
        PriceLists.of(
            List.of(items).stream().map(SomeLines::offer).toList(),
            List.of(new Offer("laser-day", "Laser day", new Cents(5000), false, parts)),
            List.of(tax)),
        new Sale(USD, "patient", null, null),
        null);
  }

  private static Offer offer(Sold sold) {
    return new Offer(
        sold.id(),
        sold.name(),
        new Cents(sold.price()),
        sold.archived(),
        sold.id().equals("serum") ? GOODS : UNTAXED);
  }
}
