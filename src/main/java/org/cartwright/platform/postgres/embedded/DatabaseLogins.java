package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The three logins of a database of ours.
 *
 * @param superuser may do everything; only sets the other two up, and breaks things in tests
 * @param owner owns the database and its schema and runs the migrations
 * @param app serves the requests; owns nothing and is bound by every policy
 */
public record DatabaseLogins(DatabaseLogin superuser, DatabaseLogin owner, DatabaseLogin app) {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "cartwright_owner";
  static final String APP = "cartwright_app";

  private static final SecureRandom RANDOM = new SecureRandom();

  static DatabaseLogins generated() {
    return new DatabaseLogins(
        new DatabaseLogin(SUPERUSER, password()),
        new DatabaseLogin(OWNER, password()),
        new DatabaseLogin(APP, password()));
  }

  static DatabaseLogins readFrom(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return new DatabaseLogins(
        login(properties, SUPERUSER, file),
        login(properties, OWNER, file),
        login(properties, APP, file));
  }

  /** Writes the file whole or not at all, readable by its owner only. */
  void writeTo(Path file) throws IOException {
    var properties = new Properties();
    for (var login : new DatabaseLogin[] {superuser, owner, app}) {
      properties.setProperty(login.user(), login.password());
    }
    var text = new StringWriter();
    properties.store(text, "The logins of the database in this directory. Keep them with it.");
    var draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    PrivateFiles.write(draft, text.toString().getBytes(UTF_8));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    DirectoryTrees.sync(DirectoryTrees.parentOf(file));
  }

  private static DatabaseLogin login(Properties properties, String user, Path file) {
    var password = properties.getProperty(user);
    if (password == null || password.isBlank()) {
      throw DatabaseUnavailable.passwordsMissing(file);
    }
    return new DatabaseLogin(user, password);
  }

  private static String password() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
