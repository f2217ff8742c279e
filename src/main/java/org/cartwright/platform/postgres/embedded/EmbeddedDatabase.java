package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that starts by itself, and keeps its data as one administered by hand would.
 *
 * <p>Its directory holds {@code server/} (the server's own data), {@code passwords.properties},
 * {@code binaries/} and {@code lock}. The server's data is prepared beside its final name and
 * renamed when complete, so a first start that was killed halfway leaves nothing to trust.
 *
 * <p>A server that ends by itself is started again where it was, until this is closed.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final String DATABASE = "cartwright";
  private static final String UNFINISHED = "unfinished-";

  private final int port;
  private final DatabaseLogins logins;
  private final Runnable stopping;
  private boolean closed;

  private EmbeddedDatabase(int port, DatabaseLogins logins, Runnable stopping) {
    this.port = port;
    this.logins = logins;
    this.stopping = stopping;
  }

  /**
   * Starts the database, or goes to the one of an instance that has the directory in use; that one
   * is left running at the end.
   */
  static EmbeddedDatabase startedOrJoined(Path directory) {
    try {
      return start(directory);
    } catch (DatabaseUnavailable e) {
      if (!e.isDirectoryInUse()) {
        throw e;
      }
    }
    try {
      var home = directory.toRealPath();
      var port = PidFile.of(home.resolve("server")).port();
      return new EmbeddedDatabase(
          port, logins(home.resolve("passwords.properties"), true), () -> {});
    } catch (IOException e) {
      throw DatabaseUnavailable.failed(directory, e);
    }
  }

  static EmbeddedDatabase start(Path directory) {
    return start(directory, directory.resolve("binaries"), PostgresServer.DURABLE);
  }

  public static EmbeddedDatabase start(
      Path directory, Path binaries, Map<String, String> settings) {
    try {
      PrivateFiles.createDirectories(directory);
      var lock = DirectoryLock.hold(directory);
      try {
        return start(lock, directory, binaries, settings);
      } catch (IOException | SQLException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw DatabaseUnavailable.failed(directory, e);
    }
  }

  private static EmbeddedDatabase start(
      DirectoryLock lock, Path directory, Path binariesDirectory, Map<String, String> settings)
      throws IOException, SQLException {
    long begin = System.nanoTime();
    var account = ServerAccount.forThisProcess();
    account.passThrough(directory);
    var binaries = PostgresBinaries.unpackedBelow(binariesDirectory.toAbsolutePath());
    var home = directory.toRealPath();
    var data = home.resolve("server");
    var server = new PostgresServer(binaries, account, data);
    var version = server.version();
    log.info("Starting PostgreSQL {} in {} …", version, directory);

    discardUnfinished(home, binaries, account);
    var logins = logins(home.resolve("passwords.properties"), Files.exists(data));
    if (!Files.exists(data)) {
      log.info("Preparing a new database, which takes a moment");
      prepare(data, logins, binaries, account);
    }
    var written = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!written.equals(version)) {
      throw DatabaseUnavailable.otherVersion(data, written, version);
    }
    int port = server.start(settings);
    log.info(
        "PostgreSQL {} is ready on 127.0.0.1:{} after {} ms",
        version,
        port,
        (System.nanoTime() - begin) / 1_000_000);
    var watch = ServerWatchdog.over(server, port, settings);
    return new EmbeddedDatabase(port, logins, () -> stop(watch, lock, server));
  }

  public String url() {
    return url(DATABASE);
  }

  String url(String database) {
    return url(port, database);
  }

  public DatabaseLogins logins() {
    return logins;
  }

  /** Stops the server; whoever comes second finds nothing to do. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    stopping.run();
  }

  private static void stop(ServerWatchdog watch, DirectoryLock held, PostgresServer server) {
    watch.end();
    try (held) {
      server.stop();
      log.info("PostgreSQL has stopped");
    } catch (IOException | DatabaseUnavailable e) {
      log.warn("PostgreSQL did not stop in time; the next start takes care of it", e);
    }
  }

  /** Written before the data exists, so that there never is data without them. */
  private static DatabaseLogins logins(Path file, boolean dataExists) throws IOException {
    if (Files.exists(file)) {
      return DatabaseLogins.readFrom(file);
    }
    if (dataExists) {
      throw DatabaseUnavailable.passwordsMissing(file);
    }
    var logins = DatabaseLogins.generated();
    logins.writeTo(file);
    return logins;
  }

  private static void prepare(
      Path data, DatabaseLogins logins, PostgresBinaries binaries, ServerAccount account)
      throws IOException, SQLException {
    var draft = Files.createTempDirectory(DirectoryTrees.parentOf(data), UNFINISHED);
    var server = new PostgresServer(binaries, account, draft);
    server.initialise(logins.superuser());
    int port = server.start(PostgresServer.DURABLE);
    try {
      var superuser = logins.superuser();
      try (var connection =
          DriverManager.getConnection(
              url(port, "postgres"), superuser.user(), superuser.password())) {
        DatabaseSetup.createRoles(connection, logins);
        DatabaseSetup.createDatabase(connection, DATABASE);
      }
      try (var connection =
          DriverManager.getConnection(
              url(port, DATABASE), superuser.user(), superuser.password())) {
        DatabaseSetup.handOverSchema(connection);
      }
    } finally {
      server.stop();
    }
    Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    DirectoryTrees.sync(DirectoryTrees.parentOf(data));
  }

  private static void discardUnfinished(Path home, PostgresBinaries binaries, ServerAccount account)
      throws IOException {
    for (var draft : DirectoryTrees.named(UNFINISHED, home)) {
      try {
        if (Files.isDirectory(draft)) {
          new PostgresServer(binaries, account, draft).stopOrphan();
        }
        DirectoryTrees.delete(draft);
      } catch (IOException | DatabaseUnavailable e) {
        // An initdb that outlived its JVM may still be writing there, by a server that does not
        // say whose it is; next time, then.
        log.debug("Could not remove {}", draft, e);
      }
    }
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}
