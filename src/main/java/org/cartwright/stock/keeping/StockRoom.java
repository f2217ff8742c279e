package org.cartwright.stock.keeping;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cartwright.catalog.Catalog;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.stock.Availability;
import org.cartwright.stock.Movement;
import org.cartwright.stock.MovementKind;
import org.cartwright.stock.StockLedger;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stock of a clinic, as its staff keep it. */
@Service
public class StockRoom {

  private final StockLedger ledger;
  private final StockReader reader;
  private final Catalog catalog;
  private final Clock clock;

  StockRoom(StockLedger ledger, StockReader reader, Catalog catalog, Clock clock) {
    this.ledger = ledger;
    this.reader = reader;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Page<StockDetail> page(
      @Nullable String search,
      @Nullable StockPolicy policy,
      @Nullable BigDecimal below,
      String order,
      Paging paging) {
    return reader.page(search, policy, below, order, paging);
  }

  /** How an item stands; one of which nothing was said is untracked. */
  @Transactional(readOnly = true)
  public StockDetail level(String itemId) {
    return reader.level(itemId).orElseGet(() -> untracked(item(itemId)));
  }

  /** Says what happens when more of an item is wanted than there is. What is on hand stays. */
  @Transactional
  StockDetail say(String itemId, StockPolicyWrite wanted) {
    var item = item(itemId);
    ledger.say(item.id(), wanted.policy(), clock.instant());
    return reader.level(itemId).orElseThrow();
  }

  /**
   * The same, once whoever asks has compared the item's stock, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be changed
   */
  @Transactional
  public StockDetail say(String itemId, StockPolicyWrite wanted, Consumer<StockDetail> comparing) {
    ledger.lock(List.of(itemId));
    comparing.accept(level(itemId));
    return say(itemId, wanted);
  }

  /** A page of an item's movements, the newest first. */
  @Transactional(readOnly = true)
  public Page<MovementDetail> movements(String itemId, Paging paging) {
    int total = reader.movements(itemId);
    if (total == 0) {
      item(itemId);
    }
    var newest = total - (paging.number() - 1L) * paging.size();
    return new Page<>(
        newest <= 0
            ? List.of()
            : reader.movements(itemId, newest, Math.max(0, newest - paging.size())),
        total);
  }

  /**
   * Writes a movement down.
   *
   * @throws Conflict if the item is not tracked, or less would be there than its policy allows
   */
  @Transactional
  MovementDetail move(String itemId, MovementCreate wanted) {
    var change = wanted.kind().change(wanted.quantity());
    ledger.lock(List.of(itemId));
    var standing = ledger.standing(List.of(itemId), null).get(itemId);
    if (standing == null) {
      item(itemId);
    }
    requireAllowed(standing == null ? Availability.UNTRACKED : standing, wanted.kind(), change);
    ledger.move(
        Map.of(itemId, change),
        new Movement(wanted.kind(), wanted.reason(), wanted.reference(), null, clock.instant()));
    var number = reader.movements(itemId);
    return reader.movements(itemId, number, number - 1L).getFirst();
  }

  /**
   * The same, once whoever asks has compared the item's stock, which is locked, with what they saw.
   *
   * @param comparing throws if nothing is to be written down
   */
  @Transactional
  public MovementDetail move(
      String itemId, MovementCreate wanted, Consumer<StockDetail> comparing) {
    ledger.lock(List.of(itemId));
    comparing.accept(level(itemId));
    return move(itemId, wanted);
  }

  private static void requireAllowed(Availability standing, MovementKind kind, BigDecimal change) {
    if (standing.policy() == StockPolicy.UNTRACKED) {
      throw new Conflict(
          "stock.notTracked",
          "The stock of this item is not tracked; set its policy to DENY or ALLOW first.");
    }
    if (kind == MovementKind.SOLD && !standing.allows(change.negate())) {
      throw new Conflict(
          "stock.less",
          "Less of this item is available; correct its stock, or set its policy to ALLOW first.");
    }
    if (standing.policy() == StockPolicy.DENY
        && change.signum() < 0
        && standing.onHand().add(change).signum() < 0) {
      throw new Conflict(
          "stock.lessThanNothing",
          "Less than nothing of this item would be there; set its policy to ALLOW first.");
    }
  }

  private Offer item(String itemId) {
    return catalog
        .priceList(List.of(itemId), List.of())
        .item(itemId)
        .orElseThrow(() -> Missing.a("Item"));
  }

  private static StockDetail untracked(Offer item) {
    return new StockDetail(
        item.id(),
        item.name(),
        StockPolicy.UNTRACKED,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        null);
  }
}
