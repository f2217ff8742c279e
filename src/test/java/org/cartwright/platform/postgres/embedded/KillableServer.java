package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A durable PostgreSQL of a test's own, which nobody watches: the test kills it, and starts it
 * again where it was.
 */
public final class KillableServer implements AutoCloseable {

  private static final String DATABASE = "cartwright";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path directory;
  private final PostgresServer server;
  private final DatabaseLogins logins;
  private final int port;

  private KillableServer(Path directory, PostgresServer server, DatabaseLogins logins, int port) {
    this.directory = directory;
    this.server = server;
    this.logins = logins;
    this.port = port;
  }

  /** A new one, with the roles of the house and an empty database. */
  public static KillableServer start(Path directory) {
    try {
      DirectoryTrees.delete(directory);
      Files.createDirectories(directory);
      var account = ServerAccount.forThisProcess();
      account.passThrough(directory);
      var binaries = PostgresBinaries.unpackedBelow(TestServer.BINARIES.toAbsolutePath());
      var data = Files.createDirectory(directory.toRealPath().resolve("server"));
      var server = new PostgresServer(binaries, account, data);
      var logins = DatabaseLogins.generated();
      server.initialise(logins.superuser());
      var started =
          new KillableServer(directory, server, logins, server.start(PostgresServer.DURABLE));
      started.prepare();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void prepare() throws SQLException {
    var superuser = logins.superuser();
    try (var connection =
        DriverManager.getConnection(url("postgres"), superuser.user(), superuser.password())) {
      DatabaseSetup.createRoles(connection, logins);
      DatabaseSetup.createDatabase(connection, DATABASE);
    }
    try (var connection =
        DriverManager.getConnection(url(), superuser.user(), superuser.password())) {
      DatabaseSetup.handOverSchema(connection);
    }
  }

  public String url() {
    return url(DATABASE);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public DatabaseLogins logins() {
    return logins;
  }

  /** Asks as the superuser, who sees the rows of every tenant. */
  public <T> T askAsSuperuser(Function<JdbcClient, T> question) {
    var superuser = logins.superuser();
    try (var connection =
        DriverManager.getConnection(url(), superuser.user(), superuser.password())) {
      return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kills the server; what works for it notices and ends. */
  public void kill() {
    postmaster().destroyForcibly();
  }

  /** Kills one of those that serve connections: the server ends all of them and recovers. */
  public void killOneThatServes() {
    var victim =
        askAsSuperuser(
            jdbc ->
                jdbc.sql(
                        "select pid from pg_stat_activity where usename = ? order by (state = 'active') desc limit 1")
                    .param(logins.app().user())
                    .query(Long.class)
                    .single());
    ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
  }

  private ProcessHandle postmaster() {
    try {
      var file = directory.resolve("server").resolve("postmaster.pid");
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the killed server again where it was, recovering. */
  public void startAgain() {
    long begin = System.nanoTime();
    while (true) {
      try {
        server.startAgain(port, PostgresServer.DURABLE);
        return;
      } catch (DatabaseUnavailable e) {
        // What is left of the killed one may need a moment to end.
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
      DirectoryTrees.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
