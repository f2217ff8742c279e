package org.cartwright.platform.connections;

import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Notes when a connection begins and stops speaking. The work is done by Tomcat's own handler. */
final class TrackingHandler implements Handler<NioChannel> {

  /** The connection that the current thread serves. */
  static final ScopedValue<TrackedConnection> SERVED = ScopedValue.newInstance();

  private final Handler<NioChannel> work;
  private final ConnectionRegistry connections;

  TrackingHandler(Handler<NioChannel> work, ConnectionRegistry connections) {
    this.work = work;
    this.connections = connections;
  }

  @Override
  public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
    var connection = connections.of(socket.getSocket().getIOChannel());
    if (connection == null) {
      return work.process(socket, event);
    }
    connection.hasSpoken();
    var state = ScopedValue.where(SERVED, connection).call(() -> work.process(socket, event));
    if (state == SocketState.OPEN || state == SocketState.LONG) {
      connection.isSilent(state == SocketState.LONG);
    }
    return state;
  }

  @Override
  public void release(SocketWrapperBase<NioChannel> socket) {
    connections.gone(socket.getSocket().getIOChannel());
    work.release(socket);
  }

  @Override
  public @Nullable Object getGlobal() {
    return work.getGlobal();
  }

  @Override
  public void pause() {
    work.pause();
  }

  @Override
  public void recycle() {
    work.recycle();
  }
}
