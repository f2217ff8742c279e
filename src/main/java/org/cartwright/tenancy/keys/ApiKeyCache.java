package org.cartwright.tenancy.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.cartwright.platform.Believed;

/**
 * What is known of keys without asking the database: the hashes of live ones, and of which names
 * there is no live key. Those are kept apart, so that whoever tries names without end drives out no
 * key that is in use.
 */
final class ApiKeyCache {

  private static final int MOST = 10_000;

  /** Which key of which tenant. */
  record Name(String tenant, String id) {}

  private final Believed<Name, byte[]> live;
  private final Believed<Name, Boolean> none;

  ApiKeyCache(Duration believedFor) {
    live = new Believed<>(believedFor, MOST, Ticker.systemTicker());
    none = new Believed<>(believedFor, MOST, Ticker.systemTicker());
  }

  /**
   * The hash of a live key.
   *
   * @param stored asks the database
   */
  Optional<byte[]> hash(Name name, Supplier<Optional<byte[]>> stored) {
    var known = live.known(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (none.known(name) != null) {
      return Optional.empty();
    }
    long beforeLive = live.changes();
    long beforeNone = none.changes();
    var found = stored.get();
    found.ifPresentOrElse(
        hash -> live.keep(name, hash, beforeLive), () -> none.keep(name, true, beforeNone));
    return found;
  }

  /** A key has changed, and that is committed. */
  void forget(Name name) {
    live.forget(name);
    none.forget(name);
  }
}
