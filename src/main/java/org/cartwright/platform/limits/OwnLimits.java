package org.cartwright.platform.limits;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What of a tenant's limits is its own; where there is nothing, the instance's hold. */
@Schema(
    description =
        "The limits that are a clinic's own, on each instance. What is left out is as "
            + "for every clinic.",
    example =
        """
        {"requestsPerSecond": 50, "burst": 100, "inFlight": 10}""")
public record OwnLimits(
    @Schema(description = "Requests a second, in the long run; 0 means no limit.")
        @Min(0)
        @Max(OwnLimits.MOST_REQUESTS)
        @Nullable Long requestsPerSecond,
    @Schema(
            description =
                "Requests at once. If this is 0, or left out where the clinic has requests a "
                    + "second of its own, it is those of a second.")
        @Min(0)
        @Max(OwnLimits.MOST_REQUESTS)
        @Nullable Long burst,
    @Schema(description = "How many of its requests are answered at a time; 0 means no limit.")
        @Min(0)
        @Max(OwnLimits.MOST_IN_FLIGHT)
        @Nullable Integer inFlight) {

  static final long MOST_REQUESTS = 1_000_000;
  static final int MOST_IN_FLIGHT = 100_000;
}
