package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartwright.charges.api.payments.PaymentMethodSummary;
import org.cartwright.charges.api.payments.PaymentStatus;
import org.cartwright.charges.api.payments.RefundSummary;
import org.cartwright.staff.api.UserTiny;
import org.jspecify.annotations.Nullable;

/** Something that happened to a charge. */
@Schema(
    description =
        "Something that happened to a charge. Amounts are in cents. The status is that "
            + "of the charge now, or that the payment or refund succeeded.")
public record ChargeTimeline(
    @Schema(description = "The id of the charge, payment or refund.") String id,
    ChargeTimelineType type,
    @Schema(description = "What was charged, paid or given back; never negative.", example = "5000")
        long amount,
    Instant date,
    @Schema(description = "Not kept by this service: `null`.")
        @Nullable PaymentMethodSummary paymentMethod,
    @Schema(description = "For a payment or refund only.", example = "CASH")
        @Nullable String paymentMedium,
    @Schema(
            anyOf = {ChargeStatus.class, PaymentStatus.class, PlannedPaymentStatus.class},
            nullable = true)
        String status,
    @Nullable String comment,
    @Schema(description = "For a charge or refund; for a void, its reason.")
        @Nullable String description,
    @Schema(description = "For a refund only.") @Nullable String refundReason,
    @Schema(description = "For a charge only.") @Nullable List<ChargeItemDetail> items,
    @Nullable Long discountAmount,
    @Schema(description = "Who made what was charged, or who gave a payment back.")
        @Nullable UserTiny creator,
    @Nullable Long feeToPatient,
    @Nullable List<TipDetail> tips) {

  /** A charge was opened. */
  public static ChargeTimeline opened(
      String id,
      long amount,
      Instant date,
      ChargeStatus status,
      @Nullable String description,
      List<ChargeItemDetail> items,
      @Nullable UserTiny creator) {
    return new ChargeTimeline(
        id,
        ChargeTimelineType.CHARGE,
        amount,
        date,
        null,
        null,
        status.name(),
        null,
        description,
        null,
        items,
        0L,
        creator,
        null,
        List.of());
  }

  /** A charge was taken back. */
  public static ChargeTimeline voided(String id, long amount, Instant date, String reason) {
    return new ChargeTimeline(
        id,
        ChargeTimelineType.VOID,
        amount,
        date,
        null,
        null,
        ChargeStatus.VOID.name(),
        null,
        reason,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A payment was taken. */
  public static ChargeTimeline paid(String id, long amount, Instant date, String medium) {
    return new ChargeTimeline(
        id,
        ChargeTimelineType.PAYMENT,
        amount,
        date,
        null,
        medium,
        PaymentStatus.SUCCEEDED.name(),
        null,
        null,
        null,
        null,
        null,
        null,
        0L,
        null);
  }

  /**
   * Something of a payment was given back.
   *
   * @param medium of the payment
   * @param creator who gave it back
   */
  public static ChargeTimeline givenBack(
      RefundSummary refund,
      String medium,
      @Nullable String description,
      @Nullable UserTiny creator) {
    return new ChargeTimeline(
        refund.id(),
        ChargeTimelineType.REFUND,
        refund.amount(),
        refund.createdDate(),
        null,
        medium,
        refund.status().name(),
        null,
        description,
        refund.reason().name(),
        null,
        null,
        creator,
        null,
        null);
  }
}
