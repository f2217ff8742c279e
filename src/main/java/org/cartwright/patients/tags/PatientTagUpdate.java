package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.PresentFields;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What to change of a tag. */
@Schema(
    description =
        "What to change about a tag: what is left out stays as it is. `null` clears the "
            + "emoji and the color, and leaves the rest.",
    example =
        """
        {"color": "#3366ff"}""")
record PatientTagUpdate(
    @Schema(description = "Unique within the clinic, upper and lower case alike.", example = "VIP")
        @Size(min = 1, max = 100)
        @Nullable String name,
    @Schema(example = "⭐", maxLength = 10) @CodePointLength(max = 10) @Nullable String emoji,
    @Schema(description = "Red, green and blue in hexadecimal.", example = "#ff8800") @Size(max = 7)
        @Nullable String color,
    @Nullable Boolean isActive,
    @Schema(hidden = true) PresentFields given) {}
