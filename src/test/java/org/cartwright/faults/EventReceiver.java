package org.cartwright.faults;

import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.testing.Clinic;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the events of a clinic, and remembers which have arrived. It takes its time, so that under
 * load something is always on its way.
 */
final class EventReceiver implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Duration TAKING = Duration.ofMillis(200);

  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  EventReceiver(Clinic clinic) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var event = JSON.readTree(exchange.getRequestBody().readAllBytes());
          LockSupport.parkNanos(TAKING.toNanos());
          arrived.add(event.get("alertId").asString());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    clinic
        .api()
        .post(
            "/webhooks",
            body()
                .with("url", "http://localhost:" + server.getAddress().getPort() + "/")
                .with(
                    "types",
                    list(
                        "CART_CREATED",
                        "CART_CHANGED",
                        "CART_CONVERTED",
                        "CHARGE_CREATED",
                        "PAYMENT_CREATED",
                        "PAYMENT_SUCCEEDED")))
        .ok();
  }

  /** The ids of the events that have arrived. */
  Set<String> arrived() {
    return Set.copyOf(arrived);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
