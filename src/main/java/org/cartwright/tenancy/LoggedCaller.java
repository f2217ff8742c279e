package org.cartwright.tenancy;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Who is asking, and for which tenant, in what is logged meanwhile; afterwards it is as before. */
final class LoggedCaller implements AutoCloseable {

  private static final String TENANT = "tenant";
  private static final String KEY = "key";

  private final @Nullable String tenantBefore = MDC.get(TENANT);
  private final @Nullable String keyBefore = MDC.get(KEY);

  LoggedCaller(Caller caller) {
    put(TENANT, caller.tenant());
    put(KEY, caller.who());
  }

  private static void put(String name, @Nullable String value) {
    if (value == null) {
      MDC.remove(name);
    } else {
      MDC.put(name, value);
    }
  }

  @Override
  public void close() {
    put(TENANT, tenantBefore);
    put(KEY, keyBefore);
  }
}
