package org.cartwright.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A network between the service and its database: what the one sends reaches the other half a round
 * trip later, however much is under way.
 */
final class DelayingProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int port;
  private final long delayNanos;

  DelayingProxy(int port, Duration roundTrip) throws IOException {
    this.port = port;
    this.delayNanos = roundTrip.toNanos() / 2;
    door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private record Parcel(ByteBuffer content, long due) {}

  private void accept() {
    try {
      while (true) {
        var near = door.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        carry(near, far);
        carry(far, near);
      }
    } catch (IOException closed) {
      // Nobody connects any more.
    }
  }

  private void carry(Socket from, Socket to) {
    var underWay = new LinkedBlockingQueue<Parcel>();
    Thread.ofPlatform().daemon().start(() -> receive(from, underWay));
    Thread.ofPlatform().daemon().start(() -> deliver(underWay, to));
  }

  private void receive(Socket from, LinkedBlockingQueue<Parcel> underWay) {
    var buffer = new byte[64 * 1024];
    try {
      var in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        underWay.add(
            new Parcel(ByteBuffer.wrap(Arrays.copyOf(buffer, n)), System.nanoTime() + delayNanos));
      }
    } catch (IOException closed) {
      // As good as the end.
    }
    underWay.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime() + delayNanos));
  }

  private static void deliver(LinkedBlockingQueue<Parcel> underWay, Socket to) {
    try (to) {
      var out = to.getOutputStream();
      for (var next = underWay.take(); next.content().hasRemaining(); next = underWay.take()) {
        for (long left = next.due() - System.nanoTime();
            left > 0;
            left = next.due() - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        out.write(next.content().array());
      }
    } catch (IOException closed) {
      // The other side is gone; so is what was under way.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
