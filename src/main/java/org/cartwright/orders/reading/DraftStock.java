package org.cartwright.orders.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.carts.drafts.DraftLineRow;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.orders.drafts.DraftState;
import org.cartwright.stock.Availability;
import org.cartwright.stock.StockPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What of a draft's goods is there. What is to be placed of it decides: what was accepted, once a
 * quote of it was, and until then what its lines say.
 *
 * @param goods its lines without the fee
 * @param accepted how much of which item was accepted of it, if a quote of it was
 * @param standing how the items of both stand in stock
 */
record DraftStock(
    List<DraftLineRow> goods,
    Map<String, BigDecimal> accepted,
    Map<String, Availability> standing) {

  /** How the item of a line stands; nothing for a package. */
  DraftItem.@Nullable AvailabilityTiny of(DraftLineRow row) {
    var item = row.line().itemId();
    if (item == null) {
      return null;
    }
    var stands = standing(item);
    return new DraftItem.AvailabilityTiny(
        stands.available(), stands.held(), stands.policy(), isShort(item));
  }

  /** Whether all that is to be placed is held, as far as it is counted at all. */
  boolean isHeld() {
    return Stream.concat(items(), acceptedBesides()).allMatch(this::isHeld);
  }

  private boolean isHeld(String item) {
    var stands = standing(item);
    return stands.policy() == StockPolicy.UNTRACKED
        || stands.held().compareTo(toBePlaced(item)) >= 0;
  }

  /** Its lines, and what was accepted and is on none of them. */
  List<DraftState.Goods> wanted() {
    return Stream.concat(
            goods.stream()
                .map(
                    row ->
                        new DraftState.Goods(
                            row.line().id(), row.isSold(), row.isWithdrawn(), isShort(row))),
            acceptedBesides().map(item -> new DraftState.Goods(null, true, false, isShort(item))))
        .toList();
  }

  private boolean isShort(DraftLineRow row) {
    var item = row.line().itemId();
    return item != null && isShort(item);
  }

  private boolean isShort(String item) {
    var wanted = toBePlaced(item);
    return wanted.signum() > 0 && !standing(item).allows(wanted);
  }

  private Availability standing(String item) {
    return standing.getOrDefault(item, Availability.UNTRACKED);
  }

  private BigDecimal toBePlaced(String item) {
    if (!accepted.isEmpty()) {
      return accepted.getOrDefault(item, BigDecimal.ZERO);
    }
    return goods.stream()
        .filter(row -> item.equals(row.line().itemId()))
        .map(row -> row.line().quantity())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Stream<String> items() {
    return goods.stream().map(row -> row.line().itemId()).filter(Objects::nonNull);
  }

  private Stream<String> acceptedBesides() {
    var known = items().collect(Collectors.toSet());
    return accepted.keySet().stream().filter(item -> !known.contains(item)).sorted();
  }
}
