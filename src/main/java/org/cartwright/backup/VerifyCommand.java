package org.cartwright.backup;

import org.cartwright.tenancy.Tenants;
import org.cartwright.tenancy.health.HealthReport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The rest of the command {@code --verify FILE}, once it was restored: the health report looks at
 * all of it. Fails if anything is found.
 */
@Component
@Lazy(false)
@ConditionalOnProperty(name = "cartwright.command", havingValue = "verify")
class VerifyCommand implements ApplicationRunner {

  private final HealthReport report;
  private final Tenants tenants;

  VerifyCommand(HealthReport report, Tenants tenants) {
    this.report = report;
    this.tenants = tenants;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var clinics = tenants.ids();
    var checks =
        report.over(
            clinics,
            progress ->
                progress
                    .broken()
                    .forEach(
                        one ->
                            System.out.printf(
                                "%s: %s %s: not true that %s%n",
                                progress.tenant(), one.documents(), one.id(), one.identity())));
    checks.forEach(
        check ->
            System.out.printf("%s %s: %s%n", check.result(), check.documents(), check.identity()));
    if (checks.stream().anyMatch(check -> check.broken() > 0)) {
      throw new CommandFailed("What was restored is not true to itself.");
    }
    System.out.printf("The backup is whole: %d clinics.%n", clinics.size());
  }
}
