package org.cartwright.console.quote;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.cart.CartSheet;
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

/** Where a cart is sent to its patient as a quote. */
@Hidden
@Controller
class OfferController {

  private static final String FORM = HtmlPages.CONSOLE + "/carts/{cart_id}/quote";

  private final ConsolePages pages;
  private final OfferDesk desk;
  private final CartQueries carts;
  private final Tenants tenants;

  OfferController(ConsolePages pages, OfferDesk desk, CartQueries carts, Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
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
      return QuotePageController.to(desk.send(cartId, session.member().id(), edit).id());
    } catch (RuntimeException thrown) {
      return form(cartId, Trouble.of(edit, thrown), request);
    }
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
