package org.cartwright.charges.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** The receipt of a payment, as data. */
@Schema(description = "The receipt of a payment. Amounts are in cents.")
public record PaymentReceipt(
    @Schema(description = "The id of the payment.") String id,
    PublicPatient patient,
    @Schema(example = "5000") long amount,
    @Schema(description = "The charge that was paid, as it stands now.") List<PublicCharge> charges,
    @Schema(description = "What was given back of this payment.") List<RefundSummary> refunds,
    Instant createdDate,
    @Schema(example = "CASH") String paymentMedium,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable PaymentMethodPublic paymentMethod,
    @Schema(description = "Always 0.") long feeToPatient,
    @Default("false") @Schema(description = "Whether there are items on the charge.")
        boolean hasItems,
    @Default("false") @Schema(description = "Whether there are packages on the charge.")
        boolean hasPackages) {

  public static PaymentReceipt of(Receipt receipt) {
    var payment = receipt.payment();
    var patient = receipt.patient();
    return new PaymentReceipt(
        payment.id(),
        new PublicPatient(
            patient.id(), Objects.requireNonNullElse(patient.firstName(), ""), patient.lastName()),
        payment.amount(),
        List.of(charge(receipt)),
        payment.refunds(),
        payment.createdDate(),
        payment.paymentMedium(),
        null,
        payment.feeToPatient(),
        receipt.lines().stream().anyMatch(line -> line.itemId() != null),
        receipt.lines().stream().anyMatch(line -> line.itemId() == null));
  }

  private static PublicCharge charge(Receipt receipt) {
    var charge = receipt.charge();
    return new PublicCharge(
        charge.id(),
        charge.total(),
        charge.totalOutstanding(),
        charge.description(),
        charge.status(),
        0,
        BigDecimal.ZERO,
        charge.externalId(),
        null,
        charge.createdDate(),
        null,
        List.of(),
        receipt.taxAmount());
  }
}
