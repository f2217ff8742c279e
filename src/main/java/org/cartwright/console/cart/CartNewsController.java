package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What an open cart's page asks every few seconds: whether somebody else has changed the cart. */
@Hidden
@Controller
class CartNewsController {

  private final ConsolePages pages;
  private final CartQueries carts;

  CartNewsController(ConsolePages pages, CartQueries carts) {
    this.pages = pages;
    this.carts = carts;
  }

  @GetMapping(CartPageController.CARTS + "/{cart_id}" + ConsolePages.NEWS)
  ResponseEntity<?> news(
      @PathVariable("cart_id") String cartId,
      @RequestParam(name = "seen-now", defaultValue = "") String seen,
      HttpServletRequest request) {
    var changed = carts.changed(cartId).orElseThrow(() -> Missing.a("Cart"));
    return CartSight.isOf(changed, seen)
        ? ResponseEntity.noContent().build()
        : HtmlPages.page(200).body(pages.page("cart-news", request, Map.of("cartId", cartId)));
  }
}
