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
      select s.number, s.entry_id, s.sealed_moment, s.previous, s.hash, %s
        from (select s.tenant_id, s.number - cardinality(s.entry_ids) + l.place as number, l.entry_id,
                     l.moment as sealed_moment, coalesce(s.hashes[l.place::int - 1], s.previous) as previous, l.hash
                from audit_seal_strip s
                     cross join lateral unnest(s.entry_ids, s.moments, s.hashes)
                          with ordinality l (entry_id, moment, hash, place)
               where s.tenant_id = ? and s.number >= ? and s.number - cardinality(s.entry_ids) + l.place >= ?
               order by s.number, l.place
               limit ?) s
             left join audit_entry e on e.tenant_id = s.tenant_id and e.moment = s.sealed_moment and e.id = s.entry_id
       order by s.number
      """
          .formatted(SealedRow.COLUMNS);

  private static final String ROWS =
      """
      with page as (
        select e.tenant_id, e.moment, e.id
          from audit_entry e
         where e.tenant_id = ? and (e.moment, e.id) > (?, ?)
         order by e.moment, e.id
         limit ?)
      select p.id, p.moment, u.id is not null as is_waiting,
             p.id in (select unnest(s.entry_ids)
                        from audit_seal_strip s
                       where s.tenant_id = ? and s.minute between (select date_trunc('minute', min(moment)) from page)
                                                              and (select max(moment) from page)) as is_sealed
        from page p
             left join audit_unsealed u on u.tenant_id = p.tenant_id and u.id = p.id
       order by p.moment, p.id
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
        .param(CurrentTenant.id())
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
