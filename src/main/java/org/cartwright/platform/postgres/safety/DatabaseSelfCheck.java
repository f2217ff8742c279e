package org.cartwright.platform.postgres.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the database with the eyes of the serving role, after the migrations and before the
 * first request, and refuses to serve if row-level security would not hold or a commit could be
 * lost.
 */
@Component
@Lazy(false)
@DependsOnDatabaseInitialization
public class DatabaseSelfCheck implements SmartInitializingSingleton {

  /**
   * Tables, views and the like that belong to no tenant and that the serving role may still touch,
   * named as in {@code public}. One gets here by decision: any tenant's request can read it. {@code
   * scheduled_task} is here because whoever looks what is due looks for all tenants at once; it
   * holds ids and moments, nothing of a patient. {@code recurring_job} names no tenant at all.
   */
  static final Set<String> SHARED =
      Set.of("tenant", "service_secret", "scheduled_task", "recurring_job");

  private final JdbcClient database;
  private final Set<String> shared;

  @Autowired
  public DatabaseSelfCheck(DataSource dataSource) {
    this(dataSource, SHARED);
  }

  DatabaseSelfCheck(DataSource dataSource, Set<String> shared) {
    this.database = JdbcClient.create(dataSource);
    this.shared = shared;
  }

  @Override
  public void afterSingletonsInstantiated() {
    verify();
  }

  /** Returns if the database is safe to serve from, and tells everything that is wrong if not. */
  public void verify() {
    var problems = new ArrayList<String>();
    problems.addAll(DurabilityCheck.problems(database));
    problems.addAll(ServingRoleCheck.problems(database));
    problems.addAll(RowLevelSecurityCheck.problems(database, shared));
    problems.addAll(OwnerRightsCheck.problems(database, shared));
    if (!problems.isEmpty()) {
      throw new UnsafeDatabase(List.copyOf(problems));
    }
  }
}
