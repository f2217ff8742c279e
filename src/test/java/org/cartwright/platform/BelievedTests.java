package org.cartwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is known is what was stored, and not for long. */
class BelievedTests {

  private final AtomicLong passed = new AtomicLong();
  private final Believed<String, String> known =
      new Believed<>(Duration.ofSeconds(10), 100, passed::get);

  @Test
  void whatWasReadIsBelievedForAWhile() {
    assertThat(known.get("glow", () -> "Glow")).isEqualTo("Glow");
    assertThat(known.get("glow", () -> "Shine")).isEqualTo("Glow");
    passed.set(Duration.ofSeconds(11).toNanos());
    assertThat(known.get("glow", () -> "Shine")).isEqualTo("Shine");
  }

  @Test
  void whatWasForgottenIsReadAgain() {
    known.get("glow", () -> "Glow");
    known.forget("glow");
    assertThat(known.get("glow", () -> "Shine")).isEqualTo("Shine");
  }

  @Test
  void whatIsReadWhileItChangesIsNotBelieved() {
    var read =
        known.get(
            "glow",
            () -> {
              known.forget("glow"); // committed while this one still sees it as it was
              return "Glow";
            });
    assertThat(read).isEqualTo("Glow");
    assertThat(known.get("glow", () -> "Shine")).isEqualTo("Shine");
  }
}
