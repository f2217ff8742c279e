package org.cartwright.orders.web;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.platform.web.CsvStream.Cell;

/** Orders as lines of a table for spreadsheets. */
final class OrderTable {

  static final List<String> COLUMNS =
      List.of(
          "id",
          "number",
          "status",
          "fulfilment_status",
          "market",
          "customer_id",
          "contact_name",
          "contact_email",
          "contact_phone",
          "item_count",
          "total",
          "currency",
          "created_date",
          "updated_date");

  private OrderTable() {}

  /** The total stands there in the currency itself, with as many decimals as that has. */
  static List<Cell> cells(OrderSummary order) {
    var contact = order.contact();
    var fulfilment = order.fulfilmentStatus();
    var digits = Currency.getInstance(order.currency()).getDefaultFractionDigits();
    return List.of(
        Cell.text(order.id()),
        Cell.figure(order.number()),
        Cell.figure(order.status()),
        Cell.text(fulfilment == null ? null : fulfilment.name()),
        Cell.text(order.market().code()),
        Cell.text(order.customer().id()),
        Cell.text(contact.name()),
        Cell.text(contact.email()),
        Cell.text(contact.phone()),
        Cell.figure(order.itemCount()),
        Cell.figure(BigDecimal.valueOf(order.total(), digits).toPlainString()),
        Cell.figure(order.currency()),
        Cell.figure(order.createdDate()),
        Cell.figure(order.updatedDate()));
  }
}
