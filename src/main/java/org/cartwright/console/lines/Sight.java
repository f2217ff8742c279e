package org.cartwright.console.lines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cart or a draft as it was shown to somebody, in a field of each form: it tells whether it is
 * still like that, and what became of it if not. It is believed for no more than that.
 *
 * @param version what is another with each change
 * @param facets what there is beside the lines, always in the same order
 */
public record Sight(String version, List<Facet> facets, List<DeskLine> lines) {

  /** Each form has it, and there is one for each line: of longer carts it tells less. */
  private static final int MOST_LINES = 40;

  private static final int LETTERS = 36;

  /**
   * Something that there is to it once.
   *
   * @param key of the text that says that it is another
   */
  public record Facet(String key, String code) {

    public static Facet of(String key, @Nullable Object... content) {
      return new Facet(key, Sight.code(content));
    }
  }

  /**
   * What changed.
   *
   * @param key of its text
   * @param what the name of the line it is about, or how many there are
   */
  public record Change(String key, String what) {}

  /** As it stands in a form. */
  public String text() {
    var head = version + facets.stream().map(it -> "~" + it.code()).collect(Collectors.joining());
    return lines.size() > MOST_LINES
        ? head
        : head
            + lines.stream()
                .map(line -> "|" + key(line) + "~" + content(line))
                .collect(Collectors.joining());
  }

  private static String key(DeskLine line) {
    return code(line.id());
  }

  private static String content(DeskLine line) {
    return code(
        line.quantity().stripTrailingZeros(),
        line.unitPrice(),
        line.discountPercentage().stripTrailingZeros(),
        line.flatDiscount(),
        line.notes());
  }

  private static String code(@Nullable Object... values) {
    return Integer.toUnsignedString(Objects.hash(values), LETTERS);
  }

  /** Whether it is as it was shown. */
  public boolean isAsSeen(@Nullable String seen) {
    return text().equals(seen);
  }

  /** What became of it since it was shown; nothing where that is not known. */
  public List<Change> changesSince(@Nullable String seen) {
    var parts = List.of((seen == null ? "" : seen).split("\\|", -1));
    var before = new LinkedHashMap<String, String>();
    for (var part : parts.subList(1, parts.size())) {
      var pair = part.split("~", 2);
      before.put(pair[0], pair[pair.length - 1]);
    }
    var changes = new ArrayList<Change>();
    for (var line : lines) {
      var was = before.remove(key(line));
      if (was == null && parts.size() > 1) {
        changes.add(new Change("cart.changed.added", line.name()));
      } else if (was != null && !was.equals(content(line))) {
        changes.add(new Change("cart.changed.line", line.name()));
      }
    }
    if (!before.isEmpty()) {
      changes.add(new Change("cart.changed.removed", Integer.toString(before.size())));
    }
    var head = parts.getFirst().split("~", -1);
    for (int i = 0; i < facets.size() && i + 1 < head.length; i++) {
      if (!head[i + 1].equals(facets.get(i).code())) {
        changes.add(new Change(facets.get(i).key(), ""));
      }
    }
    return changes;
  }
}
