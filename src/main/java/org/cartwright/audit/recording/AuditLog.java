package org.cartwright.audit.recording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.trail.Touched.Thing;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where rows are put down. Nothing is ever changed there. */
@Component
class AuditLog {

  /** What is about more than so many things is put down in several rows, all or none. */
  static final int MOST_THINGS = 500;

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String ROWS =
      """
      with entry as (
          insert into audit_entry
                 (tenant_id, moment, id, caller, key_id, action, outcome, status, kinds, object_ids, fields, times,
                  request_id, address_family)
          values %s
          returning tenant_id, id, moment)
      insert into audit_unsealed (tenant_id, id, moment) select tenant_id, id, moment from entry""";

  private static final String PUT_DOWN = ROWS.formatted(ROW);

  private static final int COLUMNS = 14;

  /** What every transaction begins with; no id of a tenant has anything in it to escape. */
  private static final String TENANT = "set local cartwright.tenant = '%s'; ";

  private static final String BRIEFLY = "set local lock_timeout = '2s'; ";

  /** A part of what a request with a key does, which is one transaction already. */
  private static final String IN_PART = TENANT + BRIEFLY + PUT_DOWN;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AuditLog(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts an access down on the last message of the current transaction. */
  void within(RoundTrip last, Access access) {
    parts(access).forEach(part -> last.tell(PUT_DOWN, values(part)));
  }

  /** Puts an access down for good, in no transaction of the caller's. */
  void alone(Access access) {
    if (JointTransaction.isOpen()) {
      for (var part : parts(access)) {
        alone(IN_PART.formatted(possible(access.tenant())), List.of(part), false);
      }
    } else {
      alone(parts(access));
    }
  }

  /** Puts accesses down for good, all or none, in no transaction of the caller's. */
  void alone(List<Access> accesses) {
    var byTenant =
        accesses.stream()
            .collect(groupingBy(Access::tenant, LinkedHashMap::new, toUnmodifiableList()));
    var message = new StringBuilder("begin; ").append(BRIEFLY);
    byTenant.forEach(
        (tenant, rows) ->
            message
                .append(TENANT.formatted(possible(tenant)))
                .append(ROWS.formatted(String.join(", ", Collections.nCopies(rows.size(), ROW))))
                .append("; "));
    message.append("commit");
    alone(message.toString(), byTenant.values().stream().flatMap(List::stream).toList(), true);
  }

  private static String possible(String tenant) {
    if (!Tenants.isPossible(tenant)) {
      throw new IllegalStateException("No tenant can have this id");
    }
    return tenant;
  }

  /** Sends a transaction, or a part of one, as one message. */
  private void alone(String sql, List<Access> rows, boolean isWhole) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("This would end somebody else's transaction");
    }
    jdbc.execute(
        (ConnectionCallback<@Nullable Void>)
            connection -> {
              try (var message = connection.prepareStatement(sql)) {
                for (int i = 0; i < rows.size(); i++) {
                  fill(message, i * COLUMNS, rows.get(i));
                }
                message.execute();
                return null;
              } catch (SQLException refused) {
                if (isWhole) {
                  undo(connection, refused);
                }
                throw refused;
              }
            });
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

  private void fill(PreparedStatement row, int before, Access access) throws SQLException {
    var values = values(access);
    for (int i = 0; i < values.size(); i++) {
      row.setObject(before + i + 1, values.get(i));
    }
  }

  private List<@Nullable Object> values(Access access) {
    return Arrays.asList(
        access.tenant(),
        clock.instant().atOffset(ZoneOffset.UTC),
        Ids.next("aud"),
        access.caller() == null ? null : access.caller().name(),
        access.keyId(),
        access.action(),
        access.outcome().name(),
        access.status(),
        access.things().stream().map(Thing::kind).toArray(String[]::new),
        access.things().stream().map(Thing::id).toArray(String[]::new),
        access.fields().toArray(String[]::new),
        access.times(),
        access.requestId(),
        access.addressFamily());
  }
}
