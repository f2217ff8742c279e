package org.cartwright.privacy;

import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.privacy.api.ErasureBlockedBody;

/** 409: everything that has to be settled before a patient can be erased. */
final class ErasureRefusal extends Conflict {

  private final List<ErasureBlockedBody.Blocker> blockers;

  ErasureRefusal(List<ErasureBlockedBody.Blocker> blockers) {
    super(
        blockers.stream()
            .map(ErasureBlockedBody.Blocker::message)
            .collect(Collectors.joining(" ", "The patient cannot be erased yet. ", "")));
    this.blockers = List.copyOf(blockers);
  }

  @Override
  public Object body() {
    return new ErasureBlockedBody(sentence(), blockers);
  }
}
