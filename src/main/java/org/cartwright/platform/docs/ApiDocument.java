package org.cartwright.platform.docs;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartwright.platform.errors.ErrorBody;
import org.cartwright.platform.errors.ValidationErrorBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the document says about every operation: who may ask, and how it is refused. */
@Configuration
class ApiDocument {

  private static final String ERROR = "#/components/schemas/Error";
  private static final String INVALID = "#/components/schemas/HTTPValidationError";

  /** The groups of operations, in the order in which the front desk meets them. */
  private static final List<String> FIRST =
      List.of(
          "Carts",
          "Quotes",
          "Charges",
          "Payments",
          "Patients",
          "Patient credit",
          "Patient tags",
          "Quick notes",
          "Providers",
          "Items",
          "Packages",
          "Taxes");

  private static final List<String> LAST = List.of("Tenant", "Platform");

  private static final Set<String> KEYS = Set.of("TENANT", "API-KEY", "ADMIN-KEY");

  private static final Map<String, String> SENTENCES =
      Map.of(
          "401", "The headers do not name a tenant and a live key of it.",
          "404", "There is no such thing here. Another tenant's is answered in the same words.",
          "409",
              "The present state forbids it; the sentence says what to do instead. Nothing changed.",
          "413", "The body is larger than 1 MiB.",
          "415", "The body is not application/json.",
          "422",
              "The request is wrong; everything that is wrong is listed, in field order. Nothing changed.",
          "503", "The database cannot be reached; try again.");

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Cartwright")
                .version("0.1.0")
                .description(
                    """
                    Carts and quotes for clinics. Amounts are integers in cents, percentages and quantities exact \
                    decimals, moments RFC 3339 in UTC. Requests may name fields in camelCase or snake_case; answers \
                    are in camelCase, and absent values are null.\
                    """))
        .components(
            new Components()
                .addSecuritySchemes(
                    "TENANT", header("TENANT", "The clinic that asks; `demo` in the demo."))
                .addSecuritySchemes(
                    "API-KEY", header("API-KEY", "A live key of it; `demo-key` in the demo."))
                .addSecuritySchemes(
                    "ADMIN-KEY", header("ADMIN-KEY", "The operator's key, for `/platform`.")));
  }

  private static SecurityScheme header(String name, String description) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.HEADER)
        .name(name)
        .description(description);
  }

  @Bean
  OpenApiCustomizer howEveryOperationIsAskedAndRefused() {
    return document -> {
      ModelConverters.getInstance(true)
          .readAll(ErrorBody.class)
          .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
      ModelConverters.getInstance(true)
          .readAll(ValidationErrorBody.class)
          .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
      document.getPaths().forEach((path, item) -> describe(path, item));
      if (document.getTags() != null) {
        document.getTags().sort(Comparator.comparingInt(tag -> place(tag.getName())));
      }
    };
  }

  /** Groups not named stand before the last two. */
  private static int place(String tag) {
    if (LAST.contains(tag)) {
      return FIRST.size() + 1 + LAST.indexOf(tag);
    }
    return FIRST.contains(tag) ? FIRST.indexOf(tag) : FIRST.size();
  }

  private static void describe(String path, PathItem item) {
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              var platform = path.startsWith("/platform");
              operation.setSecurity(
                  platform
                      ? List.of(new SecurityRequirement().addList("ADMIN-KEY"))
                      : List.of(new SecurityRequirement().addList("TENANT").addList("API-KEY")));
              if (operation.getParameters() != null) {
                operation.getParameters().removeIf(ApiDocument::isKey);
              }
              addRefusals(path, method, operation);
            });
  }

  /** What proves who is asking is a security scheme, not a parameter. */
  private static boolean isKey(Parameter parameter) {
    return "header".equals(parameter.getIn()) && KEYS.contains(parameter.getName());
  }

  private static void addRefusals(String path, PathItem.HttpMethod method, Operation operation) {
    add(operation, "401", ERROR);
    if (path.contains("{") || path.startsWith("/platform")) {
      add(operation, "404", ERROR);
    }
    if (method != PathItem.HttpMethod.GET) {
      add(operation, "409", ERROR);
    }
    if (operation.getRequestBody() != null) {
      add(operation, "413", ERROR);
      add(operation, "415", ERROR);
    }
    if (operation.getRequestBody() != null || operation.getParameters() != null) {
      add(operation, "422", INVALID);
    }
    add(operation, "503", ERROR);
  }

  private static void add(Operation operation, String status, String schema) {
    operation
        .getResponses()
        .putIfAbsent(
            status,
            new ApiResponse()
                .description(SENTENCES.get(status))
                .content(
                    new Content()
                        .addMediaType(
                            "application/json",
                            new MediaType().schema(new Schema<>().$ref(schema)))));
  }
}
