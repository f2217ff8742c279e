package org.cartwright.orders;

import java.util.List;
import java.util.Objects;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.lines.Sale;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.FulfilmentChoice;
import org.cartwright.orders.fulfilment.FulfilmentServices;
import org.cartwright.orders.fulfilment.ServiceTerms;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which service a draft is to be fulfilled, and what of that cannot be. */
@Component
class DraftServices {

  private final FulfilmentServices services;

  DraftServices(FulfilmentServices services) {
    this.services = services;
  }

  /**
   * How a draft is to be fulfilled.
   *
   * @param category that of the service, if there is one; it may be known before
   */
  record Chosen(@Nullable FulfilmentCategory category, @Nullable ServiceTerms service) {

    @Nullable String serviceId() {
      return service == null ? null : service.id();
    }

    /** The item that is the draft's fee by it. */
    @Nullable String feeItemId() {
      return service == null ? null : service.itemId();
    }

    /** The same, but in another way. */
    Chosen as(@Nullable FulfilmentCategory other) {
      return new Chosen(other, service);
    }

    /** Where the goods change hands, which is what they are taxed by. */
    TaxPlace place(@Nullable Address shipping) {
      var address = category == FulfilmentCategory.PICKUP ? outlet() : shipping;
      return address == null
          ? TaxPlace.UNKNOWN
          : TaxPlace.at(address.country(), address.region(), address.postalCode());
    }

    private @Nullable Address outlet() {
      return service == null ? null : service.outlet();
    }
  }

  /**
   * What a request chooses.
   *
   * @param present what is on the draft: its service may have been withdrawn since, or be another
   *     way to get goods to customers than it was
   */
  Chosen chosen(
      @Nullable FulfilmentChoice choice,
      MarketTerms market,
      DraftOrder.@Nullable Details present,
      List<Violation> found) {
    var service = service(choice, market, present, found);
    if (service != null) {
      return new Chosen(service.category(), service);
    }
    return new Chosen(choice == null ? null : choice.category(), null);
  }

  /** Whether a request chooses what is chosen already. */
  static boolean isAsItIs(@Nullable FulfilmentChoice choice, DraftOrder.Details present) {
    var wanted = choice == null ? new FulfilmentChoice(null, null) : choice;
    return Objects.equals(wanted.serviceId(), present.serviceId())
        && (wanted.serviceId() != null || wanted.category() == present.category());
  }

  private @Nullable ServiceTerms service(
      @Nullable FulfilmentChoice choice,
      MarketTerms market,
      DraftOrder.@Nullable Details present,
      List<Violation> found) {
    if (choice == null || choice.serviceId() == null) {
      return null;
    }
    var service = services.find(choice.serviceId()).orElse(null);
    if (service == null || !service.marketId().equals(market.id())) {
      found.add(Violation.inBody("the market has no such service", "fulfilment", "serviceId"));
      return null;
    }
    var chosenBefore = present != null && service.id().equals(present.serviceId()) ? present : null;
    if (!service.isOffered() && chosenBefore == null) {
      found.add(
          Violation.inBody("this service is not offered any more", "fulfilment", "serviceId"));
    }
    if (choice.category() != null
        && choice.category() != service.category()
        && (chosenBefore == null || choice.category() != chosenBefore.category())) {
      found.add(Violation.inBody("the service is of another category", "fulfilment", "category"));
    }
    return service;
  }

  /**
   * As it is on the draft: by its service, as that is now; another market leaves of it what it was.
   */
  Chosen present(DraftOrder.Details details, @Nullable String marketId) {
    var id = details.serviceId();
    var service = id == null ? null : services.find(id).orElse(null);
    if (service == null) {
      return new Chosen(details.category(), null);
    }
    return new Chosen(service.category(), service.marketId().equals(marketId) ? service : null);
  }

  /** The same details, in the way in which their service gets goods to customers now. */
  DraftOrder.Details following(DraftOrder.Details details) {
    return details.in(present(details, null).category());
  }

  /** The same sale, taxed where goods of a draft with these details change hands now. */
  Sale following(Sale sale, DraftOrder.Details details) {
    return sale.at(present(details, sale.marketId()).place(details.shipping()));
  }
}
