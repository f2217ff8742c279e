package org.cartwright.orders.reserving;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.orders.api.Blocker;
import org.cartwright.platform.errors.Conflict;

/** 409: everything that keeps the stock of a draft from being held. */
public final class ReservationRefusal extends Conflict {

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
    return new Body(sentence(), blockers);
  }

  @Schema(
      name = "ReservationRefusal",
      description = "Everything that keeps the stock of a draft from being held.")
  record Body(String detail, List<Blocker> blockers) {}
}
