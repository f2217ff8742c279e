package org.cartwright.platform.jdbc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Makes waiting too long for somebody else's lock the same refusal in plain SQL as it is with
 * Hibernate; Spring does not know PostgreSQL's code for it.
 */
@Configuration
class LockTimeoutTranslation {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Bean
  SQLExceptionTranslator sqlExceptionTranslator() {
    var translator = new SQLExceptionSubclassTranslator();
    translator.setCustomTranslator(
        (task, sql, refused) ->
            LOCK_NOT_AVAILABLE.equals(refused.getSQLState())
                ? new CannotAcquireLockException("Somebody else holds the lock", refused)
                : null);
    return translator;
  }
}
