package org.cartwright.generator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Rows that are stored in one transaction. */
final class RowBatch {

  final TableCopy provider =
      new TableCopy("provider", "id", "email", "first_name", "last_name", "created_date");
  final TableCopy tax =
      new TableCopy(
          "tax",
          "id",
          "name",
          "percentage",
          "scope",
          "category_names",
          "is_archived",
          "created_date");
  final TableCopy item =
      new TableCopy(
          "item",
          "id",
          "name",
          "brand_name",
          "price",
          "category",
          "is_physical",
          "is_archived",
          "allow_custom_pricing",
          "type",
          "cost",
          "created_date");
  final TableCopy pack =
      new TableCopy(
          "package",
          "id",
          "name",
          "description",
          "is_archived",
          "price",
          "category",
          "created_date");
  final TableCopy part =
      new TableCopy("package_item", "package_id", "id", "position", "item_id", "quantity", "price");
  final TableCopy tag =
      new TableCopy("patient_tag", "id", "name", "color", "is_active", "created_date");
  final TableCopy patient =
      new TableCopy(
          "patient",
          "id",
          "external_id",
          "first_name",
          "last_name",
          "date_of_birth",
          "email",
          "phone_number",
          "city",
          "country",
          "patient_source",
          "is_archived",
          "created_date");
  final TableCopy tagged = new TableCopy("patient_tag_assignment", "patient_id", "tag_id");
  final TableCopy credit =
      new TableCopy("patient_credit", "id", "patient_id", "comment", "created_date");
  final TableCopy creditEntry =
      new TableCopy(
          "patient_credit_entry",
          "credit_id",
          "number",
          "kind",
          "change",
          "remaining",
          "amount",
          "moment");
  final TableCopy charge =
      TableCopy.ofMoney(
          "charge",
          "id",
          "patient_id",
          "creator_id",
          "source_kind",
          "source_id",
          "total",
          "created_date");
  final TableCopy chargeItem =
      new TableCopy(
          "charge_item",
          "id",
          "charge_id",
          "position",
          "item_id",
          "package_id",
          "name",
          "quantity",
          "price",
          "discount_amount",
          "tax_amount",
          "taxes");
  final TableCopy payment =
      TableCopy.ofMoney(
          "payment", "id", "charge_id", "sequence", "medium", "amount", "created_date");
  final TableCopy refund =
      TableCopy.ofMoney(
          "refund",
          "id",
          "payment_id",
          "charge_id",
          "sequence",
          "amount",
          "reason",
          "provider_id",
          "created_date");
  final TableCopy cart =
      TableCopy.ofMoney(
          "cart",
          "id",
          "version",
          "patient_id",
          "creator_id",
          "status",
          "notes",
          "expires_date",
          "discount_kind",
          "discount_value",
          "subtotal",
          "discount_amount",
          "tax_amount",
          "total",
          "converted_charge_id",
          "quote_id",
          "quote_valid_until",
          "created_date",
          "updated_date");
  final TableCopy quote =
      TableCopy.ofMoney(
          "quote",
          "id",
          "version",
          "cart_id",
          "patient_id",
          "creator_id",
          "status",
          "title",
          "terms",
          "requires_patient_verification",
          "valid_until_date",
          "discount_kind",
          "discount_value",
          "subtotal",
          "discount_amount",
          "tax_amount",
          "total",
          "converted_charge_id",
          "answer",
          "created_date",
          "updated_date",
          "sent_date",
          "viewed_date",
          "responded_date");
  final TableCopy cartLine = lines("cart_line", "cart_id");
  final TableCopy quoteLine = lines("quote_line", "quote_id");
  final TableCopy quoteEvent =
      new TableCopy("quote_event", "id", "quote_id", "type", "actor", "happened_date");

  private static TableCopy lines(String table, String owner) {
    return new TableCopy(
        table,
        owner,
        "id",
        "position",
        "item_id",
        "package_id",
        "name",
        "quantity",
        "unit_price",
        "price_source",
        "discount_kind",
        "discount_value",
        "gross",
        "discount_amount",
        "total_price",
        "share",
        "tax_amount",
        "taxes",
        "created_date",
        "updated_date");
  }

  /** In the order in which one refers to another. */
  private List<TableCopy> all() {
    return List.of(
        provider,
        tax,
        item,
        pack,
        part,
        tag,
        patient,
        tagged,
        credit,
        creditEntry,
        charge,
        chargeItem,
        payment,
        refund,
        cart,
        quote,
        cartLine,
        quoteLine,
        quoteEvent);
  }

  void prepare(Connection connection) throws SQLException {
    for (var rows : all()) {
      rows.prepare(connection);
    }
  }

  /** Stores everything that was added since the last time, and commits. */
  void store(Connection connection) throws SQLException, IOException {
    for (var rows : all()) {
      rows.copy(connection);
    }
    try (var statement = connection.createStatement()) {
      for (var rows : all()) {
        if (rows == cart) {
          // Carts and quotes refer to each other, so they come to be in one statement.
          statement.execute("with carts as (" + cart.insert() + ") " + quote.insert());
        } else if (rows != quote) {
          statement.execute(rows.insert());
        }
      }
    }
    connection.commit();
  }
}
