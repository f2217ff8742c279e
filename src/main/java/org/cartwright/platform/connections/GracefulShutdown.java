package org.cartwright.platform.connections;

import org.cartwright.platform.limits.LimitSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How the service stops, before anything else of it does and after it said that it is not ready any
 * more: for a while it goes on answering, and tells every connection to close; then it takes no new
 * ones and waits for those that are open. Only then is the container stopped, which drops what asks
 * it on a connection that is still there.
 */
@Component
class GracefulShutdown implements SmartLifecycle {

  private final long drainMillis;
  private volatile @Nullable LimitedHttpProtocol protocol;
  private volatile boolean isRunning;

  GracefulShutdown(LimitSettings settings) {
    this.drainMillis = settings.drain().toMillis();
  }

  void say(LimitedHttpProtocol to) {
    protocol = to;
  }

  @Override
  public void start() {
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    var served = protocol;
    if (served == null || drainMillis == 0) {
      return;
    }
    served.announceTheEnd();
    try {
      Thread.sleep(drainMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    served.lastCall();
    served.awaitConnectionsClose(drainMillis);
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** Stops first. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
