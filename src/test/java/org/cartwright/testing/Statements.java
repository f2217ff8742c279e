package org.cartwright.testing;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
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

  /** How many statements something takes. Nothing else may use the service meanwhile. */
  public long during(Runnable work) {
    long before = sent.get();
    work.run();
    return sent.get() - before;
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
    if (!Thread.currentThread().getName().startsWith(THREADS_OF_ERRANDS)) {
      sent.addAndGet(statements);
    }
  }

  private final class CountQueries implements QueryExecutionListener {

    @Override
    public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
      count(execution.isBatch() ? 1 : queries.size());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {}
  }

  private final class CountTransactions implements MethodExecutionListener {

    @Override
    public void beforeMethod(MethodExecutionContext context) {
      var method = context.getMethod().getName();
      if (context.getTarget() instanceof java.sql.Connection
          && (method.equals("commit") || method.equals("rollback"))) {
        count(2);
      }
    }

    @Override
    public void afterMethod(MethodExecutionContext context) {}
  }
}
