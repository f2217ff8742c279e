package org.cartwright.console.draft;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.cart.CopyDesk;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of a draft's page that make something else of it. */
@Hidden
@Controller
class DraftMovesController {

  private final DraftPage page;
  private final PlacingDesk desk;
  private final CopyDesk copies;

  DraftMovesController(DraftPage page, PlacingDesk desk, CopyDesk copies) {
    this.page = page;
    this.desk = desk;
    this.copies = copies;
  }

  @PostMapping(DraftPage.DRAFT + "/place")
  ResponseEntity<?> place(@PathVariable("cart_id") String id, HttpServletRequest request) {
    var typed = Typed.of("place", request);
    return page.placing(
        id, typed, request, () -> DraftPage.ORDERS + "/" + desk.place(id, typed).id());
  }

  @PostMapping(DraftPage.DRAFT + "/stock")
  ResponseEntity<?> hold(@PathVariable("cart_id") String id, HttpServletRequest request) {
    var typed = Typed.of("stock", request);
    return page.doing(
        id,
        typed,
        request,
        () -> {
          if (typed.field("do", "").equals("release")) {
            desk.release(id, typed);
          } else {
            desk.hold(id, typed);
          }
        });
  }

  @PostMapping(DraftPage.DRAFT + "/status")
  ResponseEntity<?> become(
      @PathVariable("cart_id") String id,
      @RequestParam("status") CartStatus status,
      HttpServletRequest request) {
    var typed = Typed.of("status", request);
    return page.doing(id, typed, request, () -> desk.become(id, status, typed));
  }

  @PostMapping(DraftPage.DRAFT + "/duplicate")
  ResponseEntity<?> duplicate(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var role = session.member().role();
    return page.leaving(
        id,
        Typed.of("duplicate", request),
        request,
        () -> DraftPage.DRAFTS + "/" + copies.copy(id, null, role).id());
  }

  @PostMapping(DraftPage.DRAFT + "/delete")
  ResponseEntity<?> delete(@PathVariable("cart_id") String id, HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    return page.leaving(
        id,
        typed,
        request,
        () -> {
          desk.delete(id, typed);
          return DraftPage.DRAFTS;
        });
  }
}
