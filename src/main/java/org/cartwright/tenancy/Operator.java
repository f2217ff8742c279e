package org.cartwright.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.cartwright.documents.Logo;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** What the operator of the installation may do, holding {@code CARTWRIGHT_ADMIN_KEY}. */
@Service
class Operator {

  private final @Nullable String adminKey;
  private final Tenants tenants;
  private final ApiKeys keys;
  private final TenantLogos logos;

  Operator(
      @Value("${cartwright.admin-key:#{null}}") @Nullable String adminKey,
      Tenants tenants,
      ApiKeys keys,
      TenantLogos logos) {
    this.adminKey = adminKey;
    this.tenants = tenants;
    this.keys = keys;
    this.logos = logos;
  }

  record Opened(Tenant tenant, ApiKeys.Issued key) {}

  /**
   * Lets only the operator pass.
   *
   * @throws Missing if no admin key is configured: then there is no platform API at all
   * @throws NotTheOperator if the key is absent or wrong
   */
  void require(@Nullable String given) {
    if (adminKey == null || adminKey.isBlank()) {
      throw Missing.a("Platform API");
    }
    var wanted = adminKey.getBytes(StandardCharsets.UTF_8);
    var offered = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, offered)) {
      throw new NotTheOperator();
    }
  }

  Opened setUp(TenantCreate wanted) {
    var tenant = tenants.setUp(wanted);
    return new Opened(tenant, within(tenant.id(), keys::issue));
  }

  List<Tenant> tenants() {
    return tenants.all();
  }

  ApiKeys.Issued issue(String tenant) {
    requireKnown(tenant);
    return within(tenant, keys::issue);
  }

  void revoke(String tenant, String keyId) {
    requireKnown(tenant);
    CurrentTenant.within(tenant, () -> keys.revoke(keyId));
  }

  /** Gives a clinic its logo; refuses what is no picture that can be printed. */
  void hangLogo(String tenant, byte[] picture) {
    requireKnown(tenant);
    try {
      Logo.of(picture);
    } catch (IllegalArgumentException refused) {
      throw new InvalidRequest(Violation.inBody(String.valueOf(refused.getMessage())));
    }
    CurrentTenant.within(tenant, () -> logos.hang(picture));
  }

  private void requireKnown(String tenant) {
    if (!tenants.ids().contains(tenant)) {
      throw Missing.a("Tenant");
    }
  }

  private static ApiKeys.Issued within(
      String tenant, java.util.concurrent.Callable<ApiKeys.Issued> work) {
    try {
      return CurrentTenant.call(tenant, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
