package org.cartwright.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The database itself keeps tenants apart, for every table that has one: with every right granted
 * and every constraint gone, so that nothing but the policies stands between the serving role and a
 * row, and a row fits that holds no more than its tenant.
 */
class TenantIsolationTests {

  private static final TestDatabase DATABASE = TestDatabase.createMigrated();

  private static Connection app;

  @BeforeAll
  static void leaveNothingButThePolicies() throws SQLException {
    DATABASE.executeAsOwner(
        """
        do $$
        declare
            step text;
        begin
            for step in
                select format('alter table %I drop constraint %I cascade', conrelid::regclass::name, conname)
                  from pg_constraint
                 where conrelid in (select attrelid from pg_attribute where attname = 'tenant_id')
                   and connamespace = 'public'::regnamespace and coninhcount = 0 and contype in ('c', 'f', 'u', 'x', 'p')
                 order by case contype when 'f' then 1 else 2 end
            loop
                execute step;
            end loop;
            for step in
                select format('alter table %I alter %I drop not null', attrelid::regclass::name, attname)
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attnum > 0
                   and not a.attisdropped and a.attnotnull and a.attname <> 'tenant_id' and a.attidentity = ''
                   and a.attrelid in (select attrelid from pg_attribute where attname = 'tenant_id')
            loop
                execute step;
            end loop;
            for step in
                select format('alter table %I disable trigger user', attrelid::regclass::name)
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
            loop
                execute step;
            end loop;
            for step in
                select format('grant select, insert, update, delete on %I to cartwright_app', attrelid::regclass::name)
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
            loop
                execute step;
            end loop;
        end $$
        """);
    DATABASE.executeAsSuperuser(
        """
        do $$
        declare
            step text;
        begin
            set local session_replication_role = replica;
            for step in
                select format('insert into %I (tenant_id) values (''a''), (''b''), (''b'')', attrelid::regclass::name)
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                 where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
            loop
                execute step;
            end loop;
        end $$
        """);
    app = DriverManager.getConnection(DATABASE.jdbcUrl(), TestDatabase.APP, DATABASE.appPassword());
    app.setAutoCommit(false);
  }

  @AfterAll
  static void close() throws SQLException {
    app.close();
  }

  static Stream<String> tables() throws SQLException {
    return query(
        """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
             where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
             order by 1
            """)
        .stream();
  }

  @Test
  void thereAreTablesToAskAbout() throws SQLException {
    assertThat(tables()).contains("api_key", "cart", "cart_line", "patient");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTenantSeesItsOwnRowsAndNoOthers(String table) throws SQLException {
    assertThat(count("a", table, "")).isEqualTo(1);
    assertThat(count("b", table, "")).isEqualTo(2);
    assertThat(count("a", table, "where tenant_id = 'b'")).isZero();
    assertThat(count("a", table, "where tenant_id <> 'a' or true")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nobodySeesNothing(String table) throws SQLException {
    for (var nobody : new String[] {"", "c", "A", "a ", "%", "a' or '1'='1"}) {
      assertThat(count(nobody, table, "")).isZero();
    }
    assertThat(rows(table, "")).isZero();
    app.rollback();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTenantChangesAndDeletesNobodyElsesRows(String table) throws SQLException {
    assertThat(update("a", "update %s set tenant_id = tenant_id".formatted(table))).isEqualTo(1);
    assertThat(update("a", "update %s set tenant_id = 'a' where tenant_id = 'b'".formatted(table)))
        .isZero();
    assertThat(update("a", "delete from %s where tenant_id = 'b'".formatted(table))).isZero();
    assertThat(update("a", "delete from " + table)).isEqualTo(1);
    assertThat(update("", "delete from " + table)).isZero();
    assertThat(update("", "update %s set tenant_id = tenant_id".formatted(table))).isZero();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTenantEntersNoRowsForAnybodyElse(String table) throws SQLException {
    assertThat(update("a", "insert into %s (tenant_id) values ('a')".formatted(table)))
        .isEqualTo(1);
    for (var statement :
        List.of(
            "insert into %s (tenant_id) values ('b')",
            "insert into %s (tenant_id) values ('a'), ('b')",
            "insert into %s (tenant_id) values ('')",
            "update %s set tenant_id = 'b'")) {
      assertThatThrownBy(() -> update("a", statement.formatted(table)))
          .hasMessageContaining("row-level security");
    }
    assertThatThrownBy(
            () -> update(null, "insert into %s (tenant_id) values ('a')".formatted(table)))
        .hasMessageContaining("row-level security");
  }

  @Test
  void theTenantOfATransactionEndsWithIt() throws SQLException {
    belongTo("a");
    assertThat(rows("cart", "")).isEqualTo(1);
    app.commit();
    assertThat(rows("cart", "")).isZero();
    app.rollback();

    belongTo("a");
    app.rollback();
    assertThat(rows("cart", "")).isZero();
    app.rollback();
  }

  private static long count(String tenant, String table, String where) throws SQLException {
    belongTo(tenant);
    try {
      return rows(table, where);
    } finally {
      app.rollback();
    }
  }

  private static long rows(String table, String where) throws SQLException {
    try (var statement = app.createStatement();
        var rows = statement.executeQuery("select count(*) from %s %s".formatted(table, where))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** How many rows it touches; it is rolled back. */
  private static int update(@Nullable String tenant, String sql) throws SQLException {
    try (var statement = app.createStatement()) {
      if (tenant != null) {
        belongTo(tenant);
      }
      return statement.executeUpdate(sql);
    } finally {
      app.rollback();
    }
  }

  private static void belongTo(String tenant) throws SQLException {
    try (var statement = app.prepareStatement("select set_config('cartwright.tenant', ?, true)")) {
      statement.setString(1, tenant);
      statement.execute();
    }
  }

  private static List<String> query(String sql) throws SQLException {
    try (var owner = DATABASE.owner().getConnection();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** The connections that the service keeps between requests. */
  @Nested
  @CartwrightTest
  class OfTheService {

    @Autowired private Clinics clinics;
    @Autowired private DataSource dataSource;

    @Test
    void aPooledConnectionCarriesNoTenantOver() throws SQLException {
      var clinic = clinics.open();
      clinic.cart(clinic.patient());
      clinic.api().get("/billing/cart").ok();
      clinic.api().get("/billing/cart/nothing").refused(404);

      var taken = new ArrayList<Connection>();
      try {
        for (int i = 0; i < 5; i++) {
          taken.add(dataSource.getConnection());
        }
        for (var connection : taken) {
          try (var statement = connection.createStatement();
              var row =
                  statement.executeQuery(
                      "select coalesce(current_setting('cartwright.tenant', true), ''), (select count(*) from cart)")) {
            row.next();
            assertThat(row.getString(1)).isEmpty();
            assertThat(row.getLong(2)).isZero();
          }
        }
      } finally {
        for (var connection : taken) {
          connection.close();
        }
      }
    }
  }
}
