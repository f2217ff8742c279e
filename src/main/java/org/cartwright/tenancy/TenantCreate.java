package org.cartwright.tenancy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.cartwright.platform.format.CurrencyCode;
import org.cartwright.platform.format.LocaleTag;
import org.cartwright.platform.format.TimeZoneId;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A clinic to set up. */
@Schema(
    description = "A clinic to set up.",
    example =
        """
        {"tenant": "glow-clinic", "name": "Glow Clinic", "timeZone": "America/New_York"}""")
public record TenantCreate(
    @Schema(description = "What its clients will send as `TENANT`.", example = "glow-clinic")
        @Pattern(regexp = TenantCreate.ID)
        String tenant,
    @Schema(description = "The name patients know it by.", example = "Glow Clinic")
        @Size(min = 1, max = 200)
        String name,
    @Schema(description = "The IANA time zone of its days.", example = "America/New_York")
        @Default("\"UTC\"")
        @TimeZoneId
        String timeZone,
    @Schema(description = "After how many days without a change a draft cart counts as abandoned.")
        @Default("30")
        @Min(1)
        @Max(3650)
        int inactivityDays,
    @Schema(example = "https://glow.example") @Default("\"\"") @Size(max = 500) String homePage,
    @Schema(example = "+1 555 010 9999") @Default("\"\"") @Size(max = 50) String phoneNumber,
    @Schema(example = "https://glow.example/logo.png") @Default("\"\"") @Size(max = 500)
        String logoUrl,
    @Schema(description = "A line that is printed on receipts.") @Default("\"\"") @Size(max = 2000)
        String manualInvoiceText,
    @Size(max = 500) @Nullable String slogan,
    @Schema(
            description = "The ISO 4217 currency in which amounts are written for patients.",
            example = "USD")
        @Default("\"USD\"")
        @CurrencyCode
        String currency,
    @Schema(
            description = "The BCP 47 locale in which figures and dates are written for patients.",
            example = "en-US")
        @Default("\"en-US\"")
        @Size(max = 35)
        @LocaleTag
        String locale) {

  static final String ID = "^[a-z0-9][a-z0-9-]{0,62}$";
}
