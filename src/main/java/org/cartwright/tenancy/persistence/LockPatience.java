package org.cartwright.tenancy.persistence;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How long a transaction waits for somebody else's lock; whoever asked is then told to try again.
 */
@Component
public class LockPatience {

  private static final Duration MOST = Duration.ofSeconds(2);

  /** After so long a transaction that waits is refused; it holds for those that begin now. */
  public Duration most() {
    return MOST;
  }
}
