package org.cartwright.messages.transport;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** The address that e-mail comes from. */
public final class SenderAddress {

  private SenderAddress() {}

  /**
   * The address in {@code cartwright.mail-from}.
   *
   * @throws MissingSenderAddress if there is none although a mail server is configured, or if it is
   *     no address
   */
  public static String address(@Nullable String configured) {
    try {
      var address = new InternetAddress(configured == null ? "" : configured.strip(), true);
      if (address.getPersonal() == null && address.getAddress().contains("@")) {
        return address.getAddress();
      }
    } catch (AddressException e) {
      // said below
    }
    throw new MissingSenderAddress();
  }
}
