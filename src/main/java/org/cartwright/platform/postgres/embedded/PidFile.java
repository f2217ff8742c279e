package org.cartwright.platform.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a server's directory says which process works on it, as of its last start. */
record PidFile(Path file) {

  private static final Logger log = LoggerFactory.getLogger(PidFile.class);

  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  /** That of a directory, whether or not it is there. */
  static PidFile of(Path data) {
    return new PidFile(data.resolve("postmaster.pid"));
  }

  /** Whether the process it names is there, working or not. */
  boolean namesSomebody() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    var lines = lines();
    // Its first line is written at once, and it is as good as there while it starts.
    return lines.isEmpty()
        || process(lines).filter(it -> it.isAlive() && !isUnreaped(it)).isPresent();
  }

  /** The port on which the server answers, as it says itself. */
  int port() throws IOException {
    var lines = lines();
    if (lines.size() < 4) {
      throw new IOException("its server is starting, or ending");
    }
    return Integer.parseInt(lines.get(3).strip());
  }

  /** The server that it names, if that one is running; where it is gone, it names nobody then. */
  Optional<ProcessHandle> running() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = lines();
    if (lines.size() < 3) {
      return Optional.empty(); // caught in the middle of a start, which decides itself
    }
    var named = process(lines).filter(ProcessHandle::isAlive);
    if (named.isEmpty()) {
      return named; // it crashed; the server itself knows how to recover from that
    }
    var process = named.get();
    if (isUnreaped(process)) {
      nameNobody(lines);
      return Optional.empty();
    }
    var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    if (!isServerStartedAt(started, process)) {
      log.info("The PostgreSQL of postmaster.pid is gone: process {} is another", process.pid());
      nameNobody(lines);
      return Optional.empty();
    }
    return named;
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  private static Optional<ProcessHandle> process(List<String> lines) {
    return ProcessHandle.of(Math.abs(Long.parseLong(lines.get(0).strip())));
  }

  /**
   * Puts a number no process has into the file. Removing it would also remove the server's own
   * protection, which is to look for survivors at the shared memory the file names.
   */
  private void nameNobody(List<String> lines) throws IOException {
    var changed = new ArrayList<>(lines);
    changed.set(0, Integer.toString(Integer.MAX_VALUE));
    Files.write(file, changed);
  }

  /** Dead, but still listed, as in containers whose first process does not reap orphans. */
  private static boolean isUnreaped(ProcessHandle process) {
    try {
      var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return status.startsWith("Z", status.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }

  /** Numbers of processes come around again, after a restart of a container at once. */
  private static boolean isServerStartedAt(Instant start, ProcessHandle process) {
    var info = process.info();
    var isPostgres =
        info.command()
            .map(it -> Path.of(it).getFileName().toString().startsWith("postgres"))
            .orElse(true);
    var isSameStart =
        info.startInstant()
            .map(it -> Duration.between(it, start).abs().compareTo(CLOCK_TOLERANCE) < 0)
            .orElse(true);
    return isPostgres && isSameStart;
  }
}
