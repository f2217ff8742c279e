package org.cartwright.charges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.cartwright.documents.Logo;
import org.cartwright.documents.Pdf;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.idempotency.Answered;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.platform.web.PdfFile;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments, refunds and receipts over HTTP. */
@RestController
@RequestMapping("/billing/payment")
@Tag(name = "Payments", description = "Money that comes in for charges, and goes back.")
class PaymentController {

  private final Payments payments;
  private final ChargeDocuments documents;
  private final Tenants tenants;
  private final TenantLogos logos;

  PaymentController(
      Payments payments, ChargeDocuments documents, Tenants tenants, TenantLogos logos) {
    this.payments = payments;
    this.documents = documents;
    this.tenants = tenants;
    this.logos = logos;
  }

  @PostMapping("/cash/create")
  @Operation(
      operationId = "create_cash_payment_billing_payment_cash_create_post",
      summary = "Take a payment made outside of the service",
      description =
          "Takes `totalOutstanding` of the body, which may be a part of what is outstanding. More than that, or anything "
              + "for a charge that is settled, is refused.")
  Answered<PaymentSummary> cash(
      @Parameter(
              description =
                  "What it was made with, in any case: CASH, CHECK, EXTERNAL_CARD, GIFT_CARD, BANK_TRANSFER, WIRE, ZELLE, "
                      + "VENMO, INSURANCE, CARE_CREDIT, CHERRY, PATIENT_FI, AFFIRM, ALLE, ASPIRE or OTHER.")
          @RequestParam(name = "payment_medium", defaultValue = "CASH")
          String paymentMedium,
      @RequestBody ChargeTable charge,
      @Parameter(description = Idempotency.MEANING)
          @RequestHeader(name = Idempotency.HEADER, required = false)
          @Nullable String idempotencyKey) {
    return payments.take(
        charge.id(), charge.totalOutstanding(), medium(paymentMedium), idempotencyKey);
  }

  @PostMapping("/patient-credit/create")
  @Operation(
      operationId = "create_patient_credit_payment_billing_payment_patient_credit_create_post",
      summary = "Take a payment from the patient's credit",
      description =
          "Takes `totalOutstanding` of the body, or as much as there is; first from the credit that expires first. Refused "
              + "if there is none, or more than is outstanding is asked for.")
  Answered<PaymentSummary> patientCredit(
      @RequestBody ChargeTable charge,
      @Parameter(description = Idempotency.MEANING)
          @RequestHeader(name = Idempotency.HEADER, required = false)
          @Nullable String idempotencyKey) {
    return payments.takeCredit(charge.id(), charge.totalOutstanding(), idempotencyKey);
  }

  @PostMapping("/refund")
  @Operation(
      operationId = "refund_payment_billing_payment_refund_post",
      summary = "Give a payment back",
      description =
          "All of it or a part, never more than is left of it. What was paid with credit becomes credit again. A refund "
              + "before the charge is settled reopens what it gives back; afterwards nothing is owed again.")
  Answered<RefundSummary> refund(
      @RequestBody RefundCreate refund,
      @Parameter(description = Idempotency.MEANING)
          @RequestHeader(name = Idempotency.HEADER, required = false)
          @Nullable String idempotencyKey) {
    return payments.refund(refund, idempotencyKey);
  }

  @GetMapping("/{payment_id}/receipt")
  @Operation(
      operationId = "get_receipt_billing_payment__payment_id__receipt_get",
      summary = "The receipt of a payment")
  PaymentReceipt receipt(@PathVariable("payment_id") String paymentId) {
    return PaymentReceipt.of(documents.receipt(paymentId));
  }

  @GetMapping("/{payment_id}/receipt/items")
  @Operation(
      operationId = "get_receipt_items_billing_payment__payment_id__receipt_items_get",
      summary = "What a payment was made for",
      description = "All that is on the charge, in its order.")
  List<ItemWithQuantity> receiptItems(@PathVariable("payment_id") String paymentId) {
    return ItemWithQuantity.of(documents.receipt(paymentId));
  }

  @GetMapping("/{payment_id}/receipt.pdf")
  @PdfFile.Answered
  @Operation(
      operationId = "print_receipt",
      summary = "The receipt of a payment, to print",
      description =
          "On one page for ten lines: clinic and logo, patient, lines with discounts and taxes, payments and refunds. "
              + "Beyond the published API.")
  ResponseEntity<byte[]> printedReceipt(@PathVariable("payment_id") String paymentId) {
    var receipt = documents.receipt(paymentId);
    var logo = logos.current().flatMap(Logo::kept).orElse(null);
    var clinic = tenants.current();
    return PdfFile.named(
        "receipt-" + paymentId, Pdf.render(ReceiptPaper.of(receipt, clinic, logo), clinic.id()));
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
