package org.cartwright.platform.scheduling;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that errands cannot be looked up and once that they can again. The library itself would
 * tell with every look, once a second for as long as the database is away; those words are switched
 * off in {@code application.yaml}.
 */
class SchedulerOutageLog extends AbstractSchedulerListener {

  private static final Logger LOG = LoggerFactory.getLogger(SchedulerOutageLog.class);

  private final String what;
  private final AtomicBoolean isOut = new AtomicBoolean();

  /**
   * @param what cannot be looked up then, in the plural
   */
  SchedulerOutageLog(String what) {
    this.what = what;
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    switch (type) {
      case UNEXPECTED_ERROR -> {
        if (isOut.compareAndSet(false, true)) {
          LOG.warn("{} cannot be looked up in the database; trying on until they can", what);
        }
      }
      case RAN_EXECUTE_DUE, RAN_DETECT_DEAD -> {
        if (isOut.compareAndSet(true, false)) {
          LOG.warn("{} are being run again", what);
        }
      }
      default -> {}
    }
  }
}
