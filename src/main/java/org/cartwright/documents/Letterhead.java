package org.cartwright.documents;

import java.util.List;
import java.util.stream.Stream;
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

  /** With those of the lines that say something. */
  public static Letterhead of(String name, @Nullable Logo logo, String... lines) {
    return new Letterhead(name, Stream.of(lines).filter(line -> !line.isBlank()).toList(), logo);
  }
}
