package org.cartwright.console.quote;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.cart.CartSight;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.json.Moment;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.Quotes;
import org.cartwright.quotes.api.QuoteCreate;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.SendQuoteRequest;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes quotes of carts as they were seen and sends them: both in one transaction, or neither. */
@Service
class OfferDesk {

  private static final String AT = "at";
  private static final String OTHER_DAY = "date";
  private static final String NO_END = "none";

  private final Carts carts;
  private final Quotes quotes;
  private final QuoteSending sending;
  private final Tenants tenants;
  private final Validator validator;
  private final Clock clock;

  OfferDesk(
      Carts carts,
      Quotes quotes,
      QuoteSending sending,
      Tenants tenants,
      Validator validator,
      Clock clock) {
    this.carts = carts;
    this.quotes = quotes;
    this.sending = sending;
    this.tenants = tenants;
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * Makes a quote of a cart and sends it, now or at the time that was chosen.
   *
   * @throws NotTaken if something typed is none
   * @throws Stale if the cart is not as it was seen: nobody is sent the version before the last
   */
  @Transactional
  public QuoteDetail send(String cartId, String creator, Typed edit) {
    var cart = carts.held(cartId);
    if (!CartSight.of(cart).isAsSeen(edit.seen())) {
      throw new Stale();
    }
    var reasons = new HashMap<String, String>();
    var wanted = wanted(cart, creator, edit, reasons);
    var due = due(edit, reasons);
    var letter = letter("", edit, due);
    validator.validate(wanted).forEach(it -> complain(it.getPropertyPath().toString(), reasons));
    validator.validate(letter).forEach(it -> complain(it.getPropertyPath().toString(), reasons));
    if (!reasons.isEmpty()) {
      throw edit.problem(reasons);
    }
    var made = quotes.make(wanted);
    try {
      return sending.send(letter(made.id(), edit, due));
    } catch (InvalidRequest refused) {
      if (due == null) {
        throw refused;
      }
      throw edit.problem(Map.of(AT, "send.problem.late"));
    }
  }

  private static SendQuoteRequest letter(String quoteId, Typed edit, @Nullable Instant due) {
    var letter = QuoteDesk.letter(quoteId, edit);
    return due == null
        ? letter
        : new SendQuoteRequest(
            quoteId, letter.method(), letter.message(), Moment.parse(due.toString()));
  }

  /**
   * When it is to be sent, by the clinic's clock; null for now. Of a time that comes twice, as an
   * hour does when summer time ends, the first that is still ahead is meant.
   */
  private @Nullable Instant due(Typed edit, Map<String, String> reasons) {
    var typed = edit.field(AT, "");
    if (typed.isEmpty()) {
      return null;
    }
    try {
      var now = clock.instant();
      var first = LocalDateTime.parse(typed).atZone(tenants.current().timeZone());
      var due =
          (first.toInstant().isAfter(now) ? first : first.withLaterOffsetAtOverlap()).toInstant();
      if (!due.isAfter(now)) {
        reasons.put(AT, "send.problem.past");
      } else if (Moment.parse(due.toString()) == null) {
        reasons.put(AT, "send.problem.time");
      }
      return due;
    } catch (DateTimeException e) {
      reasons.put(AT, "send.problem.time");
      return null;
    }
  }

  private QuoteCreate wanted(
      CartSummary cart, String creator, Typed edit, Map<String, String> reasons) {
    return new QuoteCreate(
        null,
        cart.patient().id(),
        cart.id(),
        creator,
        edit.orNone("title"),
        null,
        validity(edit, reasons),
        edit.orNone("terms"),
        null,
        true);
  }

  /** Until the end of a day at the clinic. */
  private @Nullable Moment validity(Typed edit, Map<String, String> reasons) {
    var choice = edit.field("validity", NO_END);
    if (choice.equals(NO_END)) {
      return null;
    }
    if (choice.equals(OTHER_DAY)) {
      var day = Moment.parse(edit.field("until", ""));
      if (day == null) {
        reasons.put("until", "problem.until");
      }
      return day;
    }
    var today = LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
    if (choice.matches("[1-9]\\d{0,3}")) {
      return Moment.parse(today.plusDays(Integer.parseInt(choice)).toString());
    }
    return Moment.parse(
        switch (choice) {
          case "month" -> today.plusMonths(1).toString();
          case "two-months" -> today.plusMonths(2).toString();
          default -> today.plusWeeks(2).toString();
        });
  }

  private static void complain(String field, Map<String, String> reasons) {
    reasons.put(field, "problem.long");
  }
}
