package org.cartwright.orders.reserving;

import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.orders.api.BlockedBody;
import org.cartwright.orders.api.Blocker;
import org.cartwright.platform.errors.Conflict;

/** 409: everything that keeps the stock of a draft from being held. */
final class ReservationRefusal extends Conflict {

  private final List<Blocker> blockers;

  ReservationRefusal(List<Blocker> blockers) {
    super(
        "order.notHeld",
        blockers.stream()
            .map(Blocker::message)
            .distinct()
            .collect(Collectors.joining(" ", "The draft's stock cannot be held. ", "")));
    this.blockers = List.copyOf(blockers);
  }

  @Override
  public Object body() {
    return new BlockedBody(sentence(), blockers);
  }
}
