package org.cartwright.platform.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** How one tenant stands with this instance. */
final class TenantAccount {

  private final InFlightCounter inFlight = new InFlightCounter();
  private volatile Rate rate = new Rate(0, 0, Optional.empty());

  private record Rate(long perSecond, long burst, Optional<TokenBucket> bucket) {

    static Rate of(Allowance allowed) {
      var perSecond = allowed.requestsPerSecond();
      return new Rate(
          perSecond,
          allowed.burst(),
          perSecond == 0
              ? Optional.empty()
              : Optional.of(
                  new TokenBucket(
                      allowed.burst(),
                      perSecond,
                      Duration.ofSeconds(1),
                      TimeMeter.SYSTEM_NANOTIME)));
    }

    boolean is(Allowance allowed) {
      return perSecond == allowed.requestsPerSecond() && burst == allowed.burst();
    }
  }

  InFlightCounter inFlight() {
    return inFlight;
  }

  /** What it may still ask, unless it may ask what it wants; all of it after another allowance. */
  Optional<TokenBucket> bucket(Allowance allowed) {
    var now = rate;
    return now.is(allowed) ? now.bucket() : anew(allowed);
  }

  private synchronized Optional<TokenBucket> anew(Allowance allowed) {
    if (!rate.is(allowed)) {
      rate = Rate.of(allowed);
    }
    return rate.bucket();
  }
}
