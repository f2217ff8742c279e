package org.cartwright.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments in a clinic's time zone, as a person says them. */
public final class Times {

  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ANOTHER_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final @Nullable Clock clock;

  private Times(ZoneId zone, @Nullable Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /** For what is read now: the year is only said when it is not this one. */
  public static Times read(ZoneId zone, Clock clock) {
    return new Times(zone, clock);
  }

  /** For what is kept, such as paper and mail: the year is always said. */
  public static Times kept(ZoneId zone) {
    return new Times(zone, null);
  }

  /** As in "Friday 3 July, 23:59" or "Friday 3 July 2026, 23:59". */
  public String moment(Instant moment) {
    var local = moment.atZone(zone);
    return (isThisYear(local) ? THIS_YEAR : ANOTHER_YEAR).format(local);
  }

  private boolean isThisYear(ZonedDateTime local) {
    return clock != null && local.getYear() == clock.instant().atZone(zone).getYear();
  }

  /**
   * The last minute before a moment if that is the end of a day, so that what ends with the third
   * of July ends on the third and not on the fourth; else the moment.
   */
  public String until(Instant end) {
    var endsWithADay = end.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    return moment(endsWithADay ? end.minusNanos(1) : end);
  }
}
