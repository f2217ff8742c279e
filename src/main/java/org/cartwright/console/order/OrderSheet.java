package org.cartwright.console.order;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cartwright.console.page.FullName;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderItem;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands on its page, as far as it is not just shown as it is.
 *
 * @param seen what its forms say was seen
 * @param discount what it comes to, and so on; nothing where there is none
 * @param next what can be said of the goods now
 */
record OrderSheet(
    String customer,
    String seen,
    List<Line> lines,
    @Nullable String discount,
    @Nullable String coupon,
    @Nullable String fee,
    @Nullable String tax,
    boolean canBeApproved,
    boolean canBeCancelled,
    List<FulfilmentReport.Type> next) {

  /**
   * A line.
   *
   * @param detail what it was called among its kind; empty for most
   */
  record Line(String name, String detail, String quantity, String price, String total) {}

  static OrderSheet of(OrderDetail order, Tenant tenant) {
    var figures = tenant.figures(Currency.getInstance(order.currency()));
    var customer = order.customer();
    var goods = order.fulfilment().status();
    return new OrderSheet(
        FullName.of(customer.firstName(), customer.lastName()),
        OrderDesk.sight(order).text(),
        order.items().stream().map(line -> line(line, figures)).toList(),
        money(-order.discountAmount(), figures),
        money(-order.couponDiscountAmount(), figures),
        money(order.fee(), figures),
        money(order.taxAmount(), figures),
        order.status() == OrderStatus.PENDING,
        order.status() == OrderStatus.PENDING
            || (order.status() == OrderStatus.APPROVED && goods != null && goods.isWithTheShop()),
        order.status() == OrderStatus.APPROVED && goods != null
            ? next(goods, order.fulfilment().category())
            : List.of());
  }

  private static Line line(OrderItem line, MoneyFormat figures) {
    return new Line(
        line.name(),
        Objects.requireNonNullElse(line.options(), ""),
        figures.number(line.quantity()),
        figures.money(line.unitPrice()),
        figures.money(line.totalPrice()));
  }

  private static @Nullable String money(long amount, MoneyFormat figures) {
    return amount == 0 ? null : figures.money(amount);
  }

  private static List<FulfilmentReport.Type> next(
      FulfilmentStatus goods, FulfilmentCategory category) {
    return Stream.of(FulfilmentReport.Type.values())
        .filter(type -> goods.mayBecome(type.status(), category))
        .toList();
  }
}
