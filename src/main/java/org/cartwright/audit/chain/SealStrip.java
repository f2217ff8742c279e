package org.cartwright.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose seals are stored together: neighbours in the order of sealing, all of the same minute,
 * so that whoever has a row knows where to look for its seal.
 *
 * @param minute of all of them, in UTC
 * @param rows one at least
 */
record SealStrip(Instant minute, List<SealedRow> rows) {

  /** So many that a strip is no longer than what PostgreSQL stores in one piece. */
  private static final int MOST = 25;

  /** The strips that rows make, in their order. */
  static List<SealStrip> of(List<SealedRow> rows) {
    var strips = new ArrayList<SealStrip>();
    var begin = 0;
    for (int i = 1; i <= rows.size(); i++) {
      var minute = minute(rows.get(begin));
      if (i == rows.size() || i - begin == MOST || !minute(rows.get(i)).equals(minute)) {
        strips.add(new SealStrip(minute, List.copyOf(rows.subList(begin, i))));
        begin = i;
      }
    }
    return strips;
  }

  private static Instant minute(SealedRow row) {
    return row.moment().truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * The seals of its rows, one each, behind another.
   *
   * @param number of the seal before the first
   */
  List<byte[]> seals(String tenant, long number, byte[] previous) {
    var seals = new ArrayList<byte[]>();
    var last = previous;
    for (var row : rows) {
      last = row.seal(tenant, number + seals.size() + 1, last);
      seals.add(last);
    }
    return seals;
  }
}
