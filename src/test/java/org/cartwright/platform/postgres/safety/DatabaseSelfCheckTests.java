package org.cartwright.platform.postgres.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.cartwright.platform.postgres.embedded.EmbeddedDatabase;
import org.cartwright.platform.postgres.embedded.InMemory;
import org.cartwright.platform.postgres.embedded.PostgresServer;
import org.cartwright.platform.postgres.embedded.TestServer;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseSelfCheckTests {

  private static final String COMPARISON = "tenant_id = current_setting('cartwright.tenant', true)";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestDatabase database = Made.DATABASE;

  /** One for all tests, each of which finds it as it was made. */
  private static final class Made {
    static final TestDatabase DATABASE = TestDatabase.createDatabase();
  }

  @BeforeEach
  void aTableAsTheMigrationsMakeIt() {
    database.executeAsOwner(
        "create table cart (tenant_id text not null, id text not null, primary key (tenant_id, id))",
        "alter table cart enable row level security",
        "alter table cart force row level security",
        "create policy tenant_isolation on cart using (%1$s) with check (%1$s)"
            .formatted(COMPARISON),
        "grant select, insert, update, delete on cart to cartwright_app");
  }

  @AfterEach
  void nothingIsLeft() {
    database.executeAsSuperuser(
        """
        drop schema if exists annex cascade;
        drop schema public cascade;
        create schema public authorization cartwright_owner;
        grant usage on schema public to cartwright_app;
        alter database %s reset all
        """
            .formatted(database.name()));
  }

  @Test
  void passesOnAGoodDatabase() {
    assertThatCode(() -> new DatabaseSelfCheck(database.app()).verify()).doesNotThrowAnyException();
  }

  @Test
  void passesOnTheHistoryOfMigrationsNobodyMayRead() {
    database.executeAsOwner("create table flyway_schema_history (installed_rank int primary key)");

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void refusesASuperuser() {
    var boss = role("superuser");

    assertThat(problemsOf(boss.login))
        .containsExactly("The serving role %s is a superuser.".formatted(boss.name));
  }

  @Test
  void refusesARoleThatBypassesRowLevelSecurity() {
    var role = role("bypassrls");

    assertThat(problemsOf(role.login))
        .containsExactly(
            "The serving role %s bypasses row-level security (BYPASSRLS).".formatted(role.name));
  }

  @Test
  void refusesARoleThatMayReplicate() {
    var role = role("replication");

    assertThat(problemsOf(role.login))
        .containsExactly(
            "The serving role %s may copy the whole server (REPLICATION).".formatted(role.name));
  }

  @Test
  void refusesAMemberOfARoleThatBypassesEvenIfItHasToSetIt() {
    var powerful = role("bypassrls");
    var role = role("noinherit");
    database.executeAsSuperuser(
        "grant %s to %s with inherit false, set true".formatted(powerful.name, role.name));

    assertThat(problemsOf(role.login))
        .containsExactly(
            "The serving role is a member of %s, which bypasses row-level security (BYPASSRLS)."
                .formatted(powerful.name));
  }

  @Test
  void refusesAMemberOfASuperuserRole() {
    var powerful = role("superuser");
    var role = role("");
    database.executeAsSuperuser("grant %s to %s".formatted(powerful.name, role.name));

    assertThat(problemsOf(role.login))
        .contains(
            "The serving role is a member of %s, which is a superuser.".formatted(powerful.name));
  }

  @Test
  void refusesARoleThatReachesTheProgramsOfTheServer() {
    var role = role("");
    database.executeAsSuperuser("grant pg_execute_server_program to " + role.name);

    assertThat(problemsOf(role.login))
        .containsExactly(
            "The serving role is a member of pg_execute_server_program, which reaches the files or programs of the server.");
  }

  @Test
  void refusesTheOwnerOfTheTables() {
    assertThat(problemsOf(database.owner()))
        .contains(
            "The serving role can act as cartwright_owner, the owner of table cart.",
            "The serving role can act as cartwright_owner, the owner of schema public.",
            "The serving role can act as cartwright_owner, the owner of database %s."
                .formatted(database.name()));
  }

  @Test
  void refusesTheOwnerOfATable() {
    var role = role("");
    database.executeAsSuperuser("alter table cart owner to " + role.name);

    assertThat(problemsOf(role.login))
        .contains("The serving role can act as %s, the owner of table cart.".formatted(role.name));
  }

  @Test
  void refusesTheOwnerOfASchema() {
    var role = role("");
    database.executeAsSuperuser("create schema annex authorization " + role.name);

    assertThat(problemsOf(role.login))
        .containsExactly(
            "The serving role can act as %s, the owner of schema annex.".formatted(role.name));
  }

  @Test
  void refusesAMemberOfTheOwner() {
    var role = role("");
    database.executeAsSuperuser("grant cartwright_owner to " + role.name);

    assertThat(problemsOf(role.login))
        .contains("The serving role can act as cartwright_owner, the owner of table cart.");
  }

  @Test
  void refusesATableWithoutRowLevelSecurity() {
    database.executeAsOwner("alter table cart disable row level security");

    assertThat(problemsOf(database.app()))
        .containsExactly("Row-level security is not enabled on table cart.");
  }

  @Test
  void refusesATableThatDoesNotForceRowLevelSecurity() {
    database.executeAsOwner("alter table cart no force row level security");

    assertThat(problemsOf(database.app()))
        .containsExactly("Row-level security is not forced upon the owner of table cart.");
  }

  @Test
  void refusesATableWithoutPolicy() {
    database.executeAsOwner("drop policy tenant_isolation on cart");

    assertThat(problemsOf(database.app()))
        .containsExactly("Table cart has no policy for the serving role.");
  }

  @Test
  void refusesATableWhosePolicyIsForAnotherRole() {
    database.executeAsOwner("alter policy tenant_isolation on cart to cartwright_owner");

    assertThat(problemsOf(database.app()))
        .containsExactly("Table cart has no policy for the serving role.");
  }

  @Test
  void refusesAPolicyThatIsAlwaysTrue() {
    database.executeAsOwner("alter policy tenant_isolation on cart using (true) with check (true)");

    assertThat(problemsOf(database.app()))
        .containsExactly(
            policyLets("tenant_isolation", "read"), policyLets("tenant_isolation", "written"));
  }

  @Test
  void refusesAPolicyThatChecksReadsOnly() {
    database.executeAsOwner("alter policy tenant_isolation on cart with check (true)");

    assertThat(problemsOf(database.app()))
        .containsExactly(policyLets("tenant_isolation", "written"));
  }

  @Test
  void refusesASecondPolicyThatOpensTheFirst() {
    database.executeAsOwner("create policy open_door on cart for select using (id like 'public%')");

    assertThat(problemsOf(database.app())).containsExactly(policyLets("open_door", "read"));
  }

  @Test
  void acceptsASecondPolicyThatOnlyNarrowsTheFirst() {
    database.executeAsOwner("create policy narrower on cart as restrictive using (id <> 'x')");

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void acceptsAPolicyWithoutCheckBecauseItsConditionThenChecksWritesToo() {
    database.executeAsOwner(
        "drop policy tenant_isolation on cart",
        "create policy tenant_isolation on cart using (%s)".formatted(COMPARISON));

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void acceptsAPolicyForEachCommand() {
    database.executeAsOwner(
        "drop policy tenant_isolation on cart",
        "create policy reading on cart for select using (%s)".formatted(COMPARISON),
        "create policy adding on cart for insert with check (%s)".formatted(COMPARISON),
        "create policy changing on cart for update using (%s)".formatted(COMPARISON),
        "create policy deleting on cart for delete using (%s)".formatted(COMPARISON));

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void refusesTheRightToTruncate() {
    database.executeAsOwner("grant truncate on cart to cartwright_app");

    assertThat(problemsOf(database.app()))
        .containsExactly("The serving role may TRUNCATE table cart, which no policy restricts.");
  }

  @Test
  void refusesAReadableTableWithoutTenantUnlessItIsKnownToBeShared() {
    database.executeAsOwner(
        "create table country (code text primary key)",
        "grant select on country to cartwright_app");

    assertThat(problemsOf(database.app()))
        .containsExactly(
            "The serving role has rights on table country, which has no tenant_id and policy and is not known to be shared.");
    assertThatCode(() -> new DatabaseSelfCheck(database.app(), Set.of("country")).verify())
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAMaterializedViewOfTenantsRows() {
    database.executeAsOwner(
        "create materialized view carts as select * from cart",
        "grant select on carts to cartwright_app");

    assertThat(problemsOf(database.app())).singleElement().asString().contains("table carts");
  }

  @Test
  void refusesAViewThatReadsAsASuperuser() {
    database.executeAsSuperuser(
        "create view carts as select * from cart", "grant select on carts to cartwright_app");

    assertThat(problemsOf(database.app())).singleElement().asString().contains("view carts");
  }

  @Test
  void refusesAViewOfTheOwnerThatReadsWithTheOwnersRights() {
    database.executeAsOwner(
        "create policy owner_reads on cart for select to cartwright_owner using (true)",
        "create view carts as select * from cart",
        "grant select (id) on carts to cartwright_app");

    assertThat(problemsOf(database.app()))
        .containsExactly(
            "The serving role may use view carts, which reads with the rights of its owner (security_invoker is off).");
  }

  @Test
  void refusesAViewOfAnyOwnerInAnySchemaWhoseRightsWereSwitchedOff() {
    var somebody = role("");
    database.executeAsSuperuser(
        "create schema annex",
        "create view annex.carts with (security_invoker = no) as select * from cart",
        "alter view annex.carts owner to " + somebody.name,
        "grant usage on schema annex to cartwright_app",
        "grant select on annex.carts to public");

    assertThat(problemsOf(database.app()))
        .containsExactly(
            "The serving role may use view annex.carts, which reads with the rights of its owner (security_invoker is off).");
  }

  @Test
  void acceptsAViewTheServingRoleMayNotUse() {
    database.executeAsOwner("create view carts as select * from cart");

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void refusesAFunctionThatRunsWithTheRightsOfItsOwner() {
    database.executeAsOwner(
        "create function carts(how_many integer) returns setof cart language sql security definer as 'select * from cart limit 1'");

    assertThat(problemsOf(database.app()))
        .containsExactly(
            "The serving role may call function carts(integer), which runs with the rights of its owner (SECURITY DEFINER).");
  }

  @Test
  void acceptsTheKnownSearchesAndNoFunctionThatOnlySharesTheirName() {
    var search =
        "create function cart_search(term %s) returns setof cart language sql security definer as 'select * from cart limit 1'";
    database.executeAsOwner(search.formatted("text"));
    assertThat(problemsOf(database.app())).isEmpty();

    database.executeAsOwner(search.formatted("integer"));
    assertThat(problemsOf(database.app()))
        .singleElement()
        .asString()
        .contains("function cart_search(integer)");
  }

  @Test
  void acceptsAFunctionTheServingRoleMayNotCall() {
    database.executeAsOwner(
        "create function carts() returns setof cart language sql security definer as 'select * from cart limit 1'",
        "revoke execute on function carts from public");

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void acceptsAViewThatReadsAsTheServingRole() {
    database.executeAsSuperuser(
        "create view carts with (security_invoker = yes) as select * from cart",
        "grant select on carts to cartwright_app");

    assertThat(problemsOf(database.app())).isEmpty();
  }

  @Test
  void refusesSessionsThatDoNotWaitForTheDisk() {
    database.executeAsSuperuser(
        "alter database %s set synchronous_commit = off".formatted(database.name()));

    assertThat(problemsOf(database.app()))
        .containsExactly(
            "The serving role's sessions run with synchronous_commit off: a crash would lose acknowledged changes.");
  }

  @Test
  void refusesARoleWhoseSessionsDoNotWaitForTheDisk() {
    var role = role("");
    database.executeAsSuperuser(
        "alter role %s set synchronous_commit = local".formatted(role.name));

    assertThat(problemsOf(role.login))
        .singleElement()
        .asString()
        .contains("synchronous_commit local");
  }

  @Test
  void refusesAServerThatDoesNotWaitForTheDisk(@TempDir(factory = InMemory.class) Path directory) {
    var settings = new HashMap<>(PostgresServer.DURABLE);
    settings.put("fsync", "off");

    try (var careless = EmbeddedDatabase.start(directory, TestServer.BINARIES, settings)) {
      var app = careless.logins().app();
      assertThat(
              problemsOf(new DriverManagerDataSource(careless.url(), app.user(), app.password())))
          .containsExactly("The server runs with fsync off: a power failure would lose data.");
    }
  }

  @Test
  void tellsEverythingAtOnceAndWhatToDo() {
    database.executeAsOwner(
        "alter table cart no force row level security",
        "alter policy tenant_isolation on cart using (true)");

    var refusal =
        catchThrowableOfType(UnsafeDatabase.class, new DatabaseSelfCheck(database.app())::verify);
    var analysis = new UnsafeDatabaseAnalyzer().analyze(refusal, refusal);

    assertThat(analysis.getDescription())
        .contains("- Row-level security is not forced")
        .contains("- Policy tenant_isolation on table cart lets rows be read");
    assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_USERNAME");
  }

  private static String policyLets(String policy, String done) {
    return "Policy %s on table cart lets rows be %s without comparing tenant_id with current_setting('cartwright.tenant')."
        .formatted(policy, done);
  }

  private static List<String> problemsOf(DataSource login) {
    try (var connection = login.getConnection()) {
      new DatabaseSelfCheck(new SingleConnectionDataSource(connection, true)).verify();
      return List.of();
    } catch (UnsafeDatabase refusal) {
      return refusal.problems();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Role(String name, DataSource login) {}

  /** A role of its own for each test: roles belong to the server, which all tests share. */
  private Role role(String attributes) {
    var name = "role_" + COUNT.incrementAndGet();
    database.executeAsSuperuser(
        "create role %s login password 'secret' %s".formatted(name, attributes),
        "grant connect on database %s to %s".formatted(database.name(), name));
    return new Role(name, database.connectingAs(name, "secret"));
  }
}
