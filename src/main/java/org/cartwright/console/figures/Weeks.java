package org.cartwright.console.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.stream.IntStream;
import org.cartwright.tenancy.Tenant;

/**
 * The last weeks of a clinic, the present one included, as its country begins them and in its time
 * zone.
 *
 * @param bounds where each begins, and where the last ends
 * @param labels the day on which each begins
 */
record Weeks(List<Instant> bounds, List<String> labels) {

  static final int COUNT = 12;

  static Weeks until(Instant now, Tenant tenant) {
    var zone = tenant.timeZone();
    var locale = tenant.locale();
    var present =
        LocalDate.ofInstant(now, zone)
            .with(TemporalAdjusters.previousOrSame(WeekFields.of(locale).getFirstDayOfWeek()));
    var format = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
    var days =
        IntStream.rangeClosed(0, COUNT)
            .mapToObj(n -> present.minusWeeks(COUNT - 1L).plusWeeks(n))
            .toList();
    return new Weeks(
        days.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList(),
        days.stream().limit(COUNT).map(format::format).toList());
  }
}
