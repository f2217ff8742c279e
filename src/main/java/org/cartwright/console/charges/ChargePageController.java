package org.cartwright.console.charges;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleCookies;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The checkout: a charge's page, where it is paid and given back. */
@Hidden
@Controller
class ChargePageController {

  static final String CHARGE = ChargesController.PATH + "/{charge_id}";

  private final ChargePage page;
  private final ChargeDesk desk;
  private final ChargeQueries charges;
  private final ConsoleCookies cookies;

  ChargePageController(
      ChargePage page, ChargeDesk desk, ChargeQueries charges, ConsoleCookies cookies) {
    this.page = page;
    this.desk = desk;
    this.charges = charges;
    this.cookies = cookies;
  }

  @GetMapping(CHARGE)
  ResponseEntity<?> charge(
      @PathVariable("charge_id") String chargeId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page.of(chargeId, Trouble.NONE, session, request);
  }

  /** Tells what would be left to pay and go back; takes nothing. */
  @PostMapping(CHARGE + "/till")
  ResponseEntity<?> count(
      @PathVariable("charge_id") String chargeId,
      @RequestParam(name = "rest", defaultValue = "") String way,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(ChargePage.TILL, request);
    var fields = new HashMap<>(typed.fields());
    if (Till.isWay(way)) {
      fields.put(way, desk.till(charges.get(chargeId), typed).filled(way));
    }
    return page.of(chargeId, Trouble.filled(ChargePage.TILL, fields), session, request);
  }

  @PostMapping(CHARGE + "/payments")
  ResponseEntity<?> pay(
      @PathVariable("charge_id") String chargeId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(ChargePage.TILL, request);
    return Trouble.answering(
        typed,
        () -> desk.take(chargeId, typed),
        taken -> paid(chargeId, taken, request),
        trouble -> page.of(chargeId, trouble, session, request));
  }

  /** Leads back to the charge, where it is noted what goes back over the counter. */
  private ResponseEntity<?> paid(
      String chargeId, ChargeDesk.Taken taken, HttpServletRequest request) {
    var note = taken.change() == 0 ? "" : taken.lastPayment() + "." + taken.change();
    return ResponseEntity.status(303)
        .location(URI.create(at(chargeId)))
        .header(HttpHeaders.SET_COOKIE, cookies.note(request, note).toString())
        .build();
  }

  @PostMapping(CHARGE + "/payments/{payment_id}/refund")
  ResponseEntity<?> refund(
      @PathVariable("charge_id") String chargeId,
      @PathVariable("payment_id") String paymentId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("refund-" + paymentId, request);
    var member = session.member();
    var trouble =
        Trouble.of(
            typed, () -> desk.refund(chargeId, paymentId, member.id(), member.role(), typed));
    return trouble.isNone()
        ? ConsolePages.seeOther(at(chargeId))
        : page.of(chargeId, trouble, session, request);
  }

  private static String at(String chargeId) {
    return ChargesController.PATH + "/" + chargeId;
  }
}
