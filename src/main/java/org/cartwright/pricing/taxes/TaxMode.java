package org.cartwright.pricing.taxes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Decimals;
import org.cartwright.pricing.amounts.LargestRemainder;
import org.jspecify.annotations.Nullable;

/** Whether prices are without taxes, which come on top, or have them inside. */
public enum TaxMode {

  /** Each tax comes on top and is rounded by itself. */
  EXCLUSIVE {
    @Override
    List<TaxedAmount> taxesIn(Cents price, @Nullable Integer part, List<TaxRule> due) {
      return due.stream().map(rule -> TaxedAmount.of(rule, part, price)).toList();
    }

    @Override
    public Cents toPay(Cents prices, Cents taxes) {
      return prices.plus(taxes);
    }
  },

  /**
   * The taxes are what the price is above the amount that they would make it of, which is rounded.
   * Several taxes share that by {@link LargestRemainder}, weighed by their rates.
   */
  INCLUSIVE {
    @Override
    List<TaxedAmount> taxesIn(Cents price, @Nullable Integer part, List<TaxRule> due) {
      var rates = due.stream().map(rule -> rule.rate().value()).toList();
      var net = price.without(rates.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
      var amounts =
          LargestRemainder.shareByWeight(
              price.minus(net), rates.stream().map(TaxMode::weight).toList());
      var taxes = new ArrayList<TaxedAmount>();
      for (int i = 0; i < due.size(); i++) {
        taxes.add(TaxedAmount.within(due.get(i), part, net, amounts.get(i)));
      }
      return List.copyOf(taxes);
    }

    @Override
    public Cents toPay(Cents prices, Cents taxes) {
      return prices;
    }
  };

  /**
   * The taxes on a price.
   *
   * @param price of something that is taxed as a whole, after all discounts
   * @param part the index of the package's part that it is the price of, if it is one
   * @param due the taxes that apply to it
   */
  abstract List<TaxedAmount> taxesIn(Cents price, @Nullable Integer part, List<TaxRule> due);

  /** What is to be paid for prices, after all discounts, of which these are the taxes. */
  public abstract Cents toPay(Cents prices, Cents taxes);

  private static BigInteger weight(BigDecimal rate) {
    return rate.movePointRight(Decimals.MOST).toBigIntegerExact();
  }
}
