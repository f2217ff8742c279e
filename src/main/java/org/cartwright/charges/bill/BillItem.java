package org.cartwright.charges.bill;

import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.jspecify.annotations.Nullable;

/**
 * Something on a bill, with the figures it was priced with.
 *
 * @param itemId the item of the catalog it is, or
 * @param packageId the package
 * @param quantity how many; charges know whole numbers only
 * @param price of one
 * @param discount on all of them
 * @param tax on all of them: the sum of the taxes
 */
public record BillItem(
    String name,
    @Nullable String itemId,
    @Nullable String packageId,
    int quantity,
    Cents price,
    Cents discount,
    Cents tax,
    List<BilledTax> taxes) {

  public BillItem {
    if ((itemId == null) == (packageId == null)) {
      throw new IllegalArgumentException("what is billed is either an item or a package");
    }
    if (quantity < 1 || price.isNegative() || discount.isNegative() || tax.isNegative()) {
      throw new IllegalArgumentException("nothing on a bill is negative, and nothing is not there");
    }
    if (discount.compareTo(gross(price, quantity)) > 0) {
      throw new IllegalArgumentException("a discount is at most what is discounted");
    }
    taxes = List.copyOf(taxes);
    if (taxes.stream().mapToLong(BilledTax::amount).sum() != tax.value()) {
      throw new IllegalArgumentException("the taxes do not add up");
    }
  }

  /**
   * A line as it was priced, made fit for a bill: a fraction of something becomes one, at the price
   * of all of it and with a name that says how much it is, as in "2.5 × filler".
   *
   * @param unitPrice of one
   * @param gross of all, rounded
   * @param discount the line's own discount together with its shares of the document's
   */
  public static BillItem ofLine(
      String name,
      @Nullable String itemId,
      @Nullable String packageId,
      Quantity quantity,
      Cents unitPrice,
      Cents gross,
      Cents discount,
      Cents tax,
      List<BilledTax> taxes) {
    return quantity.isWhole()
        ? new BillItem(
            name,
            itemId,
            packageId,
            quantity.value().intValueExact(),
            unitPrice,
            discount,
            tax,
            taxes)
        : new BillItem(quantity + " × " + name, itemId, packageId, 1, gross, discount, tax, taxes);
  }

  /** What is to be paid for it. */
  Cents total(TaxMode mode) {
    return mode.toPay(gross(price, quantity).minus(discount), tax);
  }

  private static Cents gross(Cents price, int quantity) {
    return price.times(Quantity.of(quantity));
  }
}
