package org.cartwright.charges;

import java.util.Currency;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.platform.errors.Conflict;

/** What the present state of a charge or payment forbids. */
final class ChargeRefusal extends Conflict {

  private ChargeRefusal(String reason, String sentence, Object... values) {
    super("charge." + reason, sentence, values);
  }

  static ChargeRefusal chargedAlready() {
    return new ChargeRefusal(
        "chargedAlready", "There is a charge for this already; read it instead.");
  }

  static ChargeRefusal externalIdTaken() {
    return new ChargeRefusal(
        "externalIdTaken",
        "A charge with this externalId exists already; leave it out or choose another.");
  }

  static ChargeRefusal settled(ChargeStatus status) {
    return new ChargeRefusal(
        "settled", "The charge is " + status + ": nothing is owed any more.", status);
  }

  static ChargeRefusal moreThanOwed(long outstanding) {
    return new ChargeRefusal(
        "moreThanOwed",
        "Only %d cents of the charge are outstanding; take at most that.".formatted(outstanding),
        outstanding);
  }

  static ChargeRefusal noCredit() {
    return new ChargeRefusal(
        "noCredit", "The patient has no credit left; grant some, or take the payment otherwise.");
  }

  static ChargeRefusal creditIsIn(Currency credit, Currency owed) {
    return new ChargeRefusal(
        "creditIsIn",
        "Credit is in %s and the charge in %s; take the payment otherwise."
            .formatted(credit.getCurrencyCode(), owed.getCurrencyCode()),
        credit,
        owed);
  }

  static ChargeRefusal moreThanPaid(long left) {
    return new ChargeRefusal(
        "moreThanPaid",
        left == 0
            ? "All of this payment was given back already."
            : "Only %d cents of this payment are left to give back.".formatted(left),
        left);
  }
}
