package org.cartwright.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every tenant's table, read from the catalog: also for those of tomorrow. */
@CartwrightTest
class TenantSchemaTests {

  /** Tables of tenants, by the one thing they share. */
  private static final String TENANTS_TABLES =
      """
      (select c.oid, c.relname as name, a.attnum as tenant
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace)\
      """;

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  @Test
  void everyTableBelongsToATenantOrIsKnownNotTo() {
    assertThat(
            strings(
                """
                select relname from pg_class c
                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                   and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                 order by 1
                """))
        .containsExactly(
            "flyway_schema_history", "recurring_job", "scheduled_task", "service_secret", "tenant");
    assertThat(strings("select name from " + TENANTS_TABLES + " t"))
        .contains("api_key", "patient", "provider", "item", "package", "tax", "cart", "cart_line");
  }

  @Test
  void theTenantIsNeverAbsent() {
    assertThat(
            strings(
                """
                select t.name from %s t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.tenant
                 where not a.attnotnull or a.atttypid <> 'text'::regtype
                """
                    .formatted(TENANTS_TABLES)))
        .isEmpty();
  }

  @Test
  void everyTableHasAPrimaryKey() {
    assertThat(
            strings(
                """
                select t.name from %s t
                 where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
                """
                    .formatted(TENANTS_TABLES)))
        .isEmpty();
  }

  @Test
  void keysUniqueConstraintsAndIndexesOfAnyKindBeginWithTheTenant() {
    var indexes =
        """
        select t.name || '.' || x.relname || ' (' || m.amname || ')'
          from %s t
          join pg_index i on i.indrelid = t.oid
          join pg_class x on x.oid = i.indexrelid
          join pg_am m on m.oid = x.relam
         where i.indkey[0] %s t.tenant
         order by 1
        """;

    assertThat(strings(indexes.formatted(TENANTS_TABLES, "<>"))).isEmpty();
    assertThat(strings(indexes.formatted(TENANTS_TABLES, "=")))
        .contains("cart.cart_pkey (btree)")
        .anyMatch(name -> name.endsWith("(gin)"));
  }

  @Test
  void foreignKeysStayWithinTheTenant() {
    var keys =
        """
        select t.name || '.' || k.conname
          from %s t
          join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
          join pg_class other on other.oid = k.confrelid
          join pg_attribute referred on referred.attrelid = k.confrelid and referred.attnum = k.confkey[1]
         where (k.conkey[1] = t.tenant
                and referred.attname = case other.relname when 'tenant' then 'id' else 'tenant_id' end) = %s
         order by 1
        """;

    assertThat(strings(keys.formatted(TENANTS_TABLES, false))).isEmpty();
    assertThat(strings(keys.formatted(TENANTS_TABLES, true)))
        .contains("cart.cart_tenant_id_patient_id_fkey", "api_key.api_key_tenant_id_fkey");
  }

  @Test
  void everyForeignKeyIsTrueOfAllRows() {
    assertThat(
            strings(
                """
                select t.name || '.' || k.conname from %s t
                  join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
                 where not k.convalidated or not k.conenforced
                """
                    .formatted(TENANTS_TABLES)))
        .isEmpty();
  }

  /** But for such as only take away from what that one grants. */
  @Test
  void everyTableHasTheOnePolicyAndNoOther() {
    assertThat(
            strings(
                """
                select t.name from %s t join pg_class c on c.oid = t.oid
                 where not c.relrowsecurity or not c.relforcerowsecurity
                    or not exists (select from pg_policy p
                        where p.polrelid = t.oid and p.polname = 'tenant_isolation' and p.polcmd = '*' and p.polpermissive
                          and p.polroles = '{0}'
                          and pg_get_expr(p.polqual, t.oid) = '(tenant_id = current_setting(''cartwright.tenant''::text, true))'
                          and pg_get_expr(p.polwithcheck, t.oid) = pg_get_expr(p.polqual, t.oid))
                """
                    .formatted(TENANTS_TABLES)))
        .isEmpty();
    assertThat(
            strings(
                """
                select t.name || '.' || p.polname from %s t join pg_policy p on p.polrelid = t.oid
                 where p.polname <> 'tenant_isolation' and p.polpermissive
                   and not (p.polname = 'owner_reads' and p.polcmd = 'r' and p.polroles = array['%s'::regrole::oid])
                """
                    .formatted(TENANTS_TABLES, TestDatabase.OWNER)))
        .isEmpty();
  }

  /** The owner may read everything for the sake of searching; a view must not lend that out. */
  @Test
  void everyViewLooksWithTheEyesOfWhoAsks() {
    var views =
        """
        select relname from pg_class
         where relkind = 'v' and relnamespace = 'public'::regnamespace
           -- those of an extension, which tests measure with, are not ours
           and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
           and coalesce(reloptions @> array['security_invoker=true'], false) = %s
        """;

    assertThat(strings(views.formatted(false))).isEmpty();
    assertThat(strings(views.formatted(true)))
        .contains("patient_credit_balance", "patient_credit_usable");
    assertThat(
            strings(
                "select relname from pg_class where relkind in ('m', 'f') and relnamespace ="
                    + " 'public'::regnamespace"))
        .isEmpty();
  }

  @Test
  void aFunctionThatLooksWithTheOwnersEyesAsksForTheTenantItselfAndIsForTheServiceAlone() {
    var definers =
        """
        select p.proname from pg_proc p
         where p.prosecdef and p.pronamespace = 'public'::regnamespace
           -- make and drop whole months of the record, and look at no row
           and p.proname not in ('audit_make_months', 'audit_drop_months')
           and (pg_get_functiondef(p.oid) like '%%current_setting(''cartwright.tenant''%%'
                and (coalesce(p.proconfig @> array['search_path=public, pg_temp'], false)
                     or coalesce(p.proconfig @> array['search_path=public'], false) and p.prosqlbody is not null)
                and not has_function_privilege('public', p.oid, 'EXECUTE')
                and has_function_privilege('%s', p.oid, 'EXECUTE')) = %s
        """;

    assertThat(strings(definers.formatted(TestDatabase.APP, false))).isEmpty();
    assertThat(strings(definers.formatted(TestDatabase.APP, true)))
        .contains("cart_search", "patient_search");
  }

  @Test
  void theServingRoleOwnsNothingAndMayNotTruncate() {
    assertThat(
            strings(
                "select relname from pg_class where relowner = '%s'::regrole"
                    .formatted(TestDatabase.APP)))
        .isEmpty();
    assertThat(
            strings(
                "select name from %s t where has_table_privilege('%s', t.oid, 'TRUNCATE')"
                    .formatted(TENANTS_TABLES, TestDatabase.APP)))
        .isEmpty();
  }

  private static List<String> strings(String sql) {
    return OWNER.sql(sql).query((row, number) -> row.getString(1)).list();
  }
}
