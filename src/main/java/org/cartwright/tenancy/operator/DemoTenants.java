package org.cartwright.tenancy.operator;

import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantCreate;
import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.keys.ApiKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clinic and the shop for trying the service out: only where the database started by itself,
 * since their keys are public.
 */
@Component
@ConditionalOnProperty("cartwright.embedded")
public class DemoTenants {

  public static final String CLINIC = "demo";
  public static final String CLINIC_KEY = "demo-key";
  public static final String SHOP = "shop";
  public static final String SHOP_KEY = "shop-key";

  private static final String CLINIC_KEY_ID = "demo";
  private static final String SHOP_KEY_ID = "shop";

  private final Tenants tenants;
  private final ApiKeys keys;
  private final TransactionTemplate transaction;

  DemoTenants(Tenants tenants, ApiKeys keys, PlatformTransactionManager transactions) {
    this.tenants = tenants;
    this.keys = keys;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * Opens the clinic and issues its key, unless that was done before. A key that somebody revoked
   * stays so.
   *
   * @return whether its key is good
   */
  public boolean openClinic() {
    if (keys.holder(CLINIC, CLINIC_KEY).isPresent()) {
      return true;
    }
    if (!tenants.ids().contains(CLINIC)) {
      tenants.setUp(
          new TenantCreate(
              CLINIC,
              "Glow Demo Clinic",
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
    return CurrentTenant.call(CLINIC, this::issueUnlessRevoked);
  }

  private boolean issueUnlessRevoked() {
    if (keys.isRevoked(CLINIC_KEY_ID)) {
      return false;
    }
    keys.issue(CLINIC_KEY_ID, "key");
    return true;
  }

  /** The ids of those that are there for trying out, and nobody's own: their keys are public. */
  public List<String> ids() {
    return keys.holder(SHOP, SHOP_KEY).isPresent() ? List.of(CLINIC, SHOP) : List.of(CLINIC);
  }

  /** Whether a key of a tenant is one that stands in the documentation, for everybody to try. */
  public static boolean isPublic(String tenant, String keyId) {
    return (tenant.equals(CLINIC) && keyId.equals(CLINIC_KEY_ID))
        || (tenant.equals(SHOP) && keyId.equals(SHOP_KEY_ID));
  }

  /**
   * Opens the shop together with its key, unless somebody has a tenant of this id: installations
   * are older than the shop, and nobody's own tenant gets a key that is public.
   *
   * @return whether the shop is there and its key is good
   */
  public boolean openShop() {
    if (keys.holder(SHOP, SHOP_KEY).isPresent()) {
      return true;
    }
    if (tenants.ids().contains(SHOP)) {
      return false;
    }
    CurrentTenant.within(
        SHOP,
        () ->
            transaction.executeWithoutResult(
                status -> {
                  tenants.setUp(
                      new TenantCreate(
                          SHOP,
                          "Padma Demo Shop",
                          "Asia/Dhaka",
                          30,
                          "https://padma.example",
                          "+880 1711 000100",
                          "",
                          "Please pay on delivery.",
                          "Cotton and cups.",
                          "BDT",
                          "en-US"));
                  keys.issue(SHOP_KEY_ID, "key");
                }));
    return true;
  }
}
