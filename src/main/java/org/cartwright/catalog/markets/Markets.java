package org.cartwright.catalog.markets;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The markets of a shop. Exactly one is the default whenever there is one, so whoever changes
 * markets does so alone.
 */
@Service
public class Markets {

  private final MarketRepository markets;
  private final EntityManager entities;
  private final MarketReader reader;
  private final Shops shops;
  private final Clock clock;

  Markets(
      MarketRepository markets,
      EntityManager entities,
      MarketReader reader,
      Shops shops,
      Clock clock) {
    this.markets = markets;
    this.entities = entities;
    this.reader = reader;
    this.shops = shops;
    this.clock = clock;
  }

  /** A market, archived or not; nothing if the tenant has none with this id. */
  @Transactional(readOnly = true)
  public Optional<MarketTerms> find(String id) {
    return reader.terms(List.of(id)).stream().findFirst();
  }

  /** A market on sale, by its id or else by its code. */
  @Transactional(readOnly = true)
  public Optional<MarketTerms> named(String idOrCode) {
    return Ids.isPossible(idOrCode) ? reader.named(idOrCode) : Optional.empty();
  }

  /** Markets, archived or not, in no order; ids the tenant does not have are left out. */
  @Transactional(readOnly = true)
  public List<MarketTerms> find(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : reader.terms(ids);
  }

  /** The market to begin with, if there is any. */
  @Transactional(readOnly = true)
  public Optional<MarketTerms> findDefault() {
    return reader.defaultTerms();
  }

  /**
   * A market in whose currency something is about to be written down: from now on its currency, and
   * whether its prices have the taxes inside, stay what they are. Until the end of the transaction
   * nobody archives it.
   *
   * @throws Missing if there is none with this id on sale
   */
  @Transactional
  public MarketTerms use(String id) {
    reader.use(id); // first, since two who hold it could both not change it
    return hold(List.of(id)).stream()
        .findFirst()
        .flatMap(this::find)
        .orElseThrow(() -> Missing.a("Market"));
  }

  /**
   * Those of these markets in which something can be sold. Until the end of the transaction nobody
   * changes or archives them.
   */
  @Transactional
  public Set<String> hold(Collection<String> ids) {
    return ids.isEmpty() ? Set.of() : reader.hold(ids);
  }

  /** Those on sale, the default first and then by name. */
  @Transactional(readOnly = true)
  public List<MarketTerms> onSale() {
    return reader.onSale();
  }

  /** Those not archived, the default first and then by name. */
  @Transactional(readOnly = true)
  public List<MarketDetail> list() {
    return reader.inForce();
  }

  /** Those that are archived, by name; the first hundred. */
  @Transactional(readOnly = true)
  public List<MarketDetail> closed() {
    return reader.closed();
  }

  /** A market, archived or not. */
  @Transactional(readOnly = true)
  public MarketDetail get(String id) {
    return reader.find(id).orElseThrow(() -> Missing.a("Market"));
  }

  /**
   * Opens a market; the first one is the default whatever is wanted.
   *
   * @throws Conflict if its id or code is taken
   */
  @Transactional
  public MarketDetail create(MarketCreate wanted) {
    reader.lockAll();
    var id = wanted.id() == null ? Ids.next("market") : wanted.id();
    var present = markets.lockDefault();
    if (present.filter(market -> market.id().equals(id)).isPresent()) {
      throw Conflict.idTaken("market");
    }
    if (wanted.isDefault()) {
      present.ifPresent(this::yieldDefault);
    }
    var isDefault = wanted.isDefault() || present.isEmpty();
    entities.persist(new Market(id, wanted, isDefault, clock.instant()));
    flush();
    shops.opened();
    return get(id);
  }

  /**
   * Changes a market that is not archived.
   *
   * @throws MarketRefusal if its code is taken, if its terms cannot change any more, or if it is to
   *     stop being the default without another one
   */
  @Transactional
  MarketDetail update(String id, MarketUpdate update) {
    reader.lockAll();
    var market = locked(id);
    if (market.wouldMeanOtherwise(update) && (market.isUsed() || reader.isPricedIn(id))) {
      throw MarketRefusal.termsStay();
    }
    if (update.isDefault() != null && update.isDefault() != market.isDefault()) {
      if (!update.isDefault()) {
        throw MarketRefusal.defaultStays();
      }
      markets.lockDefault().ifPresent(this::yieldDefault);
      market.becomeDefault();
    }
    market.change(update);
    flush();
    return get(id);
  }

  /**
   * The same, once whoever asks has compared the market, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public MarketDetail update(String id, MarketUpdate update, Consumer<MarketDetail> comparing) {
    compare(id, comparing);
    return update(id, update);
  }

  /**
   * Archives a market: what is in it stays and nothing new comes.
   *
   * @throws MarketRefusal if it is the default while there are others
   */
  @Transactional
  void archive(String id) {
    reader.lockAll();
    var market = locked(id);
    if (market.isDefault() && markets.hasOthers(id)) {
      throw MarketRefusal.defaultIsNeeded();
    }
    market.archive();
  }

  /**
   * The same, once whoever asks has compared the market, which is locked, with what they saw.
   *
   * @param comparing throws if it is to stay
   */
  @Transactional
  public void archive(String id, Consumer<MarketDetail> comparing) {
    compare(id, comparing);
    archive(id);
  }

  private Market locked(String id) {
    return markets.lockWithDefault(id).stream()
        .filter(market -> market.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Missing.a("Market"));
  }

  private void compare(String id, Consumer<MarketDetail> comparing) {
    reader.lockAll();
    locked(id);
    comparing.accept(get(id));
  }

  /** Written at once: there are never two defaults, not even between two statements. */
  private void yieldDefault(Market present) {
    present.yieldDefault();
    flush();
  }

  private void flush() {
    try {
      entities.flush();
    } catch (PersistenceException refused) {
      throw switch (BrokenConstraint.nameIn(refused).orElse("")) {
        case "market_pkey" -> Conflict.idTaken("market");
        case "market_code" -> MarketRefusal.codeTaken();
        case "cart_market", "quote_market" -> MarketRefusal.termsStay();
        default -> refused;
      };
    }
  }
}
