package org.cartwright.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.jdbc.Columns;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record, as its seal covers it.
 *
 * @param words everything else it says, each by itself, in an order that never changes
 */
record SealedRow(String id, Instant moment, List<@Nullable String> words) {

  /** What a seal covers, of the row {@code e}. */
  static final String COLUMNS =
      """
      e.id, e.moment, e.caller, e.key_id, e.action, e.outcome, e.status::text, e.kinds, e.object_ids, e.fields,
      e.times::text, e.request_id, e.address_family""";

  private static final List<String> TEXTS =
      List.of(
          "caller",
          "key_id",
          "action",
          "outcome",
          "status",
          "times",
          "request_id",
          "address_family");
  private static final List<String> LISTS = List.of("kinds", "object_ids", "fields");

  /** Before the first seal. */
  static final byte[] NOTHING = new byte[32];

  static SealedRow read(ResultSet row) throws SQLException {
    var words = new ArrayList<@Nullable String>();
    for (var column : TEXTS) {
      words.add(row.getString(column));
    }
    for (var column : LISTS) {
      var list = Columns.strings(row, column);
      words.add(Integer.toString(list.size()));
      words.addAll(list);
    }
    return new SealedRow(row.getString("id"), Columns.instant(row, "moment"), words);
  }

  /** The seal of this row behind another. */
  byte[] seal(String tenant, long number, byte[] previous) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(tenant, number, previous));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Each part with its length before it, so that no two rows are the same bytes. */
  private byte[] bytes(String tenant, long number, byte[] previous) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(previous);
      out.writeLong(number);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
      write(out, tenant);
      write(out, id);
      for (var word : words) {
        write(out, word);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable String word) throws IOException {
    if (word == null) {
      out.writeInt(-1);
      return;
    }
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
