package org.cartwright.platform.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's endpoint, that knows its connections by address and can stop without losing one. */
final class LimitedEndpoint extends NioEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(LimitedEndpoint.class);
  private static final int MOMENT_MILLIS = 1000;

  private final ConnectionRegistry watched;
  private volatile boolean isLastCall;

  LimitedEndpoint(ConnectionRegistry watched) {
    this.watched = watched;
  }

  @Override
  public void setHandler(Handler<NioChannel> handler) {
    super.setHandler(new TrackingHandler(handler, watched));
  }

  @Override
  protected boolean setSocketOptions(SocketChannel channel) {
    try {
      if (!watched.admit(channel)) {
        destroySocket(channel);
        return false;
      }
    } catch (IOException goneAlready) {
      destroySocket(channel);
      return false;
    }
    if (super.setSocketOptions(channel)) {
      return true;
    }
    watched.gone(channel);
    return false;
  }

  /**
   * Takes no more connections, once those are taken that wait already: closing the socket over
   * their heads would reset them, with what they have asked.
   */
  void lastCall() {
    isLastCall = true;
    knock();
    for (int waited = 0; waited < MOMENT_MILLIS && getServerSocket() != null; waited++) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    closeServerSocketGraceful();
  }

  /** Wakes up whoever waits for the next connection, by making one. */
  private void knock() {
    var address = getAddress() == null ? InetAddress.getLoopbackAddress() : getAddress();
    var port = getLocalPort();
    if (port <= 0) {
      return; // whoever accepts got a connection meanwhile, and has closed the door already
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), MOMENT_MILLIS);
    } catch (IOException e) {
      LOG.debug("Nobody opens", e);
    }
  }

  @Override
  protected SocketChannel serverSocketAccept() throws Exception {
    if (!isLastCall || !(getServerSocket() instanceof ServerSocketChannel door)) {
      return super.serverSocketAccept();
    }
    door.configureBlocking(false);
    var waiting = door.accept();
    if (waiting != null) {
      return waiting;
    }
    door.close(); // at once: whoever knocks before it is closed is reset
    closeServerSocketGraceful();
    return SocketChannel.open(); // nobody: the one who asked was told meanwhile to stop asking
  }

  /** At the last call nobody is locked in accepting: it is the one who accepts that closes. */
  @Override
  protected void unlockAccept() {
    if (!isLastCall) {
      super.unlockAccept();
    }
  }
}
