package org.cartwright.lines.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.cartwright.documents.TableBlock;
import org.cartwright.platform.format.MoneyFormat;
import org.junit.jupiter.api.Test;

/** What is sold, line by line, as it is printed. */
class SoldTableTests {

  private static final SoldTable TABLE =
      new SoldTable(word -> "the " + word, new MoneyFormat(Currency.getInstance("USD"), Locale.US));

  @Test
  void theNameIsReadAndTheFiguresStandBelowOneAnother() {
    assertThat(TABLE.of(List.of()))
        .isEqualTo(
            new TableBlock(
                null,
                List.of(
                    TableBlock.Column.ofText("the item", 5),
                    TableBlock.Column.ofFigures("the quantity", 2),
                    TableBlock.Column.ofFigures("the price", 2),
                    TableBlock.Column.ofFigures("the discount", 2),
                    TableBlock.Column.ofFigures("the tax", 2),
                    TableBlock.Column.ofFigures("the amount", 2)),
                List.of()));
  }

  @Test
  void aDiscountIsTakenOffAndWhatIsNothingIsNotPrinted() {
    var printed =
        TABLE.of(
            List.of(
                new SoldTable.Line("Serum", new BigDecimal("2.5"), 4_000, 1_000, 720, 9_000),
                new SoldTable.Line("Visit", BigDecimal.ONE, 15_000, 0, 0, 15_000)));

    assertThat(printed.rows())
        .containsExactly(
            List.of("Serum", "2.5", "$40.00", "-$10.00", "$7.20", "$90.00"),
            List.of("Visit", "1", "$150.00", "", "", "$150.00"));
  }
}
