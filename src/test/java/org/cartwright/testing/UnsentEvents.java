package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Events that are on their way to webhooks of a clinic. */
public final class UnsentEvents {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private UnsentEvents() {}

  /** Waits until nothing is due at a moment of the service's clock and nothing is being sent. */
  public static void await(String clinic, Instant now) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (areThere(clinic, now)) {
      assertThat(System.nanoTime()).as("events are still on their way").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static boolean areThere(String clinic, Instant now) {
    try (var connection = TestDatabase.shared().superuser();
        var statement =
            connection.prepareStatement(
                """
                select exists (select from webhook_delivery
                                where tenant_id = ? and (due_date <= cast(? as timestamptz) or lease_until is not null))
                """)) {
      statement.setString(1, clinic);
      statement.setString(2, now.toString());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
