package org.cartwright.platform.connections;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.cartwright.platform.connections.ConnectionRegistry.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat speaks it, that bounds what Tomcat does not: the connections of one address,
 * and the time in which a whole header or body arrives. Tomcat's own timeouts begin anew with every
 * byte.
 */
public final class LimitedHttpProtocol extends Http11NioProtocol {

  private static final long LOOK_EVERY_MILLIS = 250;

  private final ConnectionRegistry connections;
  private @Nullable ScheduledFuture<?> looking;

  /** Made by the container, by name. */
  public LimitedHttpProtocol() {
    this(new ConnectionRegistry());
  }

  private LimitedHttpProtocol(ConnectionRegistry connections) {
    super(new LimitedEndpoint(connections));
    this.connections = connections;
  }

  void hold(Bounds to) {
    connections.hold(to);
  }

  /** Every answer from now on says that the connection closes behind it. */
  void announceTheEnd() {
    setMaxKeepAliveRequests(1);
  }

  /** Takes no more connections; those that are open are served on. */
  void lastCall() {
    ((LimitedEndpoint) getEndpoint()).lastCall();
  }

  @Override
  public void setAdapter(Adapter adapter) {
    super.setAdapter(new TrackingAdapter(adapter));
  }

  @Override
  public void start() throws Exception {
    super.start();
    looking =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                connections::cutOverdue,
                LOOK_EVERY_MILLIS,
                LOOK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (looking != null) {
      looking.cancel(false);
    }
    super.stop();
  }
}
