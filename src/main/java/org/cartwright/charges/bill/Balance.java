package org.cartwright.charges.bill;

import java.util.Comparator;
import java.util.stream.Stream;
import org.cartwright.charges.api.ChargeStatus;

/**
 * How a charge stands after what was paid and given back, one after the other. It is settled from
 * the moment its payments less refunds reach the total, and one of 0 at once; from then on nothing
 * is owed any more, whatever is given back. Until then a refund reopens what it gave back. Nothing
 * is owed either on a charge that is void. The database's charge_balance says the same of a
 * charge's status, for lists to be searched by it.
 *
 * @param total of the charge, in cents
 * @param kept what was paid less what was given back, in cents
 * @param isSettled whether that ever reached the total
 * @param isGivenBack whether anything was ever given back
 * @param isVoid whether the charge was voided
 */
public record Balance(
    long total, long kept, boolean isSettled, boolean isGivenBack, boolean isVoid) {

  /**
   * Something paid or given back.
   *
   * @param sequence its place among all that was
   * @param change of what is kept, in cents: less than 0 for what was given back
   */
  public record Entry(int sequence, long change) {}

  /** How a charge stands on which nothing was paid yet. */
  public static Balance ofNew(long total) {
    return ofNew(total, false);
  }

  private static Balance ofNew(long total, boolean isVoid) {
    return new Balance(total, 0, total == 0, false, isVoid);
  }

  /** How a charge stands after all this, whatever order it comes in. */
  public static Balance of(long total, boolean isVoid, Stream<Entry> entries) {
    var balance = ofNew(total, isVoid);
    for (var entry : entries.sorted(Comparator.comparingInt(Entry::sequence)).toList()) {
      balance = balance.after(entry.change());
    }
    return balance;
  }

  private Balance after(long change) {
    var then = kept + change;
    return new Balance(total, then, isSettled || then >= total, isGivenBack || change < 0, isVoid);
  }

  /** What is still owed, in cents. */
  public long outstanding() {
    return isSettled || isVoid ? 0 : total - kept;
  }

  public ChargeStatus status() {
    if (isVoid) {
      return ChargeStatus.VOID;
    }
    if (!isSettled) {
      return ChargeStatus.OUTSTANDING;
    }
    return isGivenBack && kept == 0 ? ChargeStatus.REFUNDED : ChargeStatus.PAID;
  }
}
