package org.cartwright.platform.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Bounds what one tenant may ask of this instance, by the second and at a time: as much as any
 * other, or what is its own.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class TenantLimits {

  static final String IN_FLIGHT = "cartwright.tenant.in.flight";

  private final TooManyRequests tooMany;
  private final Clock clock;
  private final Allowance usual;
  private final DistributionSummary inFlight;
  private final LoadingCache<String, TenantAccount> accounts =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(tenant -> new TenantAccount());
  private volatile Map<String, OwnLimits> own = Map.of();

  TenantLimits(
      LimitSettings settings, TooManyRequests tooMany, MeterRegistry metrics, Clock clock) {
    this.tooMany = tooMany;
    this.clock = clock;
    usual = Allowance.of(settings).held();
    inFlight =
        DistributionSummary.builder(IN_FLIGHT)
            .description("Requests of its tenant that a request found, itself among them")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200)
            .register(metrics);
  }

  /** From now on, these tenants have limits of their own, and no others. */
  public void hold(Map<String, OwnLimits> limits) {
    own = Map.copyOf(limits);
  }

  /** What a tenant may ask that has these limits of its own. */
  public Allowance with(OwnLimits limits) {
    return usual.with(limits).held();
  }

  /** Passes a request of a tenant that was found to be it on, or asks it to try again later. */
  public void pass(
      String tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    KnownClients.made(request);
    var limits = own.get(tenant);
    var allowed = limits == null ? usual : with(limits);
    var account = accounts.get(tenant);
    var bucket = account.bucket(allowed);
    if (bucket.isEmpty()) {
      TokenBucket.tellNothing(response);
    } else {
      var taken = bucket.get().take();
      bucket.get().tell(response, clock);
      if (!taken) {
        tooMany.answer(request, response, bucket.get().secondsToWait(), RefusalReason.RATE);
        return;
      }
    }
    if (!account.inFlight().enter(allowed.inFlight())) {
      tooMany.answer(request, response, 1, RefusalReason.IN_FLIGHT);
      return;
    }
    inFlight.record(account.inFlight().now());
    try {
      chain.doFilter(request, response);
    } finally {
      account.inFlight().leave();
    }
  }
}
