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

  /** What a link row leads to, with what is needed to decide who may go on. */
  private static final String DESTINATION =
      """
      select l.id, l.quote_id, l.tries, l.opened_date is null as first, q.requires_patient_verification, p.language,
             p.date_of_birth is not null as born,
             p.phone_number,
             quote_status_at(q.status, q.valid_until_date, cartwright_now()) as status,
             exists (select from quote n
                     where n.tenant_id = q.tenant_id and n.supersedes_id = q.id and n.sent_date is not null
                       and n.status <> 'DRAFT') as replaced
        from quote_link l
        join quote q on q.tenant_id = l.tenant_id and q.id = l.quote_id
        %s
       where l.tenant_id = :tenant and l.ended_date is null and
      """
          .formatted(PatientRows.joinedTo("q"));

  private static final String BY_TOKEN = DESTINATION + "l.token_hash = :hash";

  /**
   * From quote to quote as each was replaced by one that was sent, to the end. A locked link leads
   * on as little as it leads in, and nobody comes to another link of the same quote this way.
   */
  private static final String NEWEST =
      DESTINATION
          + """
            l.id = (
                with recursive chain as (
                    select o.quote_id as id, 0 as step from quote_link o
                     where o.tenant_id = :tenant and o.token_hash = :hash and o.ended_date is null
                       and o.tries < %d
                    union all
                    select n.id, c.step + 1
                      from chain c
                      join lateral (
                          select q.id from quote q
                           where q.tenant_id = :tenant and q.supersedes_id = c.id and q.sent_date is not null
                             and q.status <> 'DRAFT'
                           order by q.sent_date desc, q.id desc limit 1) n on true)
                select n.id from quote_link n
                 where n.tenant_id = :tenant
                   and n.quote_id = (select c.id from chain c where c.step > 0 order by c.step desc limit 1)
                   and n.ended_date is null
                 order by n.created_date desc, n.id desc limit 1)
            """
              .formatted(TRIES);

  private static final String LOCK =
      "select tries from quote_link where tenant_id = ? and id = ? and ended_date is null for no key update";

  private static final String COUNT_TRY =
      "update quote_link set tries = tries + 1 where tenant_id = ? and id = ?";

  private static final String OPENED =
      "update quote_link set opened_date = ? where tenant_id = ? and id = ? and opened_date is null";

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

  /** Where a link leads, if anywhere. */
  public Optional<LinkVisit> follow(String token) {
    return destination(BY_TOKEN, token);
  }

  /** Where the link of a replaced quote leads in the end, if anywhere. */
  public Optional<LinkVisit> followToNewest(String token) {
    return destination(NEWEST, token)
        .filter(visit -> visit.standing() != LinkVisit.Standing.REPLACED);
  }

  private Optional<LinkVisit> destination(String sql, String token) {
    if (token.length() != TOKEN_LENGTH) {
      return Optional.empty();
    }
    return jdbc.sql(sql)
        .param("tenant", CurrentTenant.id())
        .param("hash", hash(token))
        .query(Destination.class)
        .optional()
        .flatMap(Destination::visit);
  }

  /** What the database says of a link. */
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
      if (tries >= TRIES) {
        return Optional.empty();
      }
      return standing()
          .flatMap(
              standing ->
                  challenge()
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
                                  language)));
    }

    private Optional<LinkVisit.Standing> standing() {
      if (replaced) {
        return Optional.of(LinkVisit.Standing.REPLACED);
      }
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
   * @return how many wrong tries it has stood, if it stands one more
   */
  public Optional<Integer> lockForTry(String linkId) {
    return jdbc.sql(LOCK)
        .param(CurrentTenant.id())
        .param(linkId)
        .query(Integer.class)
        .optional()
        .filter(tries -> tries < TRIES);
  }

  /** Counts a wrong try of a link that is locked for it. */
  public void countTry(String linkId) {
    jdbc.sql(COUNT_TRY).param(CurrentTenant.id()).param(linkId).update();
  }

  /**
   * Remembers when a link was opened first.
   *
   * @return whether it was now
   */
  public boolean open(String linkId, Instant now) {
    return jdbc.sql(OPENED).param(at(now)).param(CurrentTenant.id()).param(linkId).update() > 0;
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
