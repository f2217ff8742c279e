package org.cartwright.quotes.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The terms that the clinic that is asking keeps for its quotes. */
@Service
public class TermsTemplates {

  /** So many fit on a page, and into a field of choices. */
  public static final int MOST = 50;

  private static final String TABLE = "quote_terms";
  private static final String TERMS = "select id, name, text, changed_date from quote_terms ";

  private final JdbcClient jdbc;
  private final Clock clock;

  TermsTemplates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All of them, by name: {@value #MOST} at most. */
  @Transactional(readOnly = true)
  public List<TermsTemplate> all() {
    return jdbc.sql(TERMS + "where tenant_id = ? order by lower(name), id")
        .param(CurrentTenant.id())
        .query(TermsTemplates::read)
        .list();
  }

  /**
   * One of them.
   *
   * @throws Missing if there are no such terms
   */
  @Transactional(readOnly = true)
  public TermsTemplate get(String id) {
    return one(id, "");
  }

  /**
   * The same, held so that nobody else changes them before the caller's transaction ends.
   *
   * @throws Missing if there are no such terms
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public TermsTemplate held(String id) {
    return one(id, " for update");
  }

  /**
   * Keeps terms under a name.
   *
   * @throws TermsRefusal if other terms have that name, or there are {@value #MOST} already
   */
  @Transactional
  public TermsTemplate keep(String name, String text) {
    long present =
        jdbc.sql("select count(*) from quote_terms where tenant_id = ?")
            .param(CurrentTenant.id())
            .query(Long.class)
            .single();
    if (present >= MOST) {
      throw TermsRefusal.tooMany(MOST);
    }
    var made = new TermsTemplate(Ids.next("terms"), name, text, now());
    Trail.changed(TABLE, made.id(), "created");
    written(
        """
        insert into quote_terms (name, text, changed_date, tenant_id, id)
        values (?, ?, ?, ?, ?)""",
        made);
    return made;
  }

  /**
   * Words them anew. Quotes that were made with them keep what they have.
   *
   * @throws Missing if there are no such terms
   * @throws TermsRefusal if other terms have that name
   */
  @Transactional
  public TermsTemplate change(String id, String name, String text) {
    held(id);
    var changed = new TermsTemplate(id, name, text, now());
    Trail.changed(TABLE, id, "name", "text");
    written(
        """
        update quote_terms set name = ?, text = ?, changed_date = ?
         where tenant_id = ? and id = ?""",
        changed);
    return changed;
  }

  /**
   * Deletes them; where quotes began with them, they begin with none.
   *
   * @throws Missing if there are no such terms
   */
  @Transactional
  public void delete(String id) {
    held(id);
    Trail.changed(TABLE, id, "deleted");
    jdbc.sql("delete from quote_terms where tenant_id = ? and id = ?")
        .params(CurrentTenant.id(), id)
        .update();
  }

  private TermsTemplate one(String id, String held) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Terms");
    }
    return jdbc.sql(TERMS + "where tenant_id = ? and id = ?" + held)
        .params(CurrentTenant.id(), id)
        .query(TermsTemplates::read)
        .optional()
        .orElseThrow(() -> Missing.a("Terms"));
  }

  private void written(String statement, TermsTemplate terms) {
    try {
      jdbc.sql(statement)
          .params(
              terms.name(),
              terms.text(),
              terms.changedDate().atOffset(ZoneOffset.UTC),
              CurrentTenant.id(),
              terms.id())
          .update();
    } catch (DuplicateKeyException taken) {
      throw TermsRefusal.nameTaken();
    }
  }

  /** As the database keeps it, so that what is read is what was written. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static TermsTemplate read(ResultSet row, int number) throws SQLException {
    return new TermsTemplate(
        row.getString("id"),
        row.getString("name"),
        row.getString("text"),
        Columns.instant(row, "changed_date"));
  }
}
