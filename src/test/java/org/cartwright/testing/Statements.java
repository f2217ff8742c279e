package org.cartwright.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Counts the SQL statements the service sends: every statement, a batch as one because it is one
 * message, and for every transaction its begin and its commit or rollback. What the service does by
 * itself meanwhile, on the threads of its errands, is not counted.
 */
@Component
public class Statements implements BeanPostProcessor {

  private static final String THREADS_OF_ERRANDS = "errands-";
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong transactions = new AtomicLong();

  /** Where prepared statements go while somebody asks for them. */
  private volatile @Nullable Queue<Sent> asked;

  /** How many statements something takes. Nothing else may use the service meanwhile. */
  public long during(Runnable work) {
    long before = sent.get();
    work.run();
    return sent.get() - before;
  }

  /** How many transactions something takes. Nothing else may use the service meanwhile. */
  public long transactionsDuring(Runnable work) {
    long before = transactions.get();
    work.run();
    return transactions.get() - before;
  }

  /**
   * A statement as it was sent.
   *
   * @param parameters their values in order
   */
  public record Sent(String sql, List<@Nullable Object> parameters) {}

  /** The prepared statements something takes. Nothing else may use the service meanwhile. */
  public List<Sent> sentDuring(Runnable work) {
    var prepared = new ConcurrentLinkedQueue<Sent>();
    asked = prepared;
    try {
      work.run();
    } finally {
      asked = null;
    }
    return List.copyOf(prepared);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source && name.equals("dataSource")
        ? ProxyDataSourceBuilder.create(source)
            .listener(new CountQueries())
            .methodListener(new CountTransactions())
            .build()
        : bean;
  }

  private void count(int statements) {
    if (!isOnAnErrand()) {
      sent.addAndGet(statements);
    }
  }

  private void countTransaction() {
    if (!isOnAnErrand()) {
      transactions.incrementAndGet();
    }
  }

  private static boolean isOnAnErrand() {
    return Thread.currentThread().getName().startsWith(THREADS_OF_ERRANDS);
  }

  private static void keep(QueryInfo query, Queue<Sent> prepared) {
    for (var parameters : query.getParametersList()) {
      var values = new TreeMap<Integer, @Nullable Object>();
      for (var parameter : parameters) {
        values.put((Integer) parameter.getArgs()[0], parameter.getArgs()[1]);
      }
      prepared.add(
          new Sent(
              query.getQuery(), Collections.unmodifiableList(new ArrayList<>(values.values()))));
    }
  }

  private final class CountQueries implements QueryExecutionListener {

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
      count(execution.isBatch() ? 1 : queries.size());
      var prepared = asked;
      if (prepared != null) {
        queries.forEach(query -> keep(query, prepared));
      }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
  }

  private final class CountTransactions implements MethodExecutionListener {

    @Override
    public void beforeMethod(MethodExecutionContext context) {
      var method = context.getMethod().getName();
      if (context.getTarget() instanceof java.sql.Connection
          && (method.equals("commit") || method.equals("rollback"))) {
        count(2);
        countTransaction();
      }
    }

    @Override
    public void afterMethod(MethodExecutionContext context) {}
  }
}
