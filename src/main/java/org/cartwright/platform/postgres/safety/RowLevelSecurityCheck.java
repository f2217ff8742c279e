package org.cartwright.platform.postgres.safety;

import static org.cartwright.platform.postgres.safety.ServingRoleCheck.NAME;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.OUR_SCHEMA;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.RIGHTS_COUNT;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.ROLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether row-level security stands between the serving role and every row of another tenant. */
final class RowLevelSecurityCheck {

  /** With {@code c} the row of pg_class. */
  private static final String HAS_TENANT =
      "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)";

  /** With {@code p} the row of pg_policy; 0 stands for PUBLIC. */
  private static final String BINDS_SERVING_ROLE =
      "(0 = any (p.polroles) or exists (select from unnest(p.polroles) r where r in "
          + ROLES
          + "))";

  /** With {@code c} as above and {@code n} the row of its pg_namespace. */
  static final String SERVING_ROLE_REACHES =
      """
      exists (select from pg_roles r
               where r.oid in %s and %s
                 and has_schema_privilege(r.oid, n.oid, 'USAGE')
                 and (has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')
                      or has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE')))"""
          .formatted(ROLES, RIGHTS_COUNT);

  private RowLevelSecurityCheck() {}

  static List<String> problems(JdbcClient database, Set<String> shared) {
    var problems = new ArrayList<String>();
    tenantTables(database).forEach(it -> addGaps(it, problems));
    permissivePolicies(database).forEach(it -> addGaps(it, problems));
    for (var table : undivided(database)) {
      if (!shared.contains(table)) {
        problems.add(
            "The serving role has rights on table %s, which has no tenant_id and policy and is not known to be shared."
                .formatted(table));
      }
    }
    return problems;
  }

  private static void addGaps(TenantTable table, List<String> problems) {
    if (!table.isEnabled()) {
      problems.add("Row-level security is not enabled on table %s.".formatted(table.name()));
    }
    if (!table.isForced()) {
      problems.add(
          "Row-level security is not forced upon the owner of table %s.".formatted(table.name()));
    }
    if (!table.hasPolicy()) {
      problems.add("Table %s has no policy for the serving role.".formatted(table.name()));
    }
    if (table.canBeTruncated()) {
      problems.add(
          "The serving role may TRUNCATE table %s, which no policy restricts."
              .formatted(table.name()));
    }
  }

  private static void addGaps(Policy policy, List<String> problems) {
    if (policy.reads() && !PolicyExpression.isDemandedBy(policy.reading())) {
      problems.add(policy.doesNotCompare("read"));
    }
    if (policy.writes() && !PolicyExpression.isDemandedBy(policy.writing())) {
      problems.add(policy.doesNotCompare("written"));
    }
  }

  private static List<TenantTable> tenantTables(JdbcClient database) {
    return database
        .sql(
            """
            select %6$s,
                   c.relrowsecurity,
                   c.relforcerowsecurity,
                   exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and %1$s),
                   exists (select from pg_roles r where r.oid in %2$s and %5$s and has_table_privilege(r.oid, c.oid, 'TRUNCATE'))
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and %3$s and %4$s
             order by 1
            """
                .formatted(BINDS_SERVING_ROLE, ROLES, OUR_SCHEMA, HAS_TENANT, RIGHTS_COUNT, NAME))
        .query(
            (row, number) ->
                new TenantTable(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5)))
        .list();
  }

  /** Permissive policies add up, so each one must compare; a restrictive one only takes away. */
  private static List<Policy> permissivePolicies(JdbcClient database) {
    return database
        .sql(
            """
            select p.polname, %s, p.polcmd <> 'a', p.polcmd in ('*', 'a', 'w'),
                   coalesce(pg_get_expr(p.polqual, p.polrelid), ''),
                   coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid), '')
              from pg_policy p
              join pg_class c on c.oid = p.polrelid
              join pg_namespace n on n.oid = c.relnamespace
             where p.polpermissive and %s and %s and %s
             order by 2, 1
            """
                .formatted(NAME, BINDS_SERVING_ROLE, OUR_SCHEMA, HAS_TENANT))
        .query(
            (row, number) ->
                new Policy(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6)))
        .list();
  }

  /** Tables without a tenant, and materialized views and foreign tables, which have no policies. */
  private static List<String> undivided(JdbcClient database) {
    return database
        .sql(
            """
            select %s
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where (c.relkind in ('m', 'f') or c.relkind in ('r', 'p') and not %s) and %s and %s
             order by 1
            """
                .formatted(NAME, HAS_TENANT, OUR_SCHEMA, SERVING_ROLE_REACHES))
        .query((row, number) -> row.getString(1))
        .list();
  }

  private record TenantTable(
      String name,
      boolean isEnabled,
      boolean isForced,
      boolean hasPolicy,
      boolean canBeTruncated) {}

  private record Policy(
      String name, String table, boolean reads, boolean writes, String reading, String writing) {

    String doesNotCompare(String done) {
      return "Policy %s on table %s lets rows be %s without comparing tenant_id with current_setting('cartwright.tenant')."
          .formatted(name, table, done);
    }
  }
}
