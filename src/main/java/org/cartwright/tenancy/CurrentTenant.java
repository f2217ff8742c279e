package org.cartwright.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * The tenant for which the current thread works, which is the one of its {@link Caller}. There is
 * no such thing as work for no tenant on tenants' data.
 */
public final class CurrentTenant {

  /**
   * The rows that every entity of a tenant is read from, as its mapping's restriction: those of the
   * tenant that the transaction belongs to. A transaction without one finds nothing.
   */
  public static final String ROWS = "tenant_id = current_setting('cartwright.tenant')";

  private CurrentTenant() {}

  /**
   * The id of the tenant.
   *
   * @throws IllegalStateException outside of any tenant's work
   */
  public static String id() {
    var tenant = idIfAny();
    if (tenant == null) {
      throw new IllegalStateException("Nobody is asking: this work belongs to no tenant");
    }
    return tenant;
  }

  /** The id of the tenant, or nothing outside of any tenant's work. */
  public static @Nullable String idIfAny() {
    return Caller.current().tenant();
  }

  /** Does something within a tenant, for whoever is asking. */
  public static void within(String tenant, Runnable work) {
    Caller.current().in(tenant).run(work);
  }

  /**
   * Does something for several tenants at once, as the service: it takes nothing of what one has.
   */
  public static void outside(Runnable work) {
    Caller.SERVICE.run(work);
  }

  /**
   * Does something within a tenant, for whoever is asking, and answers its result, or throws what
   * it threw.
   */
  public static <T, X extends Throwable> T call(String tenant, ScopedValue.CallableOp<T, X> work)
      throws X {
    return Caller.current().in(tenant).call(work);
  }
}
