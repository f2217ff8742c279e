package org.cartwright.platform.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageLogTests {

  private final AtomicLong time = new AtomicLong();
  private final DatabaseOutageLog outages = new DatabaseOutageLog(time::get);

  @Test
  void anOutageIsOneLineForEachKindHoweverManyRequestsItFails(CapturedOutput output) {
    for (int second = 0; second < 600; second++) {
      time.addAndGet(Duration.ofSeconds(1).toNanos());
      outages.met(poolTimeout(second));
      outages.met(new IllegalStateException(new SQLException("secret", "57P01")));
    }

    assertThat(output.getAll().lines())
        .hasSize(2)
        .anyMatch(line -> line.endsWith(": SQLTransientConnectionException"))
        .anyMatch(line -> line.endsWith(": SQLException 57P01"));
    assertThat(output.getAll()).doesNotContain("secret").doesNotContain("\tat ");
  }

  @Test
  void theNextOutageIsTold(CapturedOutput output) {
    outages.met(poolTimeout(1));
    time.addAndGet(Duration.ofSeconds(61).toNanos());
    outages.met(poolTimeout(2));

    assertThat(output.getAll().lines()).hasSize(2);
  }

  private static Exception poolTimeout(int waited) {
    return new CannotCreateTransactionException(
        "No", new SQLTransientConnectionException("after " + waited + " ms"));
  }
}
