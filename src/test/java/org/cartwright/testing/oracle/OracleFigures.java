package org.cartwright.testing.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cart should cost, without any bound on the figures. */
public record OracleFigures(
    List<Line> lines, BigInteger subtotal, BigInteger discount, BigInteger tax, BigInteger total) {

  private static final BigInteger LARGEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

  /** Whether every figure can be served; if not, the cart is to be refused. */
  public boolean canBeServed() {
    return Stream.concat(
            Stream.of(subtotal, discount, tax, total),
            lines.stream().flatMap(line -> Stream.of(line.gross, line.tax)))
        .allMatch(figure -> figure.compareTo(LARGEST) <= 0);
  }

  public record Line(
      BigInteger gross,
      BigInteger discount,
      BigInteger net,
      BigInteger share,
      BigInteger taxable,
      List<Tax> taxes,
      BigInteger tax) {}

  /** A tax on a line, or on the part of a package with this index. */
  public record Tax(String id, @Nullable Integer part, BigInteger base, BigInteger amount) {}
}
