package org.cartwright.quotes;

import java.time.Instant;
import org.cartwright.carts.DraftCart;
import org.cartwright.charges.bill.Bill;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.state.QuoteRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepted quotes of draft orders, for whoever places them: within the transaction that has locked
 * the draft's cart.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AcceptedDrafts {

  private final QuoteBook book;

  AcceptedDrafts(QuoteBook book) {
    this.book = book;
  }

  /**
   * What was accepted.
   *
   * @param bill the figures that were accepted, copied line by line
   */
  public record Accepted(Sale sale, LineItems items, Bill bill) {}

  /**
   * What was accepted of a draft.
   *
   * @param quoteId that of {@link DraftCart#acceptedQuote}
   * @throws Missing if the draft has no such quote
   * @throws QuoteRefusal unless it is accepted, and its validity has not ended
   */
  public Accepted of(DraftCart draft, String quoteId, @Nullable String description, Instant now) {
    var quote = book.within(draft.quotable(), quoteId);
    quote.requirePlaceable(now);
    var words = new QuoteSays.ChargeWords(description, null, null, null);
    return new Accepted(quote.sale(), quote.items(), QuoteSays.bill(quote, words));
  }

  /** Has a draft and its accepted quote be what is charged, which is what counts from now on. */
  public void convert(DraftCart draft, String quoteId, String chargeId, Instant now) {
    var quote = book.within(draft.quotable(), quoteId);
    draft.quotable().convert(chargeId, now);
    book.convert(quote, chargeId, now);
  }
}
