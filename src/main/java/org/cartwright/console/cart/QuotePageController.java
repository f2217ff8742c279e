package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
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
  static final String QUOTES = HtmlPages.CONSOLE + "/quotes";
  static final String QUOTE = QUOTES + "/{quote_id}";

  private final ConsolePages pages;
  private final QuoteDesk desk;
  private final QuotePage page;
  private final CartQueries carts;
  private final Tenants tenants;

  QuotePageController(
      ConsolePages pages, QuoteDesk desk, QuotePage page, CartQueries carts, Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
    this.page = page;
    this.carts = carts;
    this.tenants = tenants;
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
    var edit = Typed.of("quote", request);
    try {
      return to(desk.send(cartId, session.member().id(), edit).id());
    } catch (RuntimeException thrown) {
      return form(cartId, Trouble.of(edit, thrown), request);
    }
  }

  @GetMapping(QUOTE)
  ResponseEntity<?> quote(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page.of(quoteId, Trouble.NONE, session, request);
  }

  @PostMapping(QUOTE + "/send")
  ResponseEntity<?> sendAgain(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("again", request);
    return doing(quoteId, edit, session, request, () -> desk.sendAgain(quoteId, edit));
  }

  @PostMapping(QUOTE + "/withdraw")
  ResponseEntity<?> withdraw(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("withdraw", request);
    var role = session.member().role();
    return doing(quoteId, edit, session, request, () -> desk.withdraw(quoteId, role, edit));
  }

  @PostMapping(QUOTE + "/charge")
  ResponseEntity<?> charge(
      @PathVariable("quote_id") String quoteId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    try {
      return ConsolePages.seeOther(CartPageController.CHARGES + "/" + desk.charge(quoteId));
    } catch (RuntimeException thrown) {
      return page.of(quoteId, Trouble.of(Typed.of("charge", request), thrown), session, request);
    }
  }

  private ResponseEntity<?> doing(
      String quoteId,
      Typed edit,
      ConsoleSession session,
      HttpServletRequest request,
      Runnable work) {
    var trouble = Trouble.of(edit, work);
    return trouble.isNone() ? to(quoteId) : page.of(quoteId, trouble, session, request);
  }

  static ResponseEntity<?> to(String quoteId) {
    return ConsolePages.seeOther(QUOTES + "/" + quoteId);
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
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("send-quote", request, words));
  }
}
