package org.cartwright.lines.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cartwright.documents.TableBlock;
import org.cartwright.platform.format.MoneyFormat;

/**
 * What is sold, line by line, on paper.
 *
 * @param words says {@code item}, {@code quantity}, {@code price}, {@code discount}, {@code tax}
 *     and {@code amount} in the document's language
 */
public record SoldTable(UnaryOperator<String> words, MoneyFormat figures) {

  /**
   * A line; its amounts in the smallest unit.
   *
   * @param amount what it comes to before the document's own discount, and tax on top
   */
  public record Line(
      String name, BigDecimal quantity, long price, long discount, long tax, long amount) {}

  /** The table of these lines. */
  public TableBlock of(List<Line> lines) {
    return new TableBlock(
        null,
        List.of(
            TableBlock.Column.ofText(words.apply("item"), 5),
            TableBlock.Column.ofFigures(words.apply("quantity"), 2),
            TableBlock.Column.ofFigures(words.apply("price"), 2),
            TableBlock.Column.ofFigures(words.apply("discount"), 2),
            TableBlock.Column.ofFigures(words.apply("tax"), 2),
            TableBlock.Column.ofFigures(words.apply("amount"), 2)),
        lines.stream().map(this::row).toList());
  }

  private List<String> row(Line line) {
    return List.of(
        line.name(),
        figures.number(line.quantity()),
        figures.money(line.price()),
        line.discount() == 0 ? "" : figures.money(-line.discount()),
        line.tax() == 0 ? "" : figures.money(line.tax()),
        figures.money(line.amount()));
  }
}
