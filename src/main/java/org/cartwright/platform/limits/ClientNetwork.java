package org.cartwright.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network an address stands for: itself, or for IPv6 its first 64 bits, since whoever has one
 * such address has them all.
 */
final class ClientNetwork {

  private static final int LONGEST = 64;

  private ClientNetwork() {}

  static String of(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException notAnAddress) {
      // Whatever a proxy wrote there; it is told apart from others all the same.
      return address.length() <= LONGEST ? address : address.substring(0, LONGEST);
    }
  }
}
