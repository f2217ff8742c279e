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
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's seals and rows, some at a time, in the transaction of whoever asks. */
@Component
class ChainReader {

  private static final String SEALS =
      """
      select s.number, s.entry_id, s.moment as sealed_moment, s.previous, s.hash, %s
        from audit_seal s
             left join audit_entry e on e.tenant_id = s.tenant_id and e.moment = s.moment and e.id = s.entry_id
       where s.tenant_id = ? and s.number >= ?
       order by s.number
       limit ?
      """
          .formatted(SealedRow.COLUMNS);

  private static final String ROWS =
      """
      select e.id, e.moment, s.number is not null as is_sealed, u.id is not null as is_waiting
        from audit_entry e
             left join audit_seal s on s.tenant_id = e.tenant_id and s.entry_id = e.id
             left join audit_unsealed u on u.tenant_id = e.tenant_id and u.id = e.id
       where e.tenant_id = ? and (e.moment, e.id) > (?, ?)
       order by e.moment, e.id
       limit ?
      """;

  private static final String WAITING =
      """
      select u.id, u.moment,
             exists (select from audit_entry e
                      where e.tenant_id = u.tenant_id and e.moment = u.moment and e.id = u.id) as is_there
        from audit_unsealed u
       where u.tenant_id = ? and u.id > ?
       order by u.id
       limit ?
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Period kept;

  ChainReader(
      JdbcClient jdbc, Clock clock, @Value("${cartwright.audit.retention:P6Y}") Period kept) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
  }

  /**
   * A row, and whether the chain knows it.
   *
   * @param isWaiting for its seal
   */
  record Row(String id, Instant moment, boolean isSealed, boolean isWaiting) {

    static final Row BEFORE_ALL = new Row("", Instant.parse("0001-01-01T00:00:00Z"), false, false);
  }

  /** What waits for its seal, and whether there is such a row. */
  record Waiting(String id, Instant moment, boolean isThere) {}

  /** The next seals from a number on, with their rows. */
  List<SealedLink> seals(long from, int most) {
    return jdbc.sql(SEALS)
        .param(CurrentTenant.id())
        .param(from)
        .param(most)
        .query((row, n) -> SealedLink.read(row))
        .list();
  }

  /** The next rows after one, in the order of their moments. */
  List<Row> rows(Instant moment, String id, int most) {
    return jdbc.sql(ROWS)
        .param(CurrentTenant.id())
        .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
        .param(id)
        .param(most)
        .query((row, n) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("id"),
        Columns.instant(row, "moment"),
        row.getBoolean("is_sealed"),
        row.getBoolean("is_waiting"));
  }

  /** What waits next for its seal after an id. */
  List<Waiting> waiting(String id, int most) {
    return jdbc.sql(WAITING)
        .param(CurrentTenant.id())
        .param(id)
        .param(most)
        .query(
            (row, n) ->
                new Waiting(
                    row.getString("id"),
                    Columns.instant(row, "moment"),
                    row.getBoolean("is_there")))
        .list();
  }

  /** Whether the whole month of a moment may be gone by now. */
  boolean isKeptNoLonger(Instant moment) {
    var ended =
        YearMonth.from(moment.atOffset(ZoneOffset.UTC))
            .plusMonths(1)
            .atDay(1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC);
    return !ended.isAfter(clock.instant().atOffset(ZoneOffset.UTC).minus(kept).toInstant());
  }
}
