package org.cartwright.console.draft.customer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.customers.RememberedAddresses;
import org.springframework.stereotype.Component;

/** The addresses that were used for a draft's customer before. */
@Component
public class KnownAddresses {

  private static final int LETTERS = 36;

  private final RememberedAddresses addresses;

  KnownAddresses(RememberedAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * One of them.
   *
   * @param key by which a form names it
   * @param text on one line
   */
  public record Known(String key, String text) {}

  /** Those that are not where the goods go already, the one used last first. */
  public List<Known> of(DraftDetail draft) {
    return all(draft).stream()
        .filter(address -> !address.equals(draft.shippingAddress()))
        .map(address -> new Known(key(address), line(address)))
        .toList();
  }

  /** The one that a form names, if it is still known. */
  public Optional<Address> of(DraftDetail draft, String key) {
    return all(draft).stream().filter(address -> key(address).equals(key)).findFirst();
  }

  private List<Address> all(DraftDetail draft) {
    var customer = draft.customerId();
    return customer == null
        ? List.of()
        : addresses.of(List.of(customer)).getOrDefault(customer, List.of());
  }

  private static String key(Address address) {
    return Integer.toUnsignedString(address.hashCode(), LETTERS);
  }

  /** An address on one line. */
  static String line(Address address) {
    return Stream.of(
            address.name(),
            address.line1(),
            address.line2(),
            address.city(),
            address.region(),
            address.postalCode(),
            address.country())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
