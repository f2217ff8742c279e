package org.cartwright.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Puts the rows of a backup into the tables of a schema of the same migration, in one transaction
 * of the role that owns them. While it lasts, nobody else sees the tables, the policies do not bind
 * their owner, triggers rest, and foreign keys are away; they come back at the end, which has every
 * row checked against them.
 */
final class Restoration {

  private static final String KEYS =
      """
      select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
       where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
      """;

  private final Connection connection;
  private final boolean overwrites;
  private final String remedy;

  /**
   * @param overwrites whether clinics that are there already are replaced; they are in the way
   *     otherwise
   * @param remedy what to do if they are, for whoever gave the command
   */
  Restoration(Connection connection, boolean overwrites, String remedy) {
    this.connection = connection;
    this.overwrites = overwrites;
    this.remedy = remedy;
  }

  /** A foreign key while it is away. */
  private record Key(String table, String name, String definition) {}

  /**
   * Looks before anything is changed whether clinics are in the way, in whatever schema they are.
   *
   * @throws CommandFailed if they are
   */
  void requireRoom() throws SQLException {
    if (overwrites) {
      return;
    }
    Patience.with(connection);
    connection.setAutoCommit(false);
    try {
      var tables = StoredTable.all(connection);
      for (var table : tables) {
        showToOwner(table);
      }
      requireRoom(tables);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  void of(BackupArchive archive) throws SQLException {
    Patience.with(connection);
    connection.setAutoCommit(false);
    var tables = tables(archive.manifest());
    var keys = keys();
    for (var key : keys) {
      execute("alter table %s drop constraint %s".formatted(key.table(), key.name()));
    }
    for (var table : tables.values()) {
      execute("alter table %s disable trigger user".formatted(table.quoted()));
      showToOwner(table);
    }
    if (!overwrites) {
      requireRoom(tables.values());
    }
    execute(
        "truncate "
            + tables.values().stream().map(StoredTable::quoted).collect(Collectors.joining(", ")));
    divide(archive.manifest());
    for (var written : archive.manifest().tables()) {
      archive.read(
          written,
          rows ->
              connection
                  .unwrap(PGConnection.class)
                  .getCopyAPI()
                  .copyIn(
                      "copy %s (%s) from stdin"
                          .formatted(
                              StoredTable.quoted(written.name()),
                              StoredTable.listed(written.columns())),
                      rows));
    }
    for (var key : keys) {
      execute(
          "alter table %s add constraint %s %s"
              .formatted(key.table(), key.name(), key.definition()));
    }
    for (var table : tables.values()) {
      execute("alter table %s enable trigger user".formatted(table.quoted()));
      if (table.isForced()) {
        execute("alter table %s force row level security".formatted(table.quoted()));
      }
    }
    drawOn(archive.manifest().sequences());
    goOnFromAnotherServer();
    connection.commit();
    connection.setAutoCommit(true);
    execute("analyze");
  }

  /** The tables that are there, which have to be those of the backup. */
  private Map<String, StoredTable> tables(Manifest manifest) throws SQLException {
    var there =
        StoredTable.all(connection).stream()
            .collect(
                Collectors.toMap(
                    StoredTable::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    for (var table : manifest.tables()) {
      var its = there.get(table.name());
      if (its == null || !its.columns().equals(table.columns())) {
        throw new CommandFailed(
            "The table %s of the backup is another than that of the database."
                .formatted(table.name()));
      }
    }
    return there;
  }

  private List<Key> keys() throws SQLException {
    var keys = new ArrayList<Key>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(KEYS)) {
      while (rows.next()) {
        keys.add(new Key(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return keys;
  }

  private void showToOwner(StoredTable table) throws SQLException {
    if (table.isForced()) {
      execute("alter table %s no force row level security".formatted(table.quoted()));
    }
  }

  /** Rows of clinics are what counts: some of the service's own are there from the beginning. */
  private void requireRoom(Collection<StoredTable> tables) throws SQLException {
    for (var table : tables) {
      if (table.columns().contains("tenant_id") && !isEmpty(table)) {
        throw new CommandFailed("The database is not empty; " + remedy);
      }
    }
  }

  private boolean isEmpty(StoredTable table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select from %s limit 1".formatted(table.quoted()))) {
      return !rows.next();
    }
  }

  /** Makes the parts of tables that the service made while it worked. */
  private void divide(Manifest manifest) throws SQLException {
    var there = Partition.all(connection).stream().map(Partition::name).toList();
    for (var part : manifest.partitions()) {
      if (!there.contains(part.name())) {
        part.make(connection);
      }
    }
  }

  private void drawOn(Map<String, Long> sequences) throws SQLException {
    try (var draw = connection.prepareStatement("select setval(?::regclass, ?)")) {
      for (var sequence : sequences.entrySet()) {
        draw.setString(1, StoredTable.quoted(sequence.getKey()));
        draw.setLong(2, sequence.getValue());
        draw.execute();
      }
    }
  }

  /** A schema that does not know how is migrated next, and that does it. */
  private void goOnFromAnotherServer() throws SQLException {
    execute(
        """
        do $$ begin
            if to_regprocedure('go_on_from_another_server()') is not null then
                perform go_on_from_another_server();
            end if;
        end $$""");
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
