package org.cartwright.staff.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.platform.format.EmailAddress;
import org.cartwright.platform.json.EmptyIsNull;
import org.jspecify.annotations.Nullable;

/** Somebody who is to be a provider of the clinic. */
@Schema(
    description = "Somebody to add as a provider of the clinic.",
    example =
        """
        {"email": "alex.rivera@example.com", "firstName": "Alex", "lastName": "Rivera",
         "phoneNumber": "+1 555 010 7777", "roles": ["injector"]}""")
public record ProviderInvite(
    @Schema(
            description = "Unique among the clinic's providers, upper and lower case alike.",
            format = "email",
            example = "alex@example.com")
        @Pattern(regexp = EmailAddress.PATTERN)
        @Size(max = 320)
        String email,
    @Schema(example = "+1 555 010 7777") @Size(max = 50) @Nullable String phoneNumber,
    @Schema(example = "Alex") @Size(min = 1, max = 255) String firstName,
    @Schema(example = "Rivera") @Size(min = 1, max = 255) String lastName,
    @Schema(
            description =
                "Names of roles; a new name makes a new role. Upper and lower case are alike.",
            example = "[\"injector\"]")
        @Size(max = 50)
        List<@Size(min = 1, max = 100) String> roles,
    @Size(max = 255) @Nullable String primaryLocationId,
    @Schema(description = "Empty counts as none.") @EmptyIsNull @Size(max = 255)
        @Nullable String externalId) {}
