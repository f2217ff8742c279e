package org.cartwright.tenancy.health;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartwright.tenancy.health.HealthFindings.Broken;
import org.cartwright.tenancy.health.HealthFindings.Check;

/** What one report has counted so far. */
final class HealthRound {

  /** Of one check. */
  private static final class Count {
    private final BookCheck check;
    private final long[] broken;
    private long examined;

    private Count(BookCheck check) {
      this.check = check;
      broken = new long[check.identities().size()];
    }
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private List<Broken> untold = new ArrayList<>();
  private long documents;

  HealthRound(Collection<BookCheck> checks) {
    for (var check : checks) {
      if (counts.put(check.documents(), new Count(check)) != null) {
        throw new IllegalStateException("two checks look at " + check.documents());
      }
    }
  }

  /** The checks, in the order of their names. */
  List<BookCheck> checks() {
    return counts.values().stream().map(count -> count.check).toList();
  }

  void add(BookCheck check, List<BookCheck.Examined> batch) {
    var count = Objects.requireNonNull(counts.get(check.documents()));
    count.examined += batch.size();
    documents += batch.size();
    for (var one : batch) {
      for (int i = 0; i < count.broken.length; i++) {
        if (!one.holds().get(i)) {
          count.broken[i]++;
          untold.add(new Broken(check.documents(), one.id(), check.identities().get(i)));
        }
      }
    }
  }

  long documents() {
    return documents;
  }

  /** What was found since this was asked before. */
  List<Broken> found() {
    var found = untold;
    untold = new ArrayList<>();
    return found;
  }

  List<Check> results() {
    var results = new ArrayList<Check>();
    for (var count : counts.values()) {
      for (int i = 0; i < count.broken.length; i++) {
        results.add(
            Check.of(
                count.check.documents(),
                count.check.identities().get(i),
                count.broken[i],
                count.examined));
      }
    }
    return results;
  }
}
