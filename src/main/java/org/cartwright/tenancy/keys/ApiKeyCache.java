package org.cartwright.tenancy.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What is known of keys without asking the database: the hashes of live ones, and of which names
 * there is no live key. Those are kept apart, so that whoever tries names without end drives out no
 * key that is in use.
 *
 * <p>What is read while some key changes may be old already, so it is not kept: once {@link
 * #forget} has returned nobody is answered from before the change.
 */
final class ApiKeyCache {

  private static final int MOST = 10_000;

  /** Which key of which tenant. */
  record Name(String tenant, String id) {}

  private final Cache<Name, byte[]> live;
  private final Cache<Name, Boolean> none;
  private final AtomicLong changes = new AtomicLong();

  ApiKeyCache(Duration believedFor) {
    live = Caffeine.newBuilder().expireAfterWrite(believedFor).maximumSize(MOST).build();
    none = Caffeine.newBuilder().expireAfterWrite(believedFor).maximumSize(MOST).build();
  }

  /**
   * The hash of a live key.
   *
   * @param stored asks the database
   */
  Optional<byte[]> hash(Name name, Supplier<Optional<byte[]>> stored) {
    var known = live.getIfPresent(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (none.getIfPresent(name) != null) {
      return Optional.empty();
    }
    long before = changes.get();
    var found = stored.get();
    found.ifPresentOrElse(
        hash -> keep(live, name, hash, before), () -> keep(none, name, true, before));
    return found;
  }

  /** One step with what is inside of it, so that a change comes either before it or after. */
  private <T> void keep(Cache<Name, T> known, Name name, T what, long before) {
    if (changes.get() == before) {
      known.asMap().compute(name, (same, old) -> changes.get() == before ? what : null);
    }
  }

  /** A key has changed, and that is committed. */
  void forget(Name name) {
    changes.incrementAndGet();
    live.asMap().remove(name);
    none.asMap().remove(name);
  }
}
