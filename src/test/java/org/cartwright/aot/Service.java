package org.cartwright.aot;

import static org.cartwright.testing.bodies.Bodies.body;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.TestDatabase;

/** The extracted service in a process of its own, as an operator starts it. */
final class Service implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String ADMIN_KEY = "the-operator";

  private final Process process;
  private final Api nobody;

  private Service(Process process, Api nobody) {
    this.process = process;
    this.nobody = nobody;
  }

  /** Starts it and waits until it is ready. */
  static Service start(Path directory, TestDatabase database, List<String> options)
      throws IOException {
    int port = freePort();
    var command = new ArrayList<>(List.of(java()));
    command.addAll(options);
    command.addAll(List.of("-jar", "cartwright.jar"));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(it -> it.startsWith("SPRING_") || it.startsWith("CARTWRIGHT_"));
    environment.put("SERVER_PORT", Integer.toString(port));
    environment.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", TestDatabase.APP);
    environment.put("SPRING_DATASOURCE_PASSWORD", database.appPassword());
    environment.put("SPRING_FLYWAY_USER", TestDatabase.OWNER);
    environment.put("SPRING_FLYWAY_PASSWORD", database.ownerPassword());
    environment.put("CARTWRIGHT_ADMIN_KEY", ADMIN_KEY);
    environment.put("CARTWRIGHT_LIMITS_REQUESTS_PER_SECOND", "0");
    var service = new Service(builder.inheritIO().start(), Api.at("http://localhost:" + port));
    service.waitUntilReady();
    return service;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A new clinic. */
  Clinic clinic() {
    var opened =
        nobody
            .with("ADMIN-KEY", ADMIN_KEY)
            .post(
                "/platform/tenants",
                body()
                    .with("tenant", "training")
                    .with("name", "Training")
                    .with("timeZone", "America/New_York")
                    .with("currency", "USD")
                    .with("locale", "en-US"))
            .ok();
    return new Clinic(
        "training", nobody.with("TENANT", "training").with("API-KEY", opened.at("/key/apiKey")));
  }

  /** Asked by a clinic that was opened before. */
  Api at(Clinic clinic) {
    return nobody.with("TENANT", clinic.id()).with("API-KEY", clinic.key());
  }

  private void waitUntilReady() {
    long begin = System.nanoTime();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start");
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private boolean isReady() {
    try {
      return nobody.get("/actuator/health/readiness").status() == 200;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Stops it as an operator does; a training run writes its cache then. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
  }
}
