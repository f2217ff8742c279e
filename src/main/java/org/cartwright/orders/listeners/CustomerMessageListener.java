package org.cartwright.orders.listeners;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.placing.OrderEvent;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the customer of an order what was done to it: by e-mail if the order has an address and the
 * installation sends e-mail, else by text message, else not at all. A message leaves after the
 * commit of what it tells about.
 */
@Component
class CustomerMessageListener {

  private final OrderQueries orders;
  private final Outbox outbox;
  private final Tenants tenants;

  CustomerMessageListener(OrderQueries orders, Outbox outbox, Tenants tenants) {
    this.orders = orders;
    this.outbox = outbox;
    this.tenants = tenants;
  }

  @EventListener
  @Order(2)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(OrderEvent event) {
    switch (event.type()) {
      case PLACED -> tell(event, Occasion.ORDER_PLACED);
      case APPROVED -> tell(event, Occasion.ORDER_APPROVED);
      case SHIPPED -> tell(event, Occasion.ORDER_SHIPPED);
      case CANCELLED -> tell(event, Occasion.ORDER_CANCELLED);
      case READY_FOR_PICKUP -> tell(event, Occasion.ORDER_READY_FOR_PICKUP);
      case DELIVERED, FAILED -> {}
    }
  }

  private void tell(OrderEvent event, Occasion occasion) {
    var order = orders.get(event.orderId());
    if (canReach(Channel.EMAIL, order.contact().email())) {
      post(order, occasion, Channel.EMAIL, order.contact().email());
    } else if (canReach(Channel.SMS, order.contact().phone())) {
      post(order, occasion, Channel.SMS, order.contact().phone());
    }
  }

  private boolean canReach(Channel channel, @Nullable String recipient) {
    return recipient != null && !recipient.isBlank() && outbox.reaches(channel);
  }

  private void post(
      OrderDetail order, Occasion occasion, Channel channel, @Nullable String recipient) {
    outbox.post(
        new Message(
                occasion,
                channel,
                Objects.requireNonNull(recipient).strip(),
                variables(order, occasion),
                null,
                order.id())
            .in(order.customer().language()));
  }

  private Map<String, String> variables(OrderDetail order, Occasion occasion) {
    var all = new HashMap<String, String>();
    var shop = tenants.current();
    var figures =
        shop.figures(
            Currency.getInstance(order.currency()), shop.tongue(order.customer().language()));
    all.put("clinic", shop.name());
    all.put("customer", name(order));
    all.put("number", order.number());
    all.put("total", figures.money(order.total()));
    all.put("outlet", order.fulfilment().name());
    all.put("carrier", Objects.requireNonNullElse(order.fulfilment().carrier(), ""));
    all.put("trackingNumber", Objects.requireNonNullElse(order.fulfilment().trackingNumber(), ""));
    all.put("reason", Objects.requireNonNullElse(order.cancelReason(), ""));
    all.keySet().retainAll(occasion.variables());
    return all;
  }

  private static String name(OrderDetail order) {
    var contact = order.contact().name();
    if (contact != null && !contact.isBlank()) {
      return contact;
    }
    return Stream.of(order.customer().firstName(), order.customer().lastName())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
