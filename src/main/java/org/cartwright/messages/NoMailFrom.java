package org.cartwright.messages;

/** A mail server is configured, but not the address that e-mail comes from. */
final class NoMailFrom extends RuntimeException {

  NoMailFrom() {
    super(
        "A mail server is configured, but cartwright.mail-from is not the plain address that e-mail is to come from.");
  }
}
