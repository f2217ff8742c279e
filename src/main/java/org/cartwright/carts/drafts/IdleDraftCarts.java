package org.cartwright.carts.drafts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The carts of the clinic that is asking that are sold in a market and that nobody has changed for
 * long: neither archived nor placed, no quote holds them, and nobody's who was erased.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class IdleDraftCarts {

  private static final String IDLE =
      """
      from cart c
       where c.tenant_id = :tenant and c.market_id is not null and c.archived_date is null
         and c.status <> 'CONVERTED' and c.quote_id is null and c.erased_date is null
         and c.created_date <= :since and c.updated_date <= :since
      """;

  private final JdbcClient jdbc;

  IdleDraftCarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many there are that were not changed since a moment. */
  public long count(Instant since) {
    return told("select count(*) " + IDLE, since).query(Long.class).single();
  }

  /**
   * Locks the oldest of those that were not changed since a moment, and answers their ids; what
   * somebody else holds locked is passed over.
   *
   * @param leftOut ids of those that are not meant
   */
  public List<String> lockOldest(Instant since, String[] leftOut, int atMost) {
    return told(
            "select c.id "
                + IDLE
                + " and c.id <> all(:leftOut)"
                + " order by c.created_date, c.id limit :atMost for update skip locked",
            since)
        .param("leftOut", leftOut)
        .param("atMost", atMost)
        .query((row, n) -> row.getString("id"))
        .list();
  }

  /**
   * Locks one.
   *
   * @return whether it was not changed since a moment, and nobody else holds it locked
   */
  public boolean lock(String id, Instant since) {
    return told("select c.id " + IDLE + " and c.id = :id for update skip locked", since)
        .param("id", id)
        .query((row, n) -> row.getString("id"))
        .optional()
        .isPresent();
  }

  private JdbcClient.StatementSpec told(String sql, Instant since) {
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("since", since.atOffset(ZoneOffset.UTC));
  }
}
