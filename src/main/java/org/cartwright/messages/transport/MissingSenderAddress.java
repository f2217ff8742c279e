package org.cartwright.messages.transport;

/** A mail server is configured, but not the address that e-mail comes from. */
final class MissingSenderAddress extends RuntimeException {

  MissingSenderAddress() {
    super(
        "A mail server is configured, but cartwright.mail-from is not the plain address that e-mail is to come from.");
  }
}
