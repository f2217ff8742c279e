package org.cartwright.quotes.reading;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.carts.reading.CartQuote;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.patients.PatientRow;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteItem;
import org.cartwright.staff.ProviderRows;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A quote as one row tells it: without its lines. */
record QuoteRow(
    String id,
    PatientRow patient,
    @Nullable String creatorId,
    @Nullable String cartId,
    QuoteStatus status,
    @Nullable String title,
    long discountAmount,
    BigDecimal discountPercentage,
    long taxAmount,
    long total,
    int itemCount,
    int packageCount,
    Instant createdDate,
    Instant updatedDate,
    @Nullable Instant validUntilDate,
    @Nullable Instant sentDate,
    @Nullable Instant viewedDate,
    @Nullable Instant respondedDate,
    @Nullable String internalNotes,
    @Nullable ProviderTiny creator,
    @Nullable String description,
    @Nullable String terms,
    @Nullable String convertedChargeId,
    long subtotal)
    implements CartQuote {

  /**
   * The quote in the columns of a row.
   *
   * @param patient the one in the same row
   */
  static QuoteRow read(ResultSet row, PatientRow patient) throws SQLException {
    return new QuoteRow(
        row.getString("id"),
        patient,
        row.getString("creator_id"),
        row.getString("cart_id"),
        QuoteStatus.valueOf(row.getString("status")),
        row.getString("title"),
        row.getLong("discount_amount"),
        DiscountRows.percentage(row),
        row.getLong("tax_amount"),
        row.getLong("total"),
        row.getInt("item_count"),
        row.getInt("package_count"),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"),
        Columns.instantOrNull(row, "valid_until_date"),
        Columns.instantOrNull(row, "sent_date"),
        Columns.instantOrNull(row, "viewed_date"),
        Columns.instantOrNull(row, "responded_date"),
        row.getString("internal_notes"),
        ProviderRows.read(row),
        row.getString("description"),
        row.getString("terms"),
        row.getString("converted_charge_id"),
        row.getLong("subtotal"));
  }

  @Override
  public QuoteSummary summary(PatientSummary itsPatient) {
    return new QuoteSummary(
        id,
        itsPatient.id(),
        creatorId,
        cartId,
        status,
        title,
        discountAmount,
        discountPercentage,
        taxAmount,
        total,
        itemCount,
        packageCount,
        createdDate,
        updatedDate,
        validUntilDate,
        sentDate,
        viewedDate,
        respondedDate,
        internalNotes,
        creator,
        itsPatient);
  }

  QuoteDetail detail(PatientSummary itsPatient, List<QuoteItem> items) {
    return new QuoteDetail(
        id,
        itsPatient.id(),
        creatorId,
        cartId,
        status,
        title,
        discountAmount,
        discountPercentage,
        taxAmount,
        total,
        itemCount,
        packageCount,
        createdDate,
        updatedDate,
        validUntilDate,
        sentDate,
        viewedDate,
        respondedDate,
        internalNotes,
        creator,
        itsPatient,
        description,
        terms,
        items,
        convertedChargeId,
        subtotal);
  }
}
