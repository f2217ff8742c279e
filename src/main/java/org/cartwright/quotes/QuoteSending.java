package org.cartwright.quotes;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.quoting.QuotableCart;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.Violation;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.SendMethod;
import org.cartwright.quotes.api.SendQuoteRequest;
import org.cartwright.quotes.delivery.QuoteLinks;
import org.cartwright.quotes.delivery.QuoteMessages;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends quotes to patients, at once or when their time comes, and takes them back. */
@Service
public class QuoteSending {

  private final QuoteBook book;
  private final QuoteVersions versions;
  private final QuoteRepository repository;
  private final Quotes quotes;
  private final QuoteLinks links;
  private final QuoteMessages messages;
  private final Tenants tenants;
  private final EntityManager entities;
  private final Clock clock;

  QuoteSending(
      QuoteBook book,
      QuoteVersions versions,
      QuoteRepository repository,
      Quotes quotes,
      QuoteLinks links,
      QuoteMessages messages,
      Tenants tenants,
      EntityManager entities,
      Clock clock) {
    this.book = book;
    this.versions = versions;
    this.repository = repository;
    this.quotes = quotes;
    this.links = links;
    this.messages = messages;
    this.tenants = tenants;
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Sends a quote, or lets it wait for its time. Sending one again that is with the patient moves
   * no status and no date. Each sending makes a new link; earlier ones stay good.
   *
   * @throws InvalidRequest if it or its cart would be expired by the time it is to be sent
   * @throws org.cartwright.platform.errors.Conflict if it cannot be sent, or not to this patient in
   *     this way
   */
  @Transactional
  public QuoteDetail send(SendQuoteRequest wanted) {
    var held = book.lock(wanted.quoteId());
    var now = clock.instant();
    var quote = held.quote();
    quote.requireSendable(now);
    messages.requireReachable(QuoteSays.facts(quote), wanted.by());
    var due = due(wanted, now);
    if (due == null) {
      send(held.cart(), quote, wanted.by(), wanted.message(), now);
    } else {
      schedule(held.cart(), quote, wanted, due, now);
    }
    return quotes.stored(quote);
  }

  private @Nullable Instant due(SendQuoteRequest wanted, Instant now) {
    if (wanted.scheduleSendDate() == null) {
      return null;
    }
    var due = wanted.scheduleSendDate().lastInstantIn(() -> tenants.current().timeZone());
    return due.isAfter(now) ? due : null;
  }

  private void schedule(
      QuotableCart cart, Quote quote, SendQuoteRequest wanted, Instant due, Instant now) {
    requireInTime(due, quote.validUntil(), "the quote would be expired by then");
    if (!quote.statusAt(now).isWithPatient()) {
      quote.requireCart(cart);
      var openUntil = cart.openUntil(quote.id(), now);
      cart.keepFor(quote.id(), quote.supersedes(), quote.validUntil(), now);
      requireInTime(due, openUntil, "the cart would be expired by then");
      versions.requireNoneOpenElsewhere(quote, now);
    }
    book.schedule(quote, wanted.by(), wanted.message(), due, now);
  }

  private static void requireInTime(Instant due, @Nullable Instant end, String otherwise) {
    if (end != null && !due.isBefore(end)) {
      throw new InvalidRequest(Violation.inBody(otherwise, "scheduleSendDate"));
    }
  }

  /**
   * A sending that is still to come.
   *
   * @param message the desk's own words that go with it
   */
  public record Waiting(Instant date, SendMethod method, @Nullable String message) {}

  /**
   * The sending that a quote waits for, if it waits for one.
   *
   * @throws org.cartwright.platform.errors.Missing if there is no such quote
   */
  @Transactional(readOnly = true)
  public Optional<Waiting> waiting(String quoteId) {
    return book.read(quoteId)
        .waiting()
        .map(it -> new Waiting(it.scheduledDate(), it.scheduledMethod(), it.scheduledMessage()));
  }

  /**
   * Sends a quote whose time has come, if it still waits for that.
   *
   * @throws org.cartwright.platform.errors.Conflict if it cannot be sent any more
   */
  @Transactional
  public void sendDue(String quoteId) {
    var held = book.lock(quoteId);
    var now = clock.instant();
    held.quote()
        .takeDue(now)
        .ifPresent(
            due -> {
              held.quote().requireSendable(now);
              messages.requireReachable(QuoteSays.facts(held.quote()), due.scheduledMethod());
              send(held.cart(), held.quote(), due.scheduledMethod(), due.scheduledMessage(), now);
            });
  }

  /**
   * Gives up a sending whose time has come: the cart is free, and why is told to whoever made the
   * quote and on the timeline.
   */
  @Transactional
  public void giveUpDue(String quoteId, Refusal why) {
    var held = book.lock(quoteId);
    var quote = held.quote();
    var now = clock.instant();
    if (book.giveUpSending(quote, why, now) && quote.statusAt(now) == QuoteStatus.DRAFT) {
      letGo(held.cart(), quote, now);
    }
  }

  /** Frees the cart that a quote held, or keeps it for the next one that waits to be sent. */
  private void letGo(QuotableCart cart, Quote quote, Instant now) {
    if (!cart.isLeftBy(quote.id(), now)) {
      return;
    }
    repository.lockWaiting(cart.id(), quote.id()).stream()
        .filter(next -> next.statusAt(now) == QuoteStatus.DRAFT)
        .findFirst()
        .ifPresentOrElse(
            next -> cart.passTo(next.id(), next.validUntil(), now), () -> cart.release(now));
  }

  private void send(
      QuotableCart cart, Quote quote, SendMethod method, @Nullable String message, Instant now) {
    quote.requireSendable(now);
    if (!quote.statusAt(now).isWithPatient()) {
      cart.hold(quote.id(), quote.supersedes(), quote.validUntil(), now);
      quote.requireCart(cart);
      versions.requireNoneOpenElsewhere(quote, now);
      makeRoom(quote, now);
    }
    messages.offer(QuoteSays.facts(quote), method, message, links.mint(quote.id(), now));
    book.send(quote, method, now);
  }

  /** Ends the quote that this one supersedes, and stores of others that they have run out. */
  private void makeRoom(Quote quote, Instant now) {
    for (var rival : repository.lockRivals(quote.cartId(), quote.id(), quote.supersedes())) {
      if (rival.id().equals(quote.supersedes())) {
        book.replace(rival, quote.id(), now);
      } else {
        book.runOut(rival, now);
      }
    }
    entities.flush();
  }

  /**
   * Takes a quote back from the patient, or from waiting to be sent: it is a draft again, its links
   * are dead and its cart is free, even if the cart's own expiry passed meanwhile.
   *
   * @throws QuoteRefusal unless it is with the patient or waits to be sent
   */
  @Transactional
  public QuoteDetail withdraw(String quoteId) {
    var held = book.lock(quoteId);
    var now = clock.instant();
    var wasWithPatient = book.withdraw(held.quote(), now);
    letGo(held.cart(), held.quote(), now);
    if (wasWithPatient) {
      links.endAll(quoteId, now);
      messages.recall(quoteId);
    }
    return quotes.stored(held.quote());
  }
}
