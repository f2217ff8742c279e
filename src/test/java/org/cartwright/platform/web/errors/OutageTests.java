package org.cartwright.platform.web.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database away, or busy, for a while. */
@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

  private static final String CONNECTIONS_OF_THE_SERVICE =
      "from pg_stat_activity where datname = current_database() and usename = '%s'"
          .formatted(TestDatabase.APP);

  @Autowired private Clinics clinics;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void withoutADatabaseEverybodyIsAskedToTryAgainAndThenItGoesOn(CapturedOutput output)
      throws Exception {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient()).at("/id");
    var pool = dataSource.unwrap(HikariDataSource.class);
    setDatabaseReachable(false);
    try {
      var answers =
          atOnce(
              () -> clinic.api().get("/billing/cart/" + cart),
              () -> clinic.api().get("/billing/cart"),
              () -> clinic.api().get("/billing/cart/list"),
              () -> clinic.api().get("/billing/charge/list"),
              () -> clinic.api().delete("/billing/cart/" + cart),
              () -> clinic.api().get("/admin/providers/list"),
              () -> clinic.api().get("/user/patient/list"),
              () -> clinic.api().post("/inventory/items/create", anItem("x").price(1)),
              () -> clinic.api().with("API-KEY", "another-key").get("/tenant/public"),
              () -> clinics.operator().get("/platform/tenants"),
              () -> clinics.nobody().get("/actuator/health/readiness"),
              () -> clinics.nobody().get("/actuator/health"));
      assertThat(answers.subList(10, 12)).extracting(Answer::status).containsExactly(503, 503);
      for (var answer : answers.subList(0, 10)) {
        answer.refused(503);
        assertThat(answer.at("/detail"))
            .isEqualTo("The service cannot reach its database; try again.");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
      }
      assertThat(clinics.nobody().get("/actuator/health/liveness").status()).isEqualTo(200);
    } finally {
      setDatabaseReachable(true);
      awaitConnection(pool);
    }

    assertThat(clinic.api().get("/billing/cart/" + cart).ok().at("/status")).isEqualTo("DRAFT");
    assertThat(clinics.nobody().get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    assertThat(
            output
                .getAll()
                .lines()
                .filter(line -> line.contains("The database does not answer"))
                .map(line -> line.substring(line.lastIndexOf(':'))))
        .doesNotHaveDuplicates()
        .hasSizeLessThan(5);
  }

  @Test
  void everyConnectionOfTheServiceIsBounded() throws SQLException {
    var jdbc = JdbcClient.create(dataSource);
    int version = jdbc.sql("show server_version_num").query(Integer.class).single();

    assertThat(setting(jdbc, "statement_timeout")).isEqualTo("10s");
    assertThat(setting(jdbc, "idle_in_transaction_session_timeout")).isEqualTo("20s");
    assertThat(setting(jdbc, "transaction_timeout")).isEqualTo(version < 170000 ? null : "1min");
    try (var connection = dataSource.getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
    }
  }

  @Test
  void everyTransactionWaitsTwoSecondsForALock() {
    var jdbc = JdbcClient.create(dataSource);

    var bound =
        new TransactionTemplate(transactions).execute(status -> setting(jdbc, "lock_timeout"));

    assertThat(bound).isEqualTo("2s");
  }

  @Test
  void aStartDoesNotOpenEveryConnectionThatTheServiceMayHave() throws Exception {
    var pool = dataSource.unwrap(HikariDataSource.class);

    assertThat(pool.getMinimumIdle()).isEqualTo(5);
    assertThat(pool.getMaximumPoolSize()).isEqualTo(20);
  }

  private static @Nullable String setting(JdbcClient jdbc, String name) {
    return jdbc.sql("select current_setting(?, true)")
        .param(name)
        .query((row, number) -> row.getString(1))
        .list()
        .getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slow?seconds=9&bound=statement_timeout&value=200ms",
        "slow?seconds=9&bound=transaction_timeout&value=200ms",
        "idle"
      })
  void whatTakesTooLongInTheDatabaseIsEndedAndA503(String what, CapturedOutput output)
      throws Exception {
    var clinic = clinics.open();
    var pool = dataSource.unwrap(HikariDataSource.class);

    var begin = Instant.now();
    var answer = clinic.api().get("/trouble/" + what).refused(503);

    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.text()).doesNotContain("timeout");
    assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    awaitConnection(pool);
    clinic.api().get("/billing/cart").ok();
  }

  /** Where nobody waits for 20 seconds, as every connection does. */
  @Test
  void aFrozenDatabaseIsA503AndNotAHang() throws Exception {
    var clinic = clinics.open();
    var pool = dataSource.unwrap(HikariDataSource.class);
    Answer answer;
    try (var other = Executors.newVirtualThreadPerTaskExecutor();
        var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      var server = postmaster(statement);
      var asked = other.submit(() -> clinic.api().get("/trouble/impatient"));
      awaitSleeper(statement);
      try {
        signal("STOP", server);
        answer = asked.get();
      } finally {
        signal("CONT", server);
        awaitConnection(pool);
      }
    }

    answer.refused(503);
    clinic.api().get("/billing/cart").ok();
  }

  private static ProcessHandle postmaster(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      var backend = ProcessHandle.of(row.getLong(1));
      assumeTrue(
          backend.flatMap(ProcessHandle::parent).isPresent(), "The server is in a container");
      return backend.flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  private static void awaitSleeper(Statement statement) throws SQLException, InterruptedException {
    for (int attempt = 0; attempt < 1000; attempt++) {
      try (var row =
          statement.executeQuery(
              "select " + CONNECTIONS_OF_THE_SERVICE + " and wait_event = 'PgSleep'")) {
        if (row.next()) {
          return;
        }
      }
      Thread.sleep(5);
    }
    throw new AssertionError("nobody sleeps in the database");
  }

  /** The postmaster first: it starts no child from then on. One may end by itself, though. */
  private static void signal(String name, ProcessHandle server) throws Exception {
    kill(name, server);
    for (var child : server.children().toList()) {
      kill(name, child);
    }
  }

  private static void kill(String name, ProcessHandle process) throws Exception {
    var pid = Long.toString(process.pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    assertThat(exit == 0 || !process.isAlive()).as("kill -%s %s", name, pid).isTrue();
  }

  @Test
  void whoWaitsForALockForTwoSecondsIsToldToTryAgain() throws Exception {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = aCart().of(cart.at("/patient/id")).notes("changed");

    List<Answer> answers;
    try (var somebodyElse = holdingLockOf(clinic)) {
      answers =
          atOnce(
              () -> clinic.api().put(path, change),
              () -> clinic.api().delete(path),
              () -> clinic.api().get(path));
      somebodyElse.rollback();
    }

    for (var refused : answers.subList(0, 2)) {
      refused.refused(409);
      assertThat(refused.at("/detail"))
          .isEqualTo("Somebody else is changing this right now; try again.");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    }
    answers.get(2).ok();
    assertThat(clinic.api().get(path).ok().text()).isEqualTo(answers.get(2).text());
    clinic.api().put(path, change).ok();
  }

  @Test
  void aConnectionThatBreaksInTheMiddleOfAChangeChangesNothingAndIsA503() throws Exception {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = aCart().of(cart.at("/patient/id")).notes("changed");

    Answer answer;
    try (var somebodyElse = holdingLockOf(clinic);
        var other = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = other.submit(() -> clinic.api().put(path, change));
      breakTheConnectionThatWaits();
      answer = asked.get();
      somebodyElse.rollback();
    }

    answer.refused(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(clinic.api().get(path).ok().json()).isEqualTo(cart.json());
  }

  @Test
  void aConnectionThatBreaksJustBeforeTheCommitChangesNothingAndIsToldInOneLine(
      CapturedOutput output) throws Exception {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = aCart().of(cart.at("/patient/id")).notes("changed");

    try (var somebodyElse = holdingLockOf("webhook_sequence", clinic);
        var other = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = other.submit(() -> clinic.api().put(path, change));
      breakTheConnectionThatWaits();
      asked.get().refused(503);
      somebodyElse.rollback();
    }

    assertThat(clinic.api().get(path).ok().json()).isEqualTo(cart.json());
    assertThat(output.getAll().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
  }

  @Test
  void aDatabaseWhoseDiskIsFullIsA503ThatLosesNothingAndWorksAgainOnceThereIsSpace() {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());
    var path = "/billing/cart/" + cart.at("/id");
    var change = aCart().of(cart.at("/patient/id")).notes("changed");
    var keyed = clinic.api().with("Idempotency-Key", "when-there-is-space");

    TestDatabase.shared()
        .full(
            "cart",
            clinic.id(),
            () -> {
              var answer = keyed.put(path, change).refused(503);
              assertThat(answer.at("/detail"))
                  .isEqualTo("The service cannot reach its database; try again.");
              assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
              assertThat(clinic.api().get(path).ok().json()).isEqualTo(cart.json());
            });

    assertThat(keyed.put(path, change).ok().at("/notes")).isEqualTo("changed");
  }

  /** A transaction of somebody else that has the lock on all the clinic's carts. */
  private static java.sql.Connection holdingLockOf(Clinic clinic) throws SQLException {
    return holdingLockOf("cart", clinic);
  }

  private static java.sql.Connection holdingLockOf(String table, Clinic clinic)
      throws SQLException {
    var connection = TestDatabase.shared().superuser();
    connection.setAutoCommit(false);
    try (var lock =
        connection.prepareStatement("select from " + table + " where tenant_id = ? for update")) {
      lock.setString(1, clinic.id());
      lock.execute();
    }
    return connection;
  }

  private static void breakTheConnectionThatWaits() throws SQLException, InterruptedException {
    try (var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      for (int attempt = 0; attempt < 200; attempt++) {
        try (var broken =
            statement.executeQuery(
                "select pg_terminate_backend(pid) "
                    + CONNECTIONS_OF_THE_SERVICE
                    + " and wait_event_type = 'Lock'")) {
          if (broken.next()) {
            return;
          }
        }
        Thread.sleep(10);
      }
    }
    throw new AssertionError("nobody waited for the lock");
  }

  /** The pool tries again with growing pauses of up to ten seconds; nobody else is to meet them. */
  private static void awaitConnection(HikariDataSource pool) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (var connection = pool.getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
        return;
      } catch (SQLTransientConnectionException notYet) {
        if (attempt == 60) {
          throw notYet;
        }
      }
    }
  }

  private static void setDatabaseReachable(boolean reachable) {
    try (var server = TestDatabase.shared().superuser();
        var statement = server.createStatement()) {
      // Its own limit: the superuser that lifts it again is not bound by it.
      statement.execute(
          "alter role %s connection limit %d".formatted(TestDatabase.APP, reachable ? -1 : 0));
      if (!reachable) {
        statement.execute("select pg_terminate_backend(pid) " + CONNECTIONS_OF_THE_SERVICE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  private static List<Answer> atOnce(Callable<Answer>... requests) throws Exception {
    try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new java.util.ArrayList<Answer>();
      for (Future<Answer> answer : askers.invokeAll(List.of(requests))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
