package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.carts.Carts;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a cart's figures come from: what {@code GET /billing/cart/{id}/explanation} tells. */
@Hidden
@Controller
class WhyController {

  private final ConsolePages pages;
  private final Carts carts;
  private final CartQueries queries;
  private final Tenants tenants;

  WhyController(ConsolePages pages, Carts carts, CartQueries queries, Tenants tenants) {
    this.pages = pages;
    this.carts = carts;
    this.queries = queries;
    this.tenants = tenants;
  }

  @GetMapping(CartPageController.CARTS + "/{cart_id}/why")
  ResponseEntity<?> why(@PathVariable("cart_id") String cartId, HttpServletRequest request) {
    var explanation = carts.explain(cartId);
    var figures = tenants.current().figures(queries.currency(cartId));
    Trail.shows("cart", cartId);
    return HtmlPages.page(200)
        .body(
            pages.page(
                "why",
                request,
                Map.of("cartId", cartId, "why", WhySheet.of(explanation, figures))));
  }
}
