package org.cartwright.console.shop;

import java.util.List;
import org.cartwright.console.page.Desk;
import org.cartwright.console.page.Sections;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The parts of the catalog that shops have besides. Who could open a first market finds where, even
 * if their clinic is no shop yet.
 */
@Component
@Order(2)
class ShopSections implements Sections {

  @Override
  public String area() {
    return "catalog";
  }

  @Override
  public List<String> words(Desk desk) {
    if (desk.isShop()) {
      return List.of("products", "markets", "coupons", "stock");
    }
    return desk.role().mayChangeCatalog() ? List.of("markets") : List.of();
  }
}
