package org.cartwright.platform.postgres.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the PostgreSQL that comes with the build, unpacked.
 *
 * <p>The library only finds the archive for this system. It would unpack it below a world-writable
 * directory in {@code /tmp}, where anyone on the machine could put a server of theirs first.
 */
record PostgresBinaries(Path home) {

  /** Unpacks them below the directory, unless this very archive already is there. */
  static PostgresBinaries unpackedBelow(Path directory) throws IOException {
    var archive = archive();
    var home = directory.resolve("postgresql-" + digest(archive));
    if (!Files.isDirectory(home)) {
      var draft = Files.createTempDirectory(Files.createDirectories(directory), "unpacking-");
      try {
        unpack(archive, draft);
        makePublic(draft);
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        DirectoryTrees.sync(directory);
      } catch (IOException e) {
        DirectoryTrees.delete(draft);
        if (!Files.isDirectory(home)) { // else another process was faster
          throw e;
        }
      }
    }
    return new PostgresBinaries(home);
  }

  Path program(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
  }

  static boolean isWindows() {
    return system().equals("Windows");
  }

  private static byte[] archive() throws IOException {
    try (var stream =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system(), System.getProperty("os.arch"))) {
      return stream.readAllBytes();
    }
  }

  /** As the library names systems. */
  private static String system() {
    var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "Windows";
    }
    return name.startsWith("mac") ? "Darwin" : "Linux";
  }

  private static String digest(byte[] archive) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        var parent = DirectoryTrees.parentOf(target);
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.createLink(target, into.resolve(entry.getLinkName()).normalize());
        } else {
          Files.copy(tar, target);
          if (parent.endsWith("bin")) {
            target.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }

  /** A temporary directory is private; the server may run as another user than we do. */
  private static void makePublic(Path directory) {
    directory.toFile().setReadable(true, false);
    directory.toFile().setExecutable(true, false);
  }
}
