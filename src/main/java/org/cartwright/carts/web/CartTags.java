package org.cartwright.carts.web;

import org.cartwright.carts.Carts;
import org.cartwright.platform.web.tags.TaggedObject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carts are changed as they were seen, if the client says so. */
@Configuration(proxyBeanMethods = false)
class CartTags {

  @Bean
  TaggedObject taggedCarts(Carts carts) {
    return new TaggedObject("/billing/cart/{cart_id}", carts::held);
  }
}
