package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: a container where Docker answers, else the one that comes
 * with the build, in a directory of its own. Either has the roles of the house, and keeps its data
 * as the self-check demands. Tests use it through {@code org.cartwright.testing.TestDatabase}.
 */
public final class TestServer {

  /** Unpacked once for all test runs. */
  public static final Path BINARIES = Path.of("target", "postgres-binaries");

  /** Contexts are cached, each with a pool. */
  private static final String MAX_CONNECTIONS = "300";

  /** What the server did for a statement; see {@code org.cartwright.testing.DatabaseWork}. */
  private static final Map<String, String> COUNTING =
      Map.of(
          "shared_preload_libraries",
          "pg_stat_statements",
          "pg_stat_statements.track_planning",
          "on");

  private final String urlStart;
  private final DatabaseLogins logins;
  private final Runnable stop;

  private TestServer(String urlStart, DatabaseLogins logins, Runnable stop) {
    this.urlStart = urlStart;
    this.logins = logins;
    this.stop = stop;
  }

  /** Started with the first call, stopped after the last Spring context. */
  public static TestServer running() {
    return Running.INSTANCE;
  }

  public String url(String database) {
    return urlStart + database;
  }

  public String ownerPassword() {
    return logins.owner().password();
  }

  public String appPassword() {
    return logins.app().password();
  }

  public Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        url(database), logins.superuser().user(), logins.superuser().password());
  }

  /** A database like the one the service gets, empty. */
  public void createDatabase(String name) throws SQLException {
    try (var superuser = superuser("postgres")) {
      DatabaseSetup.createDatabase(superuser, name);
    }
    try (var superuser = superuser(name)) {
      DatabaseSetup.handOverSchema(superuser);
    }
  }

  /** A database like another one, to which nobody is connected. */
  public void copyDatabase(String template, String name) throws SQLException {
    try (var superuser = superuser("postgres")) {
      DatabaseSetup.createDatabase(superuser, name, template);
    }
  }

  /** Stops the server for good. */
  public void stop() {
    stop.run();
  }

  private static TestServer embedded() {
    var settings = new HashMap<>(PostgresServer.DURABLE);
    settings.put("max_connections", MAX_CONNECTIONS);
    settings.putAll(COUNTING);
    var directory = InMemory.DIRECTORIES.resolve(InMemory.ofThisJvm());
    removeLeftovers();
    var database = EmbeddedDatabase.start(directory, BINARIES, Map.copyOf(settings));
    askForPasswordsPlainly(directory.resolve("server").resolve("pg_hba.conf"), database);
    return new TestServer(
        database.url(""),
        database.logins(),
        () -> {
          database.close();
          remove(directory);
        });
  }

  /**
   * A connection of its own is what tests open most, and what both sides compute to hide a password
   * takes longer than the rest of it. That it is hidden is for the tests of the server itself.
   */
  private static void askForPasswordsPlainly(Path rules, EmbeddedDatabase database) {
    try {
      Files.writeString(rules, Files.readString(rules).replace("scram-sha-256", "password"));
      var superuser = database.logins().superuser();
      try (var connection =
              DriverManager.getConnection(
                  database.url("postgres"), superuser.user(), superuser.password());
          var statement = connection.createStatement()) {
        statement.execute("select pg_reload_conf()");
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestServer inContainer() {
    var logins = DatabaseLogins.generated();
    var container =
        new PostgreSQLContainer("postgres:18")
            .withUsername(logins.superuser().user())
            .withPassword(logins.superuser().password())
            .withDatabaseName("postgres")
            .withEnv(
                "POSTGRES_INITDB_ARGS",
                "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
    // Its own command says fsync=off.
    var command =
        new ArrayList<>(
            List.of("postgres", "-c", "fsync=on", "-c", "max_connections=" + MAX_CONNECTIONS));
    COUNTING.forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
    container.setCommand(command.toArray(String[]::new));
    container.start();
    var urlStart =
        "jdbc:postgresql://%s:%d/"
            .formatted(
                container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    var server = new TestServer(urlStart, logins, container::stop);
    try (var superuser = server.superuser("postgres")) {
      DatabaseSetup.createRoles(superuser, logins);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server;
  }

  /** Testcontainers reports every way it could not find Docker; that there is none is no news. */
  private static boolean isDockerAvailable() {
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.testcontainers");
    var level = logger.getLevel();
    logger.setLevel(ch.qos.logback.classic.Level.OFF);
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } finally {
      logger.setLevel(level);
    }
  }

  /** Of test runs that were killed: their servers may still run. */
  private static void removeLeftovers() {
    try {
      for (var directory : DirectoryTrees.named("", InMemory.DIRECTORIES)) {
        if (!isInUse(directory)) {
          remove(directory);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tests may run in several JVMs at once, one of which may be about to start its server. */
  private static boolean isInUse(Path directory) {
    return !directory.endsWith(InMemory.ofThisJvm())
        && ProcessHandle.of(InMemory.jvmOf(directory)).filter(ProcessHandle::isAlive).isPresent();
  }

  private static void remove(Path directory) {
    try (var lock = DirectoryLock.hold(directory)) {
      var data = directory.toRealPath().resolve("server");
      if (Files.exists(data)) {
        new PostgresServer(
                PostgresBinaries.unpackedBelow(BINARIES.toAbsolutePath()),
                ServerAccount.forThisProcess(),
                data)
            .stopOrphan();
      }
      DirectoryTrees.delete(directory);
    } catch (IOException | DatabaseUnavailable e) {
      LoggerFactory.getLogger(TestServer.class).debug("Not removed: {}", directory, e);
    }
  }

  /** Apart, so that the names above are to be had without starting anything. */
  private static final class Running {
    static final TestServer INSTANCE = isDockerAvailable() ? inContainer() : embedded();
  }
}
