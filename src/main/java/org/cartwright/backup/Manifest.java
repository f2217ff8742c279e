package org.cartwright.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself. It is written last: an archive without it was not finished.
 *
 * @param format of the archive
 * @param migration up to which the schema was migrated
 * @param moment when it was begun; what was committed by then is in it
 * @param partitions of the tables that have such, beside those that every schema of the migration
 *     has
 * @param sequences the last values that were drawn
 */
record Manifest(
    int format,
    String migration,
    Instant moment,
    List<Table> tables,
    List<Partition> partitions,
    Map<String, Long> sequences) {

  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  Manifest {
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
    sequences = Map.copyOf(sequences);
  }

  /**
   * A table whose rows are there.
   *
   * @param columns in the order in which the rows have them
   * @param sha256 of the rows as they are written, in hex
   */
  record Table(String name, List<String> columns, long rows, String sha256) {

    Table {
      columns = List.copyOf(columns);
    }

    /** What the archive calls its rows. */
    String entry() {
      return entryOf(name);
    }
  }

  static String entryOf(String table) {
    return "tables/" + table + ".copy";
  }

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
