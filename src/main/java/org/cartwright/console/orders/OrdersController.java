package org.cartwright.console.orders;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders. */
@Hidden
@Controller
class OrdersController {

  static final String PATH = HtmlPages.CONSOLE + "/orders";

  private final ConsolePages pages;
  private final OrderQueries orders;
  private final Markets markets;
  private final Tenants tenants;
  private final Clock clock;

  OrdersController(
      ConsolePages pages, OrderQueries orders, Markets markets, Tenants tenants, Clock clock) {
    this.pages = pages;
    this.orders = orders;
    this.markets = markets;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "status", defaultValue = "") List<String> statuses,
      @RequestParam(name = "market", defaultValue = "") String market,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "") String page,
      HttpServletRequest request) {
    var filter = OrderFilter.of(search, statuses, market, order, page);
    var found =
        orders.page(
            filter.criteria(),
            filter.order().sort(),
            filter.order().isAscending(),
            Paging.of(filter.page(), OrderFilter.SIZE));
    for (var one : found.data()) {
      Trail.shows("placed-order", one.id());
      Trail.shows("patient", one.customer().id());
    }
    return HtmlPages.page(200)
        .body(
            pages.page(
                "orders",
                request,
                Map.of(
                    "filter",
                    filter,
                    "listing",
                    OrderListing.of(found, filter, tenants.current(), clock.instant()),
                    "statuses",
                    OrderStatus.values(),
                    "orders",
                    OrderSequence.values(),
                    "markets",
                    markets.onSale())));
  }
}
