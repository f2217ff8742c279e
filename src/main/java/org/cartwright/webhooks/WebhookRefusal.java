package org.cartwright.webhooks;

import org.cartwright.platform.errors.Conflict;

/** 409: why a webhook cannot do what is asked of it. */
public final class WebhookRefusal extends Conflict {

  private WebhookRefusal(String sentence) {
    super(sentence);
  }

  static WebhookRefusal deleted() {
    return new WebhookRefusal("The webhook was deleted; create another.");
  }

  static WebhookRefusal tooMany(int most) {
    return new WebhookRefusal(
        "There are %d webhooks already; delete one that is not needed.".formatted(most));
  }
}
