package org.cartwright.webhooks.dispatch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.cartwright.platform.transactions.ConnectionShares;
import org.springframework.stereotype.Component;

/**
 * How many of those that send are at the database at a time: few altogether. A place is taken by
 * who has nothing more to wait for: a clinic that has all its connections in use waits for one of
 * them elsewhere, and holds up no other clinic. No more of a clinic's wait there than there are
 * places, so that its requests are not behind them all.
 */
@Component
class DatabasePlaces {

  private static final int PLACES = 4;

  private final ConnectionShares shares;
  private final Semaphore places = new Semaphore(PLACES);
  private final LoadingCache<String, Semaphore> queues =
      Caffeine.newBuilder().weakValues().build(tenant -> new Semaphore(PLACES));

  DatabasePlaces(ConnectionShares shares) {
    this.shares = shares;
  }

  /** Does something for a tenant at the database, in its turn. */
  <T> T within(String tenant, Callable<T> work) throws Exception {
    var queue = queues.get(tenant);
    return at(queue, () -> shares.setAside(tenant, () -> at(places, work)));
  }

  private static <T> T at(Semaphore places, Callable<T> work) throws Exception {
    places.acquire();
    try {
      return work.call();
    } finally {
      places.release();
    }
  }
}
