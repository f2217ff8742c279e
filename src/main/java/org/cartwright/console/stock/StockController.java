package org.cartwright.console.stock;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.stock.MovementKind;
import org.cartwright.stock.StockPolicy;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stock of the shop: the list, and an item's own page with its forms. */
@Hidden
@Controller("consoleStockController")
class StockController {

  static final String PATH = HtmlPages.CONSOLE + "/catalog/stock";
  private static final String ITEM = PATH + "/{item_id}";

  private final ConsolePages pages;
  private final StockDesk desk;
  private final StockShelf shelf;

  StockController(ConsolePages pages, StockDesk desk, StockShelf shelf) {
    this.pages = pages;
    this.desk = desk;
    this.shelf = shelf;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "policy", defaultValue = "") String policy,
      @RequestParam(name = "below", defaultValue = "") String below,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "") String page,
      HttpServletRequest request) {
    var filter = StockFilter.of(search, policy, below, order, page);
    var words = new HashMap<String, Object>();
    words.put("filter", filter);
    words.put("listing", shelf.list(filter));
    words.put("policies", StockPolicy.values());
    words.put("orders", StockSequence.values());
    return HtmlPages.page(200).body(pages.page("stock", request, words));
  }

  @GetMapping(ITEM)
  ResponseEntity<?> item(
      @PathVariable("item_id") String id,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(id, Asked.page(page), Trouble.NONE, session, request);
  }

  @PostMapping(ITEM + "/policy")
  ResponseEntity<?> say(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("policy", request);
    return answer(id, Trouble.of(typed, () -> desk.say(id, typed, session)), session, request);
  }

  @PostMapping(ITEM + "/movements")
  ResponseEntity<?> move(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("move", request);
    return answer(id, Trouble.of(typed, () -> desk.move(id, typed, session)), session, request);
  }

  private ResponseEntity<?> answer(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH + "/" + id)
        : page(id, 1, trouble, session, request);
  }

  private ResponseEntity<?> page(
      String id, int number, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var words = new HashMap<>(shelf.open(id, number));
    words.put("policies", StockPolicy.values());
    words.put("kinds", MovementKind.values());
    words.put("mayKeep", session.member().role().mayChangeCatalog());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("stock-item", request, words));
  }
}
