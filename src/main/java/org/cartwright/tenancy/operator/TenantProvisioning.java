package org.cartwright.tenancy.operator;

import java.util.Currency;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantCreate;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.keys.ApiKeys;
import org.springframework.stereotype.Component;

/** Opens clinics for commands of the service, which are given by whoever runs it. */
@Component
public class TenantProvisioning {

  /** What the clinics that are set up by the service itself are paid in. */
  public static final Currency CURRENCY = Currency.getInstance("USD");

  /** After how many days without a change the drafts of such a clinic count as abandoned. */
  private static final int INACTIVITY_DAYS = 365;

  private final Tenants tenants;
  private final ApiKeys keys;

  TenantProvisioning(Tenants tenants, ApiKeys keys) {
    this.tenants = tenants;
    this.keys = keys;
  }

  /** Whether nothing can be opened under this id, because it is taken or no tenant's. */
  public boolean isRefused(String tenant) {
    return !Tenants.isPossible(tenant) || tenants.ids().contains(tenant);
  }

  /** Opens a clinic without a key. */
  public void open(String tenant, String name, String timeZone) {
    tenants.setUp(
        new TenantCreate(
            tenant,
            name,
            timeZone,
            INACTIVITY_DAYS,
            "",
            "",
            "",
            "",
            null,
            CURRENCY.getCurrencyCode(),
            "en-US"));
  }

  /** Issues a key to a clinic: what its clients send as {@code API-KEY}, shown this once. */
  public String issueKey(String tenant) {
    return CurrentTenant.call(tenant, keys::issue).apiKey();
  }
}
