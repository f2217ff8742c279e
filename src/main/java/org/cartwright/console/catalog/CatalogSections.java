package org.cartwright.console.catalog;

import java.util.List;
import org.cartwright.console.page.Desk;
import org.cartwright.console.page.Sections;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The parts of the catalog: everybody may look at all of them. */
@Component
@Order(1)
class CatalogSections implements Sections {

  @Override
  public String area() {
    return "catalog";
  }

  @Override
  public List<String> words(Desk desk) {
    return List.of("items", "packages", "taxes");
  }
}
