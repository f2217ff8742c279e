package org.cartwright.console.coupons;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of coupons, and the page on which one is made. */
@Hidden
@Controller
class CouponsController {

  static final String PATH = HtmlPages.CONSOLE + "/catalog/coupons";
  private static final String NEW = PATH + "/new";

  private final ConsolePages pages;
  private final CouponDesk desk;
  private final CouponShelf shelf;

  CouponsController(ConsolePages pages, CouponDesk desk, CouponShelf shelf) {
    this.pages = pages;
    this.desk = desk;
    this.shelf = shelf;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var filter = CouponFilter.of(search, state, order, page);
    var words = new HashMap<String, Object>();
    words.put("filter", filter);
    words.put("listing", shelf.list(filter));
    words.put("states", List.of(CouponFilter.ACTIVE, CouponFilter.INACTIVE));
    words.put("orders", CouponSequence.values());
    words.put("mayKeep", session.member().role().mayChangeCatalog());
    return HtmlPages.page(200).body(pages.page("coupons", request, words));
  }

  @GetMapping(NEW)
  ResponseEntity<?> blank(HttpServletRequest request) {
    return page(Trouble.NONE, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> create(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("coupon", request);
    return Trouble.answering(
        typed,
        () -> desk.create(typed, session),
        coupon -> ConsolePages.seeOther(PATH + "/" + coupon),
        trouble -> page(trouble, request));
  }

  private ResponseEntity<?> page(Trouble trouble, HttpServletRequest request) {
    var form = desk.form(null);
    var words = new HashMap<String, Object>();
    words.put("form", form.fields());
    words.put("currencies", form.currencies());
    words.put("seen", "");
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("new-coupon", request, words));
  }
}
