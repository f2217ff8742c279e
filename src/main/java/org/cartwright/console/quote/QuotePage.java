package org.cartwright.console.quote;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Optional;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.page.FullName;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.reading.QuoteQueries;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws the page of a quote. */
@Component
class QuotePage {

  private final ConsolePages pages;
  private final CartQueries carts;
  private final QuoteQueries quotes;
  private final QuoteViewing viewing;
  private final QuoteSending sending;
  private final QuoteAnswers answers;
  private final Providers providers;
  private final Tenants tenants;

  QuotePage(
      ConsolePages pages,
      CartQueries carts,
      QuoteQueries quotes,
      QuoteViewing viewing,
      QuoteSending sending,
      QuoteAnswers answers,
      Providers providers,
      Tenants tenants) {
    this.pages = pages;
    this.carts = carts;
    this.quotes = quotes;
    this.viewing = viewing;
    this.sending = sending;
    this.answers = answers;
    this.providers = providers;
    this.tenants = tenants;
  }

  /** The page as it is, with what there is to say of something that was not done. */
  ResponseEntity<?> of(
      String quoteId, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var quote = quotes.get(quoteId);
    var tenant = tenants.current();
    Trail.shows("quote", quote.id());
    Trail.shows("patient", quote.patientId());
    var cart = Optional.ofNullable(quote.cartId()).filter(id -> carts.changed(id).isPresent());
    var words = new HashMap<String, Object>();
    words.put(
        "quote", QuoteSheet.of(quote, cart.orElse(null), quotes.currency(quote.id()), tenant));
    words.put("shown", quote.status().isWithPatient() ? viewing.hash(quoteId) : "");
    words.put("validUntil", quote.validUntilDate() == null ? "" : quote.validUntilDate());
    var happened = viewing.timeline(quoteId);
    words.put("happened", happened);
    words.put("seen", QuoteDesk.seen(happened));
    words.put("waiting", mayWait(quote.status()) ? sending.waiting(quoteId).orElse(null) : null);
    var answer = happened.answer();
    words.put(
        "evidence",
        answer != null && answer.answer() == QuoteStatus.ACCEPTED ? evidence(quoteId) : null);
    words.put("mayWithdraw", session.member().role().mayWithdrawQuotes());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("quote", request, words));
  }

  private static boolean mayWait(QuoteStatus status) {
    return status == QuoteStatus.DRAFT || status.isWithPatient();
  }

  private EvidenceSheet evidence(String quoteId) {
    var kept = answers.acceptance(quoteId);
    var provider = kept.providerId();
    if (provider == null) {
      return EvidenceSheet.of(kept, "");
    }
    var by = providers.provider(provider);
    return EvidenceSheet.of(kept, FullName.of(by.firstName(), by.lastName()));
  }
}
