package org.cartwright.quotes.evidence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * database's tables can change it.
 */
@Service
public class Acceptances {

  private static final int LONGEST_USER_AGENT = 1000;

  private static final String KEEP =
      """
      insert into quote_acceptance (
          tenant_id, quote_id, content, sha256, verification, key_id, network_address, user_agent, accepted_date)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String KEPT =
      """
      select content, sha256, verification, network_address, user_agent, accepted_date from quote_acceptance
       where tenant_id = ? and quote_id = ?
      """;

  private final JdbcClient jdbc;

  Acceptances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How an answer came. */
  public record Circumstances(
      Acceptance.Verification verification,
      @Nullable String networkAddress,
      @Nullable String userAgent) {}

  /**
   * Keeps what was accepted, in the transaction that accepts it, and with which key of the clinic
   * the answer came, if it came with one.
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
        .param(circumstances.networkAddress())
        .param(
            userAgent != null && userAgent.length() > LONGEST_USER_AGENT
                ? userAgent.substring(0, LONGEST_USER_AGENT)
                : userAgent)
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
                  row.getString("network_address"),
                  row.getString("user_agent"),
                  row.getObject("accepted_date", OffsetDateTime.class).toInstant(),
                  sha256.equals(QuoteContent.sha256(kept)) && ContentVersion.isSaid(kept, content));
            })
        .optional();
  }
}
