package org.cartwright.catalog.prices;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.trail.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What items cost in markets. Prices and tiers are replaced as a whole; whoever does so has locked
 * the item, and keeps the terms of the markets as they are meanwhile. Those in archived markets are
 * neither told nor replaced: what is sold there already goes on costing the same.
 */
@Service
public class MarketPrices {

  private static final String NO_MARKET = "there is no such market";

  private final MarketPriceRepository prices;
  private final PriceTierRepository tiers;
  private final EntityManager entities;
  private final Markets markets;
  private final MarketPriceReader reader;

  MarketPrices(
      MarketPriceRepository prices,
      PriceTierRepository tiers,
      EntityManager entities,
      Markets markets,
      MarketPriceReader reader) {
    this.prices = prices;
    this.tiers = tiers;
    this.entities = entities;
    this.markets = markets;
    this.reader = reader;
  }

  @Transactional(readOnly = true)
  public ItemPrices prices(String itemId) {
    require(reader.hasItem(itemId));
    return new ItemPrices(itemId, reader.prices(itemId));
  }

  @Transactional(readOnly = true)
  public ItemTiers tiers(String itemId) {
    require(reader.hasItem(itemId));
    return new ItemTiers(itemId, reader.tiers(itemId));
  }

  /** What several items cost, by item; what is sold nowhere is left out. */
  @Transactional(readOnly = true)
  public Map<String, List<ItemPrice>> pricesOf(Collection<String> itemIds) {
    return itemIds.isEmpty() ? Map.of() : reader.prices(itemIds);
  }

  /**
   * Sells an item, archived or not, in exactly these markets at these prices.
   *
   * @throws InvalidRequest naming every market that does not exist or is named twice
   */
  @Transactional
  ItemPrices replacePrices(String itemId, List<ItemPriceInput> wanted) {
    require(reader.lockItem(itemId));
    var known = markets.hold(wanted.stream().map(ItemPriceInput::marketId).toList());
    var named = new HashSet<String>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      var market = wanted.get(i).marketId();
      if (!known.contains(market)) {
        violations.add(Violation.inBody(NO_MARKET, "prices", i, "marketId"));
      } else if (!named.add(market)) {
        violations.add(Violation.inBody("the market is named twice", "prices", i, "marketId"));
      }
    }
    InvalidRequest.throwIfAny(violations);
    Trail.changed("item", itemId, "prices");
    prices.deleteToldOf(itemId);
    wanted.forEach(price -> entities.persist(new MarketPrice(itemId, price)));
    entities.flush();
    return new ItemPrices(itemId, reader.prices(itemId));
  }

  /**
   * The same, once whoever asks has compared the prices with what they saw; the item is locked.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public ItemPrices replacePrices(
      String itemId, List<ItemPriceInput> wanted, Consumer<ItemPrices> comparing) {
    require(reader.lockItem(itemId));
    comparing.accept(prices(itemId));
    return replacePrices(itemId, wanted);
  }

  /**
   * Gives an item, archived or not, exactly these tiers. Those in a market where it has no price
   * wait until it has one.
   *
   * @throws InvalidRequest naming every market that does not exist, and every second tier that
   *     begins at a quantity
   */
  @Transactional
  ItemTiers replaceTiers(String itemId, List<ItemTierInput> wanted) {
    require(reader.lockItem(itemId));
    var known = markets.hold(wanted.stream().map(ItemTierInput::marketId).toList());
    var named = new HashSet<PriceTier.Key>();
    var violations = new ArrayList<Violation>();
    for (int i = 0; i < wanted.size(); i++) {
      var tier = wanted.get(i);
      if (!known.contains(tier.marketId())) {
        violations.add(Violation.inBody(NO_MARKET, "tiers", i, "marketId"));
      } else if (!named.add(PriceTier.key(itemId, tier))) {
        violations.add(
            Violation.inBody(
                "another tier of this market begins at this quantity", "tiers", i, "fromQuantity"));
      }
    }
    InvalidRequest.throwIfAny(violations);
    Trail.changed("item", itemId, "tiers");
    tiers.deleteToldOf(itemId);
    wanted.forEach(tier -> entities.persist(new PriceTier(itemId, tier)));
    entities.flush();
    return new ItemTiers(itemId, reader.tiers(itemId));
  }

  /**
   * The same, once whoever asks has compared the tiers with what they saw; the item is locked.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public ItemTiers replaceTiers(
      String itemId, List<ItemTierInput> wanted, Consumer<ItemTiers> comparing) {
    require(reader.lockItem(itemId));
    comparing.accept(tiers(itemId));
    return replaceTiers(itemId, wanted);
  }

  private static void require(boolean found) {
    if (!found) {
      throw Missing.a("Item");
    }
  }
}
