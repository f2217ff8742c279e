package org.cartwright.console.figures;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cartwright.platform.format.MoneyFormat;

/**
 * Amounts by week as bars, measured in the units of its picture, and as a table.
 *
 * @param lines across the picture, each with the amount it stands for
 * @param isEmpty whether there is nothing in any week, be it above or below nothing
 */
record WeeklyChart(List<Series> series, List<Week> weeks, List<Line> lines, boolean isEmpty) {

  static final int LEFT = 112;
  static final int TOP = 12;
  static final int HEIGHT = 200;

  private static final int WEEK_WIDTH = 52;
  private static final int GAP = 4;
  private static final int FIRST_TOP = 10;

  /** What is shown of each week, and what it comes to in all. */
  record Series(String name, String total) {}

  /** A week: the day on which it begins, and what is shown of it. */
  record Week(String label, int middle, boolean isLabelled, List<Bar> bars) {}

  /** An amount; one below nothing has no height. */
  record Bar(String name, int left, int top, int width, int height, String money) {}

  /** A line across. */
  record Line(int y, String money) {}

  /** What the amounts of a series are, week by week. */
  record Amounts(String name, List<Long> byWeek) {}

  static WeeklyChart of(MoneyFormat figures, List<String> labels, List<Amounts> amounts) {
    long most = amounts.stream().flatMap(it -> it.byWeek().stream()).max(Long::compare).orElse(0L);
    long top = above(most);
    return new WeeklyChart(
        amounts.stream()
            .map(
                it ->
                    new Series(
                        it.name(),
                        figures.money(it.byWeek().stream().mapToLong(Long::longValue).sum())))
            .toList(),
        IntStream.range(0, labels.size())
            .mapToObj(week -> week(week, labels, amounts, top, figures))
            .toList(),
        List.of(
            new Line(TOP, figures.money(top)),
            new Line(TOP + HEIGHT / 2, figures.money(top / 2)),
            new Line(TOP + HEIGHT, figures.money(0))),
        amounts.stream().allMatch(it -> it.byWeek().stream().allMatch(amount -> amount == 0)));
  }

  private static Week week(
      int week, List<String> labels, List<Amounts> amounts, long top, MoneyFormat figures) {
    int left = LEFT + week * WEEK_WIDTH + GAP;
    int width = (WEEK_WIDTH - 2 * GAP) / amounts.size() - 1;
    var bars = new ArrayList<Bar>();
    for (int n = 0; n < amounts.size(); n++) {
      long amount = amounts.get(n).byWeek().get(week);
      int height = height(amount, top);
      bars.add(
          new Bar(
              amounts.get(n).name(),
              left + n * (width + 1),
              TOP + HEIGHT - height,
              width,
              height,
              figures.money(amount)));
    }
    return new Week(labels.get(week), left + WEEK_WIDTH / 2 - GAP, week % 2 == 0, bars);
  }

  private static int height(long amount, long top) {
    return amount <= 0
        ? 0
        : BigInteger.valueOf(amount)
            .multiply(BigInteger.valueOf(HEIGHT))
            .divide(BigInteger.valueOf(top))
            .max(BigInteger.ONE)
            .intValueExact();
  }

  /** The next round amount: 1, 2 or 5 with zeros behind it. */
  private static long above(long most) {
    long power = FIRST_TOP;
    while (power <= Long.MAX_VALUE / FIRST_TOP && power < most) {
      for (long round : new long[] {power, 2 * power, 5 * power}) {
        if (round >= most) {
          return round;
        }
      }
      power *= FIRST_TOP;
    }
    return Math.max(power, most);
  }

  /** How wide the picture is; also for the template. */
  public int width() {
    return LEFT + weeks.size() * WEEK_WIDTH + GAP;
  }
}
