package org.cartwright.platform.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside a request: from {@code body} over field names, as the client wrote
 * them, and positions.
 */
record Trail(@Nullable Trail parent, Object step) {

  static Trail at(String root) {
    return new Trail(null, root);
  }

  Trail to(Object step) {
    return new Trail(this, step);
  }

  List<Object> loc() {
    var steps = new ArrayList<Object>();
    for (Trail t = this; t != null; t = t.parent) {
      steps.addFirst(t.step);
    }
    return steps;
  }
}
