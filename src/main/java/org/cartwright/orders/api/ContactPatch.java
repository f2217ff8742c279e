package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What is to change of whom to reach: what is left out stays, null clears. */
@Schema(
    name = "ContactUpdate",
    description = "What to change about whom to reach: what is left out stays, `null` clears it.",
    example =
        """
        {"phone": "+880 1712 345678"}""")
public record ContactPatch(
    @EmptyIsNull @Size(max = 255) @Nullable String name,
    @EmptyIsNull @Size(max = 50) @Nullable String phone,
    @EmptyIsNull @Pattern(regexp = EmailAddress.PATTERN) @Size(max = 320) @Nullable String email,
    @Schema(hidden = true) PresentFields given) {

  /** The contact with what was named. */
  public Contact over(Contact present) {
    return new Contact(
        given.has("name") ? name : present.name(),
        given.has("phone") ? phone : present.phone(),
        given.has("email") ? email : present.email());
  }
}
