package org.cartwright.audit.chain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the seals on. Rows are added without waiting for each other; their order is made here,
 * afterwards, by one at a time.
 */
@Component
public class AuditSealing {

  private static final int BATCH = 1000;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('audit_seal'), hashtext(?))";

  private static final String LAST =
      """
      select number, hashes[cardinality(hashes)] as hash
        from audit_seal_strip
       where tenant_id = ?
       order by number desc
       limit 1""";

  /** From the oldest on that waits, or all of a month would be gone through for a few. */
  private static final String NEXT =
      """
      select %s
        from audit_unsealed u join audit_entry e on e.tenant_id = u.tenant_id and e.moment = u.moment and e.id = u.id
       where u.tenant_id = ? and e.moment >= (select min(f.moment) from audit_unsealed f where f.tenant_id = ?)
       order by u.moment, u.id
       limit %d
      """
          .formatted(SealedRow.COLUMNS, BATCH);

  private static final String SEAL =
      """
      insert into audit_seal_strip (tenant_id, number, minute, entry_ids, moments, previous, hashes, sealed_date)
      values (?, ?, ?, ?, ?::timestamptz[], ?, ?, ?)""";

  private static final String DONE =
      "delete from audit_unsealed where tenant_id = ? and id = any(?)";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  AuditSealing(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Seal(long number, byte[] hash) {}

  /**
   * Seals some of the current tenant's rows that have none.
   *
   * @return whether there may be more of them
   */
  @Transactional
  public boolean sealsSome() {
    var tenant = CurrentTenant.id();
    if (!jdbc.sql(LOCK).param(tenant).query(Boolean.class).single()) {
      return false; // somebody else does
    }
    var rows =
        jdbc.sql(NEXT).param(tenant).param(tenant).query((row, n) -> SealedRow.read(row)).list();
    if (!rows.isEmpty()) {
      seal(tenant, rows);
    }
    return rows.size() == BATCH;
  }

  private void seal(String tenant, List<SealedRow> rows) {
    var last =
        jdbc.sql(LAST)
            .param(tenant)
            .query((row, n) -> new Seal(row.getLong("number"), row.getBytes("hash")))
            .optional()
            .orElse(new Seal(0, SealedRow.NOTHING));
    var now = utc(clock.instant());
    var strips = new ArrayList<Object[]>();
    for (var strip : SealStrip.of(rows)) {
      var hashes = strip.seals(tenant, last.number(), last.hash());
      var number = last.number() + hashes.size();
      strips.add(
          new Object[] {
            tenant,
            number,
            utc(strip.minute()),
            strip.rows().stream().map(SealedRow::id).toArray(String[]::new),
            strip.rows().stream().map(row -> row.moment().toString()).toArray(String[]::new),
            last.hash(),
            hashes.toArray(byte[][]::new),
            now
          });
      last = new Seal(number, hashes.getLast());
    }
    batches.batchUpdate(SEAL, strips);
    jdbc.sql(DONE)
        .param(tenant)
        .param(rows.stream().map(SealedRow::id).toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
