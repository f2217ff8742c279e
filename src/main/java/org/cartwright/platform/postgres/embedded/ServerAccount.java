package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the server runs as: PostgreSQL refuses to be root, yet in a container the service often is.
 */
enum ServerAccount {
  /** The user of the service itself, who is not root. */
  OWN(List.of(), -1),

  /** Root, in a user namespace in which root is nobody. */
  NAMESPACE(List.of("unshare", "-U"), 0),

  /** Nobody, where namespaces are forbidden, as in most containers. */
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534);

  @SuppressWarnings("ImmutableEnumChecker") // every one of them is a List.of
  private final List<String> prefix;

  private final int uid;

  ServerAccount(List<String> prefix, int uid) {
    this.prefix = prefix;
    this.uid = uid;
  }

  static ServerAccount forThisProcess() {
    if (!isRoot()) {
      return OWN;
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return NAMESPACE;
    }
    if (succeeds(NOBODY)) {
      return NOBODY;
    }
    throw DatabaseUnavailable.needsOrdinaryUser();
  }

  /** What to put before a command so that it runs as this account. */
  List<String> prefix() {
    return prefix;
  }

  /** Gives the account the files, as far as they are not its own already. */
  void own(Path path) throws IOException {
    if (uid < 0 || !Files.exists(path)) {
      return;
    }
    try (var files = Files.walk(path)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (!Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid)) {
          Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** Lets the account pass through the directory, which otherwise is the service's own. */
  void passThrough(Path directory) {
    if (this == NOBODY) {
      directory.toFile().setExecutable(true, false);
    }
  }

  private static boolean isRoot() {
    if (PostgresBinaries.isWindows()) {
      return false;
    }
    try {
      var process = new ProcessBuilder("id", "-u").start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip().equals("0");
    } catch (IOException e) {
      return System.getProperty("user.name").equals("root");
    }
  }

  private static boolean succeeds(ServerAccount account) {
    try {
      var command = new ArrayList<>(account.prefix);
      command.addAll(List.of("id", "-un"));
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
