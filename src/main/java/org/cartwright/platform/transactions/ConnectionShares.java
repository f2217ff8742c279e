package org.cartwright.platform.transactions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Bounds how many connections to the database one tenant has at a time, so that whoever waits for
 * locks of their own leaves some to the others. Who comes when that many are in use waits, in the
 * order of coming, and is asked to try again later if that takes too long.
 */
public final class ConnectionShares {

  /** As long as a statement may take: a burst is served late rather than refused. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final int most;
  private final Duration longest;
  private final Map<String, Share> shares = new ConcurrentHashMap<>();

  private final LongAdder refused = new LongAdder();

  /** Whether this thread has one already: it never waits for itself. */
  private final ThreadLocal<Boolean> isServed = ThreadLocal.withInitial(() -> false);

  /**
   * @param most connections of one tenant; 0 is no limit
   */
  public ConnectionShares(int most) {
    this(most, LONGEST);
  }

  ConnectionShares(int most, Duration longest) {
    this.most = most;
    this.longest = longest;
  }

  /** Where connections come from. */
  @FunctionalInterface
  public interface Pool {
    Connection take() throws SQLException;
  }

  /** What a tenant has in use; known as long as anybody wants something of it. */
  private static final class Share {
    private final Semaphore free;
    private int wanted;

    private Share(int most) {
      free = new Semaphore(most, true);
    }
  }

  /**
   * A connection for a tenant.
   *
   * @throws TooManyAtOnce if the tenant has too many for too long
   */
  public Connection take(String tenant, Pool pool) throws SQLException {
    if (most == 0 || isServed.get()) {
      return pool.take();
    }
    var share = awaited(tenant);
    try {
      return SharedConnection.of(pool.take(), () -> giveBack(tenant, share));
    } catch (SQLException | RuntimeException e) {
      giveBack(tenant, share);
      throw e;
    }
  }

  /**
   * Does something for which a connection of a tenant is set aside, so that this thread waits for
   * none in the midst of it, with what it may hold then.
   *
   * @throws TooManyAtOnce if the tenant has too many for too long
   */
  public <T> T setAside(String tenant, Callable<T> work) throws Exception {
    if (most == 0 || isServed.get()) {
      return work.call();
    }
    var share = awaited(tenant);
    try {
      return work.call();
    } finally {
      giveBack(tenant, share);
    }
  }

  /**
   * Does something for a tenant that takes long, batch by batch: each transaction comes true by
   * itself, also where the thread was in a joint one, and there is a connection for each. So it is
   * refused before it has begun, when nothing was done, or not at all.
   *
   * @throws TooManyAtOnce if the tenant has too many for too long
   */
  public <T> T inBatches(String tenant, Supplier<T> work) {
    JointTransaction.leave();
    if (most == 0 || isServed.get()) {
      return work.get();
    }
    var share = awaited(tenant);
    try {
      return work.get();
    } finally {
      giveBack(tenant, share);
    }
  }

  private Share awaited(String tenant) {
    var share = want(tenant);
    if (!hasWaited(share)) {
      leave(tenant);
      refused.increment();
      throw new TooManyAtOnce();
    }
    isServed.set(true);
    return share;
  }

  private Share want(String tenant) {
    return shares.compute(
        tenant,
        (key, known) -> {
          var share = known == null ? new Share(most) : known;
          share.wanted++;
          return share;
        });
  }

  private boolean hasWaited(Share share) {
    try {
      return share.free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void giveBack(String tenant, Share share) {
    isServed.remove();
    share.free.release();
    leave(tenant);
  }

  private void leave(String tenant) {
    shares.computeIfPresent(tenant, (key, share) -> --share.wanted == 0 ? null : share);
  }

  /** How often somebody waited in vain. */
  public long refused() {
    return refused.sum();
  }

  /** How many tenants have connections in use or want some. */
  int tenants() {
    return shares.size();
  }
}
