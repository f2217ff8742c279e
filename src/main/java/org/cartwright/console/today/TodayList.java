package org.cartwright.console.today;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cartwright.console.page.Age;
import org.cartwright.platform.paging.Shortlist;
import org.jspecify.annotations.Nullable;

/**
 * A list of what waits for somebody, as it is shown.
 *
 * @param name its name, of which its texts are called
 * @param count how many there are, with a + behind it if there may be more
 * @param isEmpty whether there is nothing
 * @param all where all of them are; absent if there is no such list
 */
record TodayList(String name, String count, boolean isEmpty, List<Row> rows, @Nullable String all) {

  /**
   * One of them.
   *
   * @param name what it is called beside whom it is for; may be empty
   * @param status as its text is called
   * @param mark as its status is called by itself
   * @param until when it ends, where that is what counts
   */
  record Row(
      String path,
      String patient,
      String name,
      String status,
      String mark,
      String money,
      Instant date,
      Age age,
      @Nullable Instant until) {}

  static <T> TodayList of(
      String name, Shortlist<T> found, Function<T, Row> row, @Nullable String all, Locale locale) {
    var count = NumberFormat.getIntegerInstance(locale).format(found.count());
    return new TodayList(
        name,
        found.isLong() ? count + "+" : count,
        found.first().isEmpty(),
        found.first().stream().map(row).toList(),
        all);
  }
}
