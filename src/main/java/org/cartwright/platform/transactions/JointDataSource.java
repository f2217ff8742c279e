package org.cartwright.platform.transactions;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands the connection of the joint transaction to a thread that is in one. */
final class JointDataSource extends DelegatingDataSource {

  JointDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var joint = JointTransaction.current();
    return joint == null ? super.getConnection() : joint.part();
  }
}
