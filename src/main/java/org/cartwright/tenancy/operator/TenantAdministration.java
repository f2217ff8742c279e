package org.cartwright.tenancy.operator;

import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.limits.OwnLimits;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.OwnLimitsWatch;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.TenantCreate;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.keys.ApiKeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operator of the installation may do, holding {@code CARTWRIGHT_ADMIN_KEY}. */
@Service
public class TenantAdministration {

  private final Tenants tenants;
  private final ApiKeys keys;
  private final TenantLogos logos;
  private final OwnLimitsWatch limits;
  private final TransactionTemplate transaction;

  TenantAdministration(
      Tenants tenants,
      ApiKeys keys,
      TenantLogos logos,
      OwnLimitsWatch limits,
      PlatformTransactionManager transactions) {
    this.tenants = tenants;
    this.keys = keys;
    this.logos = logos;
    this.limits = limits;
    transaction = new TransactionTemplate(transactions);
  }

  public record Opened(Tenant tenant, ApiKeys.Issued key) {}

  /** Opens a clinic together with its first key: there is never one without the other. */
  public Opened setUp(TenantCreate wanted) {
    return CurrentTenant.call(
        wanted.tenant(),
        () -> transaction.execute(status -> new Opened(tenants.setUp(wanted), keys.issue())));
  }

  public List<Tenant> tenants() {
    return tenants.all();
  }

  public ApiKeys.Issued issue(String tenant) {
    requireKnown(tenant);
    return CurrentTenant.call(tenant, keys::issue);
  }

  public void revoke(String tenant, String keyId) {
    requireKnown(tenant);
    CurrentTenant.within(tenant, () -> keys.revoke(keyId));
  }

  /** Gives a clinic its logo; refuses what is no picture that can be printed. */
  public void hangLogo(String tenant, byte[] picture) {
    requireKnown(tenant);
    CurrentTenant.within(tenant, () -> logos.hang(picture));
  }

  /** What of a clinic's limits is its own. */
  public OwnLimits limits(String tenant) {
    return tenants.limits(tenant);
  }

  /** Sets that: it holds on this instance at once, and on the others within five seconds. */
  public OwnLimits limit(String tenant, OwnLimits wanted) {
    tenants.limit(tenant, wanted);
    limits.look();
    return wanted;
  }

  private void requireKnown(String tenant) {
    if (!tenants.ids().contains(tenant)) {
      throw Missing.a("Tenant");
    }
  }
}
