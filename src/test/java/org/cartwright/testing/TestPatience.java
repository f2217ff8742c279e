package org.cartwright.testing;

import java.time.Duration;
import org.cartwright.tenancy.persistence.LockPatience;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The service's patience with locks: as it is elsewhere, since races need it, and shorter where a
 * test is about who waits in vain.
 */
@Component
@Primary
public class TestPatience extends LockPatience {

  private static final Duration SHORT = Duration.ofMillis(300);

  private volatile boolean isShort;

  @Override
  public Duration most() {
    return isShort ? SHORT : super.most();
  }

  /** Of transactions that begin before this is closed. */
  public Shortened shortened() {
    isShort = true;
    return () -> isShort = false;
  }

  /** Ends by being closed. */
  public interface Shortened extends AutoCloseable {

    @Override
    void close();
  }
}
