package org.cartwright.patients.tags;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.Default;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** A tag to define. */
@Schema(
    description = "A tag to define.",
    example =
        """
        {"name": "Bride", "emoji": "💍", "color": "#ff8800"}""")
public record PatientTagCreate(
    @Schema(description = "Unique within the clinic, upper and lower case alike.", example = "VIP")
        @Size(min = 1, max = 100)
        String name,
    @Schema(example = "⭐", maxLength = 10) @CodePointLength(max = 10) @Nullable String emoji,
    @Schema(description = "Red, green and blue in hexadecimal.", example = "#ff8800") @Size(max = 7)
        @Nullable String color,
    @Default("true") boolean isActive) {}
