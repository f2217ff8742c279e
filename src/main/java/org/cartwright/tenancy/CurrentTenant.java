package org.cartwright.tenancy;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The tenant for which the current thread works. There is no such thing as work for no tenant on
 * tenants' data.
 */
public final class CurrentTenant {

  private static final ScopedValue<String> TENANT = ScopedValue.newInstance();

  private CurrentTenant() {}

  /**
   * The id of the tenant.
   *
   * @throws IllegalStateException outside of any tenant's work
   */
  public static String id() {
    if (!TENANT.isBound()) {
      throw new IllegalStateException("Nobody is asking: this work belongs to no tenant");
    }
    return TENANT.get();
  }

  /** The id of the tenant, or nothing outside of any tenant's work. */
  static @Nullable String idIfAny() {
    return TENANT.isBound() ? TENANT.get() : null;
  }

  /** Does something within a tenant. */
  public static void within(String tenant, Runnable work) {
    ScopedValue.where(TENANT, tenant).run(work);
  }

  /** Does something within a tenant and answers its result. */
  public static <T> T call(String tenant, Callable<T> work) throws Exception {
    return ScopedValue.where(TENANT, tenant).call(work::call);
  }
}
