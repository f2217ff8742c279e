package org.cartwright.platform.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Leaves out what Spring Boot sets up for OpenTelemetry unless somebody said where to send traces,
 * or metrics: then it is as if it was not there. Logs are never sent.
 */
class TelemetryOnRequest implements AutoConfigurationImportFilter, EnvironmentAware {

  static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";
  private static final String METRICS = "management.otlp.metrics.export.url";
  private static final String ENABLED = "management.opentelemetry.enabled";

  private static final String BOOT = "org.springframework.boot.";
  private static final String SDK = BOOT + "opentelemetry.autoconfigure.OpenTelemetrySdk";
  private static final String LOGS = BOOT + "opentelemetry.autoconfigure.logging.";
  private static final String TRACING = BOOT + "micrometer.tracing.";
  private static final String METERS =
      BOOT + "micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExport";

  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
    return match(names);
  }

  boolean[] match(@Nullable String[] names) {
    var traces = areTracesWanted(environment);
    var metrics = areMetricsWanted(environment);
    var isNeeded = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      var name = names[i];
      isNeeded[i] = name == null || isNeeded(name, traces, metrics);
    }
    return isNeeded;
  }

  private static boolean isNeeded(String name, boolean traces, boolean metrics) {
    if (name.startsWith(SDK) || name.startsWith(TRACING)) {
      return traces;
    }
    return name.startsWith(METERS) ? metrics : !name.startsWith(LOGS);
  }

  static boolean areTracesWanted(Environment environment) {
    return isGiven(environment, TRACES)
        && isOn(environment, "management.tracing.export.otlp.enabled");
  }

  private static boolean areMetricsWanted(Environment environment) {
    return isGiven(environment, METRICS)
        && isOn(environment, "management.otlp.metrics.export.enabled");
  }

  private static boolean isGiven(Environment environment, String address) {
    return StringUtils.hasText(environment.getProperty(address)) && isOn(environment, ENABLED);
  }

  private static boolean isOn(Environment environment, String setting) {
    return environment.getProperty(setting, Boolean.class, true);
  }
}
