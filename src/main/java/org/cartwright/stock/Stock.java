package org.cartwright.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartwright.platform.jdbc.RowQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rest of the house asks of stock: how items stand, that some of them are taken, given
 * back, held or held no more. A reference is the id of that for which it happens. Quantities of one
 * item on several lines add up; items that are not tracked are passed over.
 *
 * <p>Every write locks its items in the order of their ids, after whatever else the caller holds.
 */
@Service
public class Stock {

  private final StockLedger ledger;
  private final Takings takings;
  private final Reservations reservations;
  private final Clock clock;

  Stock(StockLedger ledger, Takings takings, Reservations reservations, Clock clock) {
    this.ledger = ledger;
    this.takings = takings;
    this.reservations = reservations;
    this.clock = clock;
  }

  /**
   * How items stand for somebody, to be read on a round trip. Of an item of which nothing was ever
   * said there is nothing: it is {@link Availability#UNTRACKED}.
   *
   * @param itemIds one at least
   * @param heldBy whose own reservation is not held for others
   */
  public static RowQuery<ItemAvailability> availability(Collection<String> itemIds, String heldBy) {
    return StockLedger.reading(itemIds, heldBy);
  }

  /**
   * How items stand, those of which something was ever said.
   *
   * @param heldBy whose own reservation is not held for others
   */
  @Transactional(readOnly = true)
  public Map<String, Availability> standing(Collection<String> itemIds, String heldBy) {
    return ledger.standing(itemIds, heldBy);
  }

  /** Whether anything of an item ever moved. */
  @Transactional(readOnly = true)
  public boolean hasMoved(String itemId) {
    return ledger.hasMoved(itemId);
  }

  /**
   * Takes from the stock within the caller's transaction, everything or nothing. Others who want
   * the same items wait until that ends.
   *
   * @param reference for what: asked again for the same, nothing is taken again, even if it was
   *     given back
   * @param heldBy whose reservation is used up by it, if there is one
   * @return every item of which there is too little, in the order of their ids; none if all is
   *     taken
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Shortage> take(
      Collection<StockLine> lines, String reference, @Nullable String heldBy) {
    var now = clock.instant();
    if (!takings.open(reference, now)) {
      return List.of();
    }
    var wanted = summed(lines);
    var tracked = new HashMap<String, BigDecimal>();
    var missing = lockAndWeigh(wanted, heldBy, tracked);
    if (!missing.isEmpty()) {
      takings.undo(reference);
      return missing;
    }
    if (heldBy != null) {
      reservations.release(heldBy);
    }
    tracked.replaceAll((id, quantity) -> MovementKind.SOLD.change(quantity));
    ledger.move(tracked, new Movement(MovementKind.SOLD, null, reference, reference, now));
    return List.of();
  }

  /**
   * Gives back what was taken within the caller's transaction, exactly once: if nothing was taken
   * or all is given back already, nothing happens.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void giveBack(String reference) {
    var now = clock.instant();
    if (takings.close(reference, now)) {
      var taken = takings.taken(reference);
      if (!taken.isEmpty()) {
        ledger.lock(taken.keySet());
        ledger.move(taken, new Movement(MovementKind.RETURNED, null, reference, reference, now));
      }
    }
  }

  /**
   * Holds stock until a moment within the caller's transaction, everything or nothing, instead of
   * what the reference held before. From that moment on it is as if it had been {@linkplain
   * #release released}.
   *
   * @return every item of which there is too little, in the order of their ids, and what was held
   *     before still is; none if all is held
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Shortage> reserve(Collection<StockLine> lines, String reference, Instant until) {
    var tracked = new HashMap<String, BigDecimal>();
    var missing = lockAndWeigh(summed(lines), reference, tracked);
    if (missing.isEmpty()) {
      reservations.release(reference);
      reservations.hold(tracked, reference, until);
    }
    return missing;
  }

  /**
   * Holds stock as {@link #reserve} does, but of what there is too little as much as there is:
   * nobody loses what is held for them because they want more.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Collection<StockLine> lines, String reference, Instant until) {
    var wanted = summed(lines);
    var held = new HashMap<String, BigDecimal>();
    if (!wanted.isEmpty()) {
      ledger.lock(wanted.keySet());
      ledger
          .standing(wanted.keySet(), reference)
          .forEach(
              (id, item) -> held.put(id, item.holdable(wanted.getOrDefault(id, BigDecimal.ZERO))));
      held.values().removeIf(quantity -> quantity.signum() <= 0);
    }
    reservations.release(reference);
    reservations.hold(held, reference, until);
  }

  /** Holds nothing for a reference any more; if nothing is held, nothing happens. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(String reference) {
    reservations.release(reference);
  }

  /**
   * Locks items and puts those that are tracked into a map; answers what there is too little of.
   */
  private List<Shortage> lockAndWeigh(
      SortedMap<String, BigDecimal> wanted,
      @Nullable String heldBy,
      Map<String, BigDecimal> tracked) {
    var missing = new ArrayList<Shortage>();
    if (wanted.isEmpty()) {
      return missing;
    }
    ledger.lock(wanted.keySet());
    var standing = ledger.standing(wanted.keySet(), heldBy);
    wanted.forEach(
        (id, quantity) -> {
          var item = standing.getOrDefault(id, Availability.UNTRACKED);
          if (!item.allows(quantity)) {
            missing.add(new Shortage(id, quantity, item.available()));
          } else if (item.policy() != StockPolicy.UNTRACKED) {
            tracked.put(id, quantity);
          }
        });
    return missing;
  }

  private static SortedMap<String, BigDecimal> summed(Collection<StockLine> lines) {
    var wanted = new TreeMap<String, BigDecimal>();
    lines.forEach(line -> wanted.merge(line.itemId(), line.quantity().value(), BigDecimal::add));
    return wanted;
  }
}
