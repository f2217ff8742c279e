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
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what one address may ask before anybody knows who asks: wrong keys and whatever else is
 * refused, and everything of the patients' pages, which have no key, and of the console before
 * anybody has signed in. Stands before whatever costs. A request whose key or session turns out
 * good costs its address nothing. Nor does one that the service fails at, as where it cannot look
 * at keys: it is not refused, and its key may be good. Only pages cost a stranger all the same.
 */
@Component
@Order(FilterOrder.ADDRESSES)
class AddressLimitFilter extends OncePerRequestFilter {

  private final LimitSettings settings;
  private final TooManyRequests tooMany;
  private final Clock clock;
  private final KnownClients acquaintance = new KnownClients();
  private final LoadingCache<String, TokenBucket> allowances;

  AddressLimitFilter(LimitSettings settings, TooManyRequests tooMany, Clock clock) {
    this.settings = settings;
    this.tooMany = tooMany;
    this.clock = clock;
    var minute = Duration.ofMinutes(1);
    allowances =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(minute.multipliedBy(2))
            .build(
                network ->
                    new TokenBucket(
                        settings.strangersPerMinute(),
                        settings.strangersPerMinute(),
                        minute,
                        TimeMeter.SYSTEM_NANOTIME));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return settings.strangersPerMinute() == 0 || ExemptPaths.is(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var allowance = allowances.get(ClientNetwork.of(request.getRemoteAddr()));
    var paid = !acquaintance.isOld(request);
    if (paid && !allowance.take()) {
      allowance.tell(response, clock);
      tooMany.answer(request, response, allowance.secondsToWait(), RefusalReason.ADDRESS);
      return;
    }
    allowance.tell(response, clock);
    var failed = true;
    try {
      chain.doFilter(request, response);
      failed = response.getStatus() >= 500;
    } finally {
      acquaintance.learn(request, failed);
      var isRefused = !failed && response.getStatus() >= 400;
      var isVisit = HtmlPages.is(request) && (paid || !failed);
      settle(allowance, paid, !KnownClients.isMade(request) && (isRefused || isVisit));
    }
  }

  private static void settle(TokenBucket allowance, boolean paid, boolean costs) {
    if (paid && !costs) {
      allowance.giveBack();
    } else if (costs && !paid) {
      allowance.take();
    }
  }
}
