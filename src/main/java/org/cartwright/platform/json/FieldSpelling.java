package org.cartwright.platform.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the client spelled the fields of one request. The house speaks camelCase, and snake_case in a
 * query; a client that wrote {@code item_id} is told about {@code item_id}.
 */
public final class FieldSpelling {

  private final Map<List<Object>, String> written = new HashMap<>();
  private final Set<String> inTwoSpellings = new HashSet<>();

  /** The snake_case form of a camelCase name. */
  public static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  void remember(List<Object> loc, String asWritten) {
    written.put(List.copyOf(loc), asWritten);
  }

  /**
   * Notes how a parameter of the query is written.
   *
   * @param name how the house writes it
   */
  public void rememberParameter(String name, String asWritten) {
    List<Object> loc = List.of("query", name);
    var before = written.putIfAbsent(loc, asWritten);
    if (before != null && !before.equals(asWritten)) {
      inTwoSpellings.add(name);
      written.put(loc, name);
    }
  }

  /** Whether a parameter of the query was noted in two spellings. */
  public boolean isInTwoSpellings(String name) {
    return inTwoSpellings.contains(name);
  }

  /** The same place, in the client's own spelling. */
  public List<Object> asWritten(List<Object> camelLoc) {
    var loc = new ArrayList<Object>(camelLoc);
    for (int i = 0; i < loc.size(); i++) {
      var spelled = written.get(camelLoc.subList(0, i + 1));
      if (spelled != null) {
        loc.set(i, spelled);
      }
    }
    return loc;
  }
}
