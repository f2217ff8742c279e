package org.cartwright.orders.timeline;

import org.cartwright.orders.placing.OrderEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whatever is done to an order. */
@Component("orderTimelineListener")
class TimelineListener {

  private final OrderTimelines timelines;

  TimelineListener(OrderTimelines timelines) {
    this.timelines = timelines;
  }

  @EventListener
  @Order(1)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(OrderEvent event) {
    timelines.note(event);
  }
}
