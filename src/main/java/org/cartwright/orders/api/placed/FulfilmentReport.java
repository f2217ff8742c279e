package org.cartwright.orders.api.placed;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** What happened to the goods of an order. */
@Schema(
    name = "FulfilmentEventWrite",
    description = "What happened to the goods of an order.",
    example =
        """
        {"type": "SHIPPED", "carrier": "Sundarban Courier", "trackingNumber": "SC-4711",
         "note": "Leave it with the neighbour"}""")
public record FulfilmentReport(
    Type type,
    @Schema(description = "Who carries them, if they are shipped.", example = "Sundarban Courier")
        @EmptyIsNull
        @Size(max = 255)
        @Nullable String carrier,
    @Schema(description = "The number by which the carrier tracks them.", example = "SC-4711")
        @EmptyIsNull
        @Size(max = 255)
        @Nullable String trackingNumber,
    @Schema(description = "Anything else there is to say.") @EmptyIsNull @Size(max = 2000)
        @Nullable String note)
    implements CrossFieldValidated {

  /** What can happen to goods. */
  @Schema(name = "FulfilmentEventType")
  public enum Type {
    SHIPPED,
    READY_FOR_PICKUP,
    DELIVERED,
    FAILED;

    /** Where the goods are then. */
    public FulfilmentStatus status() {
      return FulfilmentStatus.valueOf(name());
    }
  }

  @Override
  public void check(Complaints complaints) {
    if (type != Type.SHIPPED) {
      if (carrier != null) {
        complaints.about("carrier", "only what is shipped has a carrier");
      }
      if (trackingNumber != null) {
        complaints.about("trackingNumber", "only what is shipped has a tracking number");
      }
    }
  }
}
