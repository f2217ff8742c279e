package org.cartwright.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at every seal and every row of a clinic, whether they fit together, batch by batch, each in
 * a short transaction: rows may be added meanwhile.
 */
@Component
public class AuditChain {

  private static final int BATCH = 1000;

  private static final String SEALS =
      """
      select s.number, s.entry_id, s.moment as sealed_moment, s.previous, s.hash, %s
        from audit_seal s
             left join audit_entry e on e.tenant_id = s.tenant_id and e.moment = s.moment and e.id = s.entry_id
       where s.tenant_id = ? and s.number > ?
       order by s.number
       limit %d
      """
          .formatted(SealedRow.COLUMNS, BATCH);

  private static final String ROWS =
      """
      select e.id, e.moment, s.number is not null as is_sealed, u.id is not null as is_waiting
        from audit_entry e
             left join audit_seal s on s.tenant_id = e.tenant_id and s.entry_id = e.id
             left join audit_unsealed u on u.tenant_id = e.tenant_id and u.id = e.id
       where e.tenant_id = ? and (e.moment, e.id) > (?, ?)
       order by e.moment, e.id
       limit %d
      """
          .formatted(BATCH);

  private static final String LOST =
      """
      select u.id, u.moment from audit_unsealed u
       where u.tenant_id = ?
         and not exists (select from audit_entry e
                          where e.tenant_id = u.tenant_id and e.moment = u.moment and e.id = u.id)
       order by u.id
      """;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final Clock clock;
  private final Period kept;

  AuditChain(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${cartwright.audit.retention:P6Y}") Period kept) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * A seal, and the row it is of.
   *
   * @param row nothing if it is gone
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Link(
      long number,
      String entryId,
      Instant moment,
      byte[] previous,
      byte[] hash,
      @Nullable SealedRow row) {

    private static Link read(ResultSet row) throws SQLException {
      return new Link(
          row.getLong("number"),
          row.getString("entry_id"),
          Columns.instant(row, "sealed_moment"),
          row.getBytes("previous"),
          row.getBytes("hash"),
          row.getString("id") == null ? null : SealedRow.read(row));
    }
  }

  private record Row(String id, Instant moment, boolean isSealed, boolean isWaiting) {}

  /** Looks at all of the current tenant's. */
  public ChainReport verify() {
    var tenant = CurrentTenant.id();
    var findings = new ChainFindings(tenant, this::isKeptNoLonger);
    List<Link> links;
    do {
      links =
          read(
              () ->
                  jdbc.sql(SEALS)
                      .param(tenant)
                      .param(findings.lastNumber())
                      .query((row, n) -> Link.read(row))
                      .list());
      links.forEach(findings::see);
    } while (links.size() == BATCH);
    walkRows(tenant, findings);
    read(() ->
            jdbc.sql(LOST)
                .param(tenant)
                .query(
                    (row, n) ->
                        new Row(row.getString("id"), Columns.instant(row, "moment"), false, true))
                .list())
        .forEach(row -> findings.seeMissing(row.id(), row.moment()));
    return findings.report();
  }

  private void walkRows(String tenant, ChainFindings findings) {
    var last = new Row("", FIRST, false, false);
    List<Row> rows;
    do {
      var after = last;
      rows =
          read(
              () ->
                  jdbc.sql(ROWS)
                      .param(tenant)
                      .param(OffsetDateTime.ofInstant(after.moment(), ZoneOffset.UTC))
                      .param(after.id())
                      .query(
                          (row, n) ->
                              new Row(
                                  row.getString("id"),
                                  Columns.instant(row, "moment"),
                                  row.getBoolean("is_sealed"),
                                  row.getBoolean("is_waiting")))
                      .list());
      for (var row : rows) {
        findings.seeRow(row.id(), row.moment(), row.isSealed(), row.isWaiting());
        last = row;
      }
    } while (rows.size() == BATCH);
  }

  /** Whether the whole month of a moment may be gone by now. */
  private boolean isKeptNoLonger(Instant moment) {
    var ended =
        YearMonth.from(moment.atOffset(ZoneOffset.UTC))
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    return !ended.isAfter(clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant());
  }

  private <T> List<T> read(Supplier<List<T>> rows) {
    return reading.execute(status -> rows.get());
  }
}
