package org.cartwright.platform.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cartwright.platform.errors.ErrorBody;
import org.cartwright.platform.errors.ValidationErrorBody;

/** How operations are refused: which answers besides the good one each of them can give. */
final class ErrorResponses {

  private static final String ERROR = "#/components/schemas/ErrorDetail";
  private static final String INVALID = "#/components/schemas/HTTPValidationError";
  private static final String RETRY_AFTER = "Retry-After";

  private static final Map<String, String> HEADERS =
      Map.of(
          RETRY_AFTER,
          "After how many seconds to ask again.",
          "X-RateLimit-Limit",
          "How many requests the caller may make at once.",
          "X-RateLimit-Remaining",
          "How many of them the caller has left now.",
          "X-RateLimit-Reset",
          "When the caller has all of them again, in seconds since 1970.");

  private static final Map<String, String> SENTENCES =
      Map.of(
          "401",
          "The headers do not name a tenant and a live key of it.",
          "404",
          "What the request names does not exist here. What belongs to another tenant is answered in the same words.",
          "409",
          "The present state forbids it; the sentence says what to do instead. Nothing changed.",
          "412",
          "The object is not as `If-Match` says it was seen; `ETag` is its present tag. Nothing changed.",
          "413",
          "The body is larger than the 1 MiB that a request may have.",
          "415",
          "The body is of another media type than the operation reads, or encoded.",
          "422",
          "The request is wrong. What is wrong with each field by itself is listed, in field order; if nothing is, what is wrong with them together, or with what they name. Nothing changed.",
          "429",
          "Too many requests: of the caller, whose share the `X-RateLimit` headers tell, or of all together, where there are none. `Retry-After` says when to ask again. Nothing changed.",
          "503",
          "The database cannot be reached or is overloaded; ask again after `Retry-After` seconds.");

  private static final Map<String, String> SENTENCES_FOR_THE_OPERATOR =
      Map.of(
          "401",
          "The header does not hold the operator's key.",
          "404",
          "What the request names does not exist, or the service was started without an operator's key, and there is nothing of this.");

  private static final String PRINTER_BUSY =
      "The database cannot be reached or is overloaded, or too much is being printed; ask again after `Retry-After` seconds.";

  /** These only read, and still the state of what they are about may forbid them. */
  private static final Set<String> READING_THAT_MAY_BE_FORBIDDEN =
      Set.of("/webhook/decoda/events/{webhook_delivery_attempt_id}/send");

  /** What these are asked about stands in their body or query instead of their path. */
  private static final Set<String> ABOUT_WHAT_THEIR_BODY_NAMES =
      Set.of(
          "/billing/quote",
          "/billing/quote/send",
          "/billing/quote/respond",
          "/billing/quote/convert-to-charge",
          "/billing/payment/refund",
          "/billing/payment/cash/create",
          "/billing/payment/patient-credit/create",
          "/billing/charge/timeline",
          "/user/patient/archive",
          "/inventory/items/bulk-update-taxes",
          "/webhooks/events");

  private ErrorResponses() {}

  /** Adds what the answers consist of. */
  static void describe(Components components) {
    ModelConverters.getInstance(true)
        .readAll(ErrorBody.class)
        .forEach((name, schema) -> components.addSchemas(name, schema));
    ModelConverters.getInstance(true)
        .readAll(ValidationErrorBody.class)
        .forEach((name, schema) -> components.addSchemas(name, schema));
    HEADERS.forEach(
        (name, sentence) -> {
          var number = new IntegerSchema();
          number.addType("integer");
          components.addHeaders(
              name, new Header().description(sentence).schema(number.minimum(BigDecimal.ZERO)));
        });
  }

  /** Adds the answers an operation can give besides the good one and those it tells of itself. */
  static void add(String path, HttpMethod method, Operation operation) {
    if (path.startsWith(OpenApiConfiguration.PLATFORM)) {
      SENTENCES_FOR_THE_OPERATOR.forEach(
          (status, sentence) -> add(operation, status, sentence, ERROR));
    }
    if (path.endsWith(".pdf")) {
      add(operation, "503", PRINTER_BUSY, ERROR);
    }
    add(operation, "401", ERROR);
    if (path.contains("{") || ABOUT_WHAT_THEIR_BODY_NAMES.contains(path)) {
      add(operation, "404", ERROR);
    }
    if (method != HttpMethod.GET || READING_THAT_MAY_BE_FORBIDDEN.contains(path)) {
      add(operation, "409", ERROR);
    }
    if (operation.getRequestBody() != null) {
      add(operation, "413", ERROR);
      add(operation, "415", ERROR);
    }
    if (operation.getRequestBody() != null
        || operation.getParameters() != null
        || RepeatableOperations.takes(path, method)) {
      add(operation, "422", INVALID);
    }
    add(operation, "429", ERROR);
    add(operation, "503", ERROR);
  }

  /** Adds a refusal in a sentence. */
  static ApiResponse add(Operation operation, String status) {
    return add(operation, status, ERROR);
  }

  private static ApiResponse add(Operation operation, String status, String schema) {
    return add(operation, status, Objects.requireNonNull(SENTENCES.get(status)), schema);
  }

  /** Adds a refusal, unless there is one with this status already. */
  private static ApiResponse add(
      Operation operation, String status, String sentence, String schema) {
    var response =
        new ApiResponse()
            .description(sentence)
            .content(
                new Content()
                    .addMediaType(
                        "application/json", new MediaType().schema(new Schema<>().$ref(schema))));
    if (status.equals("429")) {
      HEADERS.keySet().forEach(header -> addHeader(response, header));
    }
    if (status.equals("503")) {
      addHeader(response, RETRY_AFTER);
    }
    return Objects.requireNonNullElse(
        operation.getResponses().putIfAbsent(status, response), response);
  }

  private static void addHeader(ApiResponse response, String header) {
    response.addHeaderObject(header, new Header().$ref("#/components/headers/" + header));
  }
}
