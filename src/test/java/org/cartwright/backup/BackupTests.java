package org.cartwright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cartwright.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Backups of other releases, files that are none, and databases they do not go into. */
class BackupTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EARLIER = "1";
  private static final String NAME = "select name from tenant where id = 'old'";

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameIt() {
    file = directory.resolve("cartwright.backup");
  }

  @Test
  void aBackupOfAnEarlierReleaseIsRestoredAndThenMigrated() throws Exception {
    var target = TestDatabase.createDatabase();
    backUp(filled(ofAnEarlierRelease()));

    restore(target, false);

    assertThat(ask(target, NAME)).isEqualTo("Old Clinic");
    assertThat(ask(target, "select id from api_key where tenant_id = 'old'")).isEqualTo("abc");
    assertThat(flyway(target, "latest").info().pending()).isEmpty();
  }

  @Test
  void aDatabaseThatIsRefusedIsNotMigratedEither() throws Exception {
    backUp(filled(TestDatabase.createMigrated()));
    var target = filled(ofAnEarlierRelease());
    var before = flyway(target, "latest").info().current().getVersion();

    refusal(target, false).hasMessageStartingWith("The database is not empty; ");

    assertThat(flyway(target, "latest").info().current().getVersion()).isEqualTo(before);
    assertThat(ask(target, NAME)).isEqualTo("Old Clinic");
  }

  @Test
  void aDatabaseWithClinicsIsReplacedOnlyIfThatIsSaidAndOnlyAsAWhole() throws Exception {
    backUp(filled(TestDatabase.createMigrated()));
    var target = filled(TestDatabase.createMigrated());
    target.executeAsSuperuser("update tenant set name = 'Newer Name'");

    refusal(target, false)
        .hasMessage("The database is not empty; --overwrite has everything in it replaced.");
    assertThat(ask(target, NAME)).isEqualTo("Newer Name");

    restore(target, true);
    assertThat(ask(target, NAME)).isEqualTo("Old Clinic");

    target.executeAsSuperuser("update tenant set name = 'Newer Name'");
    spoil("tables/tenant.copy", "Old Clinic", "Odd Clinic");
    refusal(target, true).hasMessage("The rows of tenant are not those that were written.");
    assertThat(ask(target, NAME)).isEqualTo("Newer Name");

    spoil("tables/api_key.copy", "abc", "a\tc");
    refusal(target, true).hasMessageStartingWith("The database refused it (SQLSTATE 22P04");
    assertThat(ask(target, NAME)).isEqualTo("Newer Name");
    assertThat(ask(target, "select relforcerowsecurity from pg_class where relname = 'api_key'"))
        .isEqualTo("t");
  }

  @Test
  void aBackupDoesNotGoIntoTheSchemaOfALaterRelease() throws Exception {
    var target = TestDatabase.createDatabase();
    backUp(filled(ofAnEarlierRelease()));
    flyway(target, "2").migrate();

    refusal(target, false)
        .hasMessage(
            "The backup is of migration 1, and the database has had 2: restore it into a new one, which is then migrated.");
  }

  @Test
  void aBackupOfALaterReleaseIsRefused() throws Exception {
    write(new Manifest(1, "9999", Instant.EPOCH, List.of(), List.of(), Map.of()));
    var target = TestDatabase.createDatabase();

    refusal(target, false).hasMessageStartingWith("The backup is of a newer release: of migration");
    assertThat(ask(target, "select count(*) from pg_class where relname = 'tenant'"))
        .isEqualTo("0");
  }

  @Test
  void whatIsNoBackupOfThisFormatIsRefused() throws Exception {
    var target = TestDatabase.createDatabase();

    refusal(target, false)
        .hasMessage("There is no file, or no directory for one, at " + file + ".");
    write(new Manifest(2, EARLIER, Instant.EPOCH, List.of(), List.of(), Map.of()));
    refusal(target, false)
        .hasMessage(file + " is a backup of format 2; this release reads format 1.");
    var whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 30));
    refusal(target, false).hasMessage(file + " is no backup, or was cut short.");
    spoilt("manifest.json", "Rahim");
    refusal(target, false).hasMessage(file + " is no backup: its manifest.json is not one.");
    spoilt("something", "else");
    refusal(target, false).hasMessage(file + " is no backup: it has no manifest.json.");
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws Exception {
    Files.writeString(file, "something");

    assertThatThrownBy(() -> backUp(TestDatabase.createDatabase()))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("something");
  }

  @Test
  void aBackupThatFailsLeavesNoFile() {
    assertThatThrownBy(() -> backUp(TestDatabase.createDatabase()))
        .isInstanceOf(SQLException.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatTheDatabaseSaysOfARowIsNotPassedOn() {
    var refused =
        new SQLException("invalid input syntax for type bigint: \"Rahim Uddin\"", "22P02");

    assertThat(CommandFailed.of(refused))
        .hasMessage("The database refused it (SQLSTATE 22P02).")
        .hasNoCause();
  }

  @Test
  void thePartsOfATableAreMadeAsTheyWere() throws Exception {
    var database = TestDatabase.createDatabase();
    database.executeAsOwner(
        """
        create table kept (tenant_id text, moment timestamptz, primary key (tenant_id, moment))
         partition by range (moment);
        alter table kept enable row level security;
        alter table kept force row level security;
        create policy its_own on kept for insert to public with check (tenant_id = 'a');
        create policy all_of_it on kept for select to cartwright_owner using (true)
        """);
    var part =
        new Partition(
            "kept_2031_03",
            "kept",
            "FOR VALUES FROM ('2031-03-01 00:00:00+00') TO ('2031-04-01 00:00:00+00')");
    try (var owner = database.owner().getConnection()) {
      owner.createStatement().execute("set time zone 'UTC'");
      part.make(owner);

      assertThat(Partition.all(owner)).containsExactly(part);
      assertThat(
              ask(
                  database,
                  "select string_agg(concat_ws(' ', policyname, cmd, roles, qual, with_check), ';' order by policyname) from pg_policies where tablename = 'kept_2031_03'"))
          .isEqualTo(
              "all_of_it SELECT {cartwright_owner} true;its_own INSERT {public} (tenant_id = 'a'::text)");
      assertThatExceptionOfType(CommandFailed.class)
          .isThrownBy(() -> new Partition("x", "kept", "DEFAULT; drop table kept").make(owner));
    }
  }

  private static TestDatabase ofAnEarlierRelease() {
    var database = TestDatabase.createDatabase();
    flyway(database, EARLIER).migrate();
    return database;
  }

  /** A database with a clinic, as a release left it. */
  private static TestDatabase filled(TestDatabase database) {
    database.executeAsSuperuser(
        "insert into tenant values ('old', 'Old Clinic', 'UTC', 30, '', '', '', '', null, now())",
        "insert into api_key values ('old', 'abc', sha256('x'), now())");
    return database;
  }

  private void backUp(TestDatabase database) throws SQLException, IOException {
    try (var owner = database.owner().getConnection()) {
      new BackupWriter(owner, () -> List.of("old"), JSON).write(file, Instant.EPOCH);
    }
  }

  private void restore(TestDatabase database, boolean overwrites) {
    new CommandMigrations()
        .restored(JSON, "restore", file, overwrites)
        .migrate(flyway(database, "latest"));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(
      TestDatabase database, boolean overwrites) {
    return assertThatThrownBy(() -> restore(database, overwrites))
        .isInstanceOf(CommandFailed.class);
  }

  private void write(Manifest manifest) throws IOException {
    spoilt(Manifest.ENTRY, JSON.writeValueAsString(manifest));
  }

  /** An archive with one entry. */
  private void spoilt(String entry, String content) throws IOException {
    try (var archive = new ZipOutputStream(Files.newOutputStream(file))) {
      archive.putNextEntry(new ZipEntry(entry));
      archive.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void spoil(String entry, String was, String is) throws IOException {
    try (var archive = FileSystems.newFileSystem(file)) {
      var rows = archive.getPath(entry);
      Files.writeString(rows, Files.readString(rows).replace(was, is));
    }
  }

  private static Flyway flyway(TestDatabase database, String migration) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), TestDatabase.OWNER, database.ownerPassword())
        .placeholders(Map.of("serving_role", TestDatabase.APP, "owner_role", TestDatabase.OWNER))
        .target(MigrationVersion.fromVersion(migration))
        .load();
  }

  private static String ask(TestDatabase database, String sql) throws SQLException {
    try (var superuser = database.superuser();
        var statement = superuser.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
