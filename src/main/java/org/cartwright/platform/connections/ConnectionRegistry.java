package org.cartwright.platform.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All connections that are open, and how many of them each address has. */
final class ConnectionRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionRegistry.class);
  private static final long BETWEEN_TWO_NOTES = Duration.ofMinutes(1).toNanos();

  private final Map<SocketChannel, TrackedConnection> open = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();
  private volatile Bounds bounds = new Bounds(0, Duration.ZERO, address -> false);
  private long lastNote = System.nanoTime() - BETWEEN_TWO_NOTES;

  /**
   * What connections are held to.
   *
   * @param perAddress how many one address may have; 0 is any number
   * @param requestWithin in which a header has to arrive, and then a body; zero is for ever
   * @param isForMany whose connections are those of many, and not counted
   */
  record Bounds(int perAddress, Duration requestWithin, Predicate<InetAddress> isForMany) {}

  void hold(Bounds to) {
    bounds = to;
  }

  /** Lets a new connection in, unless its address has too many. */
  boolean admit(SocketChannel channel) throws IOException {
    var connection = new TrackedConnection(channel);
    var address = connection.address();
    if (address != null && !bounds.isForMany().test(address)) {
      var limit = bounds.perAddress();
      var count = perAddress.merge(address, 1, Integer::sum);
      if (limit > 0 && count > limit) {
        leave(address);
        note(limit);
        return false;
      }
    }
    open.put(channel, connection);
    return true;
  }

  @Nullable TrackedConnection of(SocketChannel channel) {
    return open.get(channel);
  }

  void gone(SocketChannel channel) {
    var connection = open.remove(channel);
    if (connection != null && connection.address() != null) {
      leave(connection.address());
    }
  }

  /** Cuts off those that have not sent in time what they began to. */
  void cutOverdue() {
    var within = bounds.requestWithin().toNanos();
    if (within > 0) {
      open.values().stream().filter(c -> c.isOverdue(within)).forEach(TrackedConnection::cut);
    }
  }

  private void leave(InetAddress address) {
    perAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }

  /** Asked by the one thread that takes connections. */
  private void note(int limit) {
    var now = System.nanoTime();
    if (now - lastNote >= BETWEEN_TWO_NOTES) {
      lastNote = now;
      LOG.warn(
          "An address has {} connections, and further ones of it are refused"
              + " (cartwright.limits.connections-per-address)",
          limit);
    }
  }
}
