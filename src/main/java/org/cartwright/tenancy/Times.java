package org.cartwright.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in a clinic's time zone, as a person says them. */
public final class Times {

  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ANOTHER_YEAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final Clock clock;

  public Times(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /** As in "Friday 3 July, 23:59"; with the year when it is not this one. */
  public String moment(Instant moment) {
    var local = moment.atZone(zone);
    var thisYear = clock.instant().atZone(zone).getYear();
    return (local.getYear() == thisYear ? THIS_YEAR : ANOTHER_YEAR).format(local);
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
