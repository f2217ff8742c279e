package org.cartwright.testing;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows like some that are there, and clinics like others: through the back door, where the way
 * through the front one proves nothing and takes long.
 */
public final class Copies {

  private static final String STORED =
      """
      select string_agg(cast(:alias as text) || quote_ident(attname), ', ' order by attnum) from pg_attribute
       where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
         and attidentity = ''
      """;

  /** Neither triggers nor foreign keys: what they would do was done, and is copied. */
  private static final String CLINIC =
      """
      do $body$
      declare
          every record;
      begin
          set local session_replication_role = replica;
          for every in
              select c.oid::regclass as name, string_agg(quote_ident(a.attname), ', ') as columns
                from pg_class c
                     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and a.attgenerated = '' and a.attname <> 'tenant_id'
               where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                 and c.relname <> 'api_key' and c.relname not like 'audit%'
                 and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')
               group by c.oid
          loop
              execute format('insert into %1$s (tenant_id, %2$s) overriding system value
                              select %4$L, %2$s from %1$s where tenant_id = %3$L on conflict do nothing',
                             every.name, every.columns, '{one}', '{other}');
          end loop;
      end $body$
      """;

  private Copies() {}

  /**
   * Adds rows to a table of a clinic as the service would have, triggers and all.
   *
   * @param which rows are copied, as a condition
   * @param times each of them, with {@code n} from 1 on
   * @param changes what is another in the copies: expressions of {@code o}, which is copied, and of
   *     {@code n}
   */
  public static void of(
      Clinic clinic, String table, String which, int times, Map<String, String> changes) {
    var changed =
        changes.entrySet().stream()
            .map(change -> "'" + change.getKey() + "', " + change.getValue())
            .collect(Collectors.joining(", "));
    TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql(
                        """
                      insert into %1$s (%2$s)
                      select %3$s from %1$s o, generate_series(1, %4$d) n,
                             lateral jsonb_populate_record(o, jsonb_build_object(%5$s)) c
                       where o.tenant_id = :clinic and %6$s
                      """
                            .formatted(
                                table,
                                columns(client, table, ""),
                                columns(client, table, "c."),
                                times,
                                changed,
                                which))
                    .param("clinic", clinic.id())
                    .update());
  }

  private static String columns(JdbcClient client, String table, String alias) {
    return client
        .sql(STORED)
        .param("alias", alias)
        .param("table", table)
        .query(String.class)
        .single();
  }

  /** Gives a new clinic everything that another one has, but for its keys and what was noted. */
  static void ofClinic(String one, String other) {
    TestDatabase.shared()
        .executeAsSuperuser(CLINIC.replace("{one}", one).replace("{other}", other));
  }
}
