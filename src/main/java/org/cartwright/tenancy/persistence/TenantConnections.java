package org.cartwright.tenancy.persistence;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.cartwright.platform.transactions.ConnectionShares;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Leaves no tenant all the connections there are. */
@Configuration(proxyBeanMethods = false)
class TenantConnections {

  private static final String MOST = "cartwright.limits.connections-per-tenant";
  private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
  private static final int USUAL_POOL = 20;

  /** Three quarters of the pool, where nothing else is said. */
  @Bean
  static ConnectionShares connectionShares(Environment settings) {
    var pool = settings.getProperty(POOL, Integer.class, USUAL_POOL);
    var most = settings.getProperty(MOST, Integer.class, Math.max(1, pool * 3 / 4));
    if (most < 0) {
      throw new IllegalArgumentException(MOST + " cannot be negative");
    }
    return new ConnectionShares(most);
  }

  @Bean
  static BeanPostProcessor tenantDataSource(ObjectProvider<ConnectionShares> shares) {
    return new Sharing(shares);
  }

  @Bean
  MeterBinder connectionsRefused(ConnectionShares shares) {
    return metrics ->
        FunctionCounter.builder("cartwright.requests.refused", shares, ConnectionShares::refused)
            .description("Requests that were answered with 429")
            .tag("reason", "connections")
            .register(metrics);
  }

  /** Goes before others: what they add to the pool is outside of this. */
  private record Sharing(ObjectProvider<ConnectionShares> shares)
      implements BeanPostProcessor, PriorityOrdered {

    @Override
    public int getOrder() {
      return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource pool && name.equals("dataSource")
          ? new SharedDataSource(pool, shares.getObject())
          : bean;
    }
  }

  private static final class SharedDataSource extends DelegatingDataSource {

    private final ConnectionShares shares;

    private SharedDataSource(DataSource pool, ConnectionShares shares) {
      super(pool);
      this.shares = shares;
    }

    @Override
    public Connection getConnection() throws SQLException {
      var tenant = CurrentTenant.idIfAny();
      return tenant == null ? super.getConnection() : shares.take(tenant, super::getConnection);
    }
  }
}
