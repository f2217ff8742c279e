package org.cartwright.catalog.taxes;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The taxes that a shop levies in its markets. What is sold in no market knows none of them. */
@Service
public class MarketTaxes {

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
  public List<MarketTaxDetail> inForce(String market) {
    if (markets.find(market).isEmpty()) {
      throw Missing.a("Market");
    }
    return reader.inForce(market);
  }

  @Transactional
  public MarketTaxDetail create(String market, MarketTaxCreate wanted) {
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
    locked(market, id).change(update);
    entities.flush();
    return reader.marketTax(id);
  }

  /**
   * The same, once whoever asks has compared the tax, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public MarketTaxDetail update(
      String market, String id, MarketTaxUpdate update, Consumer<MarketTaxDetail> comparing) {
    compare(market, id, comparing);
    return update(market, id, update);
  }

  /** Archives a tax in force; whatever it was levied on keeps what it was priced with. */
  @Transactional
  void archive(String market, String id) {
    locked(market, id).archive();
  }

  /**
   * The same, once whoever asks has compared the tax, which is locked, with what they saw.
   *
   * @param comparing throws if it is to stay
   */
  @Transactional
  public void archive(String market, String id, Consumer<MarketTaxDetail> comparing) {
    compare(market, id, comparing);
    archive(market, id);
  }

  private Tax locked(String market, String id) {
    return taxes.lock(market, id).orElseThrow(() -> Missing.a("Tax"));
  }

  private void compare(String market, String id, Consumer<MarketTaxDetail> comparing) {
    locked(market, id);
    comparing.accept(reader.marketTax(id));
  }
}
