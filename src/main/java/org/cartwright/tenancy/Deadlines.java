package org.cartwright.tenancy;

import java.time.Instant;
import java.util.List;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when something is good, as the current tenant's clients name it: a date alone is the whole
 * of that day, in the tenant's time zone.
 */
@Component
public class Deadlines {

  private final Tenants tenants;

  Deadlines(Tenants tenants) {
    this.tenants = tenants;
  }

  /** The last instant of what was named. */
  public Instant of(Moment named) {
    return named.lastInstantIn(() -> tenants.current().timeZone());
  }

  /**
   * The same of one that is to be ahead: what has passed is only taken if it is so already, because
   * what was served may be sent back.
   *
   * @param present what it is before the request
   * @param passed what to complain of otherwise; the answer is then of no use
   * @return nothing if none was named
   */
  public @Nullable Instant ahead(
      @Nullable Moment named,
      @Nullable Instant present,
      Instant now,
      Violation passed,
      List<Violation> found) {
    if (named == null) {
      return null;
    }
    var deadline = of(named);
    if (!deadline.isAfter(now) && !deadline.equals(present)) {
      found.add(passed);
    }
    return deadline;
  }
}
