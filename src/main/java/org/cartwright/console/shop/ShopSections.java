package org.cartwright.console.shop;

import java.util.List;
import org.cartwright.console.page.Desk;
import org.cartwright.console.page.Sections;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The parts of the catalog that shops have besides. */
@Component
@Order(2)
class ShopSections implements Sections {

  @Override
  public String area() {
    return "catalog";
  }

  @Override
  public List<String> words(Desk desk) {
    return desk.isShop() ? List.of("stock") : List.of();
  }
}
