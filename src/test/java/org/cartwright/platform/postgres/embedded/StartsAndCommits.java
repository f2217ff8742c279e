package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A process to be killed: starts the database of a directory, commits a row, and waits. */
class StartsAndCommits {

  static final String COMMITTED = "committed";

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(System.out, true, UTF_8);
    try {
      var database =
          EmbeddedDatabase.start(Path.of(args[0]), TestServer.BINARIES, PostgresServer.DURABLE);
      var owner = database.logins().owner();
      try (var connection =
              DriverManager.getConnection(database.url(), owner.user(), owner.password());
          var statement = connection.createStatement()) {
        statement.execute("create table kept (id text primary key)");
        statement.execute("insert into kept values ('row')");
      }
      out.println(COMMITTED);
      Thread.sleep(120_000);
    } catch (DatabaseUnavailable e) {
      out.println(e.getMessage());
    }
  }
}
