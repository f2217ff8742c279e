package org.cartwright.quotes.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a form for a quote of the clinic that is asking is filled in before anybody types. */
@Service
public class QuoteDefaults {

  public static final int LONGEST_VALIDITY = 3650;

  private static final String TABLE = "quote_default";
  private static final String DEFAULTS =
      "select validity_days, terms_id from quote_default where tenant_id = ?";

  private final JdbcClient jdbc;
  private final TermsTemplates terms;

  QuoteDefaults(JdbcClient jdbc, TermsTemplates terms) {
    this.jdbc = jdbc;
    this.terms = terms;
  }

  /**
   * What the clinic has said.
   *
   * @param validityDays for how many days a quote is good, from 1 to {@value #LONGEST_VALIDITY};
   *     null if the clinic has not said
   * @param termsId which of its terms stand on a quote; null if none do
   */
  public record Values(@Nullable Integer validityDays, @Nullable String termsId) {

    public static final Values NONE = new Values(null, null);
  }

  /** What it is now. */
  @Transactional(readOnly = true)
  public Values current() {
    return jdbc.sql(DEFAULTS)
        .param(CurrentTenant.id())
        .query(QuoteDefaults::read)
        .optional()
        .orElse(Values.NONE);
  }

  /** The same, held so that nobody else changes it before the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Values held() {
    jdbc.sql("insert into quote_default (tenant_id) values (?) on conflict do nothing")
        .param(CurrentTenant.id())
        .update();
    return jdbc.sql(DEFAULTS + " for update")
        .param(CurrentTenant.id())
        .query(QuoteDefaults::read)
        .single();
  }

  /**
   * Says how it is from now on.
   *
   * @throws Missing if there are no such terms
   * @throws IllegalArgumentException if no quote can be good for so many days
   */
  @Transactional
  public void change(Values wanted) {
    var days = wanted.validityDays();
    if (days != null && (days < 1 || days > LONGEST_VALIDITY)) {
      throw new IllegalArgumentException("no quote is good for so many days");
    }
    if (wanted.termsId() != null) {
      terms.held(wanted.termsId());
    }
    held();
    Trail.changed(TABLE, CurrentTenant.id(), "validity_days", "terms_id");
    jdbc.sql("update quote_default set validity_days = ?, terms_id = ? where tenant_id = ?")
        .param(days)
        .param(wanted.termsId())
        .param(CurrentTenant.id())
        .update();
  }

  private static Values read(ResultSet row, int number) throws SQLException {
    var days = Columns.longOrNull(row, "validity_days");
    return new Values(days == null ? null : days.intValue(), row.getString("terms_id"));
  }
}
