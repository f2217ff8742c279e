package org.cartwright.platform.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to start and stop the server of a data directory, held by one process at a time.
 *
 * <p>The operating system holds the lock, so it ends with the process however that ends. The file
 * stays and names its last holder, for the message the next one gets.
 */
final class DirectoryLock implements AutoCloseable {

  static final String FILE = "lock";

  /** Beyond the text, because Windows refuses to read what is locked. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  /**
   * On POSIX closing any channel of a file drops the locks the process has on it, so a second
   * attempt of this process must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static DirectoryLock hold(Path directory) throws IOException {
    var file = directory.toRealPath().resolve(FILE);
    if (!HELD.add(file)) {
      throw DatabaseUnavailable.directoryInUse(
          directory, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return locked(file, directory);
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static DirectoryLock locked(Path file, Path directory) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(POSITION, 1, false) == null) {
        throw DatabaseUnavailable.directoryInUse(directory, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      return new DirectoryLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(file);
  }
}
