package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.QuoteViewing;
import org.cartwright.quotes.api.QuoteDetail;
import org.cartwright.quotes.reading.QuoteQueries;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a cart is sent to its patient as a quote, and the page of that quote. */
@Hidden
@Controller("consoleQuotePageController")
class QuotePageController {

  private static final String FORM = CartPageController.CARTS + "/{cart_id}/quote";
  private static final String QUOTES = HtmlPages.CONSOLE + "/quotes";
  private static final String QUOTE = QUOTES + "/{quote_id}";

  private final ConsolePages pages;
  private final QuoteDesk desk;
  private final CartQueries carts;
  private final QuoteQueries quotes;
  private final QuoteViewing viewing;
  private final Tenants tenants;

  QuotePageController(
      ConsolePages pages,
      QuoteDesk desk,
      CartQueries carts,
      QuoteQueries quotes,
      QuoteViewing viewing,
      Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
    this.carts = carts;
    this.quotes = quotes;
    this.viewing = viewing;
    this.tenants = tenants;
  }

  /** What there is to say of something that was not done. */
  private record Trouble(int status, Problem problem, boolean isStale, String refusal) {

    static final Trouble NONE = new Trouble(200, Problem.NONE, false, "");
  }

  @GetMapping(FORM)
  ResponseEntity<?> form(@PathVariable("cart_id") String cartId, HttpServletRequest request) {
    return form(cartId, Trouble.NONE, request);
  }

  @PostMapping(FORM)
  ResponseEntity<?> send(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = edit("quote", request);
    try {
      return to(desk.send(cartId, session.member().id(), edit));
    } catch (NotTaken notTaken) {
      return form(cartId, new Trouble(422, notTaken.problem(), false, ""), request);
    } catch (StaleCart stale) {
      return form(cartId, new Trouble(409, typed(edit), true, ""), request);
    } catch (InvalidRequest invalid) {
      return form(cartId, refused(422, edit, invalid.violations().getFirst().msg()), request);
    } catch (Missing gone) {
      throw gone;
    } catch (Refusal refused) {
      return form(cartId, refused(refused.status().value(), edit, refused.sentence()), request);
    }
  }

  @GetMapping(QUOTE)
  ResponseEntity<?> quote(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return quote(quoteId, Trouble.NONE, session, request);
  }

  @PostMapping(QUOTE + "/send")
  ResponseEntity<?> sendAgain(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = edit("again", request);
    return doing(quoteId, edit, session, request, () -> desk.sendAgain(quoteId, edit));
  }

  @PostMapping(QUOTE + "/withdraw")
  ResponseEntity<?> withdraw(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = edit("withdraw", request);
    var role = session.member().role();
    return doing(quoteId, edit, session, request, () -> desk.withdraw(quoteId, role, edit));
  }

  private ResponseEntity<?> doing(
      String quoteId,
      CartEdit edit,
      ConsoleSession session,
      HttpServletRequest request,
      Supplier<QuoteDetail> work) {
    try {
      return to(work.get());
    } catch (NotTaken notTaken) {
      return quote(quoteId, new Trouble(403, notTaken.problem(), false, ""), session, request);
    } catch (InvalidRequest invalid) {
      return quote(
          quoteId, refused(422, edit, invalid.violations().getFirst().msg()), session, request);
    } catch (Missing gone) {
      throw gone;
    } catch (Refusal refused) {
      return quote(
          quoteId, refused(refused.status().value(), edit, refused.sentence()), session, request);
    }
  }

  private static CartEdit edit(String form, HttpServletRequest request) {
    var parameters = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    return CartEdit.of(form, parameters);
  }

  private static Problem typed(CartEdit edit) {
    return new Problem(edit.form(), edit.typed(), Map.of());
  }

  private static Trouble refused(int status, CartEdit edit, String sentence) {
    return new Trouble(status, typed(edit), false, sentence);
  }

  private static ResponseEntity<?> to(QuoteDetail quote) {
    return CartPageController.seeOther(QUOTES + "/" + quote.id());
  }

  private ResponseEntity<?> form(String cartId, Trouble trouble, HttpServletRequest request) {
    var cart = carts.get(cartId);
    Trail.shows("cart", cart.id());
    Trail.shows("patient", cart.patient().id());
    var sheet = CartSheet.of(cart, carts.currency(cartId), tenants.current());
    var words = new HashMap<String, Object>();
    words.put("cart", sheet);
    words.put("canBeSent", sheet.isOpen() && cart.status() == CartStatus.DRAFT);
    words.put("hasEmail", cart.patient().email() != null);
    words.put("hasPhone", cart.patient().phoneNumber() != null);
    words.put("email", cart.patient().email() == null ? "" : cart.patient().email());
    put(words, trouble);
    return HtmlPages.page(trouble.status()).body(pages.page("send-quote", request, words));
  }

  private ResponseEntity<?> quote(
      String quoteId, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var quote = quotes.get(quoteId);
    var tenant = tenants.current();
    Trail.shows("quote", quote.id());
    Trail.shows("patient", quote.patientId());
    var currencies = quote.cartId() == null ? Map.of() : carts.currencies(List.of(quote.cartId()));
    var currency =
        currencies.get(quote.cartId()) instanceof java.util.Currency known
            ? known
            : tenant.currency();
    var words = new HashMap<String, Object>();
    words.put("quote", QuoteSheet.of(quote, currency, tenant));
    words.put("validUntil", quote.validUntilDate() == null ? "" : quote.validUntilDate());
    words.put("happened", viewing.timeline(quoteId));
    words.put("mayWithdraw", session.member().role().mayWithdrawQuotes());
    put(words, trouble);
    return HtmlPages.page(trouble.status()).body(pages.page("quote", request, words));
  }

  private static void put(Map<String, Object> words, Trouble trouble) {
    words.put("problem", trouble.problem());
    words.put("isStale", trouble.isStale());
    words.put("refusal", trouble.refusal());
  }
}
