package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTests {

  @Test
  void createsDatabasesThatDoNotSeeEachOther() throws SQLException {
    var one = TestDatabase.createDatabase();
    var other = TestDatabase.createDatabase();
    one.executeAsOwner("create table here (id text)");

    other.executeAsOwner("create table here (id text)");

    assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
    try (var app = one.app().getConnection()) {
      assertThat(app.getMetaData().getUserName()).isEqualTo(TestDatabase.APP);
    }
  }

  @Test
  void aConnectionThatIsKeptIsAsGoodAsANewOne() throws SQLException {
    var database = TestDatabase.shared();
    String process;
    try (var first = database.superuser();
        var statement = first.createStatement()) {
      process = only(first, "select pg_backend_pid()::text");
      statement.execute("set cartwright.tenant = 'somebody'");
      statement.execute("create temporary table left_over (id text)");
      first.setAutoCommit(false);
      statement.execute("lock table tenant in access exclusive mode");
    }

    try (var next = database.superuser()) {
      assertThat(only(next, "select pg_backend_pid()::text")).isEqualTo(process);
      assertThat(next.getAutoCommit()).isTrue();
      assertThat(only(next, "select current_setting('cartwright.tenant', true)")).isEmpty();
      assertThat(only(next, "select coalesce(to_regclass('left_over')::text, '')")).isEmpty();
      assertThat(
              only(next, "select count(*)::text from pg_locks where relation = 'tenant'::regclass"))
          .isEqualTo("0");
    }
  }

  @Test
  void aConnectionThatBrokeMeanwhileIsNotHandedOut() throws SQLException {
    var database = TestDatabase.shared();
    String broken;
    try (var first = database.owner().getConnection()) {
      broken = only(first, "select pg_backend_pid()::text");
    }
    database.executeAsSuperuser("select pg_terminate_backend(%s, 5000)".formatted(broken));

    try (var next = database.owner().getConnection()) {
      assertThat(only(next, "select pg_backend_pid()::text")).isNotEqualTo(broken);
    }
  }

  private static String only(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
