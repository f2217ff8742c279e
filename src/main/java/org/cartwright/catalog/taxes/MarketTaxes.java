package org.cartwright.catalog.taxes;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The taxes that a shop levies in its markets. What is sold in no market knows none of them. */
@Service
class MarketTaxes {

  private final TaxRepository taxes;
  private final EntityManager entities;
  private final Markets markets;
  private final TaxReader reader;
  private final Clock clock;

  MarketTaxes(
      TaxRepository taxes, EntityManager entities, Markets markets, TaxReader reader, Clock clock) {
    this.taxes = taxes;
    this.entities = entities;
    this.markets = markets;
    this.reader = reader;
    this.clock = clock;
  }

  /** The taxes in force in a market, archived or not, the oldest first. */
  @Transactional(readOnly = true)
  List<MarketTaxDetail> inForce(String market) {
    if (markets.find(market).isEmpty()) {
      throw Missing.a("Market");
    }
    return reader.inForce(market);
  }

  @Transactional
  MarketTaxDetail create(String market, MarketTaxCreate wanted) {
    if (markets.hold(Set.of(market)).isEmpty()) {
      throw Missing.a("Market");
    }
    var id = Ids.next("tax");
    entities.persist(new Tax(id, market, wanted, clock.instant()));
    entities.flush();
    return reader.marketTax(id);
  }

  /**
   * Changes a tax in force. Drafts follow with their next change, everything else keeps what it was
   * taxed with.
   *
   * @throws InvalidRequest if it would be meant for specific categories, but for none
   */
  @Transactional
  MarketTaxDetail update(String market, String id, MarketTaxUpdate update) {
    taxes.lock(market, id).orElseThrow(() -> Missing.a("Tax")).change(update);
    entities.flush();
    return reader.marketTax(id);
  }

  /** Archives a tax in force; whatever it was levied on keeps what it was priced with. */
  @Transactional
  void archive(String market, String id) {
    taxes.lock(market, id).orElseThrow(() -> Missing.a("Tax")).archive();
  }
}
