package org.cartwright.tenancy;

import java.util.Optional;
import org.cartwright.documents.Logo;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clinics' logos, as the pictures that stand on printed documents. */
@Component
public class TenantLogos {

  private final JdbcClient jdbc;

  TenantLogos(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The picture of the clinic that is asking, if it has one. */
  @Transactional(readOnly = true)
  public Optional<byte[]> current() {
    return jdbc.sql("select picture from tenant_logo where tenant_id = ?")
        .param(CurrentTenant.id())
        .query(byte[].class)
        .optional();
  }

  /** Whether the clinic that is asking has one. */
  @Transactional(readOnly = true)
  public boolean hasOne() {
    return jdbc.sql("select exists (select from tenant_logo where tenant_id = ?)")
        .param(CurrentTenant.id())
        .query(Boolean.class)
        .single();
  }

  /**
   * Gives the current tenant this picture instead of any it had.
   *
   * @throws InvalidRequest if it is no picture that can be printed
   */
  @Transactional
  public void hang(byte[] picture) {
    try {
      Logo.of(picture);
    } catch (IllegalArgumentException refused) {
      throw new InvalidRequest(Violation.inBody(String.valueOf(refused.getMessage())));
    }
    Trail.changed("tenant_logo", CurrentTenant.id(), "picture");
    jdbc.sql(
            """
            insert into tenant_logo (tenant_id, picture) values (?, ?)
            on conflict (tenant_id) do update set picture = excluded.picture
            """)
        .param(CurrentTenant.id())
        .param(picture)
        .update();
  }

  /** Takes the picture down, if there is one. */
  @Transactional
  public void takeDown() {
    Trail.changed("tenant_logo", CurrentTenant.id(), "deleted");
    jdbc.sql("delete from tenant_logo where tenant_id = ?").param(CurrentTenant.id()).update();
  }
}
