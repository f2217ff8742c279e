package org.cartwright.quotes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.charges.bill.Bill;
import org.cartwright.lines.LineItems;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SalePrices;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.quotes.state.QuoteRefusal;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepted quotes of draft orders, and those that hold them, for whoever changes or places these:
 * within the transaction that has locked the draft's cart.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AcceptedDrafts {

  private static final KeyedQuery GOODS =
      KeyedQuery.of(
          """
          select l.item_id, sum(l.quantity) as quantity
            from quote q
            join quote_line l on l.tenant_id = q.tenant_id and l.quote_id = q.id
           where q.tenant_id = ? and q.status = 'ACCEPTED' and l.kind = 'GOODS' and l.item_id is not null
             and q.cart_id {keys}
           group by l.item_id
          """);

  private static final KeyedQuery COUPONS =
      KeyedQuery.of(
          """
          select q.coupon_code, q.coupon_amount
            from quote q
           where q.tenant_id = ? and q.status = 'ACCEPTED' and q.coupon_amount > 0 and q.cart_id {keys}
          """);

  private final QuoteBook book;
  private final SalePrices salePrices;

  AcceptedDrafts(QuoteBook book, SalePrices salePrices) {
    this.book = book;
    this.salePrices = salePrices;
  }

  /** How much of an item was accepted, on all lines together. */
  public record Goods(String itemId, BigDecimal quantity) {}

  /** Reads what was accepted of drafts, item by item: nothing where no quote is. */
  public static RowQuery<Goods> goods(Collection<String> cartIds) {
    return GOODS.reading(
        CurrentTenant.id(),
        cartIds,
        (row, n) ->
            new Goods(
                Objects.requireNonNull(row.getString("item_id")),
                Columns.decimal(row, "quantity")));
  }

  /** The coupon that made it cheaper what was accepted, and by how much. */
  public record Coupon(String code, long amount) {}

  /** Reads with which coupon drafts were accepted: nothing where it gave nothing. */
  public static RowQuery<Coupon> coupons(Collection<String> cartIds) {
    return COUPONS.reading(
        CurrentTenant.id(),
        cartIds,
        (row, n) ->
            new Coupon(
                Objects.requireNonNull(row.getString("coupon_code")),
                row.getLong("coupon_amount")));
  }

  /** What is to be placed of a draft: what was accepted of it, or else what is on it. */
  public LineItems toBePlaced(DraftCart draft, Instant now) {
    return draft
        .acceptedQuote(now)
        .map(quoteId -> book.within(draft.quotable(), quoteId).items())
        .orElseGet(draft::items);
  }

  /**
   * Has a draft that a quote holds, or of which one was accepted, go to another place, and its
   * quotes with it: whoever says later where the goods go changes nothing of what was offered, or
   * is about to be. A quote that is still being prepared stays where it was if it would be another
   * one there.
   *
   * @throws CartRefusal if a figure would be another there, or the draft is neither
   */
  public void goTo(DraftCart draft, TaxPlace place, Instant now) {
    draft.touch(now);
    var cart = draft.quotable();
    var quote = book.within(cart, Objects.requireNonNull(cart.quoteId()));
    var isAccepted = draft.acceptedQuote(now).isPresent();
    if (!isTheSameAt(place, quote)
        || (!isAccepted && !salePrices.comeToTheSame(draft.items(), draft.sale(), place))) {
      draft.requireDraft(now);
    }
    quote.goTo(place);
    for (var prepared : book.draftsBeside(quote.id(), cart)) {
      if (isTheSameAt(place, prepared)) {
        prepared.goTo(place);
      } else if (prepared.waiting().isPresent()) {
        draft.requireDraft(now);
      }
    }
    draft.goTo(place);
  }

  private boolean isTheSameAt(TaxPlace place, Quote quote) {
    return salePrices.comeToTheSame(quote.items(), quote.sale(), place);
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
