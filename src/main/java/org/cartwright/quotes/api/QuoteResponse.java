package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.cartwright.platform.json.CrossFieldValidated;
import org.jspecify.annotations.Nullable;

/** A patient's answer to a quote, as a clinic's own portal or its desk hands it on. */
@Schema(
    name = "QuoteResponse",
    description = "A patient's answer to a quote.",
    example =
        """
        {"quoteId": "quote_demo_jane", "response": "accept", "message": "See you on Friday"}""")
public record QuoteResponse(
    @Size(max = 64) String quoteId,
    @Schema(description = "`accept` or `decline`, in any case.", example = "accept") @Size(max = 32)
        String response,
    @Size(max = 10_000) @Nullable String message,
    @Schema(description = "How the patient would like to pay.") @Size(max = 255)
        @Nullable String preferredPaymentMethodId)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (answer().isEmpty()) {
      complaints.about("response", "the answer is accept or decline");
    }
  }

  public boolean accepts() {
    return answer().orElseThrow();
  }

  private Optional<Boolean> answer() {
    return switch (response.strip().toLowerCase(Locale.ROOT)) {
      case "accept", "accepted" -> Optional.of(true);
      case "decline", "declined" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
