package org.cartwright.webhooks.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What has become of an event on its way to a webhook. */
@Schema(description = "The state of an event on its way to a webhook.")
public enum DeliveryStatus {
  /** It is tried, or tried again later. */
  PENDING,
  /** It was answered with 200 to 299. */
  DELIVERED,
  /** It is not tried any more, unless it is resent. */
  FAILED
}
