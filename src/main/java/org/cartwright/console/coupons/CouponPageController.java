package org.cartwright.console.coupons;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A coupon by itself, with its forms. */
@Hidden
@Controller
class CouponPageController {

  private static final String COUPON = CouponsController.PATH + "/{coupon_id}";

  private final ConsolePages pages;
  private final CouponDesk desk;
  private final CouponShelf shelf;

  CouponPageController(ConsolePages pages, CouponDesk desk, CouponShelf shelf) {
    this.pages = pages;
    this.desk = desk;
    this.shelf = shelf;
  }

  @GetMapping(COUPON)
  ResponseEntity<?> coupon(
      @PathVariable("coupon_id") String id,
      @RequestParam(name = "q", defaultValue = "") String search,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(id, Asked.search(search), Trouble.NONE, session, request);
  }

  @PostMapping(COUPON)
  ResponseEntity<?> change(
      @PathVariable("coupon_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("coupon", request);
    return answer(id, Trouble.of(typed, () -> desk.change(id, typed, session)), session, request);
  }

  @PostMapping(COUPON + "/covers")
  ResponseEntity<?> cover(
      @PathVariable("coupon_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("covers", request);
    return answer(id, Trouble.of(typed, () -> desk.cover(id, typed, session)), session, request);
  }

  @PostMapping(COUPON + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("coupon_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    var trouble = Trouble.of(typed, () -> desk.delete(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(CouponsController.PATH)
        : page(id, "", trouble, session, request);
  }

  private ResponseEntity<?> answer(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone()
        ? ConsolePages.seeOther(CouponsController.PATH + "/" + id)
        : page(id, "", trouble, session, request);
  }

  private ResponseEntity<?> page(
      String id,
      String search,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = new HashMap<>(shelf.open(id, search));
    words.put("mayKeep", session.member().role().mayChangeCatalog());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("coupon", request, words));
  }
}
