package org.cartwright.quotes.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** The evidence of an acceptance. */
@NamedInterface("evidence")
@Schema(
    name = "QuoteAcceptance",
    description = "The evidence that a quote was accepted, and whether it still holds.")
public record Acceptance(
    String quoteId,
    @Schema(
            description =
                "What was accepted: canonical JSON (sorted keys, no white space, UTF-8), "
                    + "amounts in cents.")
        String content,
    @Schema(description = "The SHA-256 of the content's UTF-8 bytes, in hex.") String sha256,
    Verification verification,
    @Schema(description = "The provider who took the answer down; left out if none did.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String providerId,
    @Schema(description = "Where the answer came from.") @Nullable String networkAddress,
    @Nullable String userAgent,
    @Schema(
            description =
                "The language of the page on which it was accepted; left out if it was not "
                    + "accepted on the page, or the language was not recorded then.",
            example = "es")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String language,
    Instant acceptedDate,
    @Schema(
            description =
                "Whether the content still has this hash, and the quote still says what was accepted.")
        boolean verified,
    @Schema(
            description =
                "When the patient was erased; left out if they were not. Since then the content "
                    + "has null in place of words. The hash stays that of what was accepted, so it "
                    + "can no longer be verified here, but whoever has kept what was accepted can "
                    + "still prove it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Instant redactedDate) {

  /** How somebody showed to be the patient. */
  @Schema(name = "QuoteVerification")
  public enum Verification {
    DATE_OF_BIRTH,
    PHONE_ENDING,
    /** The clinic asked for no proof. */
    NONE,
    /** The answer came with the clinic's API key, as from its desk or its own portal. */
    API_KEY,
    /** Somebody of the clinic's staff took the answer down at the console. */
    STAFF
  }
}
