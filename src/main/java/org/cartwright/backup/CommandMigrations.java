package org.cartwright.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * What commands do where the service migrates its database. A backup changes nothing of it: another
 * release may be serving from it. A backup that is restored goes into the schema it was made of,
 * and is then migrated like any database.
 */
@Configuration(proxyBeanMethods = false)
class CommandMigrations {

  private static final String VERIFY = "verify";

  @Bean
  @ConditionalOnProperty(name = "cartwright.command", havingValue = "backup")
  FlywayMigrationStrategy asItIs() {
    return database -> {};
  }

  @Bean
  @ConditionalOnExpression(
      "'${cartwright.command:}' == 'restore' || '${cartwright.command:}' == 'verify'")
  FlywayMigrationStrategy restored(
      JsonMapper json,
      @Value("${cartwright.command}") String command,
      @Value("${cartwright.command-file}") Path file,
      @Value("${cartwright.command-overwrite:false}") boolean overwrites) {
    return database -> {
      try (var archive = BackupArchive.open(file, json)) {
        try (var owner = database.getConfiguration().getDataSource().getConnection()) {
          var restoration = new Restoration(owner, overwrites, remedy(command));
          restoration.requireRoom();
          prepare(database, MigrationVersion.fromVersion(archive.manifest().migration()));
          restoration.of(archive);
        }
        System.out.printf(
            "%s: %d rows of %d tables as of %s%n",
            file,
            archive.manifest().rows(),
            archive.manifest().tables().size(),
            archive.manifest().moment());
      } catch (SQLException e) {
        throw CommandFailed.of(e);
      } catch (IOException e) {
        throw CommandFailed.of(file, e);
      }
      database.migrate();
    };
  }

  /** Whoever looks whether a backup is whole is not to be told how to lose what is there. */
  private static String remedy(String command) {
    return command.equals(VERIFY)
        ? "let the settings name an empty one."
        : "--overwrite has everything in it replaced.";
  }

  /** Makes the schema that of a migration. */
  private static void prepare(Flyway database, MigrationVersion wanted) {
    var ours = database.info().all();
    var newest = ours[ours.length - 1].getVersion();
    if (wanted.isNewerThan(newest)) {
      throw new CommandFailed(
          "The backup is of a newer release: of migration %s, and this one knows those up to %s."
              .formatted(wanted, newest));
    }
    var current = database.info().current();
    if (current != null && current.getVersion().isNewerThan(wanted)) {
      throw new CommandFailed(
          "The backup is of migration %s, and the database has had %s: restore it into a new one, which is then migrated."
              .formatted(wanted, current.getVersion()));
    }
    Flyway.configure().configuration(database.getConfiguration()).target(wanted).load().migrate();
  }
}
