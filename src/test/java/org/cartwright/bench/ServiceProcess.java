package org.cartwright.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The service in a process of its own, from the classes of this build. */
final class ServiceProcess implements AutoCloseable {

  /** What the operator of the service that is measured shows. */
  static final String OPERATOR_KEY = "bench-operator";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final Duration startTime;

  private ServiceProcess(Process process, int port, Duration startTime) {
    this.process = process;
    this.port = port;
    this.startTime = startTime;
  }

  /** Starts the service and waits until it is ready. */
  static ServiceProcess start(Settings settings, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    long begin = System.nanoTime();
    var builder = builder(settings, environment, List.of());
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    var log = settings.report().resolveSibling("service-" + port + ".log").toFile();
    var process = builder.redirectErrorStream(true).redirectOutput(log).start();
    waitUntilReady(process, port, begin);
    return new ServiceProcess(process, port, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Runs a command of the service to its end and answers what it printed. */
  static String run(Settings settings, String... arguments)
      throws IOException, InterruptedException {
    var output = settings.report().resolveSibling("command.log");
    var builder = builder(settings, Map.of(), List.of(arguments));
    int code = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    var said = Files.readString(output);
    if (code != 0) {
      throw new IllegalStateException(said);
    }
    return said;
  }

  private static ProcessBuilder builder(
      Settings settings, Map<String, String> environment, List<String> arguments)
      throws IOException {
    // The tests' own beans are no part of the service.
    var classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    Files.createDirectories(settings.report().getParent());
    var file = settings.report().resolveSibling("java-options");
    Files.writeString(file, "-cp \"" + classpath + "\"\n");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.javaOptions());
    command.add("@" + file);
    command.add("org.cartwright.Cartwright");
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    builder.environment().put("CARTWRIGHT_DATA_DIR", settings.data().toString());
    // What it can carry is measured, not what a clinic may ask of it.
    builder.environment().put("CARTWRIGHT_LIMITS_REQUESTS_PER_SECOND", "0");
    builder.environment().put("CARTWRIGHT_ADMIN_KEY", OPERATOR_KEY);
    builder.environment().putAll(environment);
    return builder;
  }

  private static void waitUntilReady(Process process, int port, long begin) {
    var ready = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() - begin < PATIENCE.toNanos() && process.isAlive()) {
        try {
          if (http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                  .statusCode()
              == 200) {
            return;
          }
        } catch (IOException notYet) {
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the service did not start; see its log in target/bench");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return "http://localhost:" + port;
  }

  Duration startTime() {
    return startTime;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
