package org.cartwright.quotes.page.session;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.tenancy.Tenants;

/**
 * A link as it stands in the address of a request.
 *
 * @param newest whether the quote is meant that took the place of the one the link was made for
 */
public record LinkAddress(String tenant, String token, boolean newest) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  public static LinkAddress in(Map<String, String> path) {
    return new LinkAddress(
        path.getOrDefault("tenant", ""),
        path.getOrDefault("token", ""),
        path.containsKey("newest"));
  }

  /** Whether there can be such a link at all. */
  public boolean isPossible() {
    return Tenants.isPossible(tenant) && TOKEN.matcher(token).matches();
  }

  public Optional<LinkVisit> follow(LinkAccess access) {
    return newest ? access.followToNewest(token) : access.follow(token);
  }

  /** Where its page is. Made of what {@link #isPossible()}, so there is nothing to be encoded. */
  public String path() {
    return HtmlPages.PATH + "/" + tenant + "/" + token + (newest ? "/newest" : "");
  }
}
