package org.cartwright.webhooks.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Which addresses a webhook can have: https on a public host. What an address says is looked at
 * when it is written down; where its name leads, whenever something is sent, by the very filter
 * that decides to what is connected. In the embedded mode this machine may be named as well, over
 * http, too.
 */
@Component
public class ReceiverAddresses {

  private static final int HTTPS = 443;
  private static final int FIRST_FREE_PORT = 1024;
  private static final int LAST_PORT = 65_535;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Set<String> LOCAL_NAMES =
      Set.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "arpa",
          "onion");

  private static final String OCTET = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

  /** As browsers see it: a host whose last part is a number is meant to be an address. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final int LONGEST_NAME = 253;

  /**
   * Beside what is private or special: what leads to another address by being translated, and what
   * is no network of anybody's.
   */
  private static final InetAddressFilter PUBLIC =
      InetAddressFilter.externalAddresses()
          .andNot(
              "0.0.0.0/8",
              "100.64.0.0/10",
              "192.0.0.0/24",
              "192.88.99.0/24",
              "198.18.0.0/15",
              "224.0.0.0/3",
              "::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "4000::/2",
              "8000::/1");

  private static final InetAddressFilter LOOPBACK =
      InetAddressFilter.adapt(InetAddress::isLoopbackAddress);

  private final boolean mayBeThisMachine;

  ReceiverAddresses(@Value("${cartwright.hooks:false}") boolean mayBeThisMachine) {
    this.mayBeThisMachine = mayBeThisMachine;
  }

  /** Why a webhook cannot have an address, if it cannot. */
  public Optional<String> refusal(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("this is no URL");
    }
    var host = uri.getHost();
    if (host == null || uri.getScheme() == null) {
      return Optional.of("this is no URL with a host, such as https://hooks.example/cartwright");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("a URL here names no user");
    }
    if (uri.getRawFragment() != null) {
      return Optional.of("a URL here has no fragment");
    }
    if (isThisMachine(uri)) {
      return Optional.empty();
    }
    if (!uri.getScheme().equalsIgnoreCase("https")) {
      return Optional.of("events are only sent over https");
    }
    var port = uri.getPort() == -1 ? HTTPS : uri.getPort();
    if (port != HTTPS && (port < FIRST_FREE_PORT || port > LAST_PORT)) {
      return Optional.of("the port is 443 or one from 1024 on");
    }
    return isPublic(host.toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("events are only sent to public addresses");
  }

  /** Whether an address names this machine, and may. */
  private boolean isThisMachine(URI uri) {
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return mayBeThisMachine
        && (scheme.equals("http") || scheme.equals("https"))
        && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  private static boolean isPublic(String host) {
    if (host.startsWith("[")) {
      return !host.contains("%") && isPublicLiteral(host.substring(1, host.length() - 1));
    }
    if (ENDS_IN_A_NUMBER.matcher(host).matches()) {
      return FOUR_NUMBERS.matcher(host).matches() && isPublicLiteral(host);
    }
    return host.length() <= LONGEST_NAME
        && NAME.matcher(host).matches()
        && !LOCAL_NAMES.contains(host.substring(host.lastIndexOf('.') + 1));
  }

  private static boolean isPublicLiteral(String literal) {
    try {
      return PUBLIC.matches(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an address that was not refused names this machine. */
  public boolean isThisMachine(String address) {
    return isThisMachine(URI.create(address));
  }

  /** To what may be connected for an address that was not refused. */
  public InetAddressFilter filter(String address) {
    return isThisMachine(address) ? LOOPBACK : PUBLIC;
  }
}
