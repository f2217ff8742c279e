package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springdoc.core.models.GroupedOpenApi;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The OpenAPI documents: one for clinics at {@code /v3/api-docs}, one for shops that take orders at
 * {@code /v3/api-docs/orders} and one for the operator at {@code /v3/api-docs/platform}. Keys are
 * told twice, as security schemes and as header parameters, since clients generated from the
 * published API pass them with every call.
 */
@Configuration
class OpenApiConfiguration {

  static final String PLATFORM = "/platform";
  private static final String ORDERS = "/orders";

  /** Has two names, as the published API gives it: one where it is sent, one where answered. */
  private static final String CHARGE_ITEM = "ChargeItemDetail";

  private static final Set<String> KEYS = Set.of("TENANT", "API-KEY", "ADMIN-KEY");

  /** The keys of the demo clinic, and of the shop beside it. */
  private static final Map<String, String> EXAMPLES =
      Map.of("TENANT", "demo", "API-KEY", "demo-key");

  private static final Map<String, String> EXAMPLES_OF_ORDERS =
      Map.of("TENANT", "shop", "API-KEY", "shop-key");

  private final OperationTexts texts = new OperationTexts();
  private final ConditionalOperations conditional;

  OpenApiConfiguration(ConditionalOperations conditional) {
    this.conditional = conditional;
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Cartwright")
                .version("0.1.0")
                .description(
                    """
                    Carts and quotes for clinics. Each request has the headers `TENANT` and `API-KEY`.

                    - Amounts are integers in the smallest unit of their currency, such as cents. Percentages and \
                    quantities are exact decimals.
                    - Moments are RFC 3339 in UTC; a date alone is a day of the clinic.
                    - Requests may name fields in camelCase or snake_case. Answers are in camelCase, and absent values \
                    are null.
                    - Lists with pages take `page`, from 1 on, and `size` or `per_page`.
                    - A refusal is `{"detail": …}`: a sentence, or for 422 a list. After 429 or 503, wait as many \
                    seconds as `Retry-After` says.
                    - Every POST, PUT, PATCH and DELETE takes `Idempotency-Key`, also where it is not listed: the same \
                    request is not done twice.
                    - Single carts, drafts, quotes, orders and charges carry an `ETag`. Reading one takes \
                    `If-None-Match`. Changing one takes `If-Match`, except for charges.\
                    """)
                .license(new License().name("Proprietary").identifier("LicenseRef-Proprietary"))
                .contact(new Contact().name("Cartwright")))
        .components(new Components());
  }

  @Bean
  GroupedOpenApi platformApi() {
    return GroupedOpenApi.builder()
        .group("platform")
        .displayName("Cartwright: the operator")
        .pathsToMatch(PLATFORM + "/**")
        .addOpenApiCustomizer(
            document ->
                document
                    .getInfo()
                    .title("Cartwright: the operator")
                    .description(
                        "Setting up clinics: their API keys, logos, limits and first owners; and checking the stored data. Each request has the header `ADMIN-KEY`."))
        .build();
  }

  @Bean
  GroupedOpenApi ordersApi() {
    return GroupedOpenApi.builder()
        .group("orders")
        .displayName("Cartwright: draft orders")
        .pathsToMatch(ORDERS + "/**", ORDERS, ORDERS + ".csv")
        .addOpenApiCustomizer(
            document ->
                document
                    .getInfo()
                    .title("Cartwright: draft orders")
                    .description(
                        """
                        Carts as the draft orders of a shop: markets, coupons, stock, and orders. Amounts are integers \
                        in the smallest unit of their currency. Headers, refusals and the like are as in the document \
                        for clinics.\
                        """))
        .addOpenApiCustomizer(OpenApiConfiguration::showWhatTheShopSells)
        .build();
  }

  /** A line is of carts, too, whose example the shop does not sell. */
  private static void showWhatTheShopSells(OpenAPI document) {
    var line = document.getComponents().getSchemas().get("CartItemCreate");
    Objects.requireNonNull(line)
        .setExample(new TreeMap<>(Map.of("itemId", "item_shop_mug", "quantity", 12)));
  }

  /** Keeps the operator's side and orders out of the document for clinics; groups are not asked. */
  @Bean
  OpenApiMethodFilter clinicsOnly() {
    return method -> {
      var mapping =
          AnnotatedElementUtils.findMergedAnnotation(
              method.getDeclaringClass(), RequestMapping.class);
      return mapping == null
          || Arrays.stream(mapping.path())
              .noneMatch(path -> path.startsWith(PLATFORM) || path.startsWith(ORDERS));
    };
  }

  @Bean
  GlobalOpenApiCustomizer theWholeDocument() {
    return document -> {
      ErrorResponses.describe(document.getComponents());
      document.getPaths().forEach(this::describe);
      document.setPaths(inOrder(document.getPaths()));
      SchemaSimplifier.in(document);
      var schemas = document.getComponents().getSchemas();
      if (schemas.containsKey(CHARGE_ITEM + "-Output")) {
        schemas.put(CHARGE_ITEM + "-Input", schemas.get(CHARGE_ITEM + "-Output"));
      }
      if (document.getTags() != null) {
        var met =
            document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getTags().getFirst())
                .distinct()
                .toList();
        document.getTags().sort(Comparator.comparingInt(tag -> met.indexOf(tag.getName())));
      }
      keysOf(document).forEach(key -> addScheme(document.getComponents(), key));
    };
  }

  /** Methods of one path are told in this order, too: made, found, changed, deleted. */
  @Bean
  InitializingBean theOrderOfMethods(ObjectMapperProvider mappers) {
    return () -> {
      mappers.jsonMapper().addMixIn(PathItem.class, PathItemMixin.class);
      mappers.yamlMapper().addMixIn(PathItem.class, PathItemMixin.class);
    };
  }

  private Paths inOrder(Paths paths) {
    var ordered = new Paths();
    paths.entrySet().stream()
        .sorted(Comparator.comparingInt(path -> place(path.getValue())))
        .forEach(path -> ordered.addPathItem(path.getKey(), path.getValue()));
    return ordered;
  }

  private int place(PathItem path) {
    return path.readOperations().stream().mapToInt(texts::place).min().orElse(0);
  }

  private void describe(String path, PathItem item) {
    for (var entry : item.readOperationsMap().entrySet()) {
      describe(path, entry.getKey(), entry.getValue());
    }
  }

  private void describe(String path, HttpMethod method, Operation operation) {
    var parameters = new ArrayList<Parameter>();
    if (operation.getParameters() != null) {
      operation.getParameters().stream().filter(told -> !isKey(told)).forEach(parameters::add);
    }
    if (RepeatableOperations.tells(path, method, operation)) {
      parameters.add(RepeatableOperations.key());
    }
    conditional.condition(path, method, operation).ifPresent(parameters::add);
    operation.setParameters(parameters.isEmpty() ? null : parameters);
    conditional.addAnswers(path, method, operation);
    ErrorResponses.add(path, method, operation);
    var wanted = new SecurityRequirement();
    var keys = new ArrayList<Parameter>();
    for (var key : keysOf(path)) {
      wanted.addList(key);
      if (EXAMPLES.containsKey(key)) {
        keys.add(header(key, path.startsWith(ORDERS) ? EXAMPLES_OF_ORDERS : EXAMPLES));
      }
    }
    operation.setSecurity(List.of(wanted));
    keys.addAll(parameters);
    operation.setParameters(keys.isEmpty() ? null : keys);
    texts.tell(operation);
  }

  private static List<String> keysOf(OpenAPI document) {
    return document.getPaths().keySet().stream()
        .flatMap(path -> keysOf(path).stream())
        .distinct()
        .toList();
  }

  private static List<String> keysOf(String path) {
    return path.startsWith(PLATFORM) ? List.of("ADMIN-KEY") : List.of("TENANT", "API-KEY");
  }

  private static boolean isKey(Parameter parameter) {
    return "header".equals(parameter.getIn()) && KEYS.contains(parameter.getName());
  }

  private static Parameter header(String key, Map<String, String> examples) {
    var text = new StringSchema();
    text.addType("string");
    return new Parameter()
        .name(key)
        .in("header")
        .required(true)
        .schema(text)
        .example(examples.get(key));
  }

  private void addScheme(Components components, String key) {
    components.addSecuritySchemes(
        key,
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name(key)
            .description(texts.parameter(key)));
  }
}
