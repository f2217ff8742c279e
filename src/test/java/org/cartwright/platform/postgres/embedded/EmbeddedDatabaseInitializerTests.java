package org.cartwright.platform.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.cartwright.platform.postgres.safety.DatabaseSelfCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class EmbeddedDatabaseInitializerTests {

  /** What the first start makes is there for the second. */
  @TempDir(factory = InMemory.class)
  static Path directory;

  /** They are as large as they are long to unpack, and are there for the other tests. */
  @BeforeAll
  static void programs() throws IOException {
    PostgresBinaries.unpackedBelow(TestServer.BINARIES.toAbsolutePath());
    Files.createSymbolicLink(directory.resolve("binaries"), TestServer.BINARIES.toAbsolutePath());
  }

  @Test
  void startsADatabaseServesAsTheAppAndMigratesAsTheOwner() throws SQLException {
    try (var context = run("cartwright.data-dir=" + directory)) {
      try (var connection = context.getBean(DataSource.class).getConnection()) {
        assertThat(connection.getMetaData().getUserName()).isEqualTo(DatabaseLogins.APP);
      }
      var environment = context.getEnvironment();
      assertThat(environment.getProperty("cartwright.embedded", Boolean.class)).isTrue();
      assertThat(environment.getProperty("spring.flyway.user")).isEqualTo(DatabaseLogins.OWNER);
    }
  }

  @Test
  void stopsTheDatabaseAfterTheBeansThatUseIt() {
    var context = run("cartwright.data-dir=" + directory);
    var lastWord = context.getBean(LastWord.class);
    assertThat(directory.resolve("server/postmaster.pid")).exists();

    context.close();

    assertThat(lastWord.databaseAnswered).isTrue();
    assertThat(directory.resolve("server/postmaster.pid")).doesNotExist();
  }

  @Test
  void startsNothingWhereADatabaseIsConfigured() {
    var failure =
        catchThrowable(
            () ->
                run(
                        "cartwright.data-dir=" + directory.resolve("untouched"),
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere")
                    .close());

    assertThat(failure).hasRootCauseInstanceOf(ConnectException.class);
    assertThat(directory.resolve("untouched")).doesNotExist();
  }

  @Test
  void saysWhatToSetWhereThereIsNone() {
    var cause = DatabaseUnavailable.notConfigured();

    var analysis = new DatabaseUnavailableAnalyzer().analyze(cause, cause);

    assertThat(analysis.getDescription()).startsWith("No database is configured");
    assertThat(analysis.getAction())
        .contains(
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD",
            "SPRING_FLYWAY_USER",
            "SPRING_FLYWAY_PASSWORD");
  }

  private static ConfigurableApplicationContext run(String... properties) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .run();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import(DatabaseSelfCheck.class)
  static class Application {

    @Bean
    LastWord lastWord(DataSource dataSource) {
      return new LastWord(dataSource);
    }
  }

  /** Asks the database once more while it is destroyed. */
  static class LastWord implements DisposableBean {

    private final DataSource dataSource;
    private boolean databaseAnswered;

    LastWord(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    @Override
    public void destroy() throws SQLException {
      try (var connection = dataSource.getConnection()) {
        databaseAnswered = connection.isValid(1);
      }
    }
  }
}
