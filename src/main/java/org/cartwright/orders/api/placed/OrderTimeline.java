package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
@Schema(description = "What happened to an order, in order.")
public record OrderTimeline(
    String orderId, @Schema(example = "#ORD-000000000001") String number, List<Event> events) {

  /** Something that happened to an order. */
  @Schema(name = "OrderEvent", description = "Something that happened to an order.")
  public record Event(
      Type type,
      @Schema(description = "Who did it: the shop, or the service by itself.") Actor actor,
      @Schema(
              description = "What was said of it, such as the carrier or why it was cancelled.",
              example = "Sundarban Courier, SC-4711")
          @Nullable String detail,
      Instant date) {}

  /** What can happen to an order. */
  @Schema(name = "OrderEventType")
  public enum Type {
    PLACED,
    APPROVED,
    SHIPPED,
    READY_FOR_PICKUP,
    DELIVERED,
    /** The goods did not get to the customer. */
    FAILED,
    CANCELLED
  }

  /** Who can do something to an order. */
  @Schema(name = "OrderEventActor")
  public enum Actor {
    SHOP,
    SERVICE
  }
}
