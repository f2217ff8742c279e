package org.cartwright.platform.limits;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of one instance; a tenant may have others of its own. 0 is none, unless something else
 * is said.
 *
 * @param requestsPerSecond of one tenant, in the long run
 * @param burst requests of one tenant at once; if 0, those of a second
 * @param strangersPerMinute requests of one address that were refused, or that nobody knows the
 *     sender of
 * @param inFlightPerTenant requests of one tenant that are being answered
 * @param inFlight requests that are being answered, of all
 * @param connectionsPerAddress open connections of one address
 * @param requestWithin in which a request's header has to arrive, and then its body
 * @param drain how long open connections are told that the service stops, before new ones are
 *     refused, and how long those that are left then have to end; if 0, it refuses them at once
 */
@Validated
@ConfigurationProperties("cartwright.limits")
public record LimitSettings(
    @Min(0) @DefaultValue("1000") long requestsPerSecond,
    @Min(0) @DefaultValue("2000") long burst,
    @Min(0) @DefaultValue("300") long strangersPerMinute,
    @Min(0) @DefaultValue("200") int inFlightPerTenant,
    @Min(0) @DefaultValue("1000") int inFlight,
    @Min(0) @DefaultValue("500") int connectionsPerAddress,
    @DefaultValue("20s") Duration requestWithin,
    @DefaultValue("2s") Duration drain) {

  public LimitSettings {
    if (requestWithin.isNegative() || drain.isNegative()) {
      throw new IllegalArgumentException(
          "cartwright.limits.request-within and .drain cannot be negative");
    }
  }
}
