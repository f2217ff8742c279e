package org.cartwright.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database and is believed for a time without asking again.
 *
 * <p>What is read while some of it changes may be old already, so it is not kept: once {@link
 * #forget} has returned nobody is answered from before the change.
 */
public final class Believed<K, V> {

  private final Cache<K, V> known;
  private final AtomicLong changes = new AtomicLong();

  /**
   * @param most how many are kept
   * @param passing tells how much time has passed
   */
  public Believed(Duration time, int most, Ticker passing) {
    known = Caffeine.newBuilder().expireAfterWrite(time).maximumSize(most).ticker(passing).build();
  }

  /**
   * What is known, or else is stored.
   *
   * @param stored asks the database
   */
  public V get(K key, Supplier<V> stored) {
    var what = known(key);
    if (what == null) {
      var before = changes();
      what = stored.get();
      keep(key, what, before);
    }
    return what;
  }

  /** What is known without asking. */
  public @Nullable V known(K key) {
    return known.getIfPresent(key);
  }

  /** How many changes were told of: to be asked before what is to be kept is read. */
  public long changes() {
    return changes.get();
  }

  /**
   * Believes what was read, in one step, so that a change comes either before it or after.
   *
   * @param before how many changes there had been before it was read
   */
  public void keep(K key, V what, long before) {
    if (changes.get() == before) {
      known.asMap().compute(key, (same, old) -> changes.get() == before ? what : null);
    }
  }

  /** Something has changed, and that is committed. */
  public void forget(K key) {
    changes.incrementAndGet();
    known.asMap().remove(key);
  }
}
