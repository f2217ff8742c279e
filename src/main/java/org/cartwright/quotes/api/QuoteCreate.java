package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.EmptyIsNull;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.PathId;
import org.jspecify.annotations.Nullable;

/** A quote to be made of a cart. */
@Schema(
    name = "QuoteCreate",
    description = "A quote to make from a cart; it begins with the cart's lines and figures.",
    example =
        """
        {"patientId": "pat_demo_jane", "cartId": "cart_demo_jane", "creatorId": "prov_demo_lee", "validUntilDate": "2099-12-31T23:59:59Z"}""")
public record QuoteCreate(
    @Schema(description = "Chosen by the client, or given by the service if left out.")
        @Pattern(regexp = Ids.CLIENT_CHOSEN)
        @PathId(except = {"list", "public"})
        @Nullable String id,
    @Schema(description = "The cart's patient.", example = "pat_demo_jane") @Size(max = 64)
        String patientId,
    @Schema(description = "The cart to copy.", example = "cart_demo_jane") @Size(max = 64)
        String cartId,
    @Schema(description = "The provider who makes the quote.", example = "prov_demo_lee")
        @Size(max = 64)
        String creatorId,
    @Schema(description = "Made from the patient's name if empty or left out.")
        @EmptyIsNull
        @Size(max = 255)
        @Nullable String title,
    @Size(max = 10_000) @Nullable String description,
    @Schema(
            description =
                "When the quote expires; without it, never. A date alone means the end of that "
                    + "day in the clinic's time zone; a date-time without an offset is UTC.")
        @Nullable Moment validUntilDate,
    @Schema(description = "What the patient agrees to by accepting.") @Size(max = 50_000)
        @Nullable String terms,
    @Schema(description = "For the staff only.") @Size(max = 10_000) @Nullable String internalNotes,
    @Schema(description = "Whether patients have to prove who they are before seeing it.")
        @Default("true")
        boolean requiresPatientVerification) {}
