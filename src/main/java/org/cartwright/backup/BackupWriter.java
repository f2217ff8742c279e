package org.cartwright.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: all tables as of one moment, in one transaction that only reads and waits for
 * nobody. It connects as the role that owns the tables and is bound by the policies, so the rows of
 * clinics are asked for clinic by clinic.
 */
final class BackupWriter {

  private static final String MIGRATION =
      """
      select version from flyway_schema_history
       where success and version is not null order by installed_rank desc limit 1
      """;

  private static final String SEQUENCES =
      "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null";

  private final Connection connection;
  private final Supplier<List<String>> tenants;
  private final JsonMapper json;

  /**
   * @param tenants all there are when it is asked, which is after the moment of the backup: none is
   *     missing, and one that is newer has no rows in it
   */
  BackupWriter(Connection connection, Supplier<List<String>> tenants, JsonMapper json) {
    this.connection = connection;
    this.tenants = tenants;
    this.json = json;
  }

  /**
   * Writes it. The file appears under its name when it is whole and on the disk, and nobody but its
   * owner may read it.
   */
  Manifest write(Path file, Instant now) throws SQLException, IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    var draft =
        Files.createTempFile(
            directory, file.getFileName() + ".", ".part", PrivateFile.attributes(file));
    try {
      Manifest manifest;
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE);
          var archive =
              new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
        manifest = write(archive, now);
        archive.finish();
        archive.flush();
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      PrivateFile.keep(directory);
      return manifest;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Manifest write(ZipOutputStream archive, Instant now) throws SQLException, IOException {
    Patience.with(connection);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    }
    var tables = StoredTable.all(connection); // the first look decides which moment it is
    var migration = only(MIGRATION);
    var clinics = tenants.get();
    var written = new ArrayList<Manifest.Table>();
    for (var table : tables) {
      archive.putNextEntry(new ZipEntry(Manifest.entryOf(table.name())));
      written.add(copy(table, clinics, archive));
      archive.closeEntry();
    }
    var manifest =
        new Manifest(
            Manifest.FORMAT, migration, now, written, Partition.all(connection), sequences());
    archive.putNextEntry(new ZipEntry(Manifest.ENTRY));
    archive.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    archive.closeEntry();
    connection.commit();
    return manifest;
  }

  private Manifest.Table copy(StoredTable table, List<String> clinics, OutputStream archive)
      throws SQLException, IOException {
    var copying = connection.unwrap(PGConnection.class).getCopyAPI();
    var digested = new DigestOutputStream(archive, Sha256.begin());
    var columns = StoredTable.listed(table.columns());
    long rows = 0;
    if (table.isSeenByClinic()) {
      var sql =
          "copy (select %s from %s where tenant_id = current_setting('cartwright.tenant')) to stdout"
              .formatted(columns, table.quoted());
      for (var clinic : clinics) {
        within(clinic);
        rows += copying.copyOut(sql, digested);
      }
    } else {
      rows =
          copying.copyOut(
              "copy (select %s from %s) to stdout".formatted(columns, table.quoted()), digested);
    }
    return new Manifest.Table(
        table.name(),
        table.columns(),
        rows,
        HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  private void within(String clinic) throws SQLException {
    try (var tenant =
        connection.prepareStatement("select set_config('cartwright.tenant', ?, true)")) {
      tenant.setString(1, clinic);
      tenant.execute();
    }
  }

  /** They are of no moment: drawn later than the rows, so that none of those has a number above. */
  private Map<String, Long> sequences() throws SQLException {
    var drawn = new TreeMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        drawn.put(rows.getString(1), rows.getLong(2));
      }
    }
    return drawn;
  }

  private String only(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new CommandFailed("There is nothing in this database.");
      }
      return rows.getString(1);
    }
  }
}
