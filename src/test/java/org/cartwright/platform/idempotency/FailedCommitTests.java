package org.cartwright.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.anItem;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The connection is cut while a change is committed: nobody knows what became of it. */
@CartwrightTest
class FailedCommitTests {

  private static final String WAITING =
      "select pid from pg_stat_activity where datname = current_database() and wait_event = 'SyncRep' and %s";

  private static final String CUT =
      WAITING
          .replace("select pid", "select pg_terminate_backend(pid)")
          .formatted("usename = '" + TestDatabase.APP + "'");

  private static final String CREATE = "/inventory/items/create";

  @Autowired private Clinics clinics;
  private Clinic clinic;
  private Api keyed;
  private int before;

  @BeforeEach
  void open() {
    clinic = clinics.open();
    keyed = clinic.api().with("Idempotency-Key", "cut");
    before = items();
  }

  private int items() {
    return clinic.api().get("/inventory/items/list").ok().json().get("data").size();
  }

  private Answer create() {
    return keyed.post(CREATE, anItem("Serum").price(100));
  }

  private static void isUnknown(Answer answer) {
    answer.refused(503);
    assertThat(answer.at("/detail")).isEqualTo("The service cannot reach its database; try again.");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void cutBeforeItCameTrueItIsDoneWhenItIsSentAgain() throws SQLException {
    try (var superuser = TestDatabase.shared().superuser();
        var database = superuser.createStatement()) {
      database.execute(
          """
          create function cut() returns trigger language plpgsql security definer as $$
          begin
              perform pg_terminate_backend(pg_backend_pid());
              return null;
          end $$;
          create constraint trigger cut after insert on idempotency deferrable initially deferred
              for each row when (new.key = 'cut') execute function cut()
          """);
      try {
        isUnknown(create());
      } finally {
        database.execute("drop trigger cut on idempotency; drop function cut()");
      }
    }

    assertThat(items()).isEqualTo(before);
    assertThat(create().ok().headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(items()).isEqualTo(before + 1);
  }

  /**
   * A commit that waits for a standby that never comes is in the log, and its client is cut off.
   */
  @Test
  void cutAfterItCameTrueItIsAnsweredWhenItIsSentAgain() throws Exception {
    Answer cut;
    try (var superuser = TestDatabase.shared().superuser();
        var other = TestDatabase.shared().superuser();
        var database = superuser.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      database.execute("create table written (at timestamptz)");
      var isOver = new AtomicBoolean();
      var writing = threads.submit(() -> writeUntil(isOver, other));
      try {
        database.execute("alter system set synchronous_standby_names = 'nobody'");
        database.execute("select pg_reload_conf()");
        until(() -> isAny(database, WAITING.formatted("usename <> '" + TestDatabase.APP + "'")));
        var asked = threads.submit(this::create);
        until(
            () -> {
              isAny(database, CUT);
              return asked.isDone();
            });
        cut = asked.get();
      } finally {
        isOver.set(true);
        database.execute("alter system reset synchronous_standby_names");
        database.execute("select pg_reload_conf()");
        writing.get();
        database.execute("drop table written");
      }
    }
    isUnknown(cut);

    assertThat(items()).isEqualTo(before + 1);
    assertThat(create().ok().headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(items()).isEqualTo(before + 1);
  }

  private static @Nullable Void writeUntil(AtomicBoolean isOver, Connection connection)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      while (!isOver.get()) {
        statement.execute("insert into written values (now())");
      }
      return null;
    }
  }

  private static boolean isAny(Statement database, String query) throws SQLException {
    try (var rows = database.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void until(Callable<Boolean> isSo) throws Exception {
    for (int attempt = 0; attempt < 2000; attempt++) {
      if (isSo.call()) {
        return;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("nobody waits for the standby");
  }
}
