package org.cartwright.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction says last comes true with it, and is not said without it. */
@CartwrightTest
class ClosingMessageTests {

  private static final String WRITE =
      "insert into idempotency (tenant_id, key, request_hash, created_date) values (?, ?, sha256(''), now())";

  @Autowired private ClosingMessage closing;
  @Autowired private JointTransactions joint;
  @Autowired private PlatformTransactionManager manager;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clinics clinics;
  private final List<String> answered = new ArrayList<>();
  private TransactionTemplate transaction;
  private String clinic;

  @BeforeEach
  void open() {
    clinic = clinics.open().id();
    transaction = new TransactionTemplate(manager);
  }

  private void write(String key) {
    jdbc.sql(WRITE).param(clinic).param(key).update();
  }

  private void last(String key) {
    closing.add(
        message -> {
          message.tell(WRITE, List.of(clinic, key));
          return () -> answered.add(key);
        });
  }

  private List<String> written() {
    return transaction.execute(
        status ->
            jdbc.sql("select key from idempotency where tenant_id = ? order by key")
                .param(clinic)
                .query((row, n) -> row.getString(1))
                .list());
  }

  private void inOne(Runnable work) {
    CurrentTenant.within(clinic, () -> transaction.executeWithoutResult(status -> work.run()));
  }

  private List<String> writtenThere() {
    var found = new ArrayList<String>();
    CurrentTenant.within(clinic, () -> found.addAll(written()));
    return found;
  }

  @Test
  void whatIsSaidLastIsThereWithWhatWasDoneAndInItsOrder() {
    inOne(
        () -> {
          last("b");
          write("a");
          last("c");
          assertThat(written()).containsExactly("a");
        });

    assertThat(writtenThere()).containsExactly("a", "b", "c");
    assertThat(answered).containsExactly("b", "c");
  }

  @Test
  void ifOneOfItCannotBeSaidNothingWasDone() {
    inOne(() -> write("taken"));

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () ->
                inOne(
                    () -> {
                      write("a");
                      last("b");
                      last("taken");
                      last("c");
                    }))
        .withStackTraceContaining("idempotency_pkey");
    assertThat(writtenThere()).containsExactly("taken");
    assertThat(answered).isEmpty();
    inOne(() -> last("d"));
    assertThat(writtenThere()).containsExactly("d", "taken");
  }

  @Test
  void whatIsRolledBackSaysNothingAndTheLogNothingOfIt() {
    var log = new ListAppender<ILoggingEvent>();
    var hibernate = (Logger) LoggerFactory.getLogger("org.hibernate");
    log.start();
    hibernate.addAppender(log);
    try {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  inOne(
                      () -> {
                        last("a");
                        throw new IllegalStateException("not this");
                      }));
    } finally {
      hibernate.detachAppender(log);
    }

    assertThat(writtenThere()).isEmpty();
    assertThat(answered).isEmpty();
    assertThat(log.list).isEmpty();
  }

  @Test
  void aPartOfAJointTransactionIsNotCommittedByIt() {
    CurrentTenant.within(
        clinic,
        () -> {
          try (var whole = joint.begin()) {
            transaction.executeWithoutResult(status -> last("a"));
            assertThat(written()).containsExactly("a");
            assertThat(whole).isNotNull();
          }
        });

    assertThat(writtenThere()).isEmpty();
  }

  @Test
  void whoIsInNoTransactionCannotSpeakLast() {
    assertThatIllegalStateException().isThrownBy(() -> last("a"));
    assertThat(answered).isEmpty();
  }
}
