package org.cartwright.console.drafts;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.orders.dashboard.DraftList;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of draft orders. */
@Hidden
@Controller
class DraftsController {

  static final String PATH = HtmlPages.CONSOLE + "/drafts";

  private final ConsolePages pages;
  private final DraftList drafts;
  private final Markets markets;
  private final Tenants tenants;
  private final Clock clock;

  DraftsController(
      ConsolePages pages, DraftList drafts, Markets markets, Tenants tenants, Clock clock) {
    this.pages = pages;
    this.drafts = drafts;
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
    var filter = DraftFilter.of(search, statuses, market, order, page);
    var found =
        drafts.page(
            filter.criteria(),
            filter.order().sort(),
            filter.order().direction(),
            Paging.of(filter.page(), DraftFilter.SIZE));
    for (var draft : found.data()) {
      Trail.shows("cart", draft.id());
      if (draft.customer() != null) {
        Trail.shows("patient", draft.customer().id());
      }
    }
    return HtmlPages.page(200)
        .body(
            pages.page(
                "drafts",
                request,
                Map.of(
                    "filter",
                    filter,
                    "listing",
                    DraftListing.of(found, filter, tenants.current(), clock.instant()),
                    "statuses",
                    DraftFilter.STATUSES,
                    "orders",
                    DraftSequence.values(),
                    "markets",
                    markets.onSale())));
  }
}
