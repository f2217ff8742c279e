package org.cartwright.platform.json.violations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside a request: from {@code body} over field names, as the client wrote
 * them, and positions.
 */
public record ValuePath(@Nullable ValuePath parent, Object step) {

  public static ValuePath at(String root) {
    return new ValuePath(null, root);
  }

  public ValuePath to(Object step) {
    return new ValuePath(this, step);
  }

  public List<Object> loc() {
    var steps = new ArrayList<Object>();
    for (ValuePath t = this; t != null; t = t.parent) {
      steps.addFirst(t.step);
    }
    return steps;
  }
}
