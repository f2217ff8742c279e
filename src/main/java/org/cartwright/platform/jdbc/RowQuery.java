package org.cartwright.platform.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows that are to be read, on a {@link RoundTrip}.
 *
 * @param sql one statement that answers rows
 * @param parameters for its question marks; an array of texts for a list of keys
 * @param row what is made of each row
 */
public record RowQuery<T>(
    String sql, List<? extends @Nullable Object> parameters, RowMapper<T> row) {

  /** The same statement with a question mark more behind its keys. */
  public RowQuery<T> followedBy(@Nullable Object parameter) {
    var all = new ArrayList<@Nullable Object>(parameters);
    all.add(parameter);
    return new RowQuery<>(sql, all, row);
  }
}
