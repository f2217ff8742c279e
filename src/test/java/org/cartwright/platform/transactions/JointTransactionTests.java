package org.cartwright.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several transactions that come true together or not at all. */
@CartwrightTest
class JointTransactionTests {

  @Autowired private JointTransactions joint;
  @Autowired private PlatformTransactionManager manager;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private Clinics clinics;
  private TransactionTemplate transaction;
  private TransactionTemplate reading;
  private String clinic;

  @BeforeEach
  void open() {
    clinic = clinics.open().id();
    transaction = new TransactionTemplate(manager);
    reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
  }

  private void write(String key) {
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    "insert into idempotency (tenant_id, key, request_hash, created_date) values (?, ?, sha256(''), now())")
                .param(clinic)
                .param(key)
                .update());
  }

  private List<String> written() {
    return reading.execute(
        status ->
            jdbc.sql("select key from idempotency where tenant_id = ? order by key")
                .param(clinic)
                .query((row, n) -> row.getString(1))
                .list());
  }

  private void within(Runnable work) {
    CurrentTenant.within(clinic, work);
  }

  @Test
  void whatIsCommittedTogetherIsThereAfterwardsAndNotBefore() throws Exception {
    within(
        () -> {
          try (var whole = joint.begin()) {
            write("a");
            write("b");
            assertThat(written()).containsExactly("a", "b");
            assertThat(seenByOthers()).isEmpty();
            whole.commit();
          }
          assertThat(written()).containsExactly("a", "b");
        });
  }

  private List<String> seenByOthers() {
    var seen = new ArrayList<String>();
    try {
      Thread.ofVirtual().start(() -> within(() -> seen.addAll(written()))).join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return seen;
  }

  @Test
  void whatIsNotCommittedIsNotDone() {
    within(
        () -> {
          try (var whole = joint.begin()) {
            write("a");
            assertThat(JointTransaction.isOpen()).isTrue();
          }
          assertThat(JointTransaction.isOpen()).isFalse();
          assertThat(written()).isEmpty();
        });
  }

  @Test
  void aPartThatFailsIsRolledBackByItself() {
    within(
        () -> {
          try (var whole = joint.begin()) {
            write("a");
            assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> write("a"));
            transaction.executeWithoutResult(
                status -> {
                  write("b");
                  status.setRollbackOnly();
                });
            write("c");
            whole.commit();
          }
          assertThat(written()).containsExactly("a", "c");
        });
  }

  @Test
  void whatIsToBeDoneAfterwardsWaitsForTheWhole() {
    var done = new ArrayList<String>();
    within(
        () -> {
          try (var whole = joint.begin()) {
            transaction.executeWithoutResult(status -> AfterCommit.run(() -> done.add("a")));
            assertThat(done).isEmpty();
            whole.commit();
          }
          assertThat(done).containsExactly("a");
          try (var whole = joint.begin()) {
            transaction.executeWithoutResult(status -> AfterCommit.run(() -> done.add("b")));
          }
          transaction.executeWithoutResult(status -> AfterCommit.run(() -> done.add("c")));
        });
    assertThat(done).containsExactly("a", "c");
  }

  @Test
  void aThreadIsInOneOnlyAndItsConnectionIsGivenBack() throws SQLException {
    int connections = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
    within(
        () -> {
          // Once more than there are: had one been kept each time, none would be left.
          for (int i = 0; i <= connections; i++) {
            try (var whole = joint.begin()) {
              assertThatIllegalStateException().isThrownBy(joint::begin);
              write("a");
            }
          }
        });
  }
}
