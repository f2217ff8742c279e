package org.cartwright.console.order;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.Sight;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.OrderCancellation;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.placing.Orders;
import org.cartwright.staff.DeskRole;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves orders as they were seen: each move is one transaction that locks the order first. */
@Service
class OrderDesk {

  private final Orders orders;
  private final ChargeQueries charges;
  private final Validator validator;

  OrderDesk(Orders orders, ChargeQueries charges, Validator validator) {
    this.orders = orders;
    this.charges = charges;
    this.validator = validator;
  }

  /** What there is to see of an order that can become another. */
  static Sight sight(OrderDetail order) {
    return new Sight(order.updatedDate() + "," + order.status(), List.of(), List.of());
  }

  /**
   * Approves it.
   *
   * @throws Stale if the order is not as it was seen
   */
  @Transactional
  public void approve(String id, Typed typed) {
    held(id, typed);
    orders.approve(id);
  }

  /**
   * Takes note of what happened to its goods.
   *
   * @throws NotTaken if something typed is too long
   */
  @Transactional
  public void report(String id, FulfilmentReport.Type type, Typed typed) {
    held(id, typed);
    var report =
        new FulfilmentReport(
            type, typed.orNone("carrier"), typed.orNone("tracking"), typed.orNone("note"));
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(report)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(field.equals("trackingNumber") ? "tracking" : field, "problem.long");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    orders.report(id, report);
  }

  /**
   * Takes it back, and with it whatever was paid. Compared is what that gave back, within its
   * transaction, so nobody pays meanwhile and gets it back from whoever may not give it.
   *
   * @throws NotTaken if it is not said why, or something was paid that the role may not give back
   */
  @Transactional
  public void cancel(String id, Typed typed, DeskRole role) {
    var order = held(id, typed);
    var reason = typed.field("reason", "");
    if (reason.isEmpty() || !validator.validate(new OrderCancellation(reason)).isEmpty()) {
      throw typed.problem(Map.of("reason", "problem.reason"));
    }
    var before = givenBack(order);
    orders.cancel(id, reason);
    if (!role.mayRefund() && givenBack(order) > before) {
      throw typed.forbidden(Map.of("reason", "problem.cancel.role"));
    }
  }

  private long givenBack(OrderDetail order) {
    return charges.get(order.chargeId()).payments().stream()
        .mapToLong(paid -> paid.payment().refunded())
        .sum();
  }

  private OrderDetail held(String id, Typed typed) {
    var order = orders.held(id);
    if (!sight(order).isAsSeen(typed.seen())) {
      throw new Stale();
    }
    return order;
  }
}
