package org.cartwright.charges.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.api.ChargeTimeline;
import org.cartwright.charges.bill.Balance;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.staff.ProviderRows;
import org.cartwright.staff.api.UserTiny;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Reads what happened to a charge from typed rows, in one round trip. */
@Component
class ChargeTimelineReader {

  private static final String CHARGE =
      """
      select c.id, c.total, c.description, c.location_id, c.created_date,
             c.voided_date, c.void_reason, %s
        from charge c %s
       where c.tenant_id = ? and c.id {wanted}\
      """
          .formatted(ProviderRows.USER_COLUMNS, ProviderRows.joinedTo("c"));

  private static final String WORDS =
      """
      select r.id, r.description, %s
        from refund r %s
       where r.tenant_id = ? and r.charge_id {wanted}\
      """
          .formatted(ProviderRows.USER_COLUMNS, ProviderRows.joinedTo("r", "provider_id"));

  private final JdbcOperations jdbc;

  ChargeTimelineReader(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the charge with what is on it: what only the timeline tells of it. */
  private record Beginning(
      String id,
      long total,
      @Nullable String description,
      @Nullable String locationId,
      Instant createdDate,
      @Nullable Voided voided,
      @Nullable UserTiny creator) {}

  /** That a charge was taken back. */
  private record Voided(Instant moment, String reason) {}

  /** What only the timeline tells of a refund: in which words it was made, and by whom. */
  private record Words(String refundId, @Nullable String description, @Nullable UserTiny creator) {}

  /** Something at its place. */
  private record Told(int sequence, ChargeTimeline event) {}

  /**
   * What happened to a charge, in order of time; nothing if there is no such charge.
   *
   * @param which of its payments, with their refunds
   */
  List<ChargeTimeline> read(ChargeSelection wanted, Predicate<PaymentRow> which) {
    var trip = new RoundTrip(jdbc);
    var found = trip.ask(wanted.reading(CHARGE, (row, n) -> beginning(row)));
    var items = trip.ask(ChargeItemReader.of(wanted));
    var entries = trip.ask(PaymentReader.of(wanted));
    var words = trip.ask(wanted.reading(WORDS, (row, n) -> words(row)));
    trip.make();
    if (found.rows().isEmpty()) {
      return List.of();
    }
    var charge = found.rows().getFirst();
    var payments = PaymentReader.byCharge(entries.rows()).getOrDefault(charge.id(), List.of());
    var told = new ArrayList<Told>();
    told.add(
        new Told(
            0,
            opened(
                charge,
                items.rows(),
                Balance.of(
                        charge.total(),
                        charge.voided() != null,
                        payments.stream().flatMap(PaymentRow::entries))
                    .status())));
    var wordsOf =
        words.rows().stream().collect(Collectors.toMap(Words::refundId, Function.identity()));
    payments.stream().filter(which).forEach(payment -> tell(payment, wordsOf, told));
    var voided = charge.voided();
    if (voided != null) {
      told.add(
          new Told(
              Integer.MAX_VALUE,
              ChargeTimeline.voided(
                  charge.id(), charge.total(), voided.moment(), voided.reason())));
    }
    return told.stream().sorted(Comparator.comparingInt(Told::sequence)).map(Told::event).toList();
  }

  private static void tell(PaymentRow payment, Map<String, Words> words, List<Told> told) {
    told.add(
        new Told(
            payment.sequence(),
            ChargeTimeline.paid(
                payment.id(), payment.amount(), payment.createdDate(), payment.medium())));
    for (var refund : payment.refunds()) {
      var its = Objects.requireNonNull(words.get(refund.summary().id()));
      told.add(
          new Told(
              refund.sequence(),
              ChargeTimeline.givenBack(
                  refund.summary(), payment.medium(), its.description(), its.creator())));
    }
  }

  private static ChargeTimeline opened(
      Beginning charge, List<ChargeItemRow> items, ChargeStatus status) {
    return ChargeTimeline.opened(
        charge.id(),
        charge.total(),
        charge.createdDate(),
        status,
        charge.description(),
        items.stream().map(item -> item.detail(charge.locationId(), charge.createdDate())).toList(),
        charge.creator());
  }

  private static Beginning beginning(ResultSet row) throws SQLException {
    return new Beginning(
        row.getString("id"),
        row.getLong("total"),
        row.getString("description"),
        row.getString("location_id"),
        Columns.instant(row, "created_date"),
        row.getObject("voided_date") == null
            ? null
            : new Voided(Columns.instant(row, "voided_date"), row.getString("void_reason")),
        ProviderRows.user(row));
  }

  private static Words words(ResultSet row) throws SQLException {
    return new Words(row.getString("id"), row.getString("description"), ProviderRows.user(row));
  }
}
