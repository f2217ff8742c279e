package org.cartwright.pricing.amounts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Shares an amount in proportion to weights so that not a cent is lost: everyone first gets the
 * whole cents of their exact share, and the cents left over go one each to the largest fractions.
 * Of equal fractions the larger weight comes first, of equal weights the earlier one.
 *
 * <p>The shares add up to the amount exactly. If the amount does not exceed the sum of the weights,
 * no share exceeds its weight; and a weight of 0 gets nothing.
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * The shares of {@code amount}, in the order of {@code weights}.
   *
   * @param amount not negative, and 0 if all weights are 0
   * @param weights none negative
   * @throws IllegalArgumentException otherwise
   */
  public static List<Cents> share(Cents amount, List<Cents> weights) {
    return shareByWeight(
        amount, weights.stream().map(weight -> BigInteger.valueOf(weight.value())).toList());
  }

  /** As {@link #share}, for weights that are no amounts of money and know no bound. */
  public static List<Cents> shareByWeight(Cents amount, List<BigInteger> weights) {
    if (amount.isNegative() || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new IllegalArgumentException("neither an amount to share nor a weight is negative");
    }
    var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      return shareOfNothing(amount, weights.size());
    }
    var claims = new ArrayList<Claim>(weights.size());
    var shares = new ArrayList<Cents>(weights.size());
    for (var weight : weights) {
      var exact = BigInteger.valueOf(amount.value()).multiply(weight).divideAndRemainder(sum);
      claims.add(new Claim(claims.size(), weight, exact[1]));
      shares.add(new Cents(exact[0].longValueExact()));
    }
    var leftOver = amount.minus(Cents.sum(shares));
    claims.sort(Claim.MOST_URGENT_FIRST);
    for (var claim : claims.subList(0, Math.toIntExact(leftOver.value()))) {
      shares.set(claim.index, shares.get(claim.index).plus(new Cents(1)));
    }
    return List.copyOf(shares);
  }

  private static List<Cents> shareOfNothing(Cents amount, int size) {
    if (!amount.isZero()) {
      throw new IllegalArgumentException("nothing can be shared over weights that are all 0");
    }
    return Collections.nCopies(size, Cents.ZERO);
  }

  /**
   * What is left of somebody's exact share after its whole cents, in units of 1 / sum of all
   * weights.
   */
  private record Claim(int index, BigInteger weight, BigInteger remainder) {

    /** The sort is stable, so what is equal stays in the given order. */
    static final Comparator<Claim> MOST_URGENT_FIRST =
        Comparator.comparing(Claim::remainder).thenComparing(Claim::weight).reversed();
  }
}
