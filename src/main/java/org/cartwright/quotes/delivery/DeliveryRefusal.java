package org.cartwright.quotes.delivery;

import org.cartwright.platform.errors.Conflict;
import org.cartwright.quotes.api.SendMethod;

/** 409: why a quote does not reach its patient as it is to be sent, and what to do instead. */
final class DeliveryRefusal extends Conflict {

  private DeliveryRefusal(String sentence) {
    super(sentence);
  }

  static DeliveryRefusal notReachable(SendMethod method) {
    return new DeliveryRefusal(
        "This installation is not set up to send by "
            + method.word()
            + "; send it another way, or ask its operator.");
  }

  static DeliveryRefusal patientIsArchived() {
    return new DeliveryRefusal("The quote's patient is archived; restore the patient first.");
  }

  static DeliveryRefusal patientHasNoEmail() {
    return new DeliveryRefusal("The patient has no e-mail address; enter one, or send it by sms.");
  }

  static DeliveryRefusal patientHasNoPhoneNumber() {
    return new DeliveryRefusal("The patient has no phone number; enter one, or send it by email.");
  }

  static DeliveryRefusal nothingToVerifyBy() {
    return new DeliveryRefusal(
        "The patient has neither a date of birth nor a phone number to be verified by; enter one, or set "
            + "requiresPatientVerification to false.");
  }
}
