package org.cartwright.platform;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClockConfiguration {

  /**
   * Ticks in whole microseconds: what PostgreSQL keeps, so that an answer says the same as a later
   * read.
   */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  /** The time that passes, by which caches go: it passes as ever when the clock is set. */
  @Bean
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
