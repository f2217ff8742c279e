package org.cartwright.console.draft;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.form.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of a draft's page that make something else of it. */
@Hidden
@Controller("consoleDraftMovesController")
class DraftMovesController {

  private final DraftPage page;
  private final PlacingDesk desk;
  private final Carts carts;

  DraftMovesController(DraftPage page, PlacingDesk desk, Carts carts) {
    this.page = page;
    this.desk = desk;
    this.carts = carts;
  }

  @PostMapping(DraftPage.DRAFT + "/place")
  ResponseEntity<?> place(@PathVariable("cart_id") String id, HttpServletRequest request) {
    var typed = Typed.of("place", request);
    return page.leaving(
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
  ResponseEntity<?> duplicate(@PathVariable("cart_id") String id, HttpServletRequest request) {
    return page.leaving(
        id,
        Typed.of("duplicate", request),
        request,
        () -> DraftPage.DRAFTS + "/" + carts.duplicate(id, null).id());
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
