package org.cartwright.platform.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.jdbc.Columns;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * Where a list stands that is read newest first in chunks: behind the entry of this moment and id.
 * Of entries of the same moment the id decides, so that none is skipped and none comes twice,
 * wherever a chunk ends.
 *
 * @param createdDate the moment of the entry that was read last, as exactly as it is stored
 * @param id its id
 */
public record KeysetPosition(Instant createdDate, String id) {

  /** How many entries are in memory at a time. */
  public static final int CHUNK = 100;

  private static final String CREATED_DATE = "createdDate";
  private static final String ID = "id";

  /** Later than anything that is stored, so that nothing is left out. */
  public static final KeysetPosition BEGINNING =
      new KeysetPosition(Instant.parse("9999-12-31T23:59:59Z"), "");

  /** That of an entry, by the row's {@code created_date} and {@code id}. */
  public static KeysetPosition read(ResultSet row) throws SQLException {
    return new KeysetPosition(Columns.instant(row, "created_date"), row.getString("id"));
  }

  /** Where a chunk begins. */
  public static KeysetPosition after(KeysetScrollPosition position) {
    var keys = position.getKeys();
    return keys.get(CREATED_DATE) instanceof Instant createdDate
            && keys.get(ID) instanceof String id
        ? new KeysetPosition(createdDate, id)
        : BEGINNING;
  }

  /**
   * A chunk of what was found.
   *
   * @param keys the moments and ids of the entries, up to one more than a chunk holds, which tells
   *     that there is more
   * @param entries the entries in the same order
   */
  public static <T> Window<T> chunk(List<KeysetPosition> keys, List<T> entries) {
    return Window.from(
        entries.subList(0, Math.min(entries.size(), CHUNK)),
        i -> keys.get(i).position(),
        keys.size() > CHUNK);
  }

  private ScrollPosition position() {
    return ScrollPosition.forward(Map.of(CREATED_DATE, createdDate, ID, id));
  }
}
