package org.cartwright.messages;

/** Carries messages over one channel. */
interface Carrier {

  /**
   * Hands a message over. Takes its time, so nobody holds a database connection meanwhile.
   *
   * @throws Undelivered if it did not, or does not know
   */
  void carry(Letter letter) throws Undelivered;
}
