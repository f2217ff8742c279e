package org.cartwright.console.patients;

import java.time.ZoneOffset;
import java.util.Comparator;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.KeysetPosition;

/** Where a patient's history goes on, as it stands in an address. */
final class HistoryPlace {

  /** Newest first; of what came to be at the same moment the id decides, whatever it is of. */
  static final Comparator<KeysetPosition> NEWEST_FIRST =
      Comparator.comparing(KeysetPosition::createdDate)
          .thenComparing(KeysetPosition::id)
          .reversed();

  private static final String SIGN = "~";

  private HistoryPlace() {}

  /** The place an address names; the beginning, if it names none. */
  static KeysetPosition of(String text) {
    var parts = text.split(SIGN, 2);
    var moment = Moment.parse(parts[0]);
    return moment != null && parts.length == 2 && Ids.isPossible(parts[1])
        ? new KeysetPosition(moment.firstInstantIn(() -> ZoneOffset.UTC), parts[1])
        : KeysetPosition.BEGINNING;
  }

  static String written(KeysetPosition place) {
    return place.createdDate() + SIGN + place.id();
  }
}
