package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cartwright.testing.Statements.Sent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL answers what the service sent. */
public final class Plans {

  private static final JsonMapper JSON = new JsonMapper();

  private final Set<String> growing;

  /**
   * @param growing the tables that grow with the clinics, and are never to be read through
   */
  public Plans(Set<String> growing) {
    this.growing = Set.copyOf(growing);
  }

  /** Answers the plan for these values. */
  public JsonNode assertNothingIsReadThrough(Clinic clinic, Sent sent) throws SQLException {
    var plan = explain(clinic, sent);
    for (var tree : List.of(plan, explainForAll(clinic, sent.sql()))) {
      each(
          tree,
          node -> {
            if (growing.contains(node.path("Relation Name").asString(""))) {
              assertThat(node.get("Node Type").asString())
                  .as(() -> sent.sql() + tree.toPrettyString())
                  .isNotEqualTo("Seq Scan");
            }
          });
    }
    return plan;
  }

  /**
   * How many rows are sorted that an index does not have in order, but for some that are overdue.
   */
  public static long rowsSorted(JsonNode plan) {
    long[] rows = {0};
    each(
        plan,
        node -> {
          if (node.get("Node Type").asString().equals("Sort")) {
            rows[0] += node.at("/Plans/0/Actual Rows").longValue();
          }
        });
    return rows[0];
  }

  /**
   * How many rows are read from tables and indexes. Of a table that stays small the server may
   * rather read all of it, every clinic's.
   */
  public long rowsRead(JsonNode plan) {
    long[] rows = {0};
    each(
        plan,
        node -> {
          if (node.has("Relation Name") && node.has("Actual Rows")) {
            boolean grows = growing.contains(node.get("Relation Name").asString());
            double passedOver = node.path("Rows Removed by Filter").doubleValue(0);
            rows[0] +=
                (long)
                    ((node.get("Actual Rows").doubleValue() + (grows ? passedOver : 0))
                        * node.get("Actual Loops").doubleValue());
          }
        });
    return rows[0];
  }

  /** How many pages of tables and indexes were looked at, each as often as it was. */
  public static long pages(JsonNode plan) {
    var root = plan.get("Plan");
    return root.get("Shared Hit Blocks").longValue() + root.get("Shared Read Blocks").longValue();
  }

  private static void each(JsonNode tree, Consumer<JsonNode> work) {
    if (tree.has("Node Type")) {
      work.accept(tree);
    }
    tree.forEach(child -> each(child, work));
  }

  private static JsonNode explain(Clinic clinic, Sent sent) throws SQLException {
    try (var statement =
        Session.WITH_VALUES
            .of(clinic)
            .prepareStatement(
                "explain (analyze, buffers, timing off, format json) " + sent.sql())) {
      for (int i = 0; i < sent.parameters().size(); i++) {
        statement.setObject(i + 1, sent.parameters().get(i));
      }
      try (var rows = statement.executeQuery()) {
        return first(rows);
      }
    }
  }

  /** The plan for whatever values, which is what a connection keeps. */
  private static JsonNode explainForAll(Clinic clinic, String sql) throws SQLException {
    try (var statement = Session.WITHOUT_VALUES.of(clinic).createStatement();
        var rows = statement.executeQuery("explain (generic_plan, format json) " + numbered(sql))) {
      return first(rows);
    }
  }

  private static JsonNode first(ResultSet rows) throws SQLException {
    rows.next();
    return JSON.readTree(rows.getString(1)).get(0);
  }

  /** The parameters as PostgreSQL numbers them; there is no question mark but for them. */
  private static String numbered(String sql) {
    var numbered = new StringBuilder();
    int n = 0;
    for (int i = 0; i < sql.length(); i++) {
      if (sql.charAt(i) == '?') {
        numbered.append('$').append(++n);
      } else {
        numbered.append(sql.charAt(i));
      }
    }
    return numbered.toString();
  }

  /** The serving role's, which are kept: a new one reads the catalog first, and plans slowly. */
  private record Session(Connection connection) {

    static final Session WITH_VALUES = open("");
    static final Session WITHOUT_VALUES = open("?preferQueryMode=simple");

    private static Session open(String options) {
      var database = TestDatabase.shared();
      try {
        return new Session(
            DriverManager.getConnection(
                database.jdbcUrl() + options, TestDatabase.APP, database.appPassword()));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    Connection of(Clinic clinic) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("set cartwright.tenant = '" + clinic.id() + "'");
      }
      return connection;
    }
  }
}
