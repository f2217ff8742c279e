package org.cartwright.console.cart;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.platform.json.Moment;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.QuoteConversion;
import org.cartwright.quotes.QuoteRevision;
import org.cartwright.quotes.QuoteSending;
import org.cartwright.quotes.Quotes;
import org.cartwright.quotes.api.ConvertQuoteToChargeRequest;
import org.cartwright.quotes.api.QuoteCreate;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.api.SendQuoteRequest;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes quotes of carts as they were seen and sends them: both in one transaction, or neither. */
@Service
class QuoteDesk {

  private static final String OTHER_DAY = "date";
  private static final String NO_END = "none";
  private static final int LONGEST_WORDS = 2_000;

  private final Carts carts;
  private final Quotes quotes;
  private final QuoteSending sending;
  private final QuoteConversion conversion;
  private final QuoteAnswers answers;
  private final QuoteRevision revision;
  private final Tenants tenants;
  private final Validator validator;
  private final Clock clock;

  QuoteDesk(
      Carts carts,
      Quotes quotes,
      QuoteSending sending,
      QuoteConversion conversion,
      QuoteAnswers answers,
      QuoteRevision revision,
      Tenants tenants,
      Validator validator,
      Clock clock) {
    this.carts = carts;
    this.quotes = quotes;
    this.sending = sending;
    this.conversion = conversion;
    this.answers = answers;
    this.revision = revision;
    this.tenants = tenants;
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * Makes a quote of a cart and sends it.
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
    var letter = letter("", edit);
    validator.validate(wanted).forEach(it -> complain(it.getPropertyPath().toString(), reasons));
    validator.validate(letter).forEach(it -> complain(it.getPropertyPath().toString(), reasons));
    if (!reasons.isEmpty()) {
      throw edit.problem(reasons);
    }
    var made = quotes.make(wanted);
    return sending.send(letter(made.id(), edit));
  }

  /**
   * Turns an accepted quote into a charge.
   *
   * @return its id
   */
  @Transactional
  public String charge(String quoteId) {
    return conversion
        .convert(new ConvertQuoteToChargeRequest(quoteId, null, null, null, null))
        .id();
  }

  /** Sends a quote once more that is with the patient. */
  @Transactional
  public QuoteDetail sendAgain(String quoteId, Typed edit) {
    return sending.send(letter(quoteId, edit));
  }

  /** Takes a quote back, if the role may. */
  @Transactional
  public QuoteDetail withdraw(String quoteId, DeskRole role, Typed edit) {
    if (!role.mayWithdrawQuotes()) {
      throw edit.forbidden(Map.of("withdraw", "problem.withdraw"));
    }
    return sending.withdraw(quoteId);
  }

  /**
   * Takes down what a patient answers who says so to the desk.
   *
   * @throws NotTaken without words on what was said, and how
   */
  @Transactional
  public void takeDown(
      String quoteId, Typed typed, @Nullable String networkAddress, @Nullable String browser) {
    var words = typed.field("message", "");
    var answer = typed.field("answer", "");
    if (words.isEmpty() || words.length() > LONGEST_WORDS) {
      throw typed.problem(
          Map.of("message", words.isEmpty() ? "quote.problem.words" : "problem.long"));
    }
    if (!answer.equals("accept") && !answer.equals("decline")) {
      throw typed.problem(Map.of("message", "quote.problem.answer"));
    }
    answers.takeDown(
        quoteId,
        new QuoteAnswers.Answer(answer.equals("accept"), words, null, typed.field("shown", "")),
        networkAddress,
        browser);
  }

  /**
   * Makes a new draft that is to take the place of a quote.
   *
   * @return its id
   */
  @Transactional
  public String revise(String quoteId, Typed typed) {
    var isToday = typed.field("prices", "").equals(QuoteRevision.PriceChoice.TODAY.name());
    return revision
        .revise(
            quoteId,
            new QuoteRevision.Wanted(
                isToday ? QuoteRevision.PriceChoice.TODAY : QuoteRevision.PriceChoice.SAME))
        .id();
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
    return Moment.parse(
        switch (choice) {
          case "month" -> today.plusMonths(1).toString();
          case "two-months" -> today.plusMonths(2).toString();
          default -> today.plusWeeks(2).toString();
        });
  }

  private static SendQuoteRequest letter(String quoteId, Typed edit) {
    return new SendQuoteRequest(
        quoteId,
        "sms".equals(edit.field("method", "")) ? "sms" : "email",
        edit.orNone("message"),
        null);
  }

  private static void complain(String field, Map<String, String> reasons) {
    reasons.put(field, "problem.long");
  }
}
