package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.line;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much a changed line makes the database write. */
@CartwrightTest
class CartWritesTests {

  private static final int CHANGES = 100;
  private static final int WAL_OF_A_CHANGE = 3 * 1024 + 512;

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private Answer cart;

  @BeforeEach
  void openACart() {
    clinic = clinics.open();
    clinic.tax("Sales tax", "8.25");
    var line = line(clinic.item("Filler", 1299));
    cart = clinic.cart(clinic.patient(), line, line, line);
  }

  private void change(int times) {
    for (int n = 0; n < times; n++) {
      clinic.api().put(ServedCart.linePath(cart, n % 3), line().quantity(2 + n % 7)).ok();
    }
  }

  @Test
  void aChangedLineRewritesItsCartInItsPlace() {
    // What connections did before is told by the time of the first change.
    change(1);
    long updated = counter("n_tup_upd");
    long inPlace = counter("n_tup_hot_upd");

    change(CHANGES);

    var deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (counter("n_tup_upd") - updated < CHANGES && Instant.now().isBefore(deadline)) {
      // A connection tells with its next transaction, a second after it last did.
      clinic.api().get(ServedCart.path(cart)).ok();
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(counter("n_tup_upd") - updated).isGreaterThanOrEqualTo(CHANGES);
    assertThat(counter("n_tup_hot_upd") - inPlace).isGreaterThanOrEqualTo(CHANGES * 95 / 100);
  }

  @Test
  void aChangedLineWritesLittleToTheLog() {
    TestDatabase.shared().executeAsSuperuser("checkpoint");
    change(30); // the first change of a page after a checkpoint logs the page
    long least =
        LongStream.range(0, 3)
            .map(
                n -> {
                  long before = number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
                  change(40);
                  return (number("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn") - before)
                      / 40;
                })
            .min()
            .orElseThrow();

    assertThat(least).isBetween(300L, (long) WAL_OF_A_CHANGE);
  }

  @Test
  void aChangedLineLeavesTheRowOfItsClinicToOthers() throws SQLException {
    try (var other = TestDatabase.shared().superuser();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from tenant where id = '" + clinic.id() + "' for update");

      change(1);

      other.rollback();
    }
  }

  private static long counter(String name) {
    return number("select " + name + " from pg_stat_user_tables where relname = 'cart'");
  }

  private static long number(String sql) {
    try (var connection = TestDatabase.shared().superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
