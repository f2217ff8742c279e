package org.cartwright.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.platform.errors.Conflict;

/** 409: everything that has to be settled before a patient can be erased. */
final class ErasureRefusal extends Conflict {

  private final List<Blocker> blockers;

  ErasureRefusal(List<Blocker> blockers) {
    super(
        blockers.stream()
            .map(Blocker::message)
            .collect(Collectors.joining(" ", "The patient cannot be erased yet. ", "")));
    this.blockers = List.copyOf(blockers);
  }

  @Override
  public Object body() {
    return new Body(sentence(), blockers);
  }

  @Schema(
      name = "PatientErasureRefusal",
      description = "Everything that keeps a patient from being erased, as it says itself.")
  record Body(String detail, List<Blocker> blockers) {}

  /**
   * One kind of thing that keeps a patient from being erased.
   *
   * @param message the same in words, with what to do about it
   * @param ids of what is open
   */
  @Schema(
      name = "PatientErasureBlocker",
      description = "One kind of thing that keeps a patient from being erased.")
  record Blocker(String code, String message, List<String> ids) {}
}
