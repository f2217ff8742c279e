package org.cartwright.testing.oracle;

import java.math.BigInteger;

/** A number that is never rounded unless asked to. Not negative, except as a difference. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  static Fraction of(BigInteger whole) {
    return new Fraction(whole, BigInteger.ONE);
  }

  static Fraction of(long whole) {
    return of(BigInteger.valueOf(whole));
  }

  /** Reads "12" and "12.034". */
  static Fraction of(String decimal) {
    var point = decimal.indexOf('.');
    if (point < 0) {
      return of(new BigInteger(decimal));
    }
    var digits = decimal.substring(0, point) + decimal.substring(point + 1);
    return new Fraction(new BigInteger(digits), BigInteger.TEN.pow(decimal.length() - point - 1));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction minus(BigInteger whole) {
    return new Fraction(numerator.subtract(whole.multiply(denominator)), denominator);
  }

  Fraction percentOf(BigInteger base) {
    return times(of(base)).times(new Fraction(BigInteger.ONE, BigInteger.valueOf(100)));
  }

  BigInteger floor() {
    return numerator.divide(denominator);
  }

  /** A half more, then down. */
  BigInteger halfUp() {
    var two = BigInteger.TWO;
    return numerator.multiply(two).add(denominator).divide(denominator.multiply(two));
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
