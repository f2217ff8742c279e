package org.cartwright.console.products;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an item costs in each market, one by one and in quantity. */
@Hidden
@Controller
class PricesController {

  private static final String PATH = ProductsController.PATH + "/prices/";
  private static final String ITEM = PATH + "{item_id}";

  private final ConsolePages pages;
  private final PricesDesk desk;
  private final PriceSheet sheet;

  PricesController(ConsolePages pages, PricesDesk desk, PriceSheet sheet) {
    this.pages = pages;
    this.desk = desk;
    this.sheet = sheet;
  }

  @GetMapping(ITEM)
  ResponseEntity<?> prices(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(id, Trouble.NONE, session, request);
  }

  @PostMapping(ITEM)
  ResponseEntity<?> price(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("prices", request);
    return answer(id, Trouble.of(typed, () -> desk.price(id, typed, session)), session, request);
  }

  @PostMapping(ITEM + "/tiers")
  ResponseEntity<?> tier(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("tiers", request);
    return answer(id, Trouble.of(typed, () -> desk.tier(id, typed, session)), session, request);
  }

  private ResponseEntity<?> answer(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH + id)
        : page(id, trouble, session, request);
  }

  private ResponseEntity<?> page(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var words = new HashMap<>(sheet.open(id));
    words.put("mayKeep", session.member().role().mayChangeCatalog());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("item-prices", request, words));
  }
}
