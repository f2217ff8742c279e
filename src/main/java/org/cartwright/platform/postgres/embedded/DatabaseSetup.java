package org.cartwright.platform.postgres.embedded;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two roles of the house and what they may do in a database: the owner migrates, the serving
 * role gets in and sees the schema, and every right on a table comes from a migration.
 *
 * <p>The names and the generated passwords need no quoting.
 */
final class DatabaseSetup {

  private DatabaseSetup() {}

  static void createRoles(Connection superuser, DatabaseLogins logins) throws SQLException {
    createRole(superuser, logins.owner());
    createRole(superuser, logins.app());
    execute(
        superuser,
        "revoke connect, temporary on database postgres from public",
        "revoke connect, temporary on database template1 from public");
  }

  static void createDatabase(Connection superuser, String name) throws SQLException {
    createDatabase(superuser, name, "template0");
  }

  static void createDatabase(Connection superuser, String name, String template)
      throws SQLException {
    execute(
        superuser,
        "create database " + name + " owner " + DatabaseLogins.OWNER + " template " + template,
        "revoke all on database " + name + " from public",
        "grant connect on database " + name + " to " + DatabaseLogins.APP);
  }

  /** Inside the new database. */
  static void handOverSchema(Connection superuser) throws SQLException {
    execute(
        superuser,
        "alter schema public owner to " + DatabaseLogins.OWNER,
        "revoke all on schema public from public",
        "grant usage on schema public to " + DatabaseLogins.APP);
  }

  private static void createRole(Connection superuser, DatabaseLogin login) throws SQLException {
    execute(
        superuser,
        "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password '%s'"
            .formatted(login.user(), login.password()));
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
