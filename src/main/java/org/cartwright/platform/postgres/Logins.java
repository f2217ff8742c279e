package org.cartwright.platform.postgres;

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
record Logins(Login superuser, Login owner, Login app) {

  static final String SUPERUSER = "postgres";
  static final String OWNER = "cartwright_owner";
  static final String APP = "cartwright_app";

  private static final SecureRandom RANDOM = new SecureRandom();

  static Logins generated() {
    return new Logins(
        new Login(SUPERUSER, password()), new Login(OWNER, password()), new Login(APP, password()));
  }

  static Logins readFrom(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return new Logins(
        login(properties, SUPERUSER, file),
        login(properties, OWNER, file),
        login(properties, APP, file));
  }

  /** Writes the file whole or not at all, readable by its owner only. */
  void writeTo(Path file) throws IOException {
    var properties = new Properties();
    for (var login : new Login[] {superuser, owner, app}) {
      properties.setProperty(login.user(), login.password());
    }
    var text = new StringWriter();
    properties.store(text, "The logins of the database in this directory. Keep them with it.");
    var draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    OwnerOnly.write(draft, text.toString().getBytes(UTF_8));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(Directories.parentOf(file));
  }

  private static Login login(Properties properties, String user, Path file) {
    var password = properties.getProperty(user);
    if (password == null || password.isBlank()) {
      throw DatabaseUnavailable.passwordsMissing(file);
    }
    return new Login(user, password);
  }

  private static String password() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
