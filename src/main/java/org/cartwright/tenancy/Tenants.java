package org.cartwright.tenancy;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All clinics of this installation. */
@Service
public class Tenants {

  private static final Pattern POSSIBLE = Pattern.compile(TenantCreate.ID);

  private final TenantRepository tenants;
  private final Clock clock;

  Tenants(TenantRepository tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Whether any tenant can have this id; if not, there is no need to ask the database. */
  public static boolean isPossible(String id) {
    return POSSIBLE.matcher(id).matches();
  }

  /** The tenant that is asking. */
  @Transactional(readOnly = true)
  public Tenant current() {
    return tenants.findById(CurrentTenant.id()).orElseThrow(() -> Missing.a("Tenant"));
  }

  /** The ids of all tenants, for work that goes round the house by itself. */
  @Transactional(readOnly = true)
  public List<String> ids() {
    return tenants.ids();
  }

  @Transactional(readOnly = true)
  List<Tenant> all() {
    return tenants.findAllByOrderByCreatedDateAscIdAsc();
  }

  /** Sets up a clinic; refuses an id that is taken. */
  @Transactional
  Tenant setUp(TenantCreate wanted) {
    if (tenants.existsById(wanted.tenant())) {
      throw Conflict.idTaken("tenant");
    }
    return tenants.saveAndFlush(new Tenant(wanted, clock.instant()));
  }
}
