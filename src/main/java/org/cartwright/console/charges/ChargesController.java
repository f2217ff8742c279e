package org.cartwright.console.charges;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of charges. */
@Hidden
@Controller
class ChargesController {

  static final String PATH = HtmlPages.CONSOLE + "/charges";

  private final ConsolePages pages;
  private final ChargeQueries charges;
  private final Tenants tenants;
  private final Clock clock;

  ChargesController(ConsolePages pages, ChargeQueries charges, Tenants tenants, Clock clock) {
    this.pages = pages;
    this.charges = charges;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "status", defaultValue = "") String status,
      @RequestParam(name = "page", defaultValue = "") String page,
      HttpServletRequest request) {
    var filter = ChargeFilter.of(search, status, page);
    var found = charges.page(filter.criteria(), filter.page(), ChargeFilter.SIZE);
    var currencies =
        charges.currencies(found.data().stream().map(ChargeDetailWithItems::id).toList());
    for (var charge : found.data()) {
      Trail.shows("charge", charge.id());
      Trail.shows("patient", charge.patientId());
    }
    return HtmlPages.page(200)
        .body(
            pages.page(
                "charges",
                request,
                Map.of(
                    "filter",
                    filter,
                    "listing",
                    ChargeListing.of(found, currencies, filter, tenants.current(), clock.instant()),
                    "statuses",
                    ChargeFilter.STATUSES)));
  }
}
