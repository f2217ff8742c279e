package org.cartwright.webhooks.address;

/** Which addresses a webhook can have, in either mode. */
public final class TestAddresses {

  private TestAddresses() {}

  /** As where the service serves clinics. */
  public static ReceiverAddresses abroad() {
    return new ReceiverAddresses(false);
  }

  /** As where it is tried out. */
  public static ReceiverAddresses atHome() {
    return new ReceiverAddresses(true);
  }
}
