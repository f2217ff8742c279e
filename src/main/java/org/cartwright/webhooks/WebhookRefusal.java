package org.cartwright.webhooks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cartwright.platform.errors.Conflict;

/** 409: why a webhook cannot do what is asked of it. */
public final class WebhookRefusal extends Conflict {

  private WebhookRefusal(String reason, String sentence, Object... values) {
    super("webhook." + reason, sentence, values);
  }

  static WebhookRefusal deleted() {
    return new WebhookRefusal("deleted", "The webhook was deleted; create another.");
  }

  /** It answered that it is gone. */
  public static WebhookRefusal disabled() {
    return new WebhookRefusal(
        "disabled",
        "The webhook answered 410, so nothing more is sent to it; change it, and send again.");
  }

  /** Until a moment the secret before the present one holds. */
  static WebhookRefusal secretIsNew(Instant until) {
    var moment = until.truncatedTo(ChronoUnit.SECONDS);
    return new WebhookRefusal(
        "secretIsNew",
        "The secret is new, and the one before it holds until %s; make another one then."
            .formatted(moment),
        moment);
  }

  static WebhookRefusal tooMany(int most) {
    return new WebhookRefusal(
        "tooMany",
        "There are %d webhooks already; delete one that is not needed.".formatted(most),
        most);
  }
}
