package org.cartwright.orders.fulfilment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fulfilment services of a shop's markets. */
@Service
public class FulfilmentServices {

  private final FulfilmentServiceRepository services;
  private final ServiceReader reader;
  private final Markets markets;
  private final Catalog catalog;
  private final EntityManager entities;
  private final Clock clock;

  FulfilmentServices(
      FulfilmentServiceRepository services,
      ServiceReader reader,
      Markets markets,
      Catalog catalog,
      EntityManager entities,
      Clock clock) {
    this.services = services;
    this.reader = reader;
    this.markets = markets;
    this.catalog = catalog;
    this.entities = entities;
    this.clock = clock;
  }

  /** A service, even one that cannot be chosen any more; nothing if there is none with this id. */
  @Transactional(readOnly = true)
  public Optional<ServiceTerms> find(String id) {
    return Ids.isPossible(id) ? reader.terms(id) : Optional.empty();
  }

  /** Those of a market that were not deleted, by category and name. */
  @Transactional(readOnly = true)
  public List<ServiceDetail> ofMarket(String marketId) {
    market(marketId);
    return reader.ofMarket(marketId);
  }

  /**
   * Adds a service to a market.
   *
   * @throws InvalidRequest if its item is not sold in the market, or its address is elsewhere
   */
  @Transactional
  public ServiceDetail create(String marketId, ServiceWrite wanted) {
    check(wanted, market(marketId), null);
    var id = Ids.next("service");
    entities.persist(new FulfilmentService(id, marketId, wanted, clock.instant()));
    entities.flush();
    return reader.service(id);
  }

  /**
   * Says everything about a service anew. Drafts that chose it are taxed where it is by then once
   * they are priced anew, and have another fee of it once it is chosen again.
   *
   * @throws InvalidRequest if its item is another one and not sold in the market, or its address is
   *     another one and elsewhere
   */
  @Transactional
  ServiceDetail replace(String marketId, String id, ServiceWrite wanted) {
    var service = lock(marketId, id);
    check(wanted, market(marketId), service);
    service.replace(wanted);
    entities.flush();
    return reader.service(id);
  }

  /**
   * The same, once whoever asks has compared the service, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public ServiceDetail replace(
      String marketId, String id, ServiceWrite wanted, Consumer<ServiceDetail> comparing) {
    compare(marketId, id, comparing);
    return replace(marketId, id, wanted);
  }

  /** Deletes a service: whoever chose it has to choose another. */
  @Transactional
  void delete(String marketId, String id) {
    lock(marketId, id).archive(clock.instant());
  }

  /**
   * The same, once whoever asks has compared the service, which is locked, with what they saw.
   *
   * @param comparing throws if it is to stay
   */
  @Transactional
  public void delete(String marketId, String id, Consumer<ServiceDetail> comparing) {
    compare(marketId, id, comparing);
    delete(marketId, id);
  }

  private void compare(String marketId, String id, Consumer<ServiceDetail> comparing) {
    lock(marketId, id);
    comparing.accept(reader.service(id));
  }

  private MarketTerms market(String id) {
    return Optional.of(id)
        .filter(Ids::isPossible)
        .flatMap(markets::find)
        .filter(market -> !market.isArchived())
        .orElseThrow(() -> Missing.a("Market"));
  }

  private FulfilmentService lock(String marketId, String id) {
    return Optional.of(id)
        .filter(wanted -> Ids.isPossible(wanted) && Ids.isPossible(marketId))
        .flatMap(wanted -> services.lock(marketId, wanted))
        .orElseThrow(() -> Missing.a("Fulfilment service"));
  }

  /** What it has already is not complained about, whatever became of that since. */
  private void check(ServiceWrite wanted, MarketTerms market, @Nullable FulfilmentService present) {
    var found = new ArrayList<Violation>();
    var item = wanted.itemId();
    if (item != null && (present == null || !present.isPaidBy(item))) {
      checkItem(item, market, found);
    }
    var address = wanted.address();
    if (address != null
        && (present == null || !present.isAt(address))
        && !market.deliversTo(address.country())) {
      found.add(
          Violation.inBody("this is in none of the market's countries", "address", "country"));
    }
    InvalidRequest.throwIfAny(found);
  }

  private void checkItem(String id, MarketTerms market, List<Violation> found) {
    var offer =
        Ids.isPossible(id)
            ? catalog.priceList(List.of(id), List.of(), market.id()).item(id)
            : Optional.<Offer>empty();
    if (offer.isEmpty() || offer.get().archived()) {
      found.add(Violation.inBody("there is no such item", "itemId"));
    } else if (!offer.get().sold()) {
      found.add(Violation.inBody("this item has no price in the market", "itemId"));
    }
  }
}
