package org.cartwright.tenancy;

import java.time.Clock;
import java.util.List;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All clinics of this installation. */
@Service
public class Tenants {

  private final TenantRepository tenants;
  private final Clock clock;

  Tenants(TenantRepository tenants, Clock clock) {
    this.tenants = tenants;
    this.clock = clock;
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
