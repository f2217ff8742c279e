package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server and its directory, driven with {@code initdb} and {@code pg_ctl}.
 *
 * <p>Why not the library's {@code EmbeddedPostgres}: it always passes {@code -F} (no fsync),
 * initialises with trust authentication, checks readiness as a superuser without a password, begins
 * to initialise before it holds its lock, takes a directory with a {@code postgresql.conf} for a
 * complete one, and knows nothing of a server that outlived its JVM.
 *
 * <p>Whoever calls this holds the {@link DirectoryLock}.
 */
public final class PostgresServer {

  /** On the command line, where neither a configuration file nor ALTER SYSTEM undoes them. */
  public static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
  private static final byte[] LOCALHOST = {127, 0, 0, 1};
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOG_LIMIT = 10_000_000;

  private final PostgresBinaries binaries;
  private final ServerAccount account;
  private final Path data;

  PostgresServer(PostgresBinaries binaries, ServerAccount account, Path data) {
    this.binaries = binaries;
    this.account = account;
    this.data = data;
  }

  /** The major version of the programs, such as {@code 18}. */
  String version() throws IOException {
    var said = run("postgres", List.of("--version"));
    var version = VERSION.matcher(said);
    if (!version.find()) {
      throw DatabaseUnavailable.commandFailed("postgres --version", said);
    }
    return version.group(1);
  }

  /**
   * Creates the directory's content. The locale is the builtin one, which sorts and folds alike on
   * every system and never changes below an index.
   */
  void initialise(DatabaseLogin superuser) throws IOException {
    account.own(data);
    var passwordFile = data.resolveSibling(data.getFileName() + ".password");
    try {
      PrivateFiles.write(passwordFile, superuser.password().getBytes(UTF_8));
      account.own(passwordFile);
      run(
          "initdb",
          List.of(
              "--pgdata=" + data,
              "--username=" + superuser.user(),
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"));
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  /** Starts the server on a free port of this machine, recovering first if it crashed. */
  int start(Map<String, String> settings) throws IOException {
    for (int attempt = 1; ; attempt++) {
      stopOrphan();
      account.own(data); // not below a server that still runs
      int port = freePort();
      try {
        runServer(port, settings);
        return port;
      } catch (DatabaseUnavailable e) {
        // Someone else took the port, or a server starting for a killed JVM was faster.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        log.debug("PostgreSQL did not start, trying again", e);
      }
    }
  }

  /**
   * Starts the server on the port it had, recovering first if it crashed.
   *
   * @throws DatabaseUnavailable if it does not start now; what was left of it may be ending still
   */
  void startAgain(int port, Map<String, String> settings) throws IOException {
    stopOrphan();
    account.own(data);
    runServer(port, settings);
  }

  /** Whether the server that this directory names is there, working or not. */
  boolean isThere() throws IOException {
    return pidFile().namesSomebody();
  }

  private PidFile pidFile() {
    return PidFile.of(data);
  }

  /** Stops the server, refusing new work and rolling back open work, but losing nothing. */
  void stop() throws IOException {
    run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
  }

  /** Stops the server that a killed JVM left behind, if there is one. */
  void stopOrphan() throws IOException {
    var left = pidFile().running();
    if (left.isEmpty()) {
      return;
    }
    var process = left.get();
    if (!isStartedHere(process)) {
      throw DatabaseUnavailable.serverOfAnotherDirectory(data, process.pid());
    }
    log.info("Stopping the PostgreSQL (process {}) that a killed instance left", process.pid());
    stop(process);
  }

  private void stop(ProcessHandle process) throws IOException {
    try {
      stop();
    } catch (DatabaseUnavailable e) {
      process.destroy(); // started by another account of ours, perhaps: ask it ourselves
      try {
        process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException unstoppable) {
        e.addSuppressed(unstoppable);
        throw e;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw e;
      }
    }
  }

  private boolean isStartedHere(ProcessHandle process) {
    return process.info().arguments().map(it -> List.of(it).contains(data.toString())).orElse(true);
  }

  private void runServer(int port, Map<String, String> settings) throws IOException {
    var options = new StringBuilder("-p " + port);
    option(options, "listen_addresses", "127.0.0.1");
    option(options, "unix_socket_directories", "");
    settings.forEach((name, value) -> option(options, name, value));
    // The details of an error are what stood in the row, and an erasure does not reach this log.
    option(options, "log_error_verbosity", "terse");
    // The first change of a page after a checkpoint logs the whole page: seldom, then, and small.
    option(options, "wal_compression", "on");
    option(options, "checkpoint_timeout", "15min");
    option(options, "max_wal_size", "4GB");
    var serverLog = data.resolve("server.log");
    setAside(serverLog);
    try {
      run(
          "pg_ctl",
          List.of(
              "start",
              "-D",
              data.toString(),
              "-l",
              serverLog.toString(),
              "-o",
              options.toString(),
              "-w",
              "-t",
              Long.toString(PATIENCE.toSeconds())));
    } catch (DatabaseUnavailable e) {
      throw Files.exists(serverLog)
          ? DatabaseUnavailable.commandFailed("pg_ctl", e.getMessage() + "\n" + tail(serverLog))
          : e;
    }
  }

  private static void option(StringBuilder options, String name, String value) {
    options.append(" -c ").append(name).append('=').append(value);
  }

  private static void setAside(Path serverLog) throws IOException {
    if (Files.exists(serverLog) && Files.size(serverLog) > LOG_LIMIT) {
      Files.move(
          serverLog,
          serverLog.resolveSibling("server.log.old"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String tail(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOCALHOST))) {
      return socket.getLocalPort();
    }
  }

  /** The output goes to a file: a server would inherit a pipe on Windows and never close it. */
  private String run(String program, List<String> arguments) throws IOException {
    var output = Files.createTempFile("cartwright-" + program, ".log");
    try {
      var command = new ArrayList<>(account.prefix());
      command.add(binaries.program(program).toString());
      command.addAll(arguments);
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.directory(DirectoryTrees.parentOf(data).toFile());
      builder.environment().keySet().removeIf(it -> it.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw DatabaseUnavailable.commandFailed(program, "It took longer than " + PATIENCE);
      }
      var said = Files.readString(output);
      if (process.exitValue() != 0) {
        throw DatabaseUnavailable.commandFailed(program, said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DatabaseUnavailable.commandFailed(program, "Interrupted");
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
