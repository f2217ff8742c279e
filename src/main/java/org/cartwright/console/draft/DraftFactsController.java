package org.cartwright.console.draft;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.draft.customer.TypedCustomer;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The forms of a draft's page of who buys, and where it goes and how. */
@Hidden
@Controller
class DraftFactsController {

  private final DraftPage page;
  private final DraftFactsDesk desk;
  private final TypedCustomer customers;

  DraftFactsController(DraftPage page, DraftFactsDesk desk, TypedCustomer customers) {
    this.page = page;
    this.desk = desk;
    this.customers = customers;
  }

  @PostMapping(DraftPage.DRAFT + "/market")
  ResponseEntity<?> market(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("market", request);
    return page.doing(id, typed, request, () -> desk.market(id, typed, session.member().role()));
  }

  @PostMapping(DraftPage.DRAFT + "/customer")
  ResponseEntity<?> customer(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("customer", request);
    return page.doing(
        id,
        typed,
        request,
        () -> desk.customer(id, customers.read(typed), typed, session.member().role()));
  }

  @PostMapping(DraftPage.DRAFT + "/contact")
  ResponseEntity<?> contact(@PathVariable("cart_id") String id, HttpServletRequest request) {
    var typed = Typed.of("contact", request);
    return page.doing(id, typed, request, () -> desk.contact(id, typed));
  }

  @PostMapping(DraftPage.DRAFT + "/delivery")
  ResponseEntity<?> delivery(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delivery", request);
    return page.doing(id, typed, request, () -> desk.delivery(id, typed, session.member().role()));
  }

  @PostMapping(DraftPage.DRAFT + "/addresses")
  ResponseEntity<?> addresses(
      @PathVariable("cart_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("addresses", request);
    var known = typed.field("use", "");
    var role = session.member().role();
    return page.doing(
        id,
        typed,
        request,
        () -> {
          if (known.isEmpty()) {
            desk.addresses(id, typed, role);
          } else {
            desk.useKnown(id, known, typed, role);
          }
        });
  }
}
