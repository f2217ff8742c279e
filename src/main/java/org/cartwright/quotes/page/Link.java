package org.cartwright.quotes.page;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cartwright.platform.web.ForPeople;
import org.cartwright.quotes.PatientDoor;
import org.cartwright.quotes.Visit;
import org.cartwright.tenancy.Tenants;

/**
 * A link as it stands in the address of a request.
 *
 * @param newest whether the quote is meant that took the place of the one the link was made for
 */
record Link(String tenant, String token, boolean newest) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  static Link in(Map<String, String> path) {
    return new Link(
        path.getOrDefault("tenant", ""),
        path.getOrDefault("token", ""),
        path.containsKey("newest"));
  }

  /** Whether there can be such a link at all. */
  boolean isPossible() {
    return Tenants.isPossible(tenant) && TOKEN.matcher(token).matches();
  }

  Optional<Visit> follow(PatientDoor door) {
    return newest ? door.followToNewest(token) : door.follow(token);
  }

  /** Where its page is. Made of what {@link #isPossible()}, so there is nothing to be encoded. */
  String path() {
    return ForPeople.PATH + "/" + tenant + "/" + token + (newest ? "/newest" : "");
  }
}
