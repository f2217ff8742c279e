package org.cartwright.platform.postgres.safety;

import static org.cartwright.platform.postgres.safety.RowLevelSecurityCheck.SERVING_ROLE_REACHES;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.NAME;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.OUR_SCHEMA;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.RIGHTS_COUNT;
import static org.cartwright.platform.postgres.safety.ServingRoleCheck.ROLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Windows in the {@link RowLevelSecurityCheck}: what the serving role may use and that reads with
 * the rights of its owner, whom the policies bind in another way or not at all. What comes with an
 * extension, such as its statistics, is the extension's own business.
 */
final class OwnerRightsCheck {

  /**
   * Searches that run as the owner, because the operators they search with would lose their indexes
   * under a policy, each comparing the tenant itself; and two that make and drop the months of the
   * record of accesses, which read no row. Each stands in a migration that was read for it.
   */
  private static final Set<String> READ_THROUGH =
      Set.of(
          "audit_drop_months(timestamp with time zone)",
          "audit_make_months(timestamp with time zone, integer)",
          "cart_search(text)",
          "order_search(text)",
          "draft_cart_search(text)",
          "draft_contact_search(text)",
          "patient_search(text, boolean, integer)",
          "provider_search(text)");

  /** With {@code class} and {@code oid} of what is looked at. */
  private static final String IS_OUR_OWN =
      "not exists (select from pg_depend e where e.classid = '%s'::regclass and e.objid = %s and e.deptype = 'e')";

  private OwnerRightsCheck() {}

  static List<String> problems(JdbcClient database, Set<String> shared) {
    var problems = new ArrayList<String>();
    for (var view : viewsOfTheirOwners(database)) {
      if (!shared.contains(view)) {
        problems.add(
            "The serving role may use view %s, which reads with the rights of its owner (security_invoker is off)."
                .formatted(view));
      }
    }
    for (var function : functionsOfTheirOwners(database)) {
      if (!READ_THROUGH.contains(function)) {
        problems.add(
            "The serving role may call function %s, which runs with the rights of its owner (SECURITY DEFINER)."
                .formatted(function));
      }
    }
    return problems;
  }

  private static List<String> viewsOfTheirOwners(JdbcClient database) {
    return database
        .sql(
            """
            select %s
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'v' and %s and %s and %s
               and not coalesce((select o.option_value::boolean from pg_options_to_table(c.reloptions) o
                                  where o.option_name = 'security_invoker'), false)
             order by 1
            """
                .formatted(
                    NAME,
                    OUR_SCHEMA,
                    SERVING_ROLE_REACHES,
                    IS_OUR_OWN.formatted("pg_class", "c.oid")))
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static List<String> functionsOfTheirOwners(JdbcClient database) {
    return database
        .sql(
            """
            select (case n.nspname when 'public' then '' else n.nspname || '.' end)
                   || c.proname || '(' || oidvectortypes(c.proargtypes) || ')'
              from pg_proc c join pg_namespace n on n.oid = c.pronamespace
             where c.prosecdef and %s and %s
               and exists (select from pg_roles r
                            where r.oid in %s and %s
                              and has_schema_privilege(r.oid, n.oid, 'USAGE')
                              and has_function_privilege(r.oid, c.oid, 'EXECUTE'))
             order by 1
            """
                .formatted(
                    OUR_SCHEMA, IS_OUR_OWN.formatted("pg_proc", "c.oid"), ROLES, RIGHTS_COUNT))
        .query((row, number) -> row.getString(1))
        .list();
  }
}
