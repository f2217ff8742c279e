package org.cartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.util.FileSystemUtils;

/** The service, and its commands. */
@SpringBootApplication
@EnableJpaRepositories(
    queryEnhancerSelector = UnparsedQuerySelector.class,
    bootstrapMode = BootstrapMode.DEFERRED)
public class Cartwright {

  public static void main(String[] args) {
    // Whatever the machine speaks: statements, ids and logs are written in figures that a database
    // reads.
    Locale.setDefault(Locale.ENGLISH);
    if (Commands.isAny(args)) {
      System.exit(exitCodeOf(args));
    }
    SpringApplication.run(Cartwright.class, args);
  }

  private static int exitCodeOf(String... args) {
    String[] spelled;
    try {
      spelled = Commands.spelled(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    return SpringApplication.exit(command(spelled));
  }

  /**
   * Does what a command says. It needs the database, not what serves requests.
   *
   * @param spelled the arguments as Spring reads them
   */
  static ConfigurableApplicationContext command(String... spelled) {
    var command = new SpringApplication(Cartwright.class);
    command.setWebApplicationType(WebApplicationType.NONE);
    command.setLazyInitialization(true);
    return command.run(Commands.isVerify(spelled) ? inScratch(spelled) : spelled);
  }

  /** A database that starts by itself does so where nothing else is, and leaves nothing behind. */
  private static String[] inScratch(String... args) {
    try {
      var scratch = Files.createTempDirectory("cartwright-verify-");
      // Those that are added later, such as the one that stops the database, come before.
      SpringApplication.getShutdownHandlers()
          .add(
              () -> {
                try {
                  FileSystemUtils.deleteRecursively(scratch);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      var all = new ArrayList<>(List.of(args));
      all.add("--cartwright.data-dir=" + scratch);
      return all.toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
