package org.cartwright.audit.chain;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.cartwright.platform.jdbc.Columns;
import org.jspecify.annotations.Nullable;

/**
 * A seal, and the row it is of.
 *
 * @param row nothing if it is gone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record SealedLink(
    long number,
    String entryId,
    Instant moment,
    byte[] previous,
    byte[] hash,
    @Nullable SealedRow row) {

  static SealedLink read(ResultSet row) throws SQLException {
    return new SealedLink(
        row.getLong("number"),
        row.getString("entry_id"),
        Columns.instant(row, "sealed_moment"),
        row.getBytes("previous"),
        row.getBytes("hash"),
        row.getString("id") == null ? null : SealedRow.read(row));
  }

  /** Whether it was put on after a seal that has this hash. */
  boolean follows(byte[] before) {
    return MessageDigest.isEqual(previous, before);
  }

  /** Whether it is the seal of what a row of a tenant says. */
  boolean seals(String tenant, SealedRow said) {
    return MessageDigest.isEqual(said.seal(tenant, number, previous), hash);
  }
}
