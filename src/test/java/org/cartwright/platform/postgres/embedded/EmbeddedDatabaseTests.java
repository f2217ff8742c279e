package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cartwright.platform.postgres.safety.DatabaseSelfCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

  @TempDir(factory = InMemory.class)
  static Path prepared;

  @TempDir(factory = InMemory.class)
  static Path running;

  @TempDir(factory = InMemory.class)
  Path directory;

  /** Of a test that leaves the database of all those running. */
  private static final String SHARED = "shared";

  private static EmbeddedDatabase shared;

  @BeforeAll
  static void aFirstStart() throws IOException {
    EmbeddedDatabase.start(prepared, TestServer.BINARIES, PostgresServer.DURABLE).close();
    copy(running);
    shared = start(running);
  }

  @AfterAll
  static void stop() {
    shared.close();
  }

  /** The database of a first start, for tests of what comes later. */
  @BeforeEach
  void aDatabase(TestInfo test) throws IOException {
    if (!test.getTags().contains(SHARED)) {
      copy(directory);
    }
  }

  private static void copy(Path directory) throws IOException {
    try (var files = Files.walk(prepared)) {
      for (var file : (Iterable<Path>) files.skip(1)::iterator) {
        Files.copy(
            file, directory.resolve(prepared.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void keepsItsDataOverARestart() {
    try (var database = start()) {
      as(database, database.logins().owner()).sql("create table kept (id text)").update();
      as(database, database.logins().owner()).sql("insert into kept values ('row')").update();
    }

    try (var database = start()) {
      assertThat(rowsKept(database)).containsExactly("row");
    }
  }

  @Test
  @Tag(SHARED)
  void canBeJoinedWhileAnotherInstanceHasItAndIsLeftRunning() {
    var owner = as(shared, shared.logins().owner());
    owner.sql("create table kept (id text)").update();
    owner.sql("insert into kept values ('row')").update();

    try (var joined = EmbeddedDatabase.startedOrJoined(running)) {
      assertThat(rowsKept(joined)).containsExactly("row");
    }

    assertThat(rowsKept(shared)).containsExactly("row");
  }

  @Test
  void keepsWhatWasCommittedWhenItsProcessIsKilledAndTakesOverTheServer() throws Exception {
    var process = startedElsewhere();
    assertThat(firstLineOf(process)).isEqualTo(StartsAndCommits.COMMITTED);
    kill(process);
    var orphan = postmaster();
    assertThat(orphan.isAlive()).isTrue();

    try (var database = start()) {
      assertThat(rowsKept(database)).containsExactly("row");
      assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
    }
  }

  @Test
  void recoversWhatWasCommittedWhenTheServerIsKilledToo() throws Exception {
    var process = startedElsewhere();
    assertThat(firstLineOf(process)).isEqualTo(StartsAndCommits.COMMITTED);
    var server = postmaster();
    kill(process);
    server.destroyForcibly();

    try (var database = start()) {
      assertThat(rowsKept(database)).containsExactly("row");
    }
  }

  @Test
  void comesBackByItselfWhereItWasWhenTheServerIsKilled() throws Exception {
    try (var database = start()) {
      as(database, database.logins().owner()).sql("create table kept (id text)").update();
      for (var row : List.of("first", "second")) {
        as(database, database.logins().owner())
            .sql("insert into kept values (?)")
            .param(row)
            .update();
        var killed = postmaster();
        killed.destroyForcibly();
        killed.onExit().get(30, TimeUnit.SECONDS);

        await().atMost(Duration.ofSeconds(90)).until(() -> answers(database));
        assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
      }
      assertThat(rowsKept(database)).containsExactly("first", "second");
    }
  }

  @Test
  void doesNotComeBackWhenItIsKilledAndClosed() throws Exception {
    var others = watchdogs();
    var database = start();
    var watchdogs = watchdogs();
    watchdogs.removeAll(others);
    var killed = postmaster();
    killed.destroyForcibly();
    killed.onExit().get(30, TimeUnit.SECONDS);
    database.close();

    assertThat(watchdogs).hasSize(1);
    for (var watchdog : watchdogs) {
      assertThat(watchdog.join(Duration.ofSeconds(30))).isTrue();
    }
    assertThat(answers(database)).isFalse();
  }

  /** Those who start servers again. */
  private static Set<Thread> watchdogs() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("postgres-watch"))
        .collect(Collectors.toSet());
  }

  private static boolean answers(EmbeddedDatabase database) {
    var owner = database.logins().owner();
    try (var connection =
        DriverManager.getConnection(database.url(), owner.user(), owner.password())) {
      return connection.isValid(5);
    } catch (SQLException away) {
      return false;
    }
  }

  @Test
  void beginsAgainWhenItsFirstStartWasKilledHalfway() throws Exception {
    DirectoryTrees.delete(directory);
    for (int delay = 0; delay < 3; delay++) {
      var process = startedElsewhere();
      while (process.isAlive() && DirectoryTrees.named("unfinished-", directory).isEmpty()) {
        Thread.sleep(20);
      }
      Thread.sleep(600L * delay); // in initdb, at its end, while the roles are made
      kill(process);
    }

    try (var database = start()) {
      assertThat(database.logins().app().user()).isEqualTo("cartwright_app");
      assertThat(one(database)).isEqualTo(1);
    }
    try (var database = start()) { // an initdb without its JVM has ended by now
      assertThat(one(database)).isEqualTo(1);
    }
  }

  @Test
  void startsThoughThePidFileNamesAnotherProcessByNow() throws Exception {
    var file = directory.resolve("server/postmaster.pid");
    Files.write(
        file,
        List.of(
            Long.toString(ProcessHandle.current().pid()), directory + "/server", "1", "5432", ""));

    try (var database = start()) {
      assertThat(one(database)).isEqualTo(1);
    }
  }

  @Test
  @Tag(SHARED)
  void refusesASecondInstanceInTheSameProcessAndLeavesTheFirstAlone() {
    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(() -> start(running))
        .withMessageContaining(
            "in use by another instance (process %d)", ProcessHandle.current().pid());

    assertThat(one(shared)).isEqualTo(1);
  }

  @Test
  @Tag(SHARED)
  void refusesASecondInstanceInAnotherProcessAndLeavesTheFirstAlone() throws Exception {
    var refused = startedElsewhere(running);

    assertThat(firstLineOf(refused))
        .contains(
            "in use by another instance (process %d)".formatted(ProcessHandle.current().pid()));
    assertThat(refused.waitFor()).isZero();
    assertThat(one(shared)).isEqualTo(1);
  }

  @Test
  void refusesDataWhosePasswordsAreGone() throws Exception {
    Files.delete(directory.resolve("passwords.properties"));

    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(this::start)
        .withMessageContaining("passwords.properties");
  }

  @Test
  void refusesDataOfAnotherVersion() throws Exception {
    Files.writeString(directory.resolve("server/PG_VERSION"), "12\n");

    assertThatExceptionOfType(DatabaseUnavailable.class)
        .isThrownBy(this::start)
        .withMessageContaining("written by PostgreSQL 12");
  }

  @Test
  @Tag(SHARED)
  void asksEveryoneForThePasswordAndListensHereOnly() throws IOException {
    for (var user : List.of(DatabaseLogins.SUPERUSER, DatabaseLogins.OWNER, DatabaseLogins.APP)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> DriverManager.getConnection(shared.url(), user, "guess").close())
          .withMessageContaining("password authentication failed");
    }
    var superuser = as(shared, shared.logins().superuser());
    assertThat(setting(superuser, "listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting(superuser, "unix_socket_directories")).isEmpty();
    assertThat(Files.readString(running.resolve("server/pg_hba.conf")))
        .doesNotContainPattern("(?m)^[^#]*\\btrust\\b");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(running.resolve("passwords.properties")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void staysDurableThoughSomeoneConfiguresOtherwise() {
    try (var database = start()) {
      var superuser = as(database, database.logins().superuser());
      superuser.sql("alter system set fsync = off").update();
      superuser.sql("alter system set full_page_writes = off").update();
    }
    try (var database = start()) {
      var app = as(database, database.logins().app());
      assertThat(List.of("fsync", "full_page_writes", "synchronous_commit"))
          .allSatisfy(it -> assertThat(setting(app, it)).isEqualTo("on"));
      assertThat(setting(app, "server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  @Tag(SHARED)
  void logsNothingOfWhatStandsInARowThatIsRefused() throws IOException {
    var owner = as(shared, shared.logins().owner());
    owner.sql("create table refusing (name text constraint only_once unique)").update();
    owner.sql("insert into refusing values ('Jane Doe')").update();

    assertThatExceptionOfType(DuplicateKeyException.class)
        .isThrownBy(() -> owner.sql("insert into refusing values ('Jane ' || 'Doe')").update());

    assertThat(Files.readString(running.resolve("server/server.log")))
        .contains("only_once", "insert into refusing")
        .doesNotContain("(Jane Doe)");
  }

  @Test
  @Tag(SHARED)
  void givesItsRolesNoPowerBeyondTheirWork() {
    var app = shared.logins().app();
    var roles =
        as(shared, app)
            .sql(
                """
                select count(*) from pg_roles
                 where rolname in ('cartwright_owner', 'cartwright_app') and rolcanlogin
                   and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
                """)
            .query(Long.class)
            .single();
    assertThat(roles).isEqualTo(2);
    new DatabaseSelfCheck(new DriverManagerDataSource(shared.url(), app.user(), app.password()))
        .verify();
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> as(shared, app).sql("create table mine (id text)").update())
        .withStackTraceContaining("permission denied for schema public");
  }

  @Test
  void letsTheOwnerCreateTheExtensionsForSearching() {
    try (var database = start()) {
      var owner = as(database, database.logins().owner());
      owner.sql("create extension pg_trgm").update();
      owner.sql("create extension btree_gin").update();
      owner.sql("create table t (tenant_id text, name text)").update();
      owner.sql("create index on t using gin (tenant_id, name gin_trgm_ops)").update();

      assertThat(owner.sql("select lower('ÄÖÉ')").query().singleValue()).isEqualTo("äöé");
    }
  }

  @Test
  void stopsTheServerWhenClosedAndOnlyOnce() throws IOException {
    var database = start();
    var server = postmaster();
    database.close();
    database.close();

    assertThat(directory.resolve("server/postmaster.pid")).doesNotExist();
    assertThat(server.info().arguments()).isEmpty();
  }

  private EmbeddedDatabase start() {
    return start(directory);
  }

  private static EmbeddedDatabase start(Path directory) {
    return EmbeddedDatabase.start(directory, TestServer.BINARIES, PostgresServer.DURABLE);
  }

  private Process startedElsewhere() throws IOException {
    return startedElsewhere(directory);
  }

  private static Process startedElsewhere(Path directory) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StartsAndCommits.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The first that is not a line of the log. */
  private static String firstLineOf(Process process) throws IOException {
    try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      return output.lines().filter(it -> !it.contains("--")).findFirst().orElse("");
    }
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private ProcessHandle postmaster() throws IOException {
    var lines = Files.readAllLines(directory.resolve("server/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
  }

  private static List<String> rowsKept(EmbeddedDatabase database) {
    return as(database, database.logins().owner())
        .sql("select id from kept")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static @Nullable Object one(EmbeddedDatabase database) {
    return as(database, database.logins().app()).sql("select 1").query().singleValue();
  }

  private static String setting(JdbcClient client, String name) {
    return client
        .sql("select current_setting(?)")
        .param(name)
        .query((row, number) -> row.getString(1))
        .single();
  }

  private static JdbcClient as(EmbeddedDatabase database, DatabaseLogin login) {
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), login.user(), login.password()));
  }
}
