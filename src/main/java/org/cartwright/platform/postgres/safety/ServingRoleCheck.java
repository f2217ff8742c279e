package org.cartwright.platform.postgres.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the role the service connects as is bound by the policies.
 *
 * <p>It is judged with every role it could become: each one it is a member of, directly or not,
 * whether the rights come by themselves or take a SET ROLE.
 */
final class ServingRoleCheck {

  /** The ids of those roles, as an expression for {@code in}. */
  static final String ROLES =
      "(select oid from pg_roles where pg_has_role(session_user, oid, 'MEMBER') or pg_has_role(current_user, oid, 'MEMBER'))";

  /** Rights are not worth listing of one who has them all. */
  static final String RIGHTS_COUNT =
      "not (select rolsuper from pg_roles where rolname = session_user)";

  /** What no schema of the server itself satisfies, with {@code n} the row of pg_namespace. */
  static final String OUR_SCHEMA = "(n.nspname !~ '^pg_' and n.nspname <> 'information_schema')";

  /** Of the relation {@code c} in the schema {@code n}, the same for every search path. */
  static final String NAME =
      "(case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname)";

  private static final Set<String> KEYS_TO_THE_SERVER =
      Set.of("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files");

  private ServingRoleCheck() {}

  static List<String> problems(JdbcClient database) {
    var roles = roles(database);
    var superusers = roles.stream().filter(it -> it.isSession() && it.isSuperuser()).toList();
    if (!superusers.isEmpty()) {
      // Counts as a member of every role, so the rest would only repeat that.
      return superusers.stream()
          .map(it -> "The serving role %s is a superuser.".formatted(it.name()))
          .toList();
    }
    var problems = new ArrayList<String>();
    roles.forEach(it -> addPowers(it, problems));
    problems.addAll(possessions(database));
    return problems;
  }

  private static void addPowers(Role role, List<String> problems) {
    var who =
        role.isSession()
            ? "The serving role %s".formatted(role.name())
            : "The serving role is a member of %s, which".formatted(role.name());
    if (role.isSuperuser()) {
      problems.add(who + " is a superuser.");
    }
    if (role.bypassesPolicies()) {
      problems.add(who + " bypasses row-level security (BYPASSRLS).");
    }
    if (role.replicates()) {
      problems.add(who + " may copy the whole server (REPLICATION).");
    }
    if (KEYS_TO_THE_SERVER.contains(role.name())) {
      problems.add(who + " reaches the files or programs of the server.");
    }
  }

  private static List<Role> roles(JdbcClient database) {
    return database
        .sql(
            """
            select rolname, rolname in (session_user, current_user), rolsuper, rolbypassrls, rolreplication
              from pg_roles
             where oid in %s
             order by rolname
            """
                .formatted(ROLES))
        .query(
            (row, number) ->
                new Role(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getBoolean(4),
                    row.getBoolean(5)))
        .list();
  }

  /** Who owns a table may drop its policies; who owns the schema or database, the table. */
  private static List<String> possessions(JdbcClient database) {
    return database
        .sql(
            """
            with possession (what, owner) as (
              select 'database ' || datname, datdba from pg_database where datname = current_database()
              union all
              select 'schema ' || nspname, nspowner from pg_namespace n where %1$s
              union all
              select 'table ' || %3$s, relowner
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where relkind in ('r', 'p', 'v', 'm', 'f') and %1$s)
            select what, pg_get_userbyid(owner) from possession where owner in %2$s order by what
            """
                .formatted(OUR_SCHEMA, ROLES, NAME))
        .query(
            (row, number) ->
                "The serving role can act as %s, the owner of %s."
                    .formatted(row.getString(2), row.getString(1)))
        .list();
  }

  private record Role(
      String name,
      boolean isSession,
      boolean isSuperuser,
      boolean bypassesPolicies,
      boolean replicates) {}
}
