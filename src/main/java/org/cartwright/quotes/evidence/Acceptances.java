package org.cartwright.quotes.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The evidence of what was accepted. It is written once; neither the service nor the owner of the
 * database's tables can change it, but for taking the words out of it when its patient is erased.
 */
@Service
public class Acceptances {

  private static final int LONGEST_USER_AGENT = 1000;

  private static final String KEEP =
      """
      insert into quote_acceptance (
          tenant_id, quote_id, content, sha256, verification, key_id, provider_id, network_address,
          user_agent, language, accepted_date)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String KEPT =
      """
      select content, sha256, verification, provider_id, network_address, user_agent, language, accepted_date,
             redacted_date
        from quote_acceptance
       where tenant_id = ? and quote_id = ?
      """;

  private static final String KEPT_OF =
      """
      select a.quote_id, a.content
        from quote_acceptance a
        join quote q on q.tenant_id = a.tenant_id and q.id = a.quote_id
       where q.tenant_id = ? and q.patient_id = ? and a.redacted_date is null
       order by a.quote_id
      """;

  private static final String REDACT =
      """
      update quote_acceptance a
         set content = redacted.content, network_address = null, user_agent = null, redacted_date = :now
        from unnest(cast(:quotes as text[]), cast(:contents as text[])) redacted (quote_id, content)
       where a.tenant_id = :tenant and a.quote_id = redacted.quote_id
      """;

  private final JdbcClient jdbc;

  Acceptances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How an answer came.
   *
   * @param language in which the page was on which it was given, if it was and that is known
   */
  public record Circumstances(
      Acceptance.Verification verification,
      @Nullable String networkAddress,
      @Nullable String userAgent,
      @Nullable String language) {}

  /**
   * Keeps what was accepted, in the transaction that accepts it, and with which key of the clinic
   * the answer came, or who of its staff took it down, if it came so.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(QuoteContent accepted, Circumstances circumstances, Instant now) {
    var content = accepted.canonical();
    var userAgent = circumstances.userAgent();
    jdbc.sql(KEEP)
        .param(CurrentTenant.id())
        .param(accepted.quoteId())
        .param(content)
        .param(HexFormat.of().parseHex(QuoteContent.sha256(content)))
        .param(circumstances.verification().name())
        .param(Caller.current().keyId())
        .param(Caller.current().providerId())
        .param(circumstances.networkAddress())
        .param(
            userAgent != null && userAgent.length() > LONGEST_USER_AGENT
                ? userAgent.substring(0, LONGEST_USER_AGENT)
                : userAgent)
        .param(circumstances.language())
        .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }

  /**
   * The evidence for a quote, if it was accepted, checked anew.
   *
   * @param content what the quote says today
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Acceptance> of(String quoteId, Supplier<QuoteContent> content) {
    return jdbc.sql(KEPT)
        .param(CurrentTenant.id())
        .param(quoteId)
        .query(
            (row, n) -> {
              var kept = row.getString("content");
              var sha256 = HexFormat.of().formatHex(row.getBytes("sha256"));
              return new Acceptance(
                  quoteId,
                  kept,
                  sha256,
                  Acceptance.Verification.valueOf(row.getString("verification")),
                  row.getString("provider_id"),
                  row.getString("network_address"),
                  row.getString("user_agent"),
                  row.getString("language"),
                  row.getObject("accepted_date", OffsetDateTime.class).toInstant(),
                  sha256.equals(QuoteContent.sha256(kept)) && ContentVersion.isSaid(kept, content),
                  moment(row.getObject("redacted_date", OffsetDateTime.class)));
            })
        .optional();
  }

  /**
   * Whether there is the evidence for a quote that there has to be: verified, or redacted and still
   * what the quote says without its words.
   *
   * @param content what the quote says today
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(String quoteId, Supplier<QuoteContent> content) {
    return of(quoteId, content)
        .filter(
            kept ->
                kept.verified()
                    || (kept.redactedDate() != null
                        && ContentVersion.isSaid(kept.content(), content)))
        .isPresent();
  }

  private static @Nullable Instant moment(@Nullable OffsetDateTime date) {
    return date == null ? null : date.toInstant();
  }

  /**
   * Takes out of the evidence for all of a patient's quotes what may say who they are: all words
   * but names of products, and where the answer came from. That it was accepted, when, how and
   * which amounts stays, and so does the hash of what it said.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void redactAllOf(String patientId, Instant now) {
    var quotes = new ArrayList<String>();
    var contents = new ArrayList<String>();
    jdbc.sql(KEPT_OF)
        .param(CurrentTenant.id())
        .param(patientId)
        .query(
            row -> {
              quotes.add(row.getString("quote_id"));
              contents.add(ContentVersion.withoutWords(row.getString("content")));
            });
    if (quotes.isEmpty()) {
      return;
    }
    jdbc.sql(REDACT)
        .param("tenant", CurrentTenant.id())
        .param("quotes", quotes.toArray(String[]::new))
        .param("contents", contents.toArray(String[]::new))
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .update();
  }
}
