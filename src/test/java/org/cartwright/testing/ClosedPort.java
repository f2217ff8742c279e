package org.cartwright.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine at which nobody answers, and nobody will: it is taken while it is open,
 * where one that was given back may be somebody else's a moment later.
 */
public final class ClosedPort implements AutoCloseable {

  private final Socket neverConnected = new Socket();

  public ClosedPort() throws IOException {
    neverConnected.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  public String url() {
    return "http://127.0.0.1:" + neverConnected.getLocalPort() + "/";
  }

  @Override
  public void close() throws IOException {
    neverConnected.close();
  }
}
