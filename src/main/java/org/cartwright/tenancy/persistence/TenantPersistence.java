package org.cartwright.tenancy.persistence;

import java.time.Clock;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Makes every transaction and every entity know its tenant. */
@Configuration
class TenantPersistence {

  /**
   * Stands in for the tenant where there is none: no tenant can have this id, so nothing is found
   * and nothing fits.
   */
  private static final String NOBODY = "";

  @Bean
  JpaVendorAdapter jpaVendorAdapter(Clock clock, LockPatience patience) {
    var dialect = new TenantJpaDialect(clock, patience);
    return new HibernateJpaVendorAdapter() {
      @Override
      public HibernateJpaDialect getJpaDialect() {
        return dialect;
      }

      // Hibernate is not told of the container: its factory is built beside the container's other
      // beans, and what it needs of ours it makes itself.
      @Override
      public void setBeanFactory(BeanFactory container) {}
    };
  }

  @Bean
  HibernatePropertiesCustomizer tenantOfEntities() {
    return properties ->
        properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new AsBound());
  }

  private static final class AsBound implements CurrentTenantIdentifierResolver<String> {

    @Override
    public String resolveCurrentTenantIdentifier() {
      var tenant = CurrentTenant.idIfAny();
      return tenant == null ? NOBODY : tenant;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
      return true;
    }
  }
}
