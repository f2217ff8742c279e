package org.cartwright.platform.errors;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of every error but a 422. */
@Schema(
    name = "ErrorDetail",
    description = "What was refused and, where it helps, what to do instead.")
public record ErrorBody(@Schema(example = "Cart not found") String detail) {}
