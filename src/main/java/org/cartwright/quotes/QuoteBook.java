package org.cartwright.quotes;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.cartwright.carts.QuotedCarts;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.privacy.ErasedPerson;
import org.cartwright.platform.texts.Reason;
import org.cartwright.platform.trail.Trail;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where quotes are locked, made, changed and moved, which is also where each of these is announced
 * as a {@link QuoteEvent}: once, and only if it is news. What is refused is a {@link QuoteRefusal}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuoteBook {

  private static final String EXPIRE =
      """
      update quote set status = 'EXPIRED', version = version + 1
       where tenant_id = :tenant and cart_id = any(:carts) and status <> 'EXPIRED'
         and quote_status_at(status, valid_until_date, :now) = 'EXPIRED'
      returning id, patient_id, currency, total
      """;

  private final QuoteRepository quotes;
  private final QuoteLines lines;
  private final QuotedCarts carts;
  private final EntityManager entities;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher announcements;

  QuoteBook(
      QuoteRepository quotes,
      QuoteLines lines,
      QuotedCarts carts,
      EntityManager entities,
      JdbcClient jdbc,
      ApplicationEventPublisher announcements) {
    this.quotes = quotes;
    this.lines = lines;
    this.carts = carts;
    this.entities = entities;
    this.jdbc = jdbc;
    this.announcements = announcements;
  }

  /** A quote and its cart, both locked. */
  record Held(QuotableCart cart, Quote quote) {}

  /**
   * Locks a quote, of which nothing was read in this transaction before: the cart first, then the
   * quote, then its lines.
   *
   * @throws Missing if there is none with this id
   * @throws ErasedPerson if its patient was erased
   */
  Held lock(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    var cart = quotes.cartOf(id).flatMap(carts::lock).orElseThrow(() -> Missing.a("Quote"));
    return new Held(cart, within(cart, id));
  }

  /**
   * Locks a quote whose cart is locked already.
   *
   * @throws ErasedPerson if its patient was erased
   */
  Quote within(QuotableCart cart, String id) {
    var quote =
        quotes
            .lock(id)
            .filter(found -> found.cartId().equals(cart.id()))
            .orElseThrow(() -> Missing.a("Quote"));
    ErasedPerson.refuse(quote.erasedDate());
    return lines.readInto(quote);
  }

  /** The drafts of a cart, which is locked, beside one of its quotes; they are locked with that. */
  List<Quote> draftsBeside(String quoteId, QuotableCart cart) {
    return quotes.lockDrafts(cart.id(), quoteId).stream().map(lines::readInto).toList();
  }

  /**
   * The quote as it is, with its lines as of the same moment, also in a transaction that sees what
   * others change meanwhile.
   *
   * @throws Missing if there is none with this id
   */
  Quote read(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Quote");
    }
    Quote quote;
    do {
      quote = quotes.find(id).orElseThrow(() -> Missing.a("Quote"));
    } while (!lines.readIntoUnlessChanged(quote));
    return quote;
  }

  /**
   * Puts a new quote down.
   *
   * @param revised the quote that it is to take the place of
   * @throws Conflict if the id is taken
   */
  void open(Quote quote, @Nullable String revised, Instant now) {
    try {
      entities.persist(quote);
      entities.flush();
    } catch (PersistenceException refused) {
      throw BrokenConstraint.nameIn(refused).filter("quote_pkey"::equals).isPresent()
          ? Conflict.idTaken("quote")
          : refused;
    }
    announce(QuoteEvent.Type.CREATED, quote, now, revised == null ? null : "revises " + revised);
  }

  /** A change of what a quote says. */
  @FunctionalInterface
  interface Edit {

    /** Makes it, and answers whether the quote says something else now. */
    boolean of(Quote quote);
  }

  /** Changes what a quote says. */
  void edit(Quote quote, Instant now, Edit edit) {
    if (edit.of(quote)) {
      announce(QuoteEvent.Type.CHANGED, quote, now, null);
    }
  }

  /** Has it wait to be sent. */
  void schedule(
      Quote quote, SendMethod method, @Nullable String message, Instant due, Instant now) {
    quote.schedule(method, message, due, now);
    announce(QuoteEvent.Type.SCHEDULED, quote, now, method.word() + ", " + due);
  }

  /** Sends it, or sends it again. */
  void send(Quote quote, SendMethod method, Instant now) {
    quote.send(now);
    announce(QuoteEvent.Type.SENT, quote, now, method.word());
  }

  /**
   * Gives up the sending that is due, if one is.
   *
   * @return whether one was
   */
  boolean giveUpSending(Quote quote, Refusal why, Instant now) {
    if (quote.takeDue(now).isEmpty()) {
      return false;
    }
    announce(QuoteEvent.Type.NOT_SENT, quote, now, why.sentence(), Reason.of(why));
    return true;
  }

  /**
   * Takes it back from the patient, or from waiting to be sent.
   *
   * @return whether it was with the patient
   */
  boolean withdraw(Quote quote, Instant now) {
    var wasWithPatient = quote.withdraw(now);
    announce(QuoteEvent.Type.WITHDRAWN, quote, now, null);
    return wasWithPatient;
  }

  /** Has the patient look at it. */
  void view(Quote quote, Instant now) {
    if (quote.view(now)) {
      announce(QuoteEvent.Type.VIEWED, quote, now, null);
    }
  }

  /** Takes the patient's answer. */
  void answer(
      Quote quote,
      boolean accepts,
      @Nullable String message,
      @Nullable String preferredPaymentMethodId,
      Instant now) {
    if (quote.answer(accepts, message, preferredPaymentMethodId, now)) {
      announce(accepts ? QuoteEvent.Type.ACCEPTED : QuoteEvent.Type.DECLINED, quote, now, null);
    }
  }

  /** Makes it one of which there is a charge. */
  void convert(Quote quote, String chargeId, Instant now) {
    quote.convert(chargeId, now);
    announce(QuoteEvent.Type.CONVERTED, quote, now, chargeId);
  }

  /** Ends it because a newer quote takes its place, if it is still open. */
  void replace(Quote quote, String newerId, Instant now) {
    if (quote.giveWay(now)) {
      announce(QuoteEvent.Type.REPLACED, quote, now, newerId);
    }
  }

  /** Stores that it is expired, if its validity has ended. */
  void runOut(Quote quote, Instant now) {
    if (quote.runOut(now)) {
      announce(QuoteEvent.Type.EXPIRED, quote, now, null);
    }
  }

  /**
   * Stores of every quote of these carts, which are locked, that it is expired, if its validity has
   * ended. The move is {@link #runOut}'s, in one statement because it concerns many at once.
   *
   * @return how many are expired now that were not
   */
  int runOut(Collection<String> cartIds, Instant now) {
    var expired =
        jdbc.sql(EXPIRE)
            .param("tenant", CurrentTenant.id())
            .param("carts", cartIds.toArray(String[]::new))
            .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
            .query(
                (row, n) ->
                    new QuoteEvent(
                        QuoteEvent.Type.EXPIRED,
                        row.getString("id"),
                        row.getString("patient_id"),
                        Currency.getInstance(row.getString("currency")),
                        row.getLong("total"),
                        Caller.current(),
                        now,
                        null,
                        Reason.NONE))
            .list();
    expired.forEach(quote -> Trail.changed("quote", quote.quoteId(), "status"));
    expired.forEach(announcements::publishEvent);
    return expired.size();
  }

  /** Has what was changed written, its lines in one batch. */
  void store(Quote quote) {
    lines.store(quote);
    entities.flush();
  }

  private void announce(QuoteEvent.Type type, Quote quote, Instant now, @Nullable String detail) {
    announce(type, quote, now, detail, Reason.NONE);
  }

  private void announce(
      QuoteEvent.Type type, Quote quote, Instant now, @Nullable String detail, Reason reason) {
    announcements.publishEvent(
        new QuoteEvent(
            type,
            quote.id(),
            quote.patientId(),
            quote.currency(),
            quote.total().value(),
            Caller.current(),
            now,
            detail,
            reason));
  }
}
