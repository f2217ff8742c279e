package org.cartwright.platform.paging;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/**
 * The first few of a list, and how many it has, counted no further than is worth knowing.
 *
 * @param count how many there are, but {@value #MOST} at most
 */
public record Shortlist<T>(List<T> first, int count) {

  /** How far is counted. */
  public static final int MOST = 100;

  /** Whether there may be more than were counted. */
  public boolean isLong() {
    return count >= MOST;
  }

  /** Reads the first few from rows whose column {@code found} tells how many there are. */
  public static <T> ResultSetExtractor<Shortlist<T>> reading(RowMapper<T> row) {
    return rows -> {
      var first = new ArrayList<T>();
      int found = 0;
      while (rows.next()) {
        found = rows.getInt("found");
        first.add(row.mapRow(rows, first.size()));
      }
      return new Shortlist<>(first, Math.min(found, MOST));
    };
  }
}
