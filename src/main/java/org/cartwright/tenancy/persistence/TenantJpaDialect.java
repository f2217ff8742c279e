package org.cartwright.tenancy.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.hibernate.Session;
import org.hibernate.binder.internal.TenantIdBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database, as the first thing in every transaction and only for its duration, whose
 * transaction it is. Row-level security shows it that tenant's rows and no others; without a tenant
 * it shows none.
 *
 * <p>What an entity is read from is restricted by its mapping ({@link CurrentTenant#ROWS}), in the
 * place of Hibernate's own filter; what it is written to, by Hibernate.
 *
 * <p>The same message tells the moment by the service's clock, which the database's function {@code
 * cartwright_now()} answers from then on, and bounds how long the transaction waits for somebody
 * else's lock. A transaction that only reads sees one moment of the database from beginning to end,
 * so that what is read by several statements fits together; as a part of a joint one it sees what a
 * transaction that writes does.
 *
 * <p>It is {@code SET LOCAL} and not the function {@code set_config}, because a database that is
 * distributed by tenant passes the one on to its nodes and not the other.
 */
class TenantJpaDialect extends HibernateJpaDialect {

  private static final String ONE_MOMENT = "set transaction isolation level repeatable read; ";

  private final transient Clock clock;
  private final transient LockPatience patience;

  TenantJpaDialect(Clock clock, LockPatience patience) {
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
      throws SQLException {
    var transaction = super.beginTransaction(entityManager, definition);
    var oneMoment = definition.isReadOnly() && !JointTransaction.isOpen();
    var sql = (oneMoment ? ONE_MOMENT : "") + belongsTo();
    var session = entityManager.unwrap(Session.class);
    // As long as a filter is enabled, Hibernate keeps no query's plan and translates each anew.
    session.disableFilter(TenantIdBinder.FILTER_NAME);
    session.doWork(connection -> execute(connection, sql));
    return transaction;
  }

  private String belongsTo() {
    return "set local cartwright.tenant = '%s'; set local cartwright.now = '%s'; set local lock_timeout = %d"
        .formatted(quotable(CurrentTenant.idIfAny()), clock.instant(), patience.most().toMillis());
  }

  /** The id as it may stand between quotes: no id of a tenant has anything in it to escape. */
  private static String quotable(@Nullable String tenant) {
    if (tenant == null) {
      return "";
    }
    if (!Tenants.isPossible(tenant)) {
      throw new IllegalStateException("No tenant can have this id");
    }
    return tenant;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
