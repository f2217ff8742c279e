package org.cartwright.platform.postgres;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Starts the database that comes with the build when no {@code spring.datasource.url} is set, and
 * tells the rest of the application where it is.
 *
 * <p>An initializer, not an {@code EnvironmentPostProcessor}: it runs after
 * {@code @DynamicPropertySource} and the customizers of tests, which an environment post-processor
 * does not see, and it has the context at hand that stops the server again.
 */
class EmbeddedDatabaseInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

  /** By name: the packaged jar has neither it nor what comes with it. */
  private static final String LIBRARY =
      "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";

  private static final String NAME = "cartwrightEmbeddedDatabase";

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      return;
    }
    if (!ClassUtils.isPresent(LIBRARY, getClass().getClassLoader())) {
      throw DatabaseUnavailable.notConfigured();
    }
    var directory = environment.getProperty("cartwright.data-dir", "data");
    var database = EmbeddedDatabase.start(Path.of(directory));
    stopAtTheEndOf(context, database);

    var logins = database.logins();
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                NAME,
                Map.of(
                    "spring.datasource.url", database.url(),
                    "spring.datasource.username", logins.app().user(),
                    "spring.datasource.password", logins.app().password(),
                    "spring.flyway.url", database.url(),
                    "spring.flyway.user", logins.owner().user(),
                    "spring.flyway.password", logins.owner().password(),
                    "cartwright.embedded", true)));
  }

  /**
   * Registered before any bean, it is destroyed after all of them, so after the connection pool;
   * the shutdown handler serves the start that fails before there are beans.
   */
  private static void stopAtTheEndOf(
      ConfigurableApplicationContext context, EmbeddedDatabase database) {
    SpringApplication.getShutdownHandlers().add(database::close);
    var beans = (DefaultListableBeanFactory) context.getBeanFactory();
    DisposableBean closing = database::close;
    beans.registerDisposableBean(NAME, closing);
  }
}
