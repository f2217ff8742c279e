package org.cartwright.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.cartwright.console.figures.WeeklyChart.Amounts;
import org.cartwright.platform.format.MoneyFormat;
import org.junit.jupiter.api.Test;

class WeeklyChartTests {

  private static final MoneyFormat DOLLARS =
      new MoneyFormat(Currency.getInstance("USD"), Locale.US);

  private static WeeklyChart chart(Long... byWeek) {
    var labels = List.of("Nov 1", "Nov 8", "Nov 15").subList(0, byWeek.length);
    return WeeklyChart.of(DOLLARS, labels, List.of(new Amounts("paid", List.of(byWeek))));
  }

  @Test
  void barsAreAsHighAsTheirAmountsBelowTheNextRoundOne() {
    var chart = chart(40_000L, 1L, -500L);

    assertThat(chart.lines())
        .extracting(WeeklyChart.Line::money)
        .containsExactly("$500.00", "$250.00", "$0.00");
    assertThat(chart.weeks())
        .extracting(week -> week.bars().getFirst().height())
        .containsExactly(160, 1, 0);
    assertThat(chart.weeks())
        .allSatisfy(
            week ->
                assertThat(week.bars().getFirst().top() + week.bars().getFirst().height())
                    .isEqualTo(WeeklyChart.TOP + WeeklyChart.HEIGHT));
    assertThat(chart.series().getFirst().total()).isEqualTo("$395.01");
  }

  @Test
  void nothingIsSeenOfNothing() {
    assertThat(chart(0L, 0L).isEmpty()).isTrue();
    assertThat(chart(0L, 1L).isEmpty()).isFalse();
  }

  @Test
  void whatWasOnlyGivenBackIsSeenInTheTable() {
    var chart = chart(0L, -400L);

    assertThat(chart.isEmpty()).isFalse();
    assertThat(chart.weeks().getLast().bars().getFirst().height()).isZero();
    assertThat(chart.weeks().getLast().bars().getFirst().money()).isEqualTo("-$4.00");
  }

  @Test
  void anyAmountHasARoundOneAboveIt() {
    for (long most : new long[] {9, 10, 11, 20, 21, 50, 51, 99, 1_000_000_000_000_000_000L}) {
      assertThat(chart(most).weeks().getFirst().bars().getFirst().height())
          .as("%d", most)
          .isBetween(80, WeeklyChart.HEIGHT);
    }
    assertThat(chart(Long.MAX_VALUE).weeks().getFirst().bars().getFirst().height()).isEqualTo(200);
  }
}
