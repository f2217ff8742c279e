package org.cartwright.charges;

/**
 * A payment that can be given back, read under its charge's lock.
 *
 * @param amount what was paid, in cents
 * @param refunded what of it was given back so far
 */
record TakenPayment(String id, PaymentMedium medium, long amount, long refunded) {

  /**
   * Makes sure that this much can be given back.
   *
   * @throws ChargeRefusal if less than that is left of it
   */
  void requireHolds(long wanted) {
    if (wanted > amount - refunded) {
      throw ChargeRefusal.moreThanPaid(amount - refunded);
    }
  }
}
