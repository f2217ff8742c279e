package org.cartwright.tenancy.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the clinic that is asking, as its owners look after them. */
@Service
public class KeyRing {

  /** So many keys in use an owner may have; the operator issues any number. */
  public static final int MOST = 50;

  /** So many of those that were revoked are remembered on a list. */
  private static final int LATELY = 20;

  private static final String KEYS =
      "select id, name, created_date, revoked_date from api_key where tenant_id = ? and ";

  private final JdbcClient jdbc;
  private final ApiKeys keys;

  KeyRing(JdbcClient jdbc, ApiKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** Those in use, the newest first. */
  @Transactional(readOnly = true)
  public List<KnownKey> inUse() {
    return found("revoked_date is null order by created_date desc, id");
  }

  /** Those that were revoked last, the last first. */
  @Transactional(readOnly = true)
  public List<KnownKey> revokedLately() {
    return found(
        "revoked_date is not null order by revoked_date desc, id limit %d".formatted(LATELY));
  }

  /** Those in use, held so that no owner makes one before the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<KnownKey> held() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('api_key'), hashtext(?))")
        .param(CurrentTenant.id())
        .query(row -> {});
    return inUse();
  }

  /**
   * Issues a key under a name.
   *
   * @throws TooManyKeys if there are {@value #MOST} in use already
   */
  @Transactional
  public ApiKeys.Issued issue(String name) {
    if (held().size() >= MOST) {
      throw new TooManyKeys(MOST);
    }
    return keys.issue(name);
  }

  /**
   * Revokes a key: nobody can ask with it from then on. One that was revoked stays so.
   *
   * @throws Missing if there is no such key
   */
  @Transactional
  public void revoke(String id) {
    keys.revoke(id);
  }

  private List<KnownKey> found(String condition) {
    return jdbc.sql(KEYS + condition).param(CurrentTenant.id()).query(KeyRing::read).list();
  }

  private static KnownKey read(ResultSet row, int number) throws SQLException {
    return new KnownKey(
        row.getString("id"),
        row.getString("name"),
        Columns.instant(row, "created_date"),
        Columns.instantOrNull(row, "revoked_date"));
  }
}
