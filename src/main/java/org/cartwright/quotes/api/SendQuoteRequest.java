package org.cartwright.quotes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;

/** A quote to be sent to its patient. */
@Schema(
    name = "SendQuoteRequest",
    description = "A quote to be sent to its patient.",
    example =
        """
        {"quoteId": "quote_demo_jane", "method": "email", "message": "As discussed today."}""")
public record SendQuoteRequest(
    @Size(max = 64) String quoteId,
    @Schema(description = "`email` or `sms`, in any case.", example = "email") @Size(max = 32)
        String method,
    @Schema(description = "A few words from the clinic that go with it.") @Size(max = 2_000)
        @Nullable String message,
    @Schema(
            description =
                "When to send it; now if left out or past. A date alone means the end of that "
                    + "day in the clinic's time zone; a date-time without an offset is UTC.")
        @Nullable Moment scheduleSendDate)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    if (SendMethod.named(method).isEmpty()) {
      complaints.about("method", "a quote is sent by email or by sms");
    }
  }

  public SendMethod by() {
    return SendMethod.named(method).orElseThrow();
  }
}
