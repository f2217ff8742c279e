package org.cartwright.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has every test notice soon what it waits for: it looks at once, and then more often than
 * Awaitility does by itself, which is ten times a second. For how long is what the test says.
 */
public final class SoonNoticed implements BeforeAllCallback {

  private static final Duration OFTEN = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(OFTEN);
  }
}
