package org.cartwright.quotes.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.carts.reading.CartQuote;
import org.cartwright.carts.reading.CartQuotes;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.patients.PatientRows;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.QuoteItem;
import org.cartwright.staff.ProviderRows;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads quotes as they are served from typed rows: the quotes with their patients and creators by
 * one statement, the lines of one by another. The transaction sees one moment, or holds the lock of
 * the quote's cart.
 */
@Component
class QuoteReader implements CartQuotes {

  private static final String COLUMNS =
      """
      q.id, q.patient_id, q.creator_id, q.cart_id, q.title, q.discount_amount, q.discount_kind, q.discount_value,
      q.tax_amount, q.total, q.created_date, q.updated_date, q.valid_until_date, q.sent_date, q.viewed_date,
      q.responded_date, q.internal_notes,
      quote_status_at(q.status, q.valid_until_date, cartwright_now()) as status,
      n.items as item_count, n.packages as package_count,
      %s, %s
      """
          .formatted(PatientRows.COLUMNS, ProviderRows.COLUMNS);

  private static final KeyedQuery BY_ID = quotesBy("id");
  private static final KeyedQuery BY_CART = quotesBy("cart_id");

  private static final String LINES =
      """
      select l.quote_id, l.item_id, l.package_id, l.name, l.quantity, l.unit_price, l.discount_amount, l.discount_kind,
             l.discount_value, l.tax_amount, l.total_price, l.description, l.created_date, l.updated_date, %s
        from quote_line l %s
       where l.tenant_id = ? and l.quote_id = ?
       order by l.position
      """
          .formatted(CatalogRows.COLUMNS, CatalogRows.joinedTo("l"));

  private final JdbcClient jdbc;
  private final PatientRows patientRows;

  QuoteReader(JdbcClient jdbc, PatientRows patientRows) {
    this.jdbc = jdbc;
    this.patientRows = patientRows;
  }

  private static KeyedQuery quotesBy(String column) {
    return KeyedQuery.of(
        """
        select %s, q.description, q.terms, q.converted_charge_id, q.subtotal
          from quote q %s %s
          cross join lateral (
              select count(l.item_id)::int as items, count(l.package_id)::int as packages
                from quote_line l
               where l.tenant_id = q.tenant_id and l.quote_id = q.id) n
         where q.tenant_id = ? and q.%s {keys}
         order by q.created_date desc, q.id desc
        """
            .formatted(COLUMNS, PatientRows.joinedTo("q"), ProviderRows.joinedTo("q"), column));
  }

  @Override
  public RowQuery<CartQuote> of(Collection<String> cartIds) {
    return BY_CART.reading(
        CurrentTenant.id(), cartIds, (row, n) -> QuoteRow.read(row, patientRows.read(row)));
  }

  /** Those of these quotes that exist, newest first. */
  List<QuoteSummary> summaries(Collection<String> ids) {
    var quotes = quotes(ids);
    var patients = patientRows.tagged(quotes.stream().map(QuoteRow::patient).toList());
    return quotes.stream().map(quote -> quote.summary(patient(quote, patients))).toList();
  }

  /** A quote with everything in it, if there is one with this id. */
  Optional<QuoteDetail> detail(String id) {
    return quotes(List.of(id)).stream()
        .findFirst()
        .map(
            quote ->
                quote.detail(
                    patient(quote, patientRows.tagged(List.of(quote.patient()))), lines(id)));
  }

  private static PatientSummary patient(QuoteRow quote, Map<String, PatientSummary> patients) {
    return Objects.requireNonNull(patients.get(quote.patient().id()));
  }

  private List<QuoteRow> quotes(Collection<String> ids) {
    return BY_ID
        .with(jdbc, CurrentTenant.id(), ids)
        .query((row, n) -> QuoteRow.read(row, patientRows.read(row)))
        .list();
  }

  private List<QuoteItem> lines(String quoteId) {
    return jdbc.sql(LINES)
        .param(CurrentTenant.id())
        .param(quoteId)
        .query((row, n) -> line(row))
        .list();
  }

  private static QuoteItem line(ResultSet row) throws SQLException {
    var name = row.getString("name");
    return new QuoteItem(
        row.getString("quote_id"),
        row.getString("item_id"),
        row.getString("package_id"),
        Columns.decimal(row, "quantity"),
        row.getLong("unit_price"),
        row.getLong("discount_amount"),
        DiscountRows.percentage(row),
        row.getLong("tax_amount"),
        row.getLong("total_price"),
        row.getString("description"),
        CatalogRows.item(row, name),
        CatalogRows.pack(row, name),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"));
  }
}
