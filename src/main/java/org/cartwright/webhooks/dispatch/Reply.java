package org.cartwright.webhooks.dispatch;

import java.time.Duration;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending an event.
 *
 * @param status what was answered, if anything was
 * @param failure why it counts as not delivered, in a sentence; absent if it was
 * @param wish how long the receiver asks to wait
 */
record Reply(@Nullable Integer status, @Nullable String failure, @Nullable Duration wish) {

  private static final int GONE = 410;

  static Reply of(int status, @Nullable Duration wish) {
    if (status >= 200 && status < 300) {
      return new Reply(status, null, null);
    }
    var failure =
        status >= 300 && status < 400 ? DeliveryFailure.REDIRECTED : DeliveryFailure.ANSWERED;
    return new Reply(status, failure.sentence(status), wish);
  }

  static Reply failed(DeliveryFailure why) {
    return new Reply(null, why.sentence(null), null);
  }

  boolean isDelivered() {
    return failure == null;
  }

  /** Whether the receiver wants nothing any more. */
  boolean isGone() {
    return status != null && status == GONE;
  }
}
