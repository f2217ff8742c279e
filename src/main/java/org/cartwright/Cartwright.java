package org.cartwright;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;

/** The service, and its commands. */
@SpringBootApplication
@EnableJpaRepositories(
    queryEnhancerSelector = UnparsedQuerySelector.class,
    bootstrapMode = BootstrapMode.DEFERRED)
public class Cartwright {

  private static final String GENERATE = "--generate-clinic=";

  public static void main(String[] args) {
    if (Arrays.stream(args).anyMatch(argument -> argument.startsWith(GENERATE))) {
      // A command needs the database, not what serves requests; it ends when it is done.
      var command = new SpringApplication(Cartwright.class);
      command.setWebApplicationType(WebApplicationType.NONE);
      command.setLazyInitialization(true);
      System.exit(SpringApplication.exit(command.run(args)));
    }
    SpringApplication.run(Cartwright.class, args);
  }
}
