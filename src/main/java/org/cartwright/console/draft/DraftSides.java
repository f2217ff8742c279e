package org.cartwright.console.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.cart.AcceptedTotal;
import org.cartwright.console.draft.customer.KnownAddresses;
import org.cartwright.console.form.Countries;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.fulfilment.FulfilmentServices;
import org.cartwright.orders.fulfilment.ServiceDetail;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a draft's page offers to choose from: goods, services, countries, addresses, customers. */
@Component
class DraftSides {

  private static final int MOST_CUSTOMERS = 8;

  private final DraftShelf shelf;
  private final FulfilmentServices services;
  private final KnownAddresses addresses;
  private final Markets markets;
  private final PatientQueries patients;
  private final CartQueries carts;

  DraftSides(
      DraftShelf shelf,
      FulfilmentServices services,
      KnownAddresses addresses,
      Markets markets,
      PatientQueries patients,
      CartQueries carts) {
    this.shelf = shelf;
    this.services = services;
    this.addresses = addresses;
    this.markets = markets;
    this.patients = patients;
    this.carts = carts;
  }

  /**
   * A way to the customer as it is chosen.
   *
   * @param fee as money; empty if there is none
   */
  record Service(String id, String name, String category, String fee) {}

  /** All of it, as the words of a page. */
  @Transactional(readOnly = true)
  public Map<String, Object> of(
      DraftDetail draft, MoneyFormat figures, HttpServletRequest request) {
    var market = markets.find(draft.marketId()).orElseThrow();
    var search = search(request, "q");
    var who = search(request, "who");
    var sides = new HashMap<String, Object>();
    sides.put("search", search);
    sides.put("who", who);
    sides.put("shelf", shelf.of(draft, search, figures));
    sides.put("services", services(market, draft, figures));
    sides.put("countries", new Countries(market.countries(), ConsolePages.language(request)));
    sides.put("known", addresses.of(draft));
    sides.put("found", found(who));
    var quotes =
        draft.customerId() == null ? List.<QuoteSummary>of() : carts.get(draft.id()).quotes();
    sides.put("quotes", quotes);
    sides.put(
        "placed", figures.money(AcceptedTotal.of(draft.status(), quotes).orElse(draft.total())));
    return sides;
  }

  static String search(HttpServletRequest request, String name) {
    var given = request.getParameter(name);
    return given == null ? "" : Asked.search(given);
  }

  private List<Service> services(MarketTerms market, DraftDetail draft, MoneyFormat figures) {
    if (market.isArchived()) {
      return List.of();
    }
    return services.ofMarket(market.id()).stream()
        .filter(one -> one.isActive() || one.id().equals(chosen(draft)))
        .map(one -> new Service(one.id(), one.name(), one.category().name(), fee(one, figures)))
        .toList();
  }

  private static String fee(ServiceDetail service, MoneyFormat figures) {
    var fee = service.fee();
    return fee == null || fee == 0 ? "" : figures.money(fee);
  }

  private static @Nullable String chosen(DraftDetail draft) {
    return draft.fulfilment() == null ? null : draft.fulfilment().serviceId();
  }

  private List<PatientSummaryWithMemberships> found(String who) {
    if (who.isEmpty()) {
      return List.of();
    }
    var found = patients.search(who, MOST_CUSTOMERS);
    found.forEach(one -> Trail.shows("patient", one.id()));
    return found;
  }
}
