package org.cartwright.console.draft;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.Missing;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft's page, and its forms of what is on it and what that costs. */
@Hidden
@Controller
class DraftPageController {

  private static final String ITEM = "item:";

  private final DraftPage page;
  private final DraftLineDesk desk;

  DraftPageController(DraftPage page, DraftLineDesk desk) {
    this.page = page;
    this.desk = desk;
  }

  @GetMapping(DraftPage.DRAFT)
  ResponseEntity<?> draft(@PathVariable("cart_id") String id, HttpServletRequest request) {
    return page.show(id, request);
  }

  @PostMapping(DraftPage.DRAFT + "/items")
  ResponseEntity<?> add(
      @PathVariable("cart_id") String id,
      @RequestParam(name = "goods", defaultValue = "") String goods,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    if (!goods.startsWith(ITEM)) {
      throw Missing.a("Item");
    }
    var typed = Typed.of("add", request);
    var role = session.member().role();
    return page.changing(
        id, typed, request, () -> desk.add(id, goods.substring(ITEM.length()), typed, role));
  }

  @PostMapping(DraftPage.DRAFT + "/items/{item_id}")
  ResponseEntity<?> change(
      @PathVariable("cart_id") String id,
      @PathVariable("item_id") String lineId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("line-" + lineId, request);
    return page.changing(
        id,
        typed,
        request,
        () ->
            typed.field("do", "").equals("remove")
                ? desk.remove(id, lineId, typed, session.member().role())
                : desk.change(id, lineId, typed, session.member().role()));
  }

  @PostMapping(DraftPage.DRAFT)
  ResponseEntity<?> changeHead(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("head", request);
    return page.changing(
        id, typed, request, () -> desk.changeHead(id, typed, session.member().role()));
  }

  @PostMapping(DraftPage.DRAFT + "/coupon")
  ResponseEntity<?> coupon(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("coupon", request);
    return page.doing(id, typed, request, () -> desk.coupon(id, typed, session.member().role()));
  }
}
