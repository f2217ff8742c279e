package org.cartwright.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.cartwright.audit.chain.ChainReport.Break;
import org.cartwright.audit.chain.ChainReport.Kind;
import org.jspecify.annotations.Nullable;

/** What is found while one seal after the other is looked at, and then one row after the other. */
final class ChainFindings {

  private static final int MOST_TOLD = 100;

  private final String tenant;
  private final Predicate<Instant> isKeptNoLonger;
  private final List<Break> breaks = new ArrayList<>();
  private byte[] last = SealedRow.NOTHING;
  private long lastNumber;
  private long broken;
  private long seals;
  private long rows;
  private long waiting;
  private long keptNoLonger;

  ChainFindings(String tenant, Predicate<Instant> isKeptNoLonger) {
    this.tenant = tenant;
    this.isKeptNoLonger = isKeptNoLonger;
  }

  /** The number of the seal that was looked at last. */
  long lastNumber() {
    return lastNumber;
  }

  /** The next seal there is. */
  void see(SealedLink link) {
    seals++;
    for (long missing = lastNumber + 1; missing < link.number(); missing++) {
      tell(Kind.SEAL_MISSING, missing, null, null);
    }
    if (link.number() == lastNumber + 1 && !link.follows(last)) {
      tell(Kind.SEAL_CHANGED, link.number(), link.entryId(), link.moment());
    }
    var row = link.row();
    if (row == null && isKeptNoLonger.test(link.moment())) {
      keptNoLonger++;
    } else if (row == null) {
      tell(Kind.ROW_MISSING, link.number(), link.entryId(), link.moment());
    } else if (!link.seals(tenant, row)) {
      tell(Kind.ROW_CHANGED, link.number(), link.entryId(), link.moment());
    }
    last = link.hash();
    lastNumber = link.number();
  }

  /** The next row there is. */
  void seeRow(String id, Instant moment, boolean isSealed, boolean isWaiting) {
    rows++;
    if (!isSealed && isWaiting) {
      waiting++;
    } else if (!isSealed) {
      tell(Kind.ROW_ADDED, null, id, moment);
    }
  }

  /** A row that waited for its seal and is gone. */
  void seeMissing(String id, Instant moment) {
    tell(Kind.ROW_MISSING, null, id, moment);
  }

  private void tell(
      Kind kind, @Nullable Long seal, @Nullable String row, @Nullable Instant moment) {
    broken++;
    if (breaks.size() < MOST_TOLD) {
      breaks.add(new Break(kind, seal, row, moment));
    }
  }

  ChainReport report() {
    return new ChainReport(
        "%d of %d rows".formatted(broken, rows),
        broken,
        rows,
        seals,
        waiting,
        keptNoLonger,
        seals == 0 ? null : HexFormat.of().formatHex(last),
        List.copyOf(breaks));
  }
}
