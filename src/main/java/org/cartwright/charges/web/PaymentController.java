package org.cartwright.charges.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.charges.Payments;
import org.cartwright.charges.api.ChargeTable;
import org.cartwright.charges.api.payments.PaymentMedium;
import org.cartwright.charges.api.payments.PaymentSummary;
import org.cartwright.charges.api.payments.RefundCreate;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.charges.receipts.ItemWithQuantity;
import org.cartwright.charges.receipts.PaymentReceipt;
import org.cartwright.charges.receipts.ReceiptPrinter;
import org.cartwright.charges.receipts.Receipts;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.web.PdfResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments, refunds and receipts over HTTP. */
@RestController
@RequestMapping("/billing/payment")
@Tag(name = "Payments", description = "Money that comes in for charges, and goes back.")
class PaymentController {

  private final Payments payments;
  private final Receipts receipts;
  private final ReceiptPrinter printer;

  PaymentController(Payments payments, Receipts receipts, ReceiptPrinter printer) {
    this.payments = payments;
    this.receipts = receipts;
    this.printer = printer;
  }

  @PostMapping("/cash/create")
  @Operation(operationId = "create_cash_payment_billing_payment_cash_create_post")
  PaymentSummary cash(
      @RequestParam(name = "payment_medium", defaultValue = "CASH") String paymentMedium,
      @RequestBody ChargeTable charge) {
    return payments.take(charge.id(), charge.totalOutstanding(), medium(paymentMedium));
  }

  @PostMapping("/patient-credit/create")
  @Operation(
      operationId = "create_patient_credit_payment_billing_payment_patient_credit_create_post")
  PaymentSummary patientCredit(@RequestBody ChargeTable charge) {
    return payments.takeCredit(charge.id(), charge.totalOutstanding());
  }

  @PostMapping("/refund")
  @Operation(operationId = "refund_payment_billing_payment_refund_post")
  RefundSummary refund(@RequestBody RefundCreate refund) {
    return payments.refund(refund);
  }

  @GetMapping("/{payment_id}/receipt")
  @Operation(operationId = "get_receipt_billing_payment__payment_id__receipt_get")
  PaymentReceipt receipt(@PathVariable("payment_id") String paymentId) {
    return PaymentReceipt.of(receipts.get(paymentId));
  }

  @GetMapping("/{payment_id}/receipt/items")
  @Operation(operationId = "get_receipt_items_billing_payment__payment_id__receipt_items_get")
  List<ItemWithQuantity> receiptItems(@PathVariable("payment_id") String paymentId) {
    return ItemWithQuantity.of(receipts.get(paymentId));
  }

  @GetMapping("/{payment_id}/receipt.pdf")
  @PdfResponse.Answered
  @Operation(operationId = "print_receipt")
  ResponseEntity<byte[]> printedReceipt(@PathVariable("payment_id") String paymentId) {
    return PdfResponse.named("receipt-" + paymentId, printer.print(paymentId));
  }

  private static PaymentMedium medium(String name) {
    return PaymentMedium.settledOutside(name)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    new Violation(
                        List.of("query", "payment_medium"),
                        "Input should be one of " + PaymentMedium.SETTLED_OUTSIDE,
                        "enum")));
  }
}
