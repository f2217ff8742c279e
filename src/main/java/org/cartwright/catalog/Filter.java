package org.cartwright.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;

/**
 * The conditions on the rows {@code x} of a list, of the current tenant always. What the client did
 * not ask for is not a condition.
 */
final class Filter {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  Filter() {
    and("x.tenant_id = :tenant", "tenant", CurrentTenant.id());
  }

  /** A condition that holds for everything. */
  Filter and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A condition with one parameter, unless there is no value for it. */
  Filter and(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  /** The value in the column is one of these. */
  Filter in(String column, String parameter, @Nullable List<String> values) {
    return and(
        column + " = any(:" + parameter + ")",
        parameter,
        values == null ? null : values.toArray(String[]::new));
  }

  /** The text occurs in the column; upper and lower case are the same. */
  Filter contains(String column, String parameter, @Nullable String text) {
    return and(column + " ilike :" + parameter, parameter, text == null ? null : like(text));
  }

  /** The value in the column is between the two, both included. */
  Filter between(String column, String parameter, @Nullable List<Long> range) {
    if (range != null) {
      and(column + " >= :" + parameter + "From", parameter + "From", range.getFirst());
      and(column + " <= :" + parameter + "To", parameter + "To", range.getLast());
    }
    return this;
  }

  /** A pattern of LIKE in which every character of the text stands for itself. */
  private static String like(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  String sql() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }
}
