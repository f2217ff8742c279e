package org.cartwright.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is there to be read. */
final class BackupArchive implements AutoCloseable {

  private final ZipFile archive;
  private final Manifest manifest;

  private BackupArchive(ZipFile archive, Manifest manifest) {
    this.archive = archive;
    this.manifest = manifest;
  }

  /** Opens one; refuses what is none, or none that was finished. */
  static BackupArchive open(Path file, JsonMapper json) {
    try {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      var archive = new ZipFile(file.toFile());
      try {
        return new BackupArchive(archive, manifest(archive, file, json));
      } catch (IOException | RuntimeException e) {
        archive.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new CommandFailed(file + " is no backup, or was cut short.");
    } catch (IOException e) {
      throw CommandFailed.of(file, e);
    }
  }

  private static Manifest manifest(ZipFile archive, Path file, JsonMapper json) throws IOException {
    var entry = archive.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw new CommandFailed("%s is no backup: it has no %s.".formatted(file, Manifest.ENTRY));
    }
    Manifest manifest;
    try (var text = archive.getInputStream(entry)) {
      manifest = json.readValue(text, Manifest.class);
    } catch (JacksonException e) {
      throw new CommandFailed(
          "%s is no backup: its %s is not one.".formatted(file, Manifest.ENTRY));
    }
    if (manifest.format() != Manifest.FORMAT) {
      throw new CommandFailed(
          "%s is a backup of format %d; this release reads format %d."
              .formatted(file, manifest.format(), Manifest.FORMAT));
    }
    return manifest;
  }

  Manifest manifest() {
    return manifest;
  }

  /** Reads the rows of a table; answers how many somebody made of them. */
  interface Rows {
    long read(InputStream rows) throws SQLException, IOException;
  }

  /** Has the rows of a table read, and fails unless they are those that were written. */
  void read(Manifest.Table table, Rows reading) throws SQLException {
    var entry = archive.getEntry(table.entry());
    if (entry == null) {
      throw new CommandFailed("The backup lacks %s.".formatted(table.entry()));
    }
    try (var rows = new DigestInputStream(archive.getInputStream(entry), Sha256.begin())) {
      long read = reading.read(rows);
      var sha256 = HexFormat.of().formatHex(rows.getMessageDigest().digest());
      if (read == table.rows() && sha256.equals(table.sha256())) {
        return;
      }
    } catch (IOException e) {
      // said below: what cannot be unpacked is not what was written
    }
    throw new CommandFailed(
        "The rows of %s are not those that were written.".formatted(table.name()));
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
