package org.cartwright.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cartwright.testing.Api;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/**
 * An instance of the service in a process of its own, which is killed and started again at the same
 * address, on a machine that speaks Bengali. What it says is in {@code target/faults}.
 */
final class ServiceProcess implements AutoCloseable {

  static final String ADMIN_KEY = "the-operator";

  private static final Path FOLDER = Path.of("target", "faults");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<String> command;
  private final Map<String, String> environment;
  private final String name;
  private final int port;
  private final Api nobody;
  private @Nullable Process process;

  /**
   * @param program what follows {@code java} and its options
   * @param environment beside what every instance here is told
   */
  ServiceProcess(
      String name,
      List<String> program,
      DatabaseAddress database,
      Map<String, String> environment) {
    this.name = name;
    this.port = freePort();
    this.nobody = Api.at("http://localhost:" + port);
    var whole = new ArrayList<String>();
    whole.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    whole.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx400m",
            "-Xmn128m",
            "-XX:MetaspaceSize=256m",
            "-Xshare:auto",
            "-Duser.language=bn",
            "-Duser.country=BD"));
    whole.addAll(program);
    this.command = List.copyOf(whole);
    this.environment = environment(database, environment);
  }

  /** An instance of what this build has compiled. */
  static ServiceProcess ofThisBuild(
      String name, DatabaseAddress database, Map<String, String> environment) {
    return new ServiceProcess(
        name, List.of("-cp", classpath(), "org.cartwright.Cartwright"), database, environment);
  }

  /** The tests' own beans are no part of the service. */
  private static String classpath() {
    var own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(own.split(File.pathSeparator, -1))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Map<String, String> environment(DatabaseAddress database, Map<String, String> more) {
    var all = new HashMap<String, String>();
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SPRING_DATASOURCE_URL", database.url());
    all.put("SPRING_DATASOURCE_USERNAME", TestDatabase.APP);
    all.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
    all.put("SPRING_FLYWAY_URL", database.migrationUrl());
    all.put("SPRING_FLYWAY_USER", TestDatabase.OWNER);
    all.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
    all.put("CARTWRIGHT_ADMIN_KEY", ADMIN_KEY);
    all.put("CARTWRIGHT_HOOKS", "true");
    all.put("CARTWRIGHT_INBOX", "true");
    // All clients come from one address.
    all.put("CARTWRIGHT_LIMITS_STRANGERS_PER_MINUTE", "0");
    all.putAll(more);
    return Map.copyOf(all);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it, or starts it again, and does not wait. */
  ServiceProcess launch() {
    try {
      Files.createDirectories(FOLDER);
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(ServiceProcess::isOfTheHouse);
      builder.environment().putAll(environment);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
      process = builder.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfTheHouse(String variable) {
    return variable.startsWith("SPRING_")
        || variable.startsWith("CARTWRIGHT_")
        || variable.startsWith("SERVER_");
  }

  /** Starts it, or starts it again, and waits until it is ready. */
  ServiceProcess start() {
    return launch().awaitReady();
  }

  ServiceProcess awaitReady() {
    long begin = System.nanoTime();
    while (!isReady()) {
      if (!running().isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
        running().destroyForcibly();
        throw new IllegalStateException("The service did not start; see " + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return this;
  }

  boolean isReady() {
    return says("readiness", 200);
  }

  /** Whether it answers what it is asked about its health with a status. */
  boolean says(String probe, int status) {
    try {
      return nobody.get("/actuator/health/" + probe).status() == status;
    } catch (IllegalStateException nothing) {
      return false;
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** What it has written to its log, over all its starts. */
  String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return FOLDER.resolve(name + "-" + port + ".log");
  }

  /** Asked by nobody. */
  Api api() {
    return nobody;
  }

  /** Asked by its operator. */
  Api operator() {
    return nobody.with("ADMIN-KEY", ADMIN_KEY);
  }

  int port() {
    return port;
  }

  /** It is gone from one instruction to the next. */
  void kill() {
    running().destroyForcibly();
    awaitEnd();
  }

  /** Asks it to stop, as an operator does, and does not wait. */
  void terminate() {
    running().destroy();
  }

  void awaitEnd() {
    try {
      if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The service did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process running() {
    return Objects.requireNonNull(process, "it was never started");
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      awaitEnd();
    }
  }
}
