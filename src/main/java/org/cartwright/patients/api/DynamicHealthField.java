package org.cartwright.patients.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a chart that a clinic defined itself. None are kept by this service. */
@Schema(description = "A field of the chart that the clinic has defined.")
record DynamicHealthField(
    String fieldId,
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<String> values,
    @Nullable String type) {}
