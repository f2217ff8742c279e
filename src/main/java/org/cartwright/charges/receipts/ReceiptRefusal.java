package org.cartwright.charges.receipts;

import org.cartwright.platform.errors.Conflict;

/** 409: why a receipt cannot be sent, and what to do instead. */
final class ReceiptRefusal extends Conflict {

  private ReceiptRefusal(String sentence) {
    super(sentence);
  }

  static ReceiptRefusal noMail() {
    return new ReceiptRefusal(
        "This installation is not set up to send by email; print the receipt, or ask its operator.");
  }

  static ReceiptRefusal noAddress() {
    return new ReceiptRefusal(
        "The patient has no e-mail address; enter one, or print the receipt.");
  }
}
