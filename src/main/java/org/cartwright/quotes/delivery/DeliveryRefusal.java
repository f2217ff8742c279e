package org.cartwright.quotes.delivery;

import org.cartwright.platform.errors.Conflict;
import org.cartwright.quotes.api.SendMethod;

/** 409: why a quote does not reach its patient as it is to be sent, and what to do instead. */
final class DeliveryRefusal extends Conflict {

  private DeliveryRefusal(String reason, String sentence, Object... values) {
    super("delivery." + reason, sentence, values);
  }

  static DeliveryRefusal notReachable(SendMethod method) {
    return new DeliveryRefusal(
        "notReachable",
        "This installation is not set up to send by "
            + method.word()
            + "; send it another way, or ask its operator.",
        method);
  }

  static DeliveryRefusal patientIsArchived() {
    return new DeliveryRefusal(
        "patientIsArchived", "The quote's patient is archived; restore the patient first.");
  }

  static DeliveryRefusal patientHasNoEmail() {
    return new DeliveryRefusal(
        "patientHasNoEmail", "The patient has no e-mail address; enter one, or send it by sms.");
  }

  static DeliveryRefusal patientHasNoPhoneNumber() {
    return new DeliveryRefusal(
        "patientHasNoPhoneNumber",
        "The patient has no phone number; enter one, or send it by email.");
  }

  static DeliveryRefusal nothingToVerifyBy() {
    return new DeliveryRefusal(
        "nothingToVerifyBy",
        "The patient has neither a date of birth nor a phone number to be verified by; enter one, or set "
            + "requiresPatientVerification to false.");
  }
}
