package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class ActuatorTests {

  @Autowired private Clinics clinics;

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

    var answer = clinics.nobody().get("/actuator/prometheus");

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

    assertThat(clinics.nobody().get("/actuator/prometheus").text())
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
        "sbom"
      })
  void nothingElseIsThere(String endpoint) {
    clinics.nobody().get("/actuator/" + endpoint).refused(404);
    clinics.open().api().get("/actuator/" + endpoint).refused(404);
  }

  @Test
  void whatHealthIsMadeOfIsNotTold() {
    for (var part : new String[] {"db", "ping", "diskSpace", "livenessState"}) {
      assertThat(clinics.nobody().get("/actuator/health/" + part).status()).isEqualTo(404);
    }
  }

  @Test
  void nothingCanBeChangedThere() {
    for (var path : new String[] {"/actuator/health", "/actuator/prometheus"}) {
      clinics.nobody().post(path, "{}").refused(405);
    }
    clinics.nobody().post("/actuator/shutdown", "{}").refused(404);
  }
}
