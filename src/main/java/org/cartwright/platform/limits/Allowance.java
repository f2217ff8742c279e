package org.cartwright.platform.limits;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;

/** What a tenant may ask of one instance. */
@Schema(description = "What a clinic may ask of one instance.")
public record Allowance(
    @Schema(
            description =
                "Requests a second, in the long run; 0 means no limit, whatever `burst` says.")
        long requestsPerSecond,
    @Schema(description = "Requests at once, as `X-RateLimit-Limit` tells the clinic.") long burst,
    @Schema(description = "Requests that are answered at a time; 0 means no limit.") int inFlight) {

  static Allowance of(LimitSettings settings) {
    return new Allowance(
        settings.requestsPerSecond(), settings.burst(), settings.inFlightPerTenant());
  }

  Allowance with(OwnLimits own) {
    var rate = own.requestsPerSecond();
    return new Allowance(
        rate == null ? requestsPerSecond : rate,
        Objects.requireNonNullElse(own.burst(), rate == null ? burst : rate),
        Objects.requireNonNullElse(own.inFlight(), inFlight));
  }

  /** As it is held: whoever may ask so much a second may ask that at once. */
  Allowance held() {
    return burst == 0 ? new Allowance(requestsPerSecond, requestsPerSecond, inFlight) : this;
  }
}
