package org.cartwright.platform.privacy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Things by their kind and id. Ids are those of one thing among all of its kind, and may be those
 * of another among all of another kind: clients choose them.
 *
 * @param ids by kind, as in {@code cart}
 */
public record Things(Map<String, Set<String>> ids) {

  public Things {
    var copied = new HashMap<String, Set<String>>();
    ids.forEach((kind, some) -> copied.put(kind, Set.copyOf(some)));
    ids = Map.copyOf(copied);
  }

  /** Nothing. */
  public static Things none() {
    return new Things(Map.of());
  }

  /** Things of one kind. */
  public static Things of(String kind, Collection<String> ids) {
    return new Things(Map.of(kind, Set.copyOf(ids)));
  }

  /** The ids of all kinds, where it is not to be seen of which kind something is. */
  public Set<String> idsOfAnyKind() {
    return ids.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** These and others. */
  public Things and(Things others) {
    var all = new HashMap<String, Set<String>>();
    for (var things : new Things[] {this, others}) {
      things.ids.forEach(
          (kind, some) -> all.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(some));
    }
    return new Things(all);
  }
}
