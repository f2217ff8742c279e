package org.cartwright.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

class TelemetryOnRequestTests {

  private static final String TRACES = TelemetryOnRequest.TRACES;
  private static final String METRICS = "management.otlp.metrics.export.url";

  private final MockEnvironment environment = new MockEnvironment();

  /** What is set up of what Spring Boot knows, by its simple names. */
  private List<String> setUp() {
    var known =
        ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
            .getCandidates()
            .toArray(String[]::new);
    var filter = new TelemetryOnRequest();
    filter.setEnvironment(environment);
    var needed = filter.match(known);
    var names = new ArrayList<String>();
    for (int i = 0; i < known.length; i++) {
      if (needed[i]) {
        names.add(known[i].substring(known[i].lastIndexOf('.') + 1));
      }
    }
    return names.stream()
        .filter(it -> it.matches(".*(OpenTelemetry|Otlp|Tracing|Tracer|Exemplars|Prometheus).*"))
        .sorted()
        .toList();
  }

  @Test
  void nothingIsSetUpAsLongAsNoCollectorIsNamed() {
    assertThat(setUp()).containsExactly("PrometheusMetricsExportAutoConfiguration");
    environment.setProperty(TRACES, "");
    environment.setProperty(METRICS, "");
    assertThat(setUp()).containsExactly("PrometheusMetricsExportAutoConfiguration");
  }

  @Test
  void tracesAreSetUpWhereTheyAreWanted() {
    environment.setProperty(TRACES, "http://localhost:4318/v1/traces");

    assertThat(setUp())
        .contains(
            "OpenTelemetrySdkAutoConfiguration",
            "OpenTelemetryTracingAutoConfiguration",
            "OtlpTracingAutoConfiguration",
            "MicrometerTracingAutoConfiguration")
        .doesNotContain("OtlpMetricsExportAutoConfiguration");
  }

  @Test
  void metricsAreSetUpWhereTheyAreWanted() {
    environment.setProperty(METRICS, "http://localhost:4318/v1/metrics");

    assertThat(setUp())
        .containsExactly(
            "OtlpMetricsExportAutoConfiguration", "PrometheusMetricsExportAutoConfiguration");
  }

  @Test
  void logsAreNeverSent() {
    environment.setProperty(TRACES, "http://localhost:4318/v1/traces");
    environment.setProperty(
        "management.opentelemetry.logging.export.otlp.endpoint", "http://localhost:4318");

    assertThat(setUp()).noneMatch(it -> it.contains("Logging"));
  }

  @Test
  void whatIsSwitchedOffIsNotSetUp() {
    environment.setProperty(TRACES, "http://localhost:4318");
    environment.setProperty(METRICS, "http://localhost");
    environment.setProperty("management.tracing.export.otlp.enabled", "false");
    environment.setProperty("management.otlp.metrics.export.enabled", "false");
    assertThat(setUp()).containsExactly("PrometheusMetricsExportAutoConfiguration");

    environment.setProperty("management.tracing.export.otlp.enabled", "true");
    environment.setProperty("management.otlp.metrics.export.enabled", "true");
    environment.setProperty("management.opentelemetry.enabled", "false");
    assertThat(setUp()).containsExactly("PrometheusMetricsExportAutoConfiguration");
  }
}
