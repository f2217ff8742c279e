package org.cartwright.platform.trail;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What was touched: things by kind and id, each once, and by name what of them was changed. */
public final class Touched {

  private final Set<Thing> things = new LinkedHashSet<>();
  private final Set<String> fields = new TreeSet<>();

  /**
   * A thing.
   *
   * @param kind the name of the table it stands in, with hyphens, such as {@code quick-note}
   */
  public record Thing(String kind, String id) {}

  /**
   * Adds a thing.
   *
   * @param kind the name of its table
   */
  public void add(String kind, String id) {
    things.add(new Thing(worded(kind), id));
  }

  /** Adds things. */
  public void addAll(Collection<Thing> more) {
    things.addAll(more);
  }

  /** Adds that something of a kind of thing was changed. */
  public void addField(String kind, String name) {
    fields.add(worded(kind) + "." + name);
  }

  private static String worded(String kind) {
    return kind.replace('_', '-');
  }

  public Set<Thing> things() {
    return things;
  }

  /** The names of what was changed, as in {@code cart-line.notes}, in their order. */
  public Set<String> fields() {
    return fields;
  }

  public boolean isEmpty() {
    return things.isEmpty() && fields.isEmpty();
  }
}
