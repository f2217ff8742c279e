package org.cartwright.testing.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a draft order should cost, without any bound on the figures. */
public record DraftFigures(
    List<Line> lines,
    BigInteger subtotal,
    BigInteger discount,
    BigInteger coupon,
    BigInteger tax,
    BigInteger total) {

  private static final BigInteger LARGEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

  /** Whether every figure can be served; if not, the draft is to be refused. */
  public boolean canBeServed() {
    return Stream.concat(
            Stream.of(subtotal, tax, total),
            lines.stream().flatMap(line -> Stream.of(line.gross, line.tax)))
        .allMatch(figure -> figure.compareTo(LARGEST) <= 0);
  }

  /**
   * @param tier from which quantity on the price is so, if it is a tier's
   */
  public record Line(
      BigInteger unitPrice,
      @Nullable Long tier,
      BigInteger gross,
      BigInteger discount,
      BigInteger net,
      BigInteger share,
      BigInteger couponShare,
      BigInteger taxable,
      List<OracleFigures.Tax> taxes,
      BigInteger tax) {}
}
