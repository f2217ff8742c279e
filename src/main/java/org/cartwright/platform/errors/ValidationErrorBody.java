package org.cartwright.platform.errors;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The body of a 422: every violation of the request, in field order. */
@Schema(
    name = "HTTPValidationError",
    description = "Everything that is wrong with the request, in field order.")
public record ValidationErrorBody(
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<Entry> detail) {

  @Schema(name = "ValidationError")
  record Entry(
      @ArraySchema(
              arraySchema =
                  @Schema(
                      description =
                          "Where it is: `body`, `query` or `path`, then field names and list positions.",
                      example = "[\"body\", \"items\", 0, \"quantity\"]"),
              schema = @Schema(anyOf = {String.class, Integer.class}))
          List<Object> loc,
      @Schema(example = "Input should be greater than 0") String msg,
      @Schema(example = "greater_than") String type) {}

  public static ValidationErrorBody of(List<Violation> violations) {
    return new ValidationErrorBody(
        violations.stream().map(v -> new Entry(v.loc(), v.msg(), v.type())).toList());
  }
}
