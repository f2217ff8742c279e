package org.cartwright.platform.postgres.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the server keeps what it acknowledged, as far as it can tell itself. */
final class DurabilityCheck {

  private static final int OLDEST_VERSION = 160000;

  private DurabilityCheck() {}

  static List<String> problems(JdbcClient database) {
    var problems = new ArrayList<String>();
    int version = Integer.parseInt(setting(database, "server_version_num"));
    if (version < OLDEST_VERSION) {
      problems.add(
          "The server is PostgreSQL %d; 16 or newer is needed.".formatted(version / 10000));
    }
    var fsync = setting(database, "fsync");
    if (!fsync.equals("on")) {
      problems.add(
          "The server runs with fsync %s: a power failure would lose data.".formatted(fsync));
    }
    var commit = setting(database, "synchronous_commit");
    if (!Set.of("on", "remote_apply").contains(commit)) {
      problems.add(
          "The serving role's sessions run with synchronous_commit %s: a crash would lose acknowledged changes."
              .formatted(commit));
    }
    return problems;
  }

  private static String setting(JdbcClient database, String name) {
    return database
        .sql("select current_setting(?)")
        .param(name)
        .query((row, number) -> row.getString(1))
        .single();
  }
}
