package org.cartwright.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into all tables of a clinic: for words, and for what is stored beside words. */
final class StoredWords {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Tables whose rows come and go by themselves, or go with a person. */
  private static final Set<String> COME_AND_GO =
      Set.of(
          "audit_entry",
          "audit_seal_strip",
          "audit_unsealed",
          "caught_message",
          "cart_order",
          "cart_tally",
          "customer_address",
          "draft_cart_order",
          "draft_cart_tally",
          "idempotency",
          "order_tally",
          "patient_erasure",
          "patient_tag_assignment",
          "webhook_delivery",
          "webhook_event",
          "webhook_feed",
          "webhook_sequence");

  /** What tells that somebody was erased. */
  private static final Set<String> TELLS =
      Set.of("erased_date", "redacted_date", "is_archived", "ended_date");

  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.data_type
        from information_schema.columns c
        join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
       where c.table_schema = 'public' and t.relkind in ('r', 'p') and not t.relispartition
         and exists (select from information_schema.columns k
                      where k.table_name = c.table_name and k.column_name = 'tenant_id')
      """;

  private final TestDatabase database;
  private final String clinic;
  private final List<PersonalDataHolder> holders;

  StoredWords(TestDatabase database, String clinic, List<PersonalDataHolder> holders) {
    this.database = database;
    this.clinic = clinic;
    this.holders = holders;
  }

  private record Column(String table, String name, String type) {

    String text() {
      return type.equals("bytea") ? "encode(%s, 'escape')".formatted(name) : name + "::text";
    }
  }

  /** All columns of the tables of clinics, by table. */
  private static Map<String, List<Column>> tables(JdbcClient jdbc) {
    return jdbc
        .sql(COLUMNS)
        .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .stream()
        .collect(groupingBy(Column::table, TreeMap::new, toList()));
  }

  /** The columns in any row of which one of these words stands, in any case. */
  Set<String> columnsWith(Collection<String> words) {
    return database.askAsSuperuser(
        jdbc -> {
          var found = new TreeSet<String>();
          var any = words.stream().map(StoredWords::quoted).collect(joining("|"));
          tables(jdbc)
              .forEach(
                  (table, columns) ->
                      jdbc.sql(
                              "select %s from %s, (select ? as any_of) words where tenant_id = ?"
                                  .formatted(
                                      columns.stream()
                                          .map(it -> "bool_or(%s ~* any_of)".formatted(it.text()))
                                          .collect(joining(", ")),
                                      table))
                          .param(any)
                          .param(clinic)
                          .query(
                              row -> {
                                for (int i = 0; i < columns.size(); i++) {
                                  if (row.getBoolean(i + 1)) {
                                    found.add(table + "." + columns.get(i).name());
                                  }
                                }
                              }));
          return found;
        });
  }

  private static String quoted(String word) {
    return word.replaceAll("[^A-Za-z0-9@ -]", "[$0]");
  }

  /** All rows by table, without the columns that may say who somebody is. */
  Map<String, List<String>> withoutWords() {
    return database.askAsSuperuser(
        jdbc -> {
          var rows = new TreeMap<String, List<String>>();
          for (var table : tables(jdbc).keySet()) {
            if (!COME_AND_GO.contains(table)) {
              rows.put(
                  table,
                  jdbc.sql(
                          "select (to_jsonb(t) - ?::text[])::text from %s t where tenant_id = ? order by 1"
                              .formatted(table))
                      .param(words(table).toArray(String[]::new))
                      .param(clinic)
                      .query(String.class)
                      .list());
            }
          }
          rows.values().removeIf(List::isEmpty);
          return rows;
        });
  }

  private Set<String> words(String table) {
    var words = new HashSet<>(TELLS);
    holders.stream()
        .flatMap(holder -> holder.tables().stream())
        .filter(known -> known.table().equals(table))
        .flatMap(known -> known.columns().stream())
        .filter(column -> column.erased() != null || !column.isTold())
        .map(PersonalTable.Column::name)
        .forEach(words::add);
    if (table.equals("quick_note")) {
      words.add("archived_date");
    }
    return words;
  }

  /** Until nothing waits to leave the house. */
  void awaitMessages() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (database.<Long>askAsSuperuser(
            jdbc ->
                jdbc.sql("select count(*) from message where tenant_id = ? and status = 'WAITING'")
                    .param(clinic)
                    .query(Long.class)
                    .single())
        > 0) {
      assertThat(System.nanoTime()).as("messages are still waiting").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
