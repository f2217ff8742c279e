package org.cartwright.console.carts;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of carts: whoever comes in sees it first. */
@Hidden
@Controller
class CartsController {

  static final String PATH = HtmlPages.CONSOLE + "/carts";

  private final ConsolePages pages;
  private final CartQueries carts;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  CartsController(
      ConsolePages pages, CartQueries carts, Providers providers, Tenants tenants, Clock clock) {
    this.pages = pages;
    this.carts = carts;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "status", defaultValue = "") List<String> statuses,
      @RequestParam(name = "creator", defaultValue = "") String creator,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var tenant = tenants.current();
    var filter = CartFilter.of(search, statuses, creator, from, to, order, page);
    var criteria = filter.criteria(tenant.timeZone());
    var summed = carts.summed(criteria, filter.page(), CartFilter.SIZE);
    var found = summed.page();
    var currencies = carts.currencies(found.data().stream().map(CartSummary::id).toList());
    for (var cart : found.data()) {
      Trail.shows("cart", cart.id());
      Trail.shows("patient", cart.patient().id());
    }
    return HtmlPages.page(200)
        .body(
            pages.page(
                "carts",
                request,
                Map.of(
                    "filter",
                    filter,
                    "listing",
                    CartListing.of(summed, currencies, filter, tenant, clock.instant()),
                    "views",
                    CartView.at(clock.instant(), tenant, session.member().id()),
                    "statuses",
                    CartStatus.values(),
                    "orders",
                    CartOrder.values(),
                    "providers",
                    providers.all(null))));
  }
}
