package org.cartwright.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record as it lies in the database, which whoever looks at it here does not add to. */
public final class AuditRows {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  private AuditRows() {}

  /** A row. */
  public record Row(
      @Nullable String caller,
      @Nullable String keyId,
      String action,
      String outcome,
      @Nullable Integer status,
      List<String> objects,
      List<String> fields,
      long times,
      @Nullable String requestId,
      @Nullable String addressFamily) {}

  /** All rows of a clinic, in the order in which they were added. */
  public static List<Row> of(String tenant) {
    return OWNER
        .sql(
            """
            select e.*, array(select k || ':' || o from unnest(e.kinds, e.object_ids) as t (k, o)) as objects
              from audit_entry e where e.tenant_id = ? order by e.id
            """)
        .param(tenant)
        .query(
            (row, n) ->
                new Row(
                    row.getString("caller"),
                    row.getString("key_id"),
                    row.getString("action"),
                    row.getString("outcome"),
                    Columns.intOrNull(row, "status"),
                    Columns.strings(row, "objects"),
                    Columns.strings(row, "fields"),
                    row.getLong("times"),
                    row.getString("request_id"),
                    row.getString("address_family")))
        .list();
  }

  /** Has refusals put down that were counted so far, which otherwise takes seconds. */
  public static void putDownRefusals(ApplicationContext service) {
    service.getBean(RefusalTally.class).putDown();
  }

  /** The rows that some work adds. */
  public static List<Row> addedBy(Clinic clinic, Runnable work) {
    int before = of(clinic.id()).size();
    work.run();
    var all = of(clinic.id());
    return all.subList(before, all.size());
  }

  /** What a refused request added: the one row that is put down once it has been answered. */
  public static Row addedByRefused(Clinic clinic, Runnable work) {
    int before = of(clinic.id()).size();
    work.run();
    await().atMost(Duration.ofSeconds(30)).until(() -> of(clinic.id()).size() > before);
    var all = of(clinic.id());
    assertThat(all).hasSize(before + 1);
    return all.getLast();
  }

  /** Everything that is written in the rows of a clinic, as text. */
  public static String everything(String tenant) {
    return OWNER
        .sql(
            "select coalesce(string_agg(e::text, ' '), '') from audit_entry e where e.tenant_id = ?")
        .param(tenant)
        .query(String.class)
        .single();
  }
}
