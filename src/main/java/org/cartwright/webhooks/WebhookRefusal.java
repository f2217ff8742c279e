package org.cartwright.webhooks;

import org.cartwright.platform.errors.Conflict;

/** 409: why a webhook cannot do what is asked of it. */
public final class WebhookRefusal extends Conflict {

  private WebhookRefusal(String reason, String sentence, Object... values) {
    super("webhook." + reason, sentence, values);
  }

  static WebhookRefusal deleted() {
    return new WebhookRefusal("deleted", "The webhook was deleted; create another.");
  }

  static WebhookRefusal tooMany(int most) {
    return new WebhookRefusal(
        "tooMany",
        "There are %d webhooks already; delete one that is not needed.".formatted(most),
        most);
  }
}
