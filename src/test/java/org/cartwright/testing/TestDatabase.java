package org.cartwright.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.cartwright.platform.postgres.embedded.TestServer;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database for tests, on the one PostgreSQL this JVM's tests share.
 *
 * <p>{@code @SpringBootTest} classes share the {@link #shared()} one:
 *
 * <pre>{@code
 * @SpringBootTest
 * @ContextConfiguration(initializers = TestDatabase.Initializer.class)
 * }</pre>
 *
 * <p>A test that wants the tables to itself creates one with {@link #createMigrated()}.
 */
public final class TestDatabase {

  public static final String OWNER = "cartwright_owner";
  public static final String APP = "cartwright_app";

  private static final AtomicInteger COUNT = new AtomicInteger();

  static {
    // Runs when all contexts are closed, so their pools find their server to the last.
    SpringApplication.getShutdownHandlers().add(TestServer.running()::stop);
  }

  private final String name;
  private final DataSource app;
  private final DataSource owner;
  private final DataSource superuser;

  private TestDatabase(String name, UnaryOperator<DataSource> connections) {
    this.name = name;
    app = connections.apply(connectingAs(APP, appPassword()));
    owner = connections.apply(connectingAs(OWNER, ownerPassword()));
    superuser = connections.apply(new Superuser(name));
  }

  /** The database of the Spring contexts; what is in it depends on the tests before. */
  public static TestDatabase shared() {
    return Shared.INSTANCE;
  }

  /** A fresh, empty database with the rights of the two roles. */
  public static TestDatabase createDatabase() {
    var name = nextName();
    try {
      TestServer.running().createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(name, UnaryOperator.identity());
  }

  /** A fresh database as the migrations make it, which are run once for all of these. */
  public static TestDatabase createMigrated() {
    // Nothing is to hold on to it once the test is over.
    return createMigrated(UnaryOperator.identity());
  }

  private static TestDatabase createMigrated(UnaryOperator<DataSource> connections) {
    var name = nextName();
    try {
      TestServer.running().copyDatabase(Migrated.INSTANCE.name, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(name, connections);
  }

  private static String nextName() {
    return "test_" + COUNT.incrementAndGet();
  }

  /** Points the context of a {@code @DynamicPropertySource} method at this database. */
  public void registerIn(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", this::jdbcUrl);
    registry.add("spring.datasource.username", () -> APP);
    registry.add("spring.datasource.password", this::appPassword);
    registry.add("spring.flyway.url", this::jdbcUrl);
    registry.add("spring.flyway.user", () -> OWNER);
    registry.add("spring.flyway.password", this::ownerPassword);
  }

  public String name() {
    return name;
  }

  public String jdbcUrl() {
    return TestServer.running().url(name);
  }

  public String ownerPassword() {
    return TestServer.running().ownerPassword();
  }

  public String appPassword() {
    return TestServer.running().appPassword();
  }

  /** Connects as the role that serves, each time as if anew. */
  public DataSource app() {
    return app;
  }

  /** Connects as the role that migrates, each time as if anew. */
  public DataSource owner() {
    return owner;
  }

  /** Connects, unpooled, as a role the test made itself. */
  public DataSource connectingAs(String user, String password) {
    return new DriverManagerDataSource(jdbcUrl(), user, password);
  }

  /** For tests that break what the other roles cannot. */
  public Connection superuser() {
    try {
      return superuser.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many connections wait for somebody else's lock with a statement that names a table. */
  public long waitingFor(String table) {
    try (var superuser = superuser();
        var statement =
            superuser.prepareStatement(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like ?")) {
      statement.setString(1, "%" + table + "%");
      try (var waiting = statement.executeQuery()) {
        waiting.next();
        return waiting.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Executes statements as the owner, each in its own transaction. */
  public void executeAsOwner(String... statements) {
    try (var connection = owner.getConnection()) {
      execute(connection, statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks as the superuser, who sees the rows of every tenant. */
  public <T> T askAsSuperuser(Function<JdbcClient, T> question) {
    try (var superuser = superuser()) {
      return question.apply(JdbcClient.create(new SingleConnectionDataSource(superuser, true)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Executes statements as the superuser, each in its own transaction. */
  public void executeAsSuperuser(String... statements) {
    try (var superuser = superuser()) {
      execute(superuser, statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Does something while the database refuses to change some rows, in words that are a secret.
   *
   * @param which of the table's rows, as a condition on {@code new}
   */
  public void broken(String table, String which, Runnable work) {
    executeAsSuperuser(
        """
        create function trouble() returns trigger language plpgsql as
        $body$ begin raise exception '%s'; end $body$;
        create trigger trouble before update on %s for each row when (%s) execute function trouble()
        """
            .formatted(Troublemaker.SECRET.replace("'", "''"), table, which));
    try {
      work.run();
    } finally {
      executeAsSuperuser("drop function trouble() cascade");
    }
  }

  /**
   * Does something while the database says that its disk is full, whenever rows change of a clinic.
   */
  public void full(String table, String tenant, Runnable work) {
    executeAsSuperuser(
        """
        create function full_disk() returns trigger language plpgsql as
        $body$ begin raise exception 'No space left on device' using errcode = '53100'; end $body$;
        create trigger full_disk before insert or update on %s
            for each row when (new.tenant_id = '%s') execute function full_disk()
        """
            .formatted(table, tenant));
    try {
      work.run();
    } finally {
      executeAsSuperuser("drop function full_disk() cascade");
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static final class Shared {
    static final TestDatabase INSTANCE = createMigrated(KeptConnections::new);
  }

  /** What is copied: nobody else may be connected to it. */
  private static final class Migrated {
    static final TestDatabase INSTANCE = createDatabase();

    static {
      Flyway.configure()
          .dataSource(INSTANCE.owner())
          .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
          .placeholders(Map.of("serving_role", APP, "owner_role", OWNER))
          .load()
          .migrate();
    }
  }

  private static final class Superuser extends AbstractDataSource {

    private final String database;

    Superuser(String database) {
      this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return TestServer.running().superuser(database);
    }

    @Override
    public Connection getConnection(String user, String password) {
      throw new UnsupportedOperationException();
    }
  }

  /** Points a context at the shared database; for {@code @ContextConfiguration(initializers)}. */
  public static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** Before the application's own, which would start a database if there was none. */
    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = shared();
      TestPropertyValues.of(
              "spring.datasource.url=" + database.jdbcUrl(),
              "spring.datasource.username=" + APP,
              "spring.datasource.password=" + database.appPassword(),
              "spring.flyway.url=" + database.jdbcUrl(),
              "spring.flyway.user=" + OWNER,
              "spring.flyway.password=" + database.ownerPassword())
          .applyTo(context);
    }
  }
}
