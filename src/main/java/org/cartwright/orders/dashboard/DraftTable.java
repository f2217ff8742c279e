package org.cartwright.orders.dashboard;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.cartwright.platform.web.CsvStream.Cell;

/** Drafts as lines of a table for spreadsheets. */
final class DraftTable {

  static final List<String> COLUMNS =
      List.of(
          "id",
          "market",
          "status",
          "customer_id",
          "customer_name",
          "customer_email",
          "customer_phone",
          "item_count",
          "total",
          "currency",
          "created_date",
          "updated_date");

  private DraftTable() {}

  /** The total stands there in the currency itself, with as many decimals as that has. */
  static List<Cell> cells(DraftSummary draft) {
    var customer = draft.customer();
    var digits = Currency.getInstance(draft.currency()).getDefaultFractionDigits();
    return List.of(
        Cell.text(draft.id()),
        Cell.text(draft.market().code()),
        Cell.figure(draft.status()),
        Cell.text(customer == null ? null : customer.id()),
        Cell.text(customer == null ? null : customer.name()),
        Cell.text(customer == null ? null : customer.email()),
        Cell.text(customer == null ? null : customer.phone()),
        Cell.figure(draft.itemCount()),
        Cell.figure(BigDecimal.valueOf(draft.total(), digits).toPlainString()),
        Cell.figure(draft.currency()),
        Cell.figure(draft.createdDate()),
        Cell.figure(draft.updatedDate()));
  }
}
