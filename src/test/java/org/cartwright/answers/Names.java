package org.cartwright.answers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names for what the service makes up, in the order in which it appears: {@code <cart 1>} for the
 * first cart's id, {@code <secret 2>} for the second link's or key's secret. A recording names
 * them, a request speaks of them by these names.
 */
final class Names {

  private static final Pattern MADE_UP =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:(?<kind>[a-z]+)_[0-9a-hjkmnp-tv-z]{26,28}|(?<apiKey>[0-9a-f]{16}-[A-Za-z0-9_-]{43})|(?<hash>[0-9a-f]{64})|(?:whsec_(?<whsec>[A-Za-z0-9+/]{43}=))|(?<secret>[A-Za-z0-9_-]{43})|(?<keyId>[0-9a-f]{16}))(?![A-Za-z0-9_])");

  private static final Pattern NAME = Pattern.compile("<[a-zA-Z]+ \\d+>");

  private final String base;
  private final String clinic;
  private final String recorded;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param base where the service is
   * @param clinic who asks
   * @param recorded by which name the recording knows who asks
   */
  Names(String base, String clinic, String recorded) {
    this.base = base;
    this.clinic = clinic;
    this.recorded = recorded;
  }

  /** A text with names in place of what was made up. */
  String hide(String text) {
    return MADE_UP
        .matcher(text.replace(base, "<address>").replace(clinic, recorded))
        .replaceAll(
            found -> {
              var name = names.computeIfAbsent(found.group(), value -> next(kind(found)));
              values.put(name, found.group());
              return name;
            });
  }

  /** A text with what was made up in place of its names. */
  String show(String text) {
    return NAME.matcher(text.replace("<address>", base).replace(recorded, clinic))
        .replaceAll(
            found -> {
              var value = values.get(found.group());
              if (value == null) {
                throw new IllegalStateException("nothing was called " + found.group() + " so far");
              }
              return value;
            });
  }

  private static String kind(java.util.regex.MatchResult found) {
    for (var kind : new String[] {"apiKey", "hash", "whsec", "secret", "keyId"}) {
      if (found.group(kind) != null) {
        return kind;
      }
    }
    return found.group("kind");
  }

  private String next(String kind) {
    return "<" + kind + " " + counts.merge(kind, 1, Integer::sum) + ">";
  }
}
