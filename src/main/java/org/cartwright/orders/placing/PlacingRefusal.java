package org.cartwright.orders.placing;

import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.orders.api.BlockedBody;
import org.cartwright.orders.api.Blocker;
import org.cartwright.platform.errors.Conflict;

/** 409: everything that keeps a draft from being placed. */
final class PlacingRefusal extends Conflict {

  private final List<Blocker> blockers;

  PlacingRefusal(List<Blocker> blockers) {
    super(
        "order.blocked",
        blockers.stream()
            .map(Blocker::message)
            .distinct()
            .collect(Collectors.joining(" ", "The draft cannot be placed yet. ", "")));
    this.blockers = List.copyOf(blockers);
  }

  @Override
  public Object body() {
    return new BlockedBody(sentence(), blockers);
  }
}
