package org.cartwright.webhooks.events;

import java.util.Set;

/**
 * A transaction has committed that wrote down events for webhooks. Announced by the thread that did
 * so, to who sends them; if nobody hears it, they are found later.
 */
public record DeliveriesNoted(String tenant, Set<String> webhookIds) {
  public DeliveriesNoted {
    webhookIds = Set.copyOf(webhookIds);
  }
}
