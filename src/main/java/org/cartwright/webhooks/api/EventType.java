package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens in the house and is told to whoever wants to know. */
@Schema(name = "EventType", description = "What happened.")
public enum EventType {
  CART_CREATED("cart"),
  CART_CHANGED("cart"),
  CART_ABANDONED("cart"),
  CART_REOPENED("cart"),
  CART_EXPIRED("cart"),
  CART_DELETED("cart"),
  CART_ACCEPTED("cart"),
  CART_REJECTED("cart"),
  CART_CONVERTED("cart"),
  QUOTE_CREATED("quote"),
  QUOTE_CHANGED("quote"),
  QUOTE_SCHEDULED("quote"),
  QUOTE_SENT("quote"),
  QUOTE_NOT_SENT("quote"),
  QUOTE_VIEWED("quote"),
  QUOTE_ACCEPTED("quote"),
  QUOTE_DECLINED("quote"),
  QUOTE_WITHDRAWN("quote"),
  QUOTE_REPLACED("quote"),
  QUOTE_EXPIRED("quote"),
  QUOTE_CONVERTED("quote"),
  ORDER_PLACED("order"),
  ORDER_APPROVED("order"),
  ORDER_SHIPPED("order"),
  ORDER_READY_FOR_PICKUP("order"),
  ORDER_FULFILLED("order"),
  ORDER_DELIVERY_FAILED("order"),
  ORDER_CANCELLED("order"),
  CHARGE_CREATED("charge"),
  CHARGE_VOIDED("charge"),
  PAYMENT_CREATED("payment"),
  PAYMENT_SUCCEEDED("payment"),
  REFUND_CREATED("refund"),
  REFUND_SUCCEEDED("refund"),
  PATIENT_CREATED("patient"),
  PATIENT_UPDATED("patient"),
  PATIENT_ARCHIVED("patient"),
  ITEM_CREATED("item"),
  ITEM_UPDATED("item"),
  ITEM_ARCHIVED("item"),
  STOCK_ADDED("stock"),
  STOCK_DRAWDOWN("stock"),
  STOCK_UPDATED("stock"),
  EMAIL_SENT("message"),
  EMAIL_FAILED("message"),
  MESSAGE_SENT("message"),
  MESSAGE_FAILED("message");

  private static final Set<String> ALERTS =
      Arrays.stream(AlertType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final String kind;

  EventType(String kind) {
    this.kind = kind;
  }

  /** What kind of object it happens to, as in {@code cart}. */
  public String kind() {
    return kind;
  }

  /** Whether the published API knows of it. */
  public boolean isAlert() {
    return ALERTS.contains(name());
  }

  /** The type of this name, if there is one. */
  public static Optional<EventType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
