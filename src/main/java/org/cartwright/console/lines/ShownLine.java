package org.cartwright.console.lines;

import java.util.Currency;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands on a page; its figures both as they stand in fields and as money.
 *
 * @param form the name of its form
 * @param detail what it is called among its kind, such as "Large / Blue"; empty for most
 * @param stock how many there are, as it is said; empty where that is not counted
 * @param isShort whether that is too few
 * @param hasOpenPrice whether anybody may ask another price for it
 */
public record ShownLine(
    String id,
    String form,
    String name,
    String detail,
    String stock,
    boolean isShort,
    String quantity,
    String price,
    boolean hasOpenPrice,
    String priceMoney,
    String discount,
    @Nullable String discountMoney,
    String total,
    String notes) {

  /** A line of something of which the stock is nobody's concern. */
  public static ShownLine of(DeskLine line, Currency currency, Tenant tenant) {
    return of(line, "", "", false, currency, tenant);
  }

  /** A line with what is to be said beside it. */
  public static ShownLine of(
      DeskLine line,
      String detail,
      String stock,
      boolean isShort,
      Currency currency,
      Tenant tenant) {
    var figures = tenant.figures(currency);
    var typed = new TypedFigures(tenant.locale(), currency);
    return new ShownLine(
        line.id(),
        "line-" + line.id(),
        line.name(),
        detail,
        stock,
        isShort,
        typed.shown(line.quantity()),
        typed.shown(line.unitPrice()),
        line.hasOpenPrice(),
        figures.money(line.unitPrice()),
        typed.shown(line.discountPercentage(), line.discountAmount()),
        line.discountAmount() == 0 ? null : figures.money(-line.discountAmount()),
        figures.money(line.totalPrice()),
        line.notes());
  }
}
