package org.cartwright.generator;

import java.io.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * The command {@code --generate-clinic=NAME}, with {@code --carts=N} (1,000 without it) and {@code
 * --seed=S}. Refuses a clinic that is there. The key is issued last: a clinic whose making was cut
 * short has none.
 */
@Component
@Lazy(false)
@ConditionalOnProperty("generate-clinic")
class GenerateClinicCommand implements ApplicationRunner {

  private final TenantProvisioning opening;
  private final Environment environment;
  private final Clock clock;

  GenerateClinicCommand(TenantProvisioning opening, Environment environment, Clock clock) {
    this.opening = opening;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments)
      throws SQLException, IOException, InterruptedException {
    var wanted =
        new GeneratorOptions(
            environment.getRequiredProperty("generate-clinic"),
            environment.getProperty("carts", Integer.class, 1_000),
            environment.getProperty("seed", Long.class, 1L),
            clock.instant());
    System.out.printf("TENANT: %s   API-KEY: %s%n", wanted.tenant(), generate(wanted));
  }

  /** Makes the clinic and answers its key. */
  String generate(GeneratorOptions wanted) throws SQLException, IOException, InterruptedException {
    if (opening.isRefused(wanted.tenant())) {
      throw new IllegalArgumentException(
          "the clinic %s is there already, or this is no name for one".formatted(wanted.tenant()));
    }
    opening.open(wanted.tenant(), "Generated " + wanted.tenant(), "America/New_York");
    boolean onTerminal =
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    var progress = new ProgressReport(System.out, onTerminal, wanted.carts());
    new ClinicGenerator(owner(), Runtime.getRuntime().availableProcessors(), progress).fill(wanted);
    return opening.issueKey(wanted.tenant());
  }

  private DriverManagerDataSource owner() {
    var url =
        environment.getProperty(
            "spring.flyway.url", environment.getRequiredProperty("spring.datasource.url"));
    return new DriverManagerDataSource(
        url,
        Objects.requireNonNull(environment.getProperty("spring.flyway.user")),
        Objects.requireNonNull(environment.getProperty("spring.flyway.password")));
  }
}
