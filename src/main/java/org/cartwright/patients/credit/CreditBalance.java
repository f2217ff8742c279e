package org.cartwright.patients.credit;

import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;

/**
 * How a credit stands after its last entry, in cents.
 *
 * @param isTakenFrom whether a payment ever took from it
 */
record CreditBalance(long amount, long remaining, boolean isTakenFrom) {

  long used() {
    return amount - remaining;
  }

  /**
   * As staff corrects it. A new amount alone leaves what was used, so what remains moves with it.
   *
   * @throws CreditRefusal if the amount is below what was used
   * @throws InvalidRequest if more would remain than the amount
   */
  CreditBalance corrected(@Nullable Long wantedAmount, @Nullable Long wantedRemaining) {
    long newAmount = wantedAmount == null ? amount : wantedAmount;
    if (wantedRemaining != null && wantedRemaining > newAmount) {
      throw new InvalidRequest(
          Violation.inBody("no more can remain than the amount", "amountRemaining"));
    }
    if (newAmount < used()) {
      throw CreditRefusal.usedAlready();
    }
    return new CreditBalance(
        newAmount, wantedRemaining == null ? newAmount - used() : wantedRemaining, isTakenFrom);
  }

  /**
   * Makes sure that nothing of it was ever used.
   *
   * @throws CreditRefusal if something was, even if it was given back
   */
  void requireUnused() {
    if (isTakenFrom || used() != 0) {
      throw CreditRefusal.cannotBeDeleted();
    }
  }
}
