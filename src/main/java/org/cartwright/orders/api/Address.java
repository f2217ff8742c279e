package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.format.CountryCode;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param name who or what is there
 * @param region a state or province, as the taxes of a market name it
 * @param country its ISO 3166 code of two letters
 */
@Embeddable
@Schema(
    description = "A postal address.",
    example =
        """
        {"name": "Rahim Uddin", "line1": "12 Motijheel", "line2": null, "city": "Dhaka", "region": null,
         "postalCode": "1000", "country": "BD"}""")
public record Address(
    @Schema(description = "Who or what is at this address.", example = "Rahim Uddin")
        @Size(max = 255)
        @Nullable String name,
    @Schema(example = "12 Motijheel") @Size(min = 1, max = 500) @Column(name = "line1")
        String line1,
    @Schema(example = "Third floor") @Size(max = 500) @Column(name = "line2")
        @Nullable String line2,
    @Schema(example = "Dhaka") @Size(min = 1, max = 255) String city,
    @Schema(description = "A state or province, as taxes name it.", example = "Dhaka")
        @Size(max = 255)
        @Nullable String region,
    @Schema(example = "1000") @Size(max = 64) @Nullable String postalCode,
    @Schema(description = "The ISO 3166 code of the country.", example = "BD")
        @CountryCode(message = "a country is an ISO 3166 code of two letters, such as BD")
        String country) {}
