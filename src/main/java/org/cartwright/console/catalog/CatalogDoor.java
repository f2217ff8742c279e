package org.cartwright.console.catalog;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.page.Door;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells whoever may not change the catalog who may, where there is nothing on a page but a form to
 * change it. What is sent all the same is refused where it is done, beside what was typed.
 */
@Component
class CatalogDoor extends Door {

  private static final String CATALOG = HtmlPages.CONSOLE + "/catalog";

  CatalogDoor(ObjectProvider<ConsolePages> pages) {
    super(pages, CATALOG + "/new-*", CATALOG + "/*/new", CATALOG + "/taxes/*");
  }

  @Override
  protected @Nullable String closedTo(DeskRole role, HttpServletRequest request) {
    return request.getMethod().equals("GET") && !role.mayChangeCatalog() ? "catalog.closed" : null;
  }
}
