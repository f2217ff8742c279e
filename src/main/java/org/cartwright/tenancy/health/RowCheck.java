package org.cartwright.tenancy.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A check that one statement makes: it answers the id and then, for each identity, whether it is
 * true; what cannot be told is not. It is given {@code :tenant}, {@code :after} and {@code :most}.
 */
public final class RowCheck implements BookCheck {

  private final JdbcClient jdbc;
  private final String documents;
  private final List<String> identities;
  private final String sql;

  public RowCheck(JdbcClient jdbc, String documents, List<String> identities, String sql) {
    this.jdbc = jdbc;
    this.documents = documents;
    this.identities = List.copyOf(identities);
    this.sql = sql;
  }

  @Override
  public String documents() {
    return documents;
  }

  @Override
  public List<String> identities() {
    return identities;
  }

  @Override
  public List<Examined> after(String id, int most) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("after", id)
        .param("most", most)
        .query((row, n) -> examined(row))
        .list();
  }

  private Examined examined(ResultSet row) throws SQLException {
    var holds = new ArrayList<Boolean>();
    for (int i = 0; i < identities.size(); i++) {
      holds.add(row.getBoolean(i + 2));
    }
    return new Examined(row.getString(1), holds);
  }
}
