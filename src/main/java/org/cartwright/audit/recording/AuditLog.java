package org.cartwright.audit.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.trail.Touched.Thing;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where rows are put down. Nothing is ever changed there. */
@Component
class AuditLog {

  /** What is about more than so many things is put down in several rows. */
  static final int MOST_THINGS = 500;

  private static final String PUT_DOWN =
      """
      with entry as (
          insert into audit_entry
                 (tenant_id, moment, id, caller, key_id, action, outcome, status, kinds, object_ids, fields, times,
                  request_id, address_family)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          returning tenant_id, id, moment)
      insert into audit_unsealed (tenant_id, id, moment) select tenant_id, id, moment from entry""";

  /** What every transaction begins with; no id of a tenant has anything in it to escape. */
  private static final String FIRST =
      "set local cartwright.tenant = '%s'; set local lock_timeout = '2s'; ";

  /** A transaction of its own, as one message. */
  private static final String ALONE = "begin; " + FIRST + PUT_DOWN + "; commit";

  /** The same as a part of what a request with a key does, which is one transaction already. */
  private static final String IN_PART = FIRST + PUT_DOWN;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AuditLog(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts an access down in the current transaction. */
  void within(Access access) {
    for (var part : parts(access)) {
      jdbc.execute(
          PUT_DOWN,
          (PreparedStatementCallback<Integer>)
              row -> {
                fill(row, part);
                return row.executeUpdate();
              });
    }
  }

  /** Puts an access down for good, in no transaction of the caller's. */
  void alone(Access access) {
    if (!Tenants.isPossible(access.tenant())) {
      throw new IllegalStateException("No tenant can have this id");
    }
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("This would end somebody else's transaction");
    }
    for (var part : parts(access)) {
      jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> alone(connection, part));
    }
  }

  private @Nullable Void alone(Connection connection, Access access) throws SQLException {
    var isPart = JointTransaction.isOpen();
    var sql = (isPart ? IN_PART : ALONE).formatted(access.tenant());
    try (var message = connection.prepareStatement(sql)) {
      fill(message, access);
      message.execute();
      return null;
    } catch (SQLException refused) {
      if (!isPart) {
        undo(connection, refused);
      }
      throw refused;
    }
  }

  private static void undo(Connection connection, SQLException refused) {
    try (var statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      refused.addSuppressed(e);
    }
  }

  private static List<Access> parts(Access access) {
    var things = List.copyOf(access.things());
    if (things.size() <= MOST_THINGS) {
      return List.of(access);
    }
    var parts = new ArrayList<Access>();
    for (int from = 0; from < things.size(); from += MOST_THINGS) {
      parts.add(access.about(things.subList(from, Math.min(things.size(), from + MOST_THINGS))));
    }
    return parts;
  }

  private void fill(PreparedStatement row, Access access) throws SQLException {
    row.setString(1, access.tenant());
    row.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
    row.setString(3, Ids.next("aud"));
    row.setString(4, access.caller() == null ? null : access.caller().name());
    row.setString(5, access.keyId());
    row.setString(6, access.action());
    row.setString(7, access.outcome().name());
    row.setObject(8, access.status(), java.sql.Types.INTEGER);
    row.setObject(9, access.things().stream().map(Thing::kind).toArray(String[]::new));
    row.setObject(10, access.things().stream().map(Thing::id).toArray(String[]::new));
    row.setObject(11, access.fields().toArray(String[]::new));
    row.setLong(12, access.times());
    row.setString(13, access.requestId());
    row.setString(14, access.addressFamily());
  }
}
