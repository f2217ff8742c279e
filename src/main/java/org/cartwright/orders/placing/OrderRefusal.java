package org.cartwright.orders.placing;

import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.platform.errors.Conflict;

/** 409: what an order in its present state will not do, and what to do instead. */
final class OrderRefusal extends Conflict {

  private OrderRefusal(String reason, String sentence, Object... values) {
    super("order." + reason, sentence, values);
  }

  static OrderRefusal placedAlready(OrderNumber number) {
    return new OrderRefusal(
        "placedAlready", "The draft was placed already; its order is " + number + ".", number);
  }

  static OrderRefusal notApprovable(OrderStatus status) {
    return new OrderRefusal(
        "notApprovable",
        "The order is " + status + " and cannot be approved; only a PENDING one can.",
        status);
  }

  static OrderRefusal notCancellable(OrderStatus status) {
    return new OrderRefusal(
        "notCancellable",
        switch (status) {
          case CANCELLED -> "The order is CANCELLED already.";
          case PENDING, APPROVED, FULFILLED ->
              "The order is "
                  + status
                  + " and cannot be cancelled; give back what was paid on its charge instead.";
        },
        status);
  }

  static OrderRefusal onItsWay(FulfilmentStatus status) {
    return new OrderRefusal(
        "onItsWay",
        "The order's goods are "
            + status
            + " and it cannot be cancelled; if they do not get to the customer, say so with FAILED first.",
        status);
  }

  static OrderRefusal notFulfilled(OrderStatus status) {
    return new OrderRefusal(
        "notFulfilled",
        switch (status) {
          case PENDING -> "The order is PENDING; approve it before its goods leave.";
          case APPROVED, FULFILLED, CANCELLED ->
              "The order is " + status + " and nothing happens to its goods any more.";
        },
        status);
  }

  static OrderRefusal noSuchMove(
      FulfilmentStatus from, FulfilmentStatus to, FulfilmentCategory category) {
    return new OrderRefusal(
        "noSuchMove",
        "Goods for "
            + category
            + " that are "
            + from
            + " do not become "
            + to
            + "; "
            + (from.isWithTheShop()
                ? category == FulfilmentCategory.PICKUP
                    ? "make them READY_FOR_PICKUP."
                    : "have them SHIPPED."
                : "say whether they were DELIVERED or it FAILED."),
        from,
        to,
        category);
  }
}
