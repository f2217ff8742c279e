package org.cartwright.console.charges;

import io.swagger.v3.oas.annotations.Hidden;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.charges.receipts.ReceiptPrinter;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.PdfResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipts of a charge's payments, to be looked at and printed. */
@Hidden
@Controller
class ReceiptController {

  private final ChargeQueries charges;
  private final ReceiptPrinter printer;

  ReceiptController(ChargeQueries charges, ReceiptPrinter printer) {
    this.charges = charges;
    this.printer = printer;
  }

  @GetMapping(ChargePageController.CHARGE + "/payments/{payment_id}/receipt.pdf")
  ResponseEntity<?> receipt(
      @PathVariable("charge_id") String chargeId, @PathVariable("payment_id") String paymentId) {
    var charge = charges.get(chargeId);
    if (charge.payments().stream().noneMatch(it -> it.paymentId().equals(paymentId))) {
      throw Missing.a("Payment");
    }
    Trail.shows("charge", charge.id());
    Trail.shows("payment", paymentId);
    Trail.shows("patient", charge.patientId());
    return PdfResponse.shown("receipt-" + paymentId, printer.print(paymentId));
  }
}
