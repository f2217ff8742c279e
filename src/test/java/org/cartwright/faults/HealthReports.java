package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;

/** Whether everything that is stored is true to itself, as the service's own report tells. */
final class HealthReports {

  private HealthReports() {}

  /** Nothing that is stored of a clinic is broken, and something was looked at. */
  static void isHealthy(Api operator, Clinic clinic) {
    var report = operator.get("/platform/health-report?tenant=" + clinic.id()).ok().json();
    assertThat(report.get("healthy").asBoolean()).as(report.toString()).isTrue();
    assertThat(
            report.get("checks").valueStream().mapToLong(check -> check.get("of").asLong()).sum())
        .isPositive();
  }
}
