package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered if a draft cannot be placed, or its stock not be held. */
@Schema(
    name = "DraftBlocked",
    description =
        "What was refused and, if the draft itself is the reason, everything that is in "
            + "the way.")
public record BlockedBody(
    @Schema(
            example =
                "The draft cannot be placed yet. There is no phone number: ask the customer for one.")
        String detail,
    @Schema(
            description =
                "Everything that has to be settled first; left out if it was refused for "
                    + "another reason.")
        @Nullable List<Blocker> blockers) {}
