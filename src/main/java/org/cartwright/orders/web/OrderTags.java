package org.cartwright.orders.web;

import org.cartwright.orders.Drafts;
import org.cartwright.orders.placing.Orders;
import org.cartwright.platform.web.tags.TaggedObject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafts and orders are changed as they were seen, if the client says so. */
@Configuration(proxyBeanMethods = false)
class OrderTags {

  @Bean
  TaggedObject taggedDrafts(Drafts drafts) {
    return new TaggedObject("/orders/drafts/{cart_id}", drafts::held);
  }

  @Bean
  TaggedObject taggedOrders(Orders orders) {
    return new TaggedObject("/orders/{order_id}", orders::held);
  }
}
