package org.cartwright.platform.limits;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** What of a tenant's limits is its own; where there is nothing, the instance's hold. */
@Schema(
    description =
        "The limits that are a clinic's own, on each instance. Where there is nothing, those hold that every clinic has.",
    example =
        """
        {"requestsPerSecond": 50, "burst": 100, "inFlight": 10}""")
public record OwnLimits(
    @Schema(description = "What it may ask a second, in the long run; 0 is no limit.")
        @Min(0)
        @Max(OwnLimits.MOST_REQUESTS)
        @Nullable Long requestsPerSecond,
    @Schema(
            description =
                "What it may ask at once. If there is 0 here, or nothing beside requests a second of its own, those of a second.")
        @Min(0)
        @Max(OwnLimits.MOST_REQUESTS)
        @Nullable Long burst,
    @Schema(description = "How many of its requests are answered at a time; 0 is no limit.")
        @Min(0)
        @Max(OwnLimits.MOST_IN_FLIGHT)
        @Nullable Integer inFlight) {

  static final long MOST_REQUESTS = 1_000_000;
  static final int MOST_IN_FLIGHT = 100_000;
}
