package org.cartwright.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class LimitSettingsTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Settings.class);

  @Configuration
  @EnableConfigurationProperties(LimitSettings.class)
  static class Settings {}

  @Test
  void whoSetsNothingHasLimitsThatABusyClinicNeverMeets() {
    runner.run(
        context ->
            assertThat(context.getBean(LimitSettings.class))
                .isEqualTo(
                    new LimitSettings(
                        1000,
                        2000,
                        300,
                        200,
                        1000,
                        500,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requests-per-second=-1",
        "burst=-1",
        "strangers-per-minute=-1",
        "in-flight-per-tenant=-1",
        "in-flight=-1",
        "connections-per-address=-1",
        "request-within=-1s",
        "drain=-1s",
        "burst=many"
      })
  void whatMakesNoSenseIsRefusedAtTheStart(String setting) {
    runner
        .withPropertyValues("cartwright.limits." + setting)
        .run(context -> assertThat(context).hasFailed());
  }
}
