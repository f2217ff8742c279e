package org.cartwright.catalog.markets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.cartwright.platform.Believed;
import org.cartwright.platform.transactions.AfterCommit;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which clinics are shops: those that have a market, be it archived, since there may be orders in
 * it. Who is one stays one, so that is asked once; who is none may be asked again after ten
 * seconds, and is once a market was opened here.
 */
@Service
public class Shops {

  private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);
  private static final int MOST_KNOWN = 1_000;

  private final MarketReader reader;
  private final TransactionTemplate reading;
  private final Cache<String, Boolean> shops;
  private final Believed<String, Boolean> others;

  Shops(MarketReader reader, PlatformTransactionManager transactions, Ticker passing) {
    this.reader = reader;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    shops = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    others = new Believed<>(BELIEVED_FOR, MOST_KNOWN, passing);
  }

  /** Whether the clinic that is asking is a shop. */
  public boolean isOne() {
    var tenant = CurrentTenant.id();
    if (shops.getIfPresent(tenant) != null) {
      return true;
    }
    if (others.known(tenant) != null) {
      return false;
    }
    var before = others.changes();
    var isOne = Boolean.TRUE.equals(reading.execute(status -> reader.isThereAny()));
    if (isOne) {
      shops.put(tenant, true);
    } else {
      others.keep(tenant, true, before);
    }
    return isOne;
  }

  /** A market was opened in the caller's transaction: once that is committed, it is one. */
  void opened() {
    var tenant = CurrentTenant.id();
    AfterCommit.run(() -> others.forget(tenant));
  }
}
