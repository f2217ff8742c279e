package org.cartwright.bench;

import org.jspecify.annotations.Nullable;

/**
 * What one operation took with so many clients.
 *
 * @param serviceCpu milliseconds of processor time per request
 * @param databaseCpu the same of PostgreSQL
 * @param wal bytes per request
 * @param limit the plain SQL of the same, if there is any
 */
record Measured(
    String operation,
    int clients,
    Load.Result service,
    double serviceCpu,
    double databaseCpu,
    double wal,
    long resident,
    Load.@Nullable Result limit) {

  /** In percent of the limit, or nothing without one. */
  @Nullable Double ratio() {
    return limit == null ? null : 100 * service.perSecond() / limit.perSecond();
  }
}
