package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@CartwrightTest
class ActuatorTests {

  @Autowired private Clinics clinics;
  @Autowired private Environment environment;

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
  void healthIsToldToAnybodyAndNothingButThat(String path) {
    var answer = clinics.nobody().get(path).ok();

    assertThat(answer.at("/status")).isEqualTo("UP");
    assertThat(answer.text()).doesNotContain("components", "details", "PostgreSQL");
  }

  @Test
  void metricsAreThereForPrometheus() {
    clinics.open().api().get("/tenant/public").ok();

    var answer = clinics.management().get("/actuator/prometheus");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("http_server_requests_seconds_count", "hikaricp_connections");
  }

  @Test
  void metricsNameNoTenantAndNoId() {
    var clinic = clinics.open();
    var patient = clinic.patient();
    clinic.api().get("/user/patient/" + patient);
    clinic.api().get("/nothing/" + patient);

    assertThat(clinics.management().get("/actuator/prometheus").text())
        .doesNotContain(clinic.id() + "\"", patient);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "beans",
        "configprops",
        "heapdump",
        "threaddump",
        "loggers",
        "mappings",
        "metrics",
        "shutdown",
        "info",
        "flyway",
        "httpexchanges",
        "scheduledtasks",
        "caches",
        "conditions",
        "modulith",
        "startup",
        "sbom",
        "prometheus"
      })
  void nothingElseIsThere(String endpoint) {
    clinics.nobody().get("/actuator/" + endpoint).refused(404);
    clinics.open().api().get("/actuator/" + endpoint).refused(404);
    if (!endpoint.equals("prometheus")) {
      assertThat(clinics.management().get("/actuator/" + endpoint).status()).isEqualTo(404);
    }
  }

  @Test
  void onItsOwnPortManagementAnswersThisMachineAlone() {
    assertThat(environment.getRequiredProperty("management.server.address")).isEqualTo("127.0.0.1");
    clinics.management().get("/actuator/health").ok();
    var clinic = clinics.open();
    var key = clinics.operator().post("/platform/tenants/" + clinic.id() + "/keys", "{}").ok();
    var withKey =
        clinics.management().with("TENANT", clinic.id()).with("API-KEY", key.at("/apiKey"));
    withKey.get("/billing/cart").refused(404);
  }

  @Test
  void whatHealthIsMadeOfIsNotTold() {
    for (var part : new String[] {"db", "ping", "diskSpace", "livenessState"}) {
      assertThat(clinics.nobody().get("/actuator/health/" + part).status()).isEqualTo(404);
    }
  }

  @Test
  void nothingCanBeChangedThere() {
    clinics.nobody().post("/actuator/health", "{}").refused(405);
    clinics.nobody().post("/actuator/shutdown", "{}").refused(404);
    assertThat(clinics.management().post("/actuator/prometheus", "{}").status()).isEqualTo(405);
    assertThat(clinics.management().post("/actuator/shutdown", "{}").status()).isEqualTo(404);
  }
}
