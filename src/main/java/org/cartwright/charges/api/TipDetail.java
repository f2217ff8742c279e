package org.cartwright.charges.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.platform.json.Default;
import org.cartwright.staff.api.ProviderTiny;
import org.jspecify.annotations.Nullable;

/** A tip. No charge of this service has any; in a request it is read but means nothing. */
@Schema(description = "A tip. Not kept by this service.")
public record TipDetail(
    String chargeId,
    long amount,
    String providerId,
    @Default("\"\"") String id,
    @Nullable ProviderTiny provider) {}
