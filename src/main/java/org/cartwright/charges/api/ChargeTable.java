package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.cartwright.charges.api.payments.PaymentMethodSummary;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.json.Default;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.staff.api.UserTiny;
import org.jspecify.annotations.Nullable;

/**
 * A charge as clients send it to have it paid. Only its id and what is to be taken count; the rest
 * is read, as every body is, and means nothing.
 */
@Schema(
    name = "ChargeTable-Input",
    description =
        "A charge to be paid. Only `id` and `totalOutstanding`, the amount to take, "
            + "count; the rest is read and ignored.",
    example =
        """
        {"id": "chg_01kq3v9y6t8m2c4x5z7a1b0d9e", "total": 16680, "totalOutstanding": 5000, "status": "OUTSTANDING",
         "createdDate": "2026-05-04T09:30:00Z",
         "patient": {"id": "pat_demo_jane", "type": "PATIENT", "createdDate": "2026-05-01T08:00:00Z"}}\
        """)
public record ChargeTable(
    @Schema(description = "The charge to be paid.") String id,
    long total,
    @Schema(
            description = "How much to take, in cents: all that is outstanding, or a part of it.",
            example = "5000")
        @Min(1)
        @Max(Cents.MAX_VALUE)
        long totalOutstanding,
    @Nullable String description,
    ChargeStatus status,
    PatientSummary patient,
    @Nullable String ruleSetId,
    @Nullable Instant externalCreatedDate,
    Instant createdDate,
    @Nullable String externalId,
    @Nullable UserTiny creator,
    @Default("[]") List<AdjustmentSummary> adjustments,
    @Default("[]") List<Payment> payments,
    @Default("[]") List<PlannedPayment> plannedPayments,
    @Nullable String comment,
    @ArraySchema(schema = @Schema(ref = "#/components/schemas/ChargeItemDetail-Input"))
        @Default("[]")
        List<ChargeItemDetail> items,
    @Nullable String locationId,
    @Default("[]") List<TipDetail> tips) {

  @Schema(name = "ChargeTablePayment-Input", description = "Read and ignored.")
  record Payment(
      String id,
      long amount,
      PaymentStatus status,
      Instant createdDate,
      String paymentMedium,
      @Nullable PaymentMethodSummary paymentMethod,
      List<Refund> refunds) {}

  @Schema(name = "TableRefund-Input", description = "Read and ignored.")
  record Refund(
      String id,
      long amount,
      RefundReason reason,
      Instant createdDate,
      PaymentStatus status,
      @Nullable String description,
      @Nullable UserTiny creator) {}

  @Schema(name = "ChargeTablePlannedPayment", description = "Read and ignored.")
  record PlannedPayment(String id, long amount, PlannedPaymentStatus status, Instant paymentDate) {}
}
