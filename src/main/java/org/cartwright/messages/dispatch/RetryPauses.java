package org.cartwright.messages.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long to wait before a message is tried again: longer every time, about a day in all, then no
 * more.
 */
@Component
class RetryPauses {

  private final List<Duration> pauses;

  RetryPauses(
      @Value("${cartwright.message-pauses:10s,1m,5m,30m,2h,6h,7h,8h}") List<Duration> pauses) {
    this.pauses = List.copyOf(pauses);
  }

  /** The longest of all. */
  Duration longest() {
    return pauses.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** The pause after so many attempts; nothing if that was the last one. */
  Optional<Duration> after(int attempts) {
    return attempts <= pauses.size() ? Optional.of(pauses.get(attempts - 1)) : Optional.empty();
  }
}
