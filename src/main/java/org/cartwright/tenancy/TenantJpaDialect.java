package org.cartwright.tenancy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database, as the first statement of every transaction and only for its duration, whose
 * transaction it is. Row-level security shows it that tenant's rows and no others; without a tenant
 * it shows none.
 *
 * <p>The same statement tells the moment by the service's clock, which the database's function
 * {@code cartwright_now()} answers from then on, and bounds how long the transaction waits for
 * somebody else's lock.
 */
class TenantJpaDialect extends HibernateJpaDialect {

  private static final String BELONGS_TO =
      "select set_config('cartwright.tenant', ?, true), set_config('cartwright.now', ?, true), set_config('lock_timeout', '2s', true)";

  private final transient Clock clock;

  TenantJpaDialect(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
      throws SQLException {
    var transaction = super.beginTransaction(entityManager, definition);
    var tenant = CurrentTenant.idIfAny();
    entityManager.unwrap(Session.class).doWork(connection -> belongTo(connection, tenant));
    return transaction;
  }

  private void belongTo(Connection connection, @Nullable String tenant) throws SQLException {
    try (var statement = connection.prepareStatement(BELONGS_TO)) {
      statement.setString(1, tenant == null ? "" : tenant);
      statement.setString(2, clock.instant().toString());
      statement.execute();
    }
  }
}
