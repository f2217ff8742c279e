package org.cartwright.audit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The record lies by months, which are made ahead and dropped as a whole. */
@CartwrightTest
class AuditMonthsTests {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  @Autowired private AuditMonths months;
  @Autowired private TestClock clock;
  @Autowired private Clinics clinics;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private static List<String> there() {
    return OWNER
        .sql(
            "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_entry'::regclass")
        .query((row, n) -> row.getString(1))
        .list();
  }

  @Test
  void theComingMonthsAreMadeAndUsed() {
    clock.stoppedAt(
        Instant.parse("2041-11-20T10:00:00Z"),
        () -> {
          months.goRound();
          months.goRound();

          assertThat(there())
              .contains("audit_entry_2041_11", "audit_entry_2041_12", "audit_entry_2042_01");
          var clinic = clinics.open();
          assertThat(
                  OWNER
                      .sql("select count(*) from audit_entry_2041_11 where tenant_id = ?")
                      .param(clinic.id())
                      .query(Long.class)
                      .single())
              .isEqualTo(1);
        });
  }

  @Test
  void aMonthIsDroppedOnceItIsKeptNoLongerAndNoneTheServerTakesForFresh() {
    OWNER.sql("select audit_make_months('2016-05-10Z', 2)").query(Integer.class).single();
    clock.stoppedAt(
        Instant.parse("2022-06-15T10:00:00Z"),
        () -> {
          months.goRound();
          assertThat(there()).doesNotContain("audit_entry_2016_05").contains("audit_entry_2016_06");
        });
    var present = there().stream().filter(name -> name.startsWith("audit_entry_2026")).toList();

    clock.stoppedAt(Instant.parse("2060-01-01T00:00:00Z"), months::goRound);

    assertThat(there()).doesNotContain("audit_entry_2016_06").containsAll(present);
  }

  @Test
  void itIsKeptForAYearAtLeast() {
    assertThatThrownBy(() -> new AuditMonths(jdbc, transactions, clock, Period.ofMonths(11)))
        .hasMessageContaining("a year at least");
  }
}
