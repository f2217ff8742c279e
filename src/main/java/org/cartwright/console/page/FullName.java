package org.cartwright.console.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody is called in full. */
public final class FullName {

  private FullName() {}

  /** Both names, or the one that is known; empty if none is. */
  public static String of(@Nullable String first, @Nullable String last) {
    return Stream.of(first, last)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
