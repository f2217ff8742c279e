package org.cartwright.platform.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A statement that reads rows by one key or by several. They are two statements, because PostgreSQL
 * takes every list for one of ten when it makes a plan for all times, finds that dearer than a plan
 * for the one key it is asked for, and so plans anew each time.
 */
public final class KeyedQuery {

  private final String one;
  private final String several;

  private KeyedQuery(String one, String several) {
    this.one = one;
    this.several = several;
  }

  /**
   * @param sql whose last parameter are the keys, compared where {@code {keys}} stands, as in
   *     {@code where tenant_id = ? and id {keys}}; before them it asks for the tenant
   */
  public static KeyedQuery of(String sql) {
    return new KeyedQuery(sql.replace("{keys}", "= ?"), sql.replace("{keys}", "= any(?)"));
  }

  /** The statement for these keys, in a tenant. */
  public StatementSpec with(JdbcClient jdbc, String tenant, Collection<String> keys) {
    return keys.size() == 1
        ? jdbc.sql(one).param(tenant).param(keys.iterator().next())
        : jdbc.sql(several).param(tenant).param(keys.toArray(String[]::new));
  }

  /** The same to be taken along on a {@link RoundTrip}. */
  public <T> RowQuery<T> reading(String tenant, Collection<String> keys, RowMapper<T> row) {
    return reading(List.of(tenant), keys, row);
  }

  /** The same of a statement that asks for more than the tenant before it asks for the keys. */
  public <T> RowQuery<T> reading(List<String> before, Collection<String> keys, RowMapper<T> row) {
    var parameters = new ArrayList<Object>(before);
    var isOne = keys.size() == 1;
    parameters.add(isOne ? keys.iterator().next() : keys.toArray(String[]::new));
    return new RowQuery<>(isOne ? one : several, parameters, row);
  }

  /** Of what was found, what these keys name, each once and in the order of the keys. */
  public static <T> List<T> inOrder(
      Collection<String> keys, Collection<T> found, Function<T, String> key) {
    var named = HashMap.<String, T>newHashMap(found.size());
    found.forEach(one -> named.put(key.apply(one), one));
    return keys.stream().distinct().map(named::get).filter(Objects::nonNull).toList();
  }
}
