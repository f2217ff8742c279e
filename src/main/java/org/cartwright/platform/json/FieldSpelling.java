package org.cartwright.platform.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the client spelled the fields of one request. The house speaks camelCase; a client that wrote
 * {@code item_id} is told about {@code item_id}.
 */
public final class FieldSpelling {

  private final Map<List<Object>, String> written = new HashMap<>();

  /** The snake_case form of a camelCase name. */
  public static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  void remember(List<Object> camelLoc, String asWritten) {
    written.put(List.copyOf(camelLoc), asWritten);
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
