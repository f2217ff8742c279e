package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * A scheduler that starts after everything else in the service and stops before it: what runs then
 * is waited for, what waits stays in its table.
 */
abstract class SchedulerLifecycle implements SmartLifecycle {

  private @Nullable Scheduler scheduler;

  abstract Scheduler build();

  @Override
  public synchronized void start() {
    if (scheduler == null) {
      var started = build();
      started.start();
      scheduler = started;
    }
  }

  /** Each by itself: all of them have one phase of the shutdown together. */
  @Override
  public void stop(Runnable whenStopped) {
    Thread.ofVirtual()
        .name("stop-scheduler")
        .start(
            () -> {
              try {
                stop();
              } finally {
                whenStopped.run();
              }
            });
  }

  @Override
  public synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
