package org.cartwright.tenancy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.platform.Believed;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.limits.OwnLimits;
import org.cartwright.platform.transactions.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All clinics of this installation. */
@Service
public class Tenants {

  private static final Pattern POSSIBLE = Pattern.compile(TenantCreate.ID);

  private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);
  private static final int MOST_KNOWN = 1_000;

  private final TenantRepository tenants;
  private final Clock clock;
  private final Believed<String, Tenant> known;

  Tenants(TenantRepository tenants, Clock clock, Ticker passing) {
    this.tenants = tenants;
    this.clock = clock;
    known = new Believed<>(BELIEVED_FOR, MOST_KNOWN, passing);
  }

  /** Whether any tenant can have this id; if not, there is no need to ask the database. */
  public static boolean isPossible(String id) {
    return POSSIBLE.matcher(id).matches();
  }

  /**
   * The tenant that is asking, as it was at most ten seconds ago: every document wants its zone or
   * currency, and they hardly ever change.
   */
  public Tenant current() {
    var id = CurrentTenant.id();
    return known.get(id, () -> find(id));
  }

  /** The tenant that is asking, as it is at this moment. */
  @Transactional(readOnly = true)
  public Tenant asItIs() {
    return find(CurrentTenant.id());
  }

  /** The same, held so that nobody else changes it before the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Tenant held() {
    return tenants.lock(CurrentTenant.id()).orElseThrow(() -> Missing.a("Tenant"));
  }

  /**
   * Has the tenant that is asking say this of itself: on this instance at once, and on the others
   * within ten seconds.
   */
  @Transactional
  public void present(TenantProfile wanted) {
    var id = CurrentTenant.id();
    var tenant = held();
    known.forget(id); // it may be this very one, and is not yet committed
    tenant.present(wanted);
    forgetOnceOver(id);
  }

  /** Also when it was taken back, or nobody knows whether it was committed. */
  private void forgetOnceOver(String id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            known.forget(id);
          }
        });
    AfterCommit.run(() -> known.forget(id)); // of the whole of which it may be a part
  }

  /** The ids of all tenants. */
  @Transactional(readOnly = true)
  public List<String> ids() {
    return tenants.ids();
  }

  @Transactional(readOnly = true)
  public List<Tenant> all() {
    return tenants.findAllByOrderByCreatedDateAscIdAsc();
  }

  /**
   * What of a clinic's limits is its own.
   *
   * @throws Missing if there is no such clinic
   */
  @Transactional(readOnly = true)
  public OwnLimits limits(String id) {
    return find(id).limits();
  }

  /**
   * Sets what of a clinic's limits is its own.
   *
   * @throws Missing if there is no such clinic
   */
  @Transactional
  public void limit(String id, OwnLimits wanted) {
    find(id).limit(wanted);
  }

  private Tenant find(String id) {
    return tenants.findById(id).orElseThrow(() -> Missing.a("Tenant"));
  }

  /** Sets up a clinic; refuses an id that is taken. */
  @Transactional
  public Tenant setUp(TenantCreate wanted) {
    if (tenants.existsById(wanted.tenant())) {
      throw new Conflict(
          "tenant.taken",
          "A clinic with this id already exists; choose another. If it is this one and its first key was never seen, POST /platform/tenants/{tenant}/keys issues another.");
    }
    return tenants.saveAndFlush(new Tenant(wanted, clock.instant()));
  }
}
