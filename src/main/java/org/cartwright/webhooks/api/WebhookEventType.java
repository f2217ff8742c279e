package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** By what the published API lets attempts be filtered. */
@Schema(
    name = "WebhookEventType",
    description = "The type of event that was to be sent to the webhook.")
public enum WebhookEventType {
  PAYMENT_CREATED,
  PAYMENT_COMPLETED,
  PAYMENT_FAILED,
  CHARGE_CREATED,
  ADJUSTMENT_CREATED,
  REFUND_CREATED,
  PATIENT_CREATED,
  PATIENT_UPDATED;

  /** The same as attempts are told to be of: a completed payment is one that succeeded. */
  public AlertType alert() {
    return this == PAYMENT_COMPLETED ? AlertType.PAYMENT_SUCCEEDED : AlertType.valueOf(name());
  }
}
