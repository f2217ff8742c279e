package org.cartwright.privacy.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered if a patient cannot be erased. */
@Schema(
    name = "PatientErasureRefusal",
    description =
        "What was refused and, if something is still open, everything that keeps the "
            + "patient from being erased.")
public record ErasureBlockedBody(
    @Schema(
            example =
                "The patient cannot be erased yet. Carts are open: convert them to charges, or delete them.")
        String detail,
    @Schema(
            description =
                "Everything that has to be settled first; left out if it was refused for "
                    + "another reason.")
        @Nullable List<Blocker> blockers) {

  /**
   * One kind of thing that keeps a patient from being erased.
   *
   * @param code what it is: those that hold something about patients say which there are
   */
  @Schema(
      name = "PatientErasureBlocker",
      description = "One kind of thing that keeps a patient from being erased.")
  public record Blocker(
      @Schema(
              description = "What it is.",
              allowableValues = {
                "CREDIT_LEFT",
                "OPEN_CARTS",
                "OPEN_DRAFTS",
                "OPEN_QUOTES",
                "OPEN_ORDERS",
                "OUTSTANDING_CHARGES",
                "MESSAGES_LEAVING"
              })
          String code,
      @Schema(
              description = "The same in words, with what to do about it.",
              example = "Carts are open: convert them to charges, or delete them.")
          String message,
      @Schema(description = "The ids of what is open.") List<String> ids) {}
}
