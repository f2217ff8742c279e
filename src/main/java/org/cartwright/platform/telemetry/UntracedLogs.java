package org.cartwright.platform.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Says that there are no traces as long as nobody asks for them: the lines of the log would keep
 * room for their ids otherwise.
 */
class UntracedLogs implements EnvironmentPostProcessor {

  private static final String EXPORT = "management.tracing.export.enabled";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new Answer(environment));
  }

  /** Answers when it is asked: by then it is known what was said elsewhere. */
  private static final class Answer extends PropertySource<String> {

    private final ConfigurableEnvironment environment;

    Answer(ConfigurableEnvironment environment) {
      super(
          "cartwrightTelemetry",
          EXPORT); // not of the environment: that would be gone through again
      this.environment = environment;
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals(EXPORT) ? TelemetryOnRequest.areTracesWanted(environment) : null;
    }
  }
}
