package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a server again that ended without being told to: killed by somebody, or by a system short
 * of memory. It comes back on its port, so whoever lost a connection gets the next one. A server
 * that is there but does not answer is left alone.
 *
 * <p>It looks once a second, because the server is no child of this process, whose end would be
 * reported.
 */
final class ServerWatchdog implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(ServerWatchdog.class);

  private static final long EVERY_MILLIS = 1000;

  private final PostgresServer server;
  private final int port;
  private final Map<String, String> settings;
  private boolean ended;
  private boolean failed;

  private ServerWatchdog(PostgresServer server, int port, Map<String, String> settings) {
    this.server = server;
    this.port = port;
    this.settings = Map.copyOf(settings);
  }

  static ServerWatchdog over(PostgresServer server, int port, Map<String, String> settings) {
    var watch = new ServerWatchdog(server, port, settings);
    var thread = new Thread(watch, "postgres-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** From when this returns nothing is started any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public synchronized void run() {
    try {
      while (!ended) {
        wait(EVERY_MILLIS);
        if (!ended && !server.isThere()) {
          revive();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.error("PostgreSQL is not watched any more", e);
    }
  }

  private void revive() {
    if (!failed) {
      log.error("PostgreSQL has ended by itself; starting it again");
    }
    try {
      server.startAgain(port, settings);
      failed = false;
      log.warn("PostgreSQL is back on 127.0.0.1:{}", port);
    } catch (IOException | DatabaseUnavailable e) {
      // The processes of the killed one may need a moment to end, or the disk is full.
      if (!failed) {
        log.error("PostgreSQL does not start; trying on once a second: {}", e.getMessage());
      }
      failed = true;
    }
  }
}
