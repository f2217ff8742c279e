package org.cartwright.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hands the document over.
 *
 * @param name printed large
 * @param lines beneath the name: address, telephone, tax number …
 */
public record Letterhead(String name, List<String> lines, @Nullable Logo logo) {

  public Letterhead {
    lines = List.copyOf(lines);
  }
}
