package org.cartwright.platform.postgres.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Starts the database that comes with the build when no {@code spring.datasource.url} is set, and
 * tells the rest of the application where it is. The database starts while the configuration is
 * read.
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
    var directory = Path.of(environment.getProperty("cartwright.data-dir", "data"));
    // What is served is backed up, too.
    var isBackup = "backup".equals(environment.getProperty("cartwright.command"));
    var database =
        CompletableFuture.supplyAsync(
            () ->
                isBackup
                    ? EmbeddedDatabase.startedOrJoined(directory)
                    : EmbeddedDatabase.start(directory),
            start -> new Thread(start, "postgres-start").start());
    stopAtTheEndOf(context, database);
    environment.getPropertySources().addLast(new WhereItIs(NAME, database));
  }

  /**
   * Registered before any bean, it is destroyed after all of them, so after the connection pool;
   * the shutdown handler serves the start that fails before there are beans.
   */
  private static void stopAtTheEndOf(
      ConfigurableApplicationContext context, CompletableFuture<EmbeddedDatabase> database) {
    var ifAny = database.handle((started, failure) -> Optional.ofNullable(started));
    Runnable closing = () -> ifAny.join().ifPresent(EmbeddedDatabase::close);
    SpringApplication.getShutdownHandlers().add(closing);
    var beans = (DefaultListableBeanFactory) context.getBeanFactory();
    DisposableBean last = closing::run;
    beans.registerDisposableBean(NAME, last);
  }

  /**
   * What the configuration has to know of the database. It starts meanwhile; only whoever asks for
   * what it decides waits for it, and learns then if it does not start.
   */
  private static final class WhereItIs
      extends EnumerablePropertySource<CompletableFuture<EmbeddedDatabase>> {

    private static final Map<String, Function<EmbeddedDatabase, Object>> DECIDED_BY_IT =
        Map.of(
            "spring.datasource.url",
            EmbeddedDatabase::url,
            "spring.datasource.password",
            it -> it.logins().app().password(),
            "spring.flyway.url",
            EmbeddedDatabase::url,
            "spring.flyway.password",
            it -> it.logins().owner().password());

    private static final Map<String, Object> KNOWN =
        Map.of(
            "spring.datasource.username", DatabaseLogins.APP,
            "spring.flyway.user", DatabaseLogins.OWNER,
            "cartwright.embedded", true);

    private WhereItIs(String name, CompletableFuture<EmbeddedDatabase> database) {
      super(name, database);
    }

    @Override
    public String[] getPropertyNames() {
      return Stream.concat(KNOWN.keySet().stream(), DECIDED_BY_IT.keySet().stream())
          .toArray(String[]::new);
    }

    @Override
    public boolean containsProperty(String name) {
      return KNOWN.containsKey(name) || DECIDED_BY_IT.containsKey(name);
    }

    @Override
    public @Nullable Object getProperty(String name) {
      var decided = DECIDED_BY_IT.get(name);
      return decided == null ? KNOWN.get(name) : decided.apply(source.join());
    }
  }
}
