package org.cartwright.carts.reading;

import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the clinic that is asking has begun to work with carts. */
@Service
public class AnyCarts {

  private final JdbcClient jdbc;

  AnyCarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether there is a cart that is not archived. */
  @Transactional(readOnly = true)
  public boolean areThere() {
    return jdbc.sql(
            "select exists (select from cart where tenant_id = ? and archived_date is null)")
        .param(CurrentTenant.id())
        .query(Boolean.class)
        .single();
  }
}
