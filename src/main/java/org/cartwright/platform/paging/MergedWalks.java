package org.cartwright.platform.paging;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements for a list whose parts stand in an index each, in the order of the list: they are
 * walked beside each other, each no further than the page goes. Limits are part of the text, so
 * that the plan that is kept for it is a plan for so many rows.
 *
 * @param walks what is walked, as {@code from t c where …} of rows {@code c}
 * @param keys the columns that are sorted by, as the indexes have them; the last is {@code id}
 */
public record MergedWalks(List<String> walks, List<String> keys, boolean ascending) {

  /**
   * The ids of one page, walked to from the nearer end.
   *
   * @param total how many rows the whole list has, which are more than {@code offset}
   */
  public String page(long total, long offset, int size) {
    long wanted = Math.min(size, total - offset);
    long behind = total - offset - wanted;
    return behind < offset
        ? "select v.id from (%s) v %s"
            .formatted(
                new MergedWalks(walks, keys, !ascending).rows(behind, wanted), order("v", keys))
        : "select v.id from (%s) v".formatted(rows(offset, wanted));
  }

  /** The keys of the first rows. */
  public String first(int most) {
    return rows(0, most);
  }

  private String rows(long offset, long size) {
    var columns = keys.stream().map(key -> "c." + key).collect(Collectors.joining(", "));
    var parts =
        walks.stream()
            .map(
                walk ->
                    "(select %s %s %s limit %d)"
                        .formatted(columns, walk, order("c", keys), offset + size))
            .collect(Collectors.joining("\nunion all "));
    return "select w.* from (%s) w %s limit %d offset %d"
        .formatted(parts, order("w", keys), size, offset);
  }

  private String order(String alias, List<String> columns) {
    return columns.stream()
        .map(column -> alias + "." + column + (ascending ? "" : " desc"))
        .collect(Collectors.joining(", ", "order by ", ""));
  }
}
