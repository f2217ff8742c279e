package org.cartwright.console.charges;

import java.util.List;
import org.cartwright.charges.api.ChargeTimeline;
import org.jspecify.annotations.Nullable;

/**
 * A charge as it was shown to somebody, in a field of each form. Nothing of what happened to a
 * charge ever changes, so it is how much of that was seen: it tells whether something was paid or
 * given back meanwhile, and what. A form that is sent twice is not as it was seen the second time.
 */
final class ChargeSight {

  private ChargeSight() {}

  static String of(List<ChargeTimeline> timeline) {
    return Integer.toString(timeline.size());
  }

  /** What happened since it was shown; nothing where that is not known. */
  static List<ChargeTimeline> since(List<ChargeTimeline> timeline, @Nullable String seen) {
    if (seen == null || !seen.matches("\\d{1,6}")) {
      return List.of();
    }
    return timeline.subList(Math.min(Integer.parseInt(seen), timeline.size()), timeline.size());
  }
}
