package org.cartwright.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network between the service and its database that breaks when it is told to: when a transaction
 * is committed, and before anybody learns of it.
 */
final class CuttingProxy implements AutoCloseable {

  /** How PostgreSQL says that a transaction is committed. */
  private static final String COMMITTED = "COMMIT\0";

  private final ServerSocket door;
  private final int port;
  private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

  /** In front of the PostgreSQL of an address such as {@code jdbc:postgresql://host:5432/name}. */
  CuttingProxy(String jdbcUrl) {
    try {
      this.port = URI.create(jdbcUrl.replaceFirst("^jdbc:", "")).getPort();
      this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private record Cut(String sign, CompletableFuture<@Nullable Void> done) {}

  /**
   * Cuts the connection that says a sign, when the database answers that its transaction is
   * committed.
   *
   * @return done when that has happened
   */
  CompletableFuture<@Nullable Void> cutAtCommitOf(String sign) {
    var cut = new Cut(sign, new CompletableFuture<>());
    next.set(cut);
    return cut.done();
  }

  private void accept() {
    try {
      while (true) {
        var near = door.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        var line = new Line(near, far);
        Thread.ofVirtual().start(line::carryQuestions);
        Thread.ofVirtual().start(line::carryAnswers);
      }
    } catch (IOException closed) {
      // Nobody connects any more.
    }
  }

  /** One connection through here. */
  private final class Line {
    private final Socket near;
    private final Socket far;
    private volatile boolean hasGivenTheSign;

    private Line(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    private void carryQuestions() {
      carry(
          near,
          far,
          said -> {
            var cut = next.get();
            if (cut != null && said.contains(cut.sign())) {
              hasGivenTheSign = true;
            }
            return true;
          });
    }

    private void carryAnswers() {
      carry(
          far,
          near,
          said -> {
            if (hasGivenTheSign && said.contains(COMMITTED)) {
              Objects.requireNonNull(next.getAndSet(null)).done().complete(null);
              return false;
            }
            return true;
          });
    }

    private static void carry(Socket from, Socket to, Predicate<String> isToPass) {
      var buffer = new byte[64 * 1024];
      try (from;
          to) {
        var in = from.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!isToPass.test(new String(buffer, 0, n, ISO_8859_1))) {
            return;
          }
          to.getOutputStream().write(buffer, 0, n);
        }
      } catch (IOException closed) {
        // The other half is closed with it.
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
