package org.cartwright.platform.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.jdbc.DatabaseFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Lets a round do something to many things, of which one that fails never stops the others: it is
 * left alone, for a minute at first and twice as long each time it fails again, an hour at most.
 * Where the database is away nothing else is tried, and nobody left alone for it. This is
 * remembered by each instance for itself and forgotten with it. What failed is logged without the
 * failure's own words, which may be patient data.
 */
public final class FailureBackoff {

  private static final Logger LOG = LoggerFactory.getLogger(FailureBackoff.class);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int LARGEST_EXPONENT = 6;
  private static final int SUSPECTED = -1;

  /** In the place of an id: the whole tenant. */
  private static final String ALL = "";

  private final String what;
  private final Clock clock;
  private final Map<Thing, Setback> known = new ConcurrentHashMap<>();

  /**
   * @param what kind of things these are, for the log
   */
  public FailureBackoff(String what, Clock clock) {
    this.what = what;
    this.clock = clock;
  }

  private record Thing(String tenant, String id) {

    @Override
    public String toString() {
      return id.equals(ALL) ? tenant : id + " of tenant " + tenant;
    }
  }

  /**
   * @param failures how often it failed before; {@link #SUSPECTED} if that may have been the
   *     database
   */
  private record Setback(int failures, Instant until) {

    /** No setback is longer than the longest; the clock went ahead when such a one was noted. */
    private boolean isAt(Instant now) {
      return until.isAfter(now) && !until.isAfter(now.plus(LONGEST));
    }
  }

  /** Tells what there is to be done. */
  @FunctionalInterface
  public interface Due {

    /**
     * The next things, in the order of their ids and no more than fit into a batch.
     *
     * @param after the id after which to go on
     * @param resting the ids to leave out
     */
    List<String> after(String after, String[] resting);
  }

  /** The ids of what is to be left alone at present. */
  public String[] resting(String tenant) {
    var now = clock.instant();
    known.values().removeIf(setback -> setback.until().plus(LONGEST).isBefore(now));
    return known.entrySet().stream()
        .filter(one -> one.getKey().tenant().equals(tenant) && one.getValue().isAt(now))
        .map(one -> one.getKey().id())
        .toArray(String[]::new);
  }

  /** The tenants that are to be left alone as a whole at present. */
  public String[] resting() {
    var now = clock.instant();
    return known.entrySet().stream()
        .filter(one -> one.getKey().id().equals(ALL) && one.getValue().isAt(now))
        .map(one -> one.getKey().tenant())
        .toArray(String[]::new);
  }

  /**
   * Does something to everything that is due, batch by batch; what spoils its batch is found by
   * going through that one by one.
   *
   * @param move does it to some, all or none of them, and tells to how many it was done
   * @return to how many it was done
   */
  public long sweep(String tenant, int batch, Due due, ToLongFunction<List<String>> move) {
    long moved = 0;
    var after = "";
    List<String> ids;
    do {
      ids = due.after(after, resting(tenant));
      if (!ids.isEmpty()) {
        moved += together(tenant, ids, move);
        after = ids.getLast();
      }
    } while (ids.size() == batch);
    return moved;
  }

  private long together(String tenant, Collection<String> ids, ToLongFunction<List<String>> move) {
    var sound = new ArrayList<String>();
    long moved = 0;
    for (var id : ids) {
      if (known.containsKey(new Thing(tenant, id))) {
        moved += alone(tenant, id, move);
      } else {
        sound.add(id);
      }
    }
    if (sound.isEmpty()) {
      return moved;
    }
    try {
      return moved + move.applyAsLong(sound);
    } catch (RuntimeException e) {
      if (e instanceof CannotCreateTransactionException) {
        throw e;
      }
    }
    for (var id : sound) {
      moved += alone(tenant, id, move);
    }
    return moved;
  }

  private long alone(String tenant, String id, ToLongFunction<List<String>> move) {
    var moved = new long[1];
    attempt(tenant, id, () -> moved[0] = move.applyAsLong(List.of(id)));
    return moved[0];
  }

  /** Does something for a whole tenant; if that fails it is logged, and left alone for a time. */
  public void attempt(String tenant, Runnable work) {
    attempt(new Thing(tenant, ALL), work);
  }

  /**
   * Does something to one thing; if that fails it is logged, and the thing left alone for a time.
   */
  public void attempt(String tenant, String id, Runnable work) {
    attempt(new Thing(tenant, id), work);
  }

  private void attempt(Thing thing, Runnable work) {
    try {
      work.run();
      known.remove(thing);
    } catch (RuntimeException e) {
      if (isNobodysFault(thing, e)) {
        throw e;
      }
      var isPassing = refusalBehind(e);
      var setback =
          known.merge(thing, again(null), (before, first) -> isPassing ? first : again(before));
      LOG.warn(
          "{} {} met a {}; it is left alone until {}", what, thing, described(e), setback.until());
    }
  }

  /**
   * Whether this is the database's trouble: then nothing is gained by asking it for one thing after
   * another. A connection that broke may be either's, so whoever breaks the next one as well has
   * done it. A clinic that has all the connections it may have stops no other.
   */
  private boolean isNobodysFault(Thing thing, RuntimeException e) {
    if (e instanceof CannotCreateTransactionException) {
      return !thing.id().equals(ALL) || !refusalBehind(e);
    }
    return DatabaseFailure.in(e) == DatabaseFailure.UNAVAILABLE
        && known.putIfAbsent(thing, new Setback(SUSPECTED, clock.instant())) == null;
  }

  /** What begins a transaction hides why it could not. */
  private static boolean refusalBehind(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(Refusal.class::isInstance);
  }

  private Setback again(@Nullable Setback before) {
    var failures = before == null ? 0 : before.failures() + 1;
    var pause = FIRST.multipliedBy(1L << Math.min(failures, LARGEST_EXPONENT));
    var bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    return new Setback(failures, clock.instant().plus(bounded));
  }

  /** What failed and where in the house, without what it says. */
  private static String described(Throwable failure) {
    for (var frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("org.cartwright.")
          && !frame.getClassName().startsWith("org.cartwright.platform.")) {
        return failure.getClass().getName() + " in " + frame;
      }
    }
    return failure.getClass().getName();
  }
}
