package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** Whom to call or write to about an order. */
@Embeddable
@Schema(
    description = "Whom to call or write to about an order.",
    example =
        """
        {"name": "Rahim Uddin", "phone": "+880 1712 345678", "email": "rahim@mail.example"}""")
public record Contact(
    @Schema(example = "Rahim Uddin") @EmptyIsNull @Size(max = 255) @Nullable String name,
    @Schema(description = "Kept as it was typed.", example = "+880 1712 345678")
        @EmptyIsNull
        @Size(max = 50)
        @Nullable String phone,
    @Schema(example = "rahim@mail.example")
        @EmptyIsNull
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        @Nullable String email) {

  /** Nobody yet. */
  public static final Contact NONE = new Contact(null, null, null);
}
