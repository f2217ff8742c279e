package org.cartwright.quotes.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.patients.PatientRows;
import org.cartwright.platform.Ids;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patients' ways in. A link carries 256 random bits, of which only the SHA-256 is kept here.
 * While a message with a link waits to leave, the message holds it; see {@link
 * org.cartwright.messages.Outbox}.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class QuoteLinks {

  /** As many wrong tries lock a link for good. */
  public static final int TRIES = 5;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_LENGTH = 43;

  private static final String MINT =
      "insert into quote_link (tenant_id, id, quote_id, token_hash, created_date) values (?, ?, ?, ?, ?)";

  private static final String END_ALL =
      "update quote_link set ended_date = ? where tenant_id = ? and quote_id = ? and ended_date is null";

  private static final String ANY =
      "select exists (select from quote_link where tenant_id = ? and quote_id = ? and ended_date is null)";

  /**
   * Where a link leads. What counts of the link is the one in hand: its tries, and that it has not
   * ended. Where it leads is the version that was handed out last of its own quote and of whatever
   * was made to take that one's place, directly or not. A version that was withdrawn is handed out
   * no more, and leads on to those that revised it.
   */
  private static final String DESTINATION =
      """
      with recursive
          link as (
              select id, quote_id, tries, opened_date from quote_link
               where tenant_id = :tenant and token_hash = :hash and ended_date is null and tries < %d),
          version as (
              select quote_id as id, 0 as step from link
              union all
              select q.id, v.step + 1 from version v
                join quote q on q.tenant_id = :tenant and q.supersedes_id = v.id),
          newest as (
              select v.id, min(h.created_date) as since from version v
                join quote_link h on h.tenant_id = :tenant and h.quote_id = v.id and h.ended_date is null
               group by v.id, v.step order by max(h.created_date) desc, v.step desc, v.id desc limit 1)
      select l.id, q.id as quote_id, l.tries, l.opened_date is null or l.opened_date < n.since as first,
             q.requires_patient_verification, p.language,
             p.date_of_birth is not null as born,
             p.phone_number,
             quote_status_at(q.status, q.valid_until_date, cartwright_now()) as status,
             q.id <> l.quote_id as replaced
        from link l
        cross join newest n
        join quote q on q.tenant_id = :tenant and q.id = n.id
        %s
      """
          .formatted(TRIES, PatientRows.joinedTo("q"));

  private static final String LOCK =
      """
      select l.tries from quote_link l
       where l.tenant_id = :tenant and l.id = :link and l.ended_date is null
         and exists (select from quote_link h
                      where h.tenant_id = l.tenant_id and h.quote_id = :quote and h.ended_date is null)
         for no key update of l
      """;

  private static final String COUNT_TRY =
      "update quote_link set tries = tries + 1 where tenant_id = ? and id = ?";

  private static final String OPENED =
      """
      update quote_link set opened_date = :now
       where tenant_id = :tenant and id = :link
         and (opened_date is null
              or opened_date < (select min(h.created_date) from quote_link h
                                 where h.tenant_id = :tenant and h.quote_id = :quote and h.ended_date is null))
      """;

  private final JdbcClient jdbc;

  QuoteLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes a new way in.
   *
   * @return its secret, the only time it is seen
   */
  public String mint(String quoteId, Instant now) {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    jdbc.sql(MINT)
        .param(CurrentTenant.id())
        .param(Ids.next("link"))
        .param(quoteId)
        .param(hash(token))
        .param(at(now))
        .update();
    return token;
  }

  /** Closes every way into a quote for good. */
  public void endAll(String quoteId, Instant now) {
    jdbc.sql(END_ALL).param(at(now)).param(CurrentTenant.id()).param(quoteId).update();
  }

  /** Whether there is a way into a quote: it was sent, and not withdrawn since. */
  public boolean areThere(String quoteId) {
    return jdbc.sql(ANY).param(CurrentTenant.id()).param(quoteId).query(Boolean.class).single();
  }

  /** Where a link leads, if anywhere; of a quote that was replaced, no further than to that. */
  public Optional<LinkVisit> follow(String token) {
    return destination(token).flatMap(Destination::visit);
  }

  /** Where the link of a replaced quote leads in the end, if anywhere. */
  public Optional<LinkVisit> followToNewest(String token) {
    return destination(token).filter(Destination::replaced).flatMap(Destination::visitAtTheNewest);
  }

  private Optional<Destination> destination(String token) {
    if (token.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    return jdbc.sql(DESTINATION)
        .param("tenant", CurrentTenant.id())
        .param("hash", hash(token))
        .query(Destination.class)
        .optional();
  }

  /** What the database says of a link, and of the quote at its end. */
  record Destination(
      String id,
      String quoteId,
      int tries,
      boolean first,
      boolean requiresPatientVerification,
      boolean born,
      @Nullable String phoneNumber,
      QuoteStatus status,
      boolean replaced,
      @Nullable String language) {

    Optional<LinkVisit> visit() {
      return standing().flatMap(it -> visit(replaced ? LinkVisit.Standing.REPLACED : it));
    }

    Optional<LinkVisit> visitAtTheNewest() {
      return standing().flatMap(this::visit);
    }

    private Optional<LinkVisit> visit(LinkVisit.Standing standing) {
      return challenge()
          .map(
              challenge ->
                  new LinkVisit(
                      id,
                      quoteId,
                      standing,
                      challenge,
                      TRIES - tries,
                      first,
                      status == QuoteStatus.SENT,
                      language));
    }

    private Optional<LinkVisit.Standing> standing() {
      return switch (status) {
        case SENT, VIEWED, ACCEPTED -> Optional.of(LinkVisit.Standing.OPEN);
        case DECLINED, CONVERTED -> Optional.of(LinkVisit.Standing.ENDED);
        case DRAFT, EXPIRED -> Optional.empty();
      };
    }

    private Optional<LinkVisit.Challenge> challenge() {
      if (!requiresPatientVerification) {
        return Optional.of(LinkVisit.Challenge.NONE);
      }
      if (born) {
        return Optional.of(LinkVisit.Challenge.DATE_OF_BIRTH);
      }
      return PhoneEnding.isOnFile(phoneNumber)
          ? Optional.of(LinkVisit.Challenge.PHONE_ENDING)
          : Optional.empty();
    }
  }

  /**
   * Has everybody else who tries the same link wait until this transaction ends.
   *
   * @return how many wrong tries it has stood, if it stands one more and the quote was not
   *     withdrawn
   */
  public Optional<Integer> lockForTry(LinkVisit visit) {
    return jdbc.sql(LOCK)
        .param("tenant", CurrentTenant.id())
        .param("link", visit.linkId())
        .param("quote", visit.quoteId())
        .query(Integer.class)
        .optional()
        .filter(tries -> tries < TRIES);
  }

  /** Counts a wrong try of a link that is locked for it. */
  public void countTry(String linkId) {
    jdbc.sql(COUNT_TRY).param(CurrentTenant.id()).param(linkId).update();
  }

  /**
   * Remembers when a link was opened first, or led first to a quote that took its own one's place.
   *
   * @return whether it was now
   */
  public boolean open(LinkVisit visit, Instant now) {
    return jdbc.sql(OPENED)
            .param("now", at(now))
            .param("tenant", CurrentTenant.id())
            .param("link", visit.linkId())
            .param("quote", visit.quoteId())
            .update()
        > 0;
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
