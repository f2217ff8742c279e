package org.cartwright.platform.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Bounds what one tenant may ask of this instance, by the second and at a time. */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class TenantLimits {

  private static final String TOO_FAST = "Too many requests a second; try again later.";
  private static final String TOO_MANY_AT_ONCE = "Too many requests at once; try again.";

  private final TooManyRequests tooMany;
  private final Clock clock;
  private final LoadingCache<String, Account> accounts;

  TenantLimits(LimitSettings settings, TooManyRequests tooMany, Clock clock) {
    this.tooMany = tooMany;
    this.clock = clock;
    accounts =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(
                tenant ->
                    new Account(
                        allowance(settings), new InFlightCounter(settings.inFlightPerTenant())));
  }

  private record Account(@Nullable TokenBucket allowance, InFlightCounter inFlight) {}

  private static @Nullable TokenBucket allowance(LimitSettings settings) {
    var rate = settings.requestsPerSecond();
    return rate == 0
        ? null
        : new TokenBucket(
            settings.burst() == 0 ? rate : settings.burst(),
            rate,
            Duration.ofSeconds(1),
            TimeMeter.SYSTEM_NANOTIME);
  }

  /** Passes a request of a tenant that was found to be it on, or asks it to try again later. */
  public void pass(
      String tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    KnownClients.made(request);
    var account = accounts.get(tenant);
    var allowance = account.allowance();
    if (allowance != null) {
      var taken = allowance.take();
      allowance.tell(response, clock);
      if (!taken) {
        tooMany.answer(request, response, allowance.secondsToWait(), TOO_FAST);
        return;
      }
    }
    if (!account.inFlight().enter()) {
      tooMany.answer(request, response, 1, TOO_MANY_AT_ONCE);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      account.inFlight().leave();
    }
  }
}
