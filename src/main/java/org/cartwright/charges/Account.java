package org.cartwright.charges;

/**
 * A charge as it stands while it is locked: decides what may be paid.
 *
 * @param outstanding what is still owed, in cents
 * @param entries how many payments and refunds there are
 */
record Account(
    String chargeId, String patientId, long outstanding, ChargeStatus status, int entries) {

  /**
   * Makes sure that this much can be paid.
   *
   * @throws ChargeRefusal if the charge is settled, or less is owed
   */
  void requireOwes(long amount) {
    if (status != ChargeStatus.OUTSTANDING) {
      throw ChargeRefusal.settled(status);
    }
    if (amount > outstanding) {
      throw ChargeRefusal.moreThanOwed(outstanding);
    }
  }

  /** The place of the next payment or refund in the charge's ledger. */
  int nextEntry() {
    return entries + 1;
  }
}
