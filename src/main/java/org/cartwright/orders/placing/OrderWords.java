package org.cartwright.orders.placing;

import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** What an order says about itself on its charge, in the shop's language. */
@Component
class OrderWords {

  private final Texts texts;
  private final Tenants tenants;

  OrderWords(Texts texts, Tenants tenants) {
    this.texts = texts;
    this.tenants = tenants;
  }

  private Words words() {
    return texts.in(tenants.current().tongue(null));
  }

  /** What the charge is for. */
  String charged(OrderNumber number) {
    return words().say("order.onCharge", number);
  }

  /** Why it was taken back. */
  String cancelled(OrderNumber number, String reason) {
    return words().say("order.onCharge.cancelled", number, reason);
  }
}
