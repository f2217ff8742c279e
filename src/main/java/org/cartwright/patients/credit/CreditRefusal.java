package org.cartwright.patients.credit;

import org.cartwright.platform.errors.Conflict;

/** 409: what a credit, or a patient's credit as a whole, will not do, and what to do instead. */
final class CreditRefusal extends Conflict {

  private CreditRefusal(String reason, String sentence, Object... values) {
    super("credit." + reason, sentence, values);
  }

  static CreditRefusal patientIsArchived() {
    return new CreditRefusal(
        "patientIsArchived",
        "The patient is archived and is granted no credit; take the patient out of the archive first.");
  }

  static CreditRefusal externalIdTaken() {
    return new CreditRefusal(
        "externalIdTaken",
        "Another credit of this clinic has this external id; an external id is unique.");
  }

  static CreditRefusal usedAlready() {
    return new CreditRefusal(
        "usedAlready",
        "More than this amount of the credit was used already; choose at least what was used.");
  }

  static CreditRefusal cannotBeDeleted() {
    return new CreditRefusal(
        "cannotBeDeleted",
        "The credit was used and cannot be deleted; set amountRemaining to 0 to withdraw what is left.");
  }

  static CreditRefusal tooMuchInAll() {
    return new CreditRefusal(
        "tooMuchInAll",
        "All credit of a patient together cannot exceed "
            + PatientCredits.LARGEST_AMOUNT
            + " cents; grant less.",
        PatientCredits.LARGEST_AMOUNT);
  }

  static CreditRefusal moreThanWasTaken() {
    return new CreditRefusal(
        "moreThanWasTaken",
        "The payment took less credit, or it was given back already; give back what is left of it.");
  }
}
