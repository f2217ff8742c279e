package org.cartwright.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.cartwright.tenancy.Tenants;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code --backup FILE}. */
@Component
@Lazy(false)
@ConditionalOnProperty(name = "cartwright.command", havingValue = "backup")
class BackupCommand implements ApplicationRunner {

  private final Flyway database;
  private final Tenants tenants;
  private final JsonMapper json;
  private final Clock clock;
  private final Path file;

  BackupCommand(
      Flyway database,
      Tenants tenants,
      JsonMapper json,
      Clock clock,
      @Value("${cartwright.command-file}") Path file) {
    this.database = database;
    this.tenants = tenants;
    this.json = json;
    this.clock = clock;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    try (var owner = database.getConfiguration().getDataSource().getConnection()) {
      var manifest =
          new BackupWriter(owner, tenants::ids, json).write(file.toAbsolutePath(), clock.instant());
      System.out.printf(
          "%s: %d rows of %d tables as of %s, migration %s%n",
          file, manifest.rows(), manifest.tables().size(), manifest.moment(), manifest.migration());
    } catch (SQLException e) {
      throw CommandFailed.of(e);
    } catch (IOException e) {
      throw CommandFailed.of(file, e);
    }
  }
}
