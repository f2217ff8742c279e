package org.cartwright.console.catalog;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of items, which is where the catalog begins. */
@Hidden
@Controller
class ItemsController {

  static final String CATALOG = HtmlPages.CONSOLE + "/catalog";
  static final String PATH = CATALOG + "/items";

  private final ConsolePages pages;
  private final ItemListings listings;

  ItemsController(ConsolePages pages, ItemListings listings) {
    this.pages = pages;
    this.listings = listings;
  }

  @GetMapping(CATALOG)
  ResponseEntity<?> begin() {
    return ConsolePages.seeOther(PATH);
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "category", defaultValue = "") String category,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var filter = ItemFilter.of(search, category, state, page);
    var words = new HashMap<>(listings.read(filter));
    words.put("filter", filter);
    words.put("mayChange", session.member().role().mayChangeCatalog());
    return HtmlPages.page(200).body(pages.page("items", request, words));
  }
}
