package org.cartwright.console.charges;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.charges.receipts.ReceiptMail;
import org.cartwright.charges.receipts.ReceiptPrinter;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.PdfResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The receipts of a charge's payments, to be looked at and printed, or sent to the patient. */
@Hidden
@Controller
class ReceiptController {

  private final ChargeQueries charges;
  private final ReceiptPrinter printer;
  private final ReceiptMail mail;
  private final ChargePage page;

  ReceiptController(
      ChargeQueries charges, ReceiptPrinter printer, ReceiptMail mail, ChargePage page) {
    this.charges = charges;
    this.printer = printer;
    this.mail = mail;
    this.page = page;
  }

  @GetMapping(ChargePageController.CHARGE + "/payments/{payment_id}/receipt.pdf")
  ResponseEntity<?> receipt(
      @PathVariable("charge_id") String chargeId, @PathVariable("payment_id") String paymentId) {
    show(chargeId, paymentId);
    return PdfResponse.shown("receipt-" + paymentId, printer.print(paymentId));
  }

  @PostMapping(ChargePageController.CHARGE + "/payments/{payment_id}/receipt")
  ResponseEntity<?> send(
      @PathVariable("charge_id") String chargeId,
      @PathVariable("payment_id") String paymentId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    show(chargeId, paymentId);
    var trouble = Trouble.of(Typed.of("receipt", request), () -> mail.send(paymentId));
    return trouble.isNone()
        ? ConsolePages.seeOther(ChargesController.PATH + "/" + chargeId)
        : page.of(chargeId, trouble, session, request);
  }

  /** A payment of another charge is none of this one. */
  private void show(String chargeId, String paymentId) {
    var charge = charges.get(chargeId);
    if (charge.payments().stream().noneMatch(it -> it.paymentId().equals(paymentId))) {
      throw Missing.a("Payment");
    }
    Trail.shows("charge", charge.id());
    Trail.shows("payment", paymentId);
    Trail.shows("patient", charge.patientId());
  }
}
