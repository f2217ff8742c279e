package org.cartwright.charges.receipts;

import org.cartwright.platform.errors.Conflict;

/** 409: why a receipt cannot be sent, and what to do instead. */
final class ReceiptRefusal extends Conflict {

  private ReceiptRefusal(String reason, String sentence, Object... values) {
    super("receipt." + reason, sentence, values);
  }

  static ReceiptRefusal noMail() {
    return new ReceiptRefusal(
        "noMail",
        "This installation is not set up to send by email; print the receipt, or ask its operator.");
  }

  static ReceiptRefusal noAddress() {
    return new ReceiptRefusal(
        "noAddress", "The patient has no e-mail address; enter one, or print the receipt.");
  }
}
