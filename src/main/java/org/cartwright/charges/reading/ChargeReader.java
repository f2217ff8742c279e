package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeItem;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.patients.PatientRows;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.taxes.TaxMode;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads charges as they are served from typed rows: the charges with their patients, what is on
 * them, and what was paid and given back. The same round trip for one charge and a list, and
 * another if patients have tags. The transaction sees one moment.
 */
@Component
public class ChargeReader {

  private static final String CHARGES =
      """
      select c.id, c.creator_id, c.description, c.external_id, c.location_id, c.event_id, c.currency, c.tax_mode, c.total,
             c.created_date, c.voided_date, %s
        from charge c %s
       where c.tenant_id = ? and c.id {wanted}\
      """
          .formatted(PatientRows.COLUMNS, PatientRows.joinedTo("c"));

  private static final String ORIGINS =
      "select c.id, c.currency, c.source_kind, c.source_id from charge c where c.tenant_id = ? and c.id {wanted}";

  private final JdbcOperations jdbc;
  private final PatientRows patientRows;

  ChargeReader(JdbcOperations jdbc, PatientRows patientRows) {
    this.jdbc = jdbc;
    this.patientRows = patientRows;
  }

  /** A charge that was just opened, with what is on it. */
  ChargeDetail opened(String id, List<ChargeItem> items) {
    var trip = new RoundTrip(jdbc);
    var found = trip.ask(rows(ChargeSelection.of(List.of(id))));
    trip.make();
    var charge = found.rows().getFirst();
    var patient = patientRows.tagged(List.of(charge.patient())).get(charge.patient().id());
    return charge.opened(Objects.requireNonNull(patient), items);
  }

  /** Those of these charges that exist, in the order of the ids. */
  List<ChargeDetailWithItems> read(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var wanted = ChargeSelection.of(ids);
    var trip = new RoundTrip(jdbc);
    var found = trip.ask(rows(wanted));
    var itemRows = trip.ask(ChargeItemReader.of(wanted));
    var entries = trip.ask(PaymentReader.of(wanted));
    trip.make();
    var items = ChargeItemReader.byCharge(itemRows.rows());
    var payments = PaymentReader.byCharge(entries.rows());
    var patients = patientRows.tagged(found.rows().stream().map(ChargeRow::patient).toList());
    return KeyedQuery.inOrder(ids, found.rows(), ChargeRow::id).stream()
        .map(
            charge -> {
              var paid = payments.getOrDefault(charge.id(), List.of());
              return charge.detail(
                  Objects.requireNonNull(patients.get(charge.patient().id())),
                  charge.balance(paid),
                  items.getOrDefault(charge.id(), List.of()),
                  paid.stream().map(payment -> payment.listed(charge.patient().id())).toList());
            })
        .toList();
  }

  /** Where those of these charges come from that exist, by their ids. */
  Map<String, ChargeOrigin> origins(List<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var trip = new RoundTrip(jdbc);
    var found =
        trip.ask(
            ChargeSelection.of(ids)
                .reading(ORIGINS, (row, n) -> Map.entry(row.getString("id"), origin(row))));
    trip.make();
    return found.rows().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static ChargeOrigin origin(ResultSet row) throws SQLException {
    return new ChargeOrigin(
        Currency.getInstance(row.getString("currency")),
        new BillSource(row.getString("source_kind"), row.getString("source_id")));
  }

  /** Reads these charges without what is on them. */
  public RowQuery<ChargeRow> rows(ChargeSelection wanted) {
    return wanted.reading(CHARGES, (row, n) -> charge(row));
  }

  private ChargeRow charge(ResultSet row) throws SQLException {
    return new ChargeRow(
        row.getString("id"),
        patientRows.read(row),
        row.getString("creator_id"),
        row.getString("description"),
        row.getString("external_id"),
        row.getString("location_id"),
        row.getString("event_id"),
        Currency.getInstance(row.getString("currency")),
        TaxMode.valueOf(row.getString("tax_mode")),
        row.getLong("total"),
        Columns.instant(row, "created_date"),
        row.getObject("voided_date") != null);
  }
}
