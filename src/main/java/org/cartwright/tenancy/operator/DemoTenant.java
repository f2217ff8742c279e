package org.cartwright.tenancy.operator;

import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantCreate;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.keys.ApiKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The clinic for trying the service out: only where the database started by itself, since its key
 * is public.
 */
@Component
@ConditionalOnProperty("cartwright.embedded")
public class DemoTenant {

  public static final String ID = "demo";
  public static final String API_KEY = "demo-key";

  private static final String NAME = "Glow Demo Clinic";

  private final Tenants tenants;
  private final ApiKeys keys;

  DemoTenant(Tenants tenants, ApiKeys keys) {
    this.tenants = tenants;
    this.keys = keys;
  }

  /** Opens the clinic and issues its key, unless that was done before. */
  public void open() {
    if (!tenants.ids().contains(ID)) {
      tenants.setUp(
          new TenantCreate(
              ID,
              NAME,
              "America/New_York",
              30,
              "https://glow.example",
              "+1 555 010 0100",
              "",
              "Please pay at the front desk.",
              "Look like yourself, rested.",
              TenantProvisioning.CURRENCY.getCurrencyCode(),
              "en-US"));
    }
    if (keys.holder(ID, API_KEY).isEmpty()) {
      CurrentTenant.within(ID, () -> keys.issue("demo", "key"));
    }
  }
}
