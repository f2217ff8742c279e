package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCredit;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CartwrightTest
class OpenApiConfigurationTests {

  /** What is paid and given back has ids that only its own clinic knows. */
  private static final String NOT_IN_THE_DEMO = "/billing/payment/";

  /** What is told besides the sentence where something is refused for what else there is. */
  private static final Map<String, String> REFUSED_WITH_MORE =
      Map.of(
          "POST /user/patient/create", "PatientTaken",
          "PUT /user/patient/{id}", "PatientTaken",
          "POST /user/patient/{patient_id}/erasure", "PatientErasureRefusal",
          "POST /orders/drafts/{cart_id}/place", "DraftBlocked",
          "POST /orders/drafts/{cart_id}/reservation", "DraftBlocked");

  @Autowired private Clinics clinics;
  @Autowired private Providers providers;

  private final JsonMapper json = new JsonMapper();
  private JsonNode document = json.createObjectNode();
  private JsonNode orders = json.createObjectNode();
  private JsonNode platform = json.createObjectNode();
  private final List<Operation> operations = new ArrayList<>();

  record Operation(String method, String path, JsonNode spec) {

    String name() {
      return method + " " + path;
    }

    boolean hasInput() {
      return spec.has("requestBody")
          || spec.path("parameters").size()
              > (isForTheOperator() ? 0 : List.of("TENANT", "API-KEY").size());
    }

    boolean isForOrders() {
      return path.startsWith("/orders");
    }

    boolean isForTheOperator() {
      return path.startsWith("/platform");
    }
  }

  @BeforeEach
  void readWithoutKeys() {
    document = clinics.nobody().get("/v3/api-docs").ok().json();
    platform = clinics.nobody().get("/v3/api-docs/platform").ok().json();
    addOperations(document);
    assertThat(operations).hasSizeGreaterThan(60);
    orders = clinics.nobody().get("/v3/api-docs/orders").ok().json();
    addOperations(orders);
    addOperations(platform);
  }

  private void addOperations(JsonNode document) {
    for (var path : document.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        operations.add(
            new Operation(
                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                path.getKey(),
                operation.getValue()));
      }
    }
  }

  @Test
  void whatIsPrintedIsAPdfOfBytes() {
    var printed = operations.stream().filter(it -> it.path().endsWith(".pdf")).toList();

    assertThat(printed).hasSize(4);
    assertThat(printed)
        .allSatisfy(
            operation -> {
              var content = operation.spec().at("/responses/200/content");
              assertThat(content.propertyNames()).containsExactly("application/pdf");
              assertThat(content.at("/application~1pdf/schema/type").asString())
                  .isEqualTo("string");
              assertThat(content.at("/application~1pdf/schema/format").asString())
                  .isEqualTo("binary");
              assertThat(operation.spec().at("/responses/404/content").propertyNames())
                  .containsExactly("application/json");
            });
  }

  @Test
  void everyOperationSaysWhatItIsFor() {
    var ids = new ArrayList<String>();
    for (var operation : operations) {
      var spec = operation.spec();
      assertThat(spec.path("summary").asString("")).as(operation.name()).isNotBlank();
      assertThat(spec.path("tags").size()).as(operation.name()).isEqualTo(1);
      ids.add(spec.path("operationId").asString(""));
    }
    for (var operation : operations) {
      assertThat(operation.spec().path("description").asString(""))
          .as(operation.name())
          .contains(" ");
      for (var parameter : operation.spec().path("parameters")) {
        assertThat(parameter.path("description").asString(""))
            .as("%s %s", operation.name(), parameter.get("name"))
            .contains(" ");
      }
    }
    assertThat(ids).allMatch(id -> id.matches("[a-z_]+"), "lower case with underscores");
    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    assertThat(ids)
        .as("an id that springdoc made unique by itself")
        .noneMatch(id -> id.matches(".*_\\d+"));
  }

  @Test
  void everyOperationSaysHowItIsRefused() {
    for (var operation : operations) {
      var expected = new TreeSet<>(Set.of("200", "401", "429", "503"));
      if (operation.path().contains("{") || operation.isForTheOperator()) {
        expected.add("404");
      }
      if (!operation.method().equals("GET")) {
        expected.add("409");
      }
      if (operation.spec().has("requestBody")) {
        expected.addAll(Set.of("413", "415"));
      }
      var hasKey = !operation.method().equals("GET") && !operation.isForTheOperator();
      if (operation.hasInput() || hasKey) {
        expected.add("422");
      }
      var responses = operation.spec().get("responses");
      assertThat(new TreeSet<>(responses.propertyNames()))
          .as(operation.name())
          .containsAll(expected)
          .doesNotContain("500", "default", "400");
      for (var response : responses.properties()) {
        var schema = response.getValue().at("/content/application~1json/schema/$ref").asString("");
        switch (response.getKey()) {
          case "200" ->
              assertThat(response.getValue().path("content").size())
                  .as(operation.name())
                  .isEqualTo(1);
          case "304" ->
              assertThat(response.getValue().has("content")).as(operation.name()).isFalse();
          case "422" -> assertThat(schema).as(operation.name()).endsWith("/HTTPValidationError");
          case "409" ->
              assertThat(schema)
                  .as(operation.name())
                  .endsWith("/" + REFUSED_WITH_MORE.getOrDefault(operation.name(), "ErrorDetail"));
          default -> assertThat(schema).as(operation.name()).endsWith("/ErrorDetail");
        }
        assertThat(response.getValue().get("description").asString()).isNotBlank();
      }
    }
  }

  @Test
  void refusalsSayWhatTheyAreOfTheOperationTheyStandAt() {
    for (var operation : operations) {
      var responses = operation.spec().get("responses");
      assertThat(responses.at("/401/description").asString())
          .as(operation.name())
          .contains(operation.isForTheOperator() ? "the operator's key" : "a live key");
      if (operation.isForTheOperator()) {
        assertThat(responses.at("/404/description").asString())
            .contains("without an operator's key");
      }
      assertThat(responses.at("/503/description").asString().contains("being printed"))
          .as(operation.name())
          .isEqualTo(operation.path().endsWith(".pdf"));
    }
    assertThat(
            operations.stream()
                .filter(it -> it.method().equals("GET") && it.spec().at("/responses").has("409")))
        .extracting(Operation::name)
        .containsExactly("GET /webhook/decoda/events/{webhook_delivery_attempt_id}/send");
  }

  @Test
  void readingADocumentWithATagTellsThatItMayBeKnownAlready() {
    var asking = new ArrayList<String>();
    var known = new ArrayList<String>();
    for (var operation : operations) {
      var parameters = operation.spec().path("parameters").valueStream();
      if (parameters.anyMatch(it -> it.get("name").asString().equals("If-None-Match"))) {
        asking.add(operation.name());
      }
      if (operation.spec().at("/responses").has("304")) {
        known.add(operation.name());
      }
    }
    assertThat(asking)
        .as("a published one keeps its parameters")
        .containsExactlyInAnyOrder(
            "GET /user/patient/{patient_id}/credit/{credit_id}",
            "GET /orders/drafts/{cart_id}",
            "GET /orders/{order_id}");
    assertThat(known)
        .containsExactlyInAnyOrder(
            "GET /billing/cart/{cart_id}",
            "GET /billing/quote/{quote_id}",
            "GET /billing/charge/get/{id}",
            "GET /user/patient/{patient_id}/credit/{credit_id}",
            "GET /orders/drafts/{cart_id}",
            "GET /orders/{order_id}");
  }

  @Test
  void whoAsksForEventsAfterOneThatNeverWasIsToldSo() {
    var events = operations.stream().filter(it -> it.path().equals("/webhooks/events"));

    assertThat(events.map(it -> it.spec().at("/responses").has("404"))).containsExactly(true);
  }

  @Test
  void severalStatusesOfOrdersAndDraftsAreAPlainArray() {
    for (var path : List.of("/orders", "/orders.csv", "/orders/drafts", "/orders/drafts.csv")) {
      var statuses =
          orders
              .at("/paths")
              .path(path)
              .at("/get/parameters")
              .valueStream()
              .filter(it -> it.get("name").asString().equals("statuses"))
              .map(it -> it.at("/schema/type").asString(""));
      assertThat(statuses).as(path).containsExactly("array");
    }
  }

  @Test
  void everyOperationSaysWhichKeysItWants() {
    for (var operation : operations) {
      var security = operation.spec().get("security");
      assertThat(security.size()).as(operation.name()).isEqualTo(1);
      assertThat(security.get(0).propertyNames())
          .as(operation.name())
          .containsExactlyInAnyOrderElementsOf(
              operation.isForTheOperator() ? List.of("ADMIN-KEY") : List.of("TENANT", "API-KEY"));
    }
    var schemes = document.at("/components/securitySchemes");
    var ofTheOperator = platform.at("/components/securitySchemes");
    assertThat(schemes.propertyNames()).containsExactly("TENANT", "API-KEY");
    assertThat(ofTheOperator.propertyNames()).containsExactly("ADMIN-KEY");
    for (var scheme : List.of(schemes.get("TENANT"), ofTheOperator.get("ADMIN-KEY"))) {
      assertThat(scheme.get("type").asString()).isEqualTo("apiKey");
      assertThat(scheme.get("in").asString()).isEqualTo("header");
    }
  }

  @Test
  void theKeysInExamplesAreOfTheDemoThatTheDocumentIsFor() {
    for (var operation : operations) {
      if (!operation.isForTheOperator()) {
        var demo = operation.isForOrders() ? "shop" : "demo";
        assertThat(operation.spec().at("/parameters/0/example").asString())
            .as(operation.name())
            .isEqualTo(demo);
        assertThat(operation.spec().at("/parameters/1/example").asString())
            .as(operation.name())
            .isEqualTo(demo + "-key");
      }
    }
  }

  @Test
  void whatTheDocumentsReferToIsInThem() {
    allIsIn(document);
    allIsIn(orders);
    allIsIn(platform);
  }

  private static void allIsIn(JsonNode document) {
    var referred = new TreeSet<String>();
    collect(document, referred);

    assertThat(referred).isNotEmpty();
    for (var reference : referred) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private static void collect(JsonNode node, Set<String> references) {
    if (node.isObject() && node.has("$ref")) {
      references.add(node.get("$ref").asString());
    }
    node.forEach(child -> collect(child, references));
  }

  @Test
  void operationsStandInTheOrderInWhichTheDeskMeetsThem() {
    var tags = new ArrayList<String>();
    for (var tag : document.get("tags")) {
      tags.add(tag.get("name").asString());
      assertThat(tag.path("description").asString("")).as(tag.toString()).isNotBlank();
    }

    assertThat(tags)
        .containsSubsequence(
            "Carts",
            "Patients",
            "Patient tags",
            "Providers",
            "Items",
            "Packages",
            "Taxes",
            "Tenant");
    assertThat(tags)
        .containsExactlyElementsOf(
            operations.stream()
                .filter(operation -> !operation.isForTheOperator() && !operation.isForOrders())
                .map(o -> o.spec().at("/tags/0").asString())
                .distinct()
                .toList());
  }

  @Test
  void theDocumentIsThereToReadInABrowserWithoutKeys() {
    var page = clinics.nobody().get("/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("swagger-ui");

    var redirect = clinics.nobody().get("/docs");
    assertThat(redirect.status()).isEqualTo(302);
    assertThat(redirect.headers().firstValue("Location").orElse(""))
        .contains("/swagger-ui/index.html");

    var settings = clinics.nobody().get("/v3/api-docs/swagger-config").ok();
    assertThat(settings.at("/urls/0/url")).isEqualTo("/v3/api-docs");
    assertThat(settings.at("/urls/1/url")).isEqualTo("/v3/api-docs/orders");
    assertThat(settings.at("/urls/2/url")).isEqualTo("/v3/api-docs/platform");
    assertThat(clinics.nobody().get("/v3/api-docs.yaml").status()).isEqualTo(200);
    for (var file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-initializer.js")) {
      assertThat(clinics.nobody().get("/swagger-ui/" + file).status()).as(file).isEqualTo(200);
    }
  }

  @Test
  void aDocumentThatIsNotThereIsMissing() {
    var answer = clinics.nobody().get("/v3/api-docs/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"detail\":\"Not Found\"}");
  }

  @Test
  void theDocumentOpensNoOtherDoor() {
    for (var path :
        List.of(
            "/docs/../billing/cart",
            "/docs/..%2fbilling/cart",
            "/swagger-ui/../billing/cart",
            "/docs;/../billing/cart",
            "/error/../billing/cart",
            "/actuator/..;/billing/cart",
            "//billing/cart",
            "/./billing/cart",
            "/billing/cart;x=/docs",
            "/%62illing/cart")) {
      var answer =
          org.cartwright.testing.RawConnection.send(
              clinics.nobody(),
              "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("{\"detail\":");
    }
  }

  @Test
  void everyExampleOfABodyIsAcceptedInTheDemoClinicOrTheShop() throws IOException {
    var examples = new ArrayList<String>();
    var shop = DemoShop.open(clinics);
    var furnished = furnish();
    for (var operation : operations) {
      if (!operation.spec().at("/requestBody/content").has("application/json")
          || operation.path().startsWith(NOT_IN_THE_DEMO)) {
        continue;
      }
      var schema =
          resolve(operation, operation.spec().at("/requestBody/content/application~1json/schema"));
      assertThat(schema.path("example").isObject()).as("example of " + operation.name()).isTrue();
      var example = schema.get("example");
      var answer =
          operation.isForOrders()
              ? shop.send(operation.method(), operation.path(), example.toString())
              : inTheDemo(operation, example, clinics.like(furnished).api());

      assertThat(answer.status())
          .as("%s %s: %s", operation.name(), example, answer.text())
          .isEqualTo(200);
      examples.add(operation.name());
    }
    assertThat(examples)
        .contains(
            "POST /billing/cart",
            "PUT /billing/cart/{cart_id}",
            "POST /platform/tenants",
            "POST /orders/drafts/{cart_id}/items");
  }

  private Answer inTheDemo(Operation operation, JsonNode example, Api demo) {
    var api = operation.isForTheOperator() ? clinics.operator() : demo;
    makeReady(operation, demo);
    return api.send(
        operation.method(), path(operation, demo), BodyPublishers.ofString(example.toString()));
  }

  private JsonNode resolve(Operation operation, JsonNode schema) {
    if (schema.has("$ref")) {
      var path = schema.get("$ref").asString().substring(1);
      return List.of(operation.isForOrders() ? orders : document, platform).stream()
          .map(one -> one.at(path))
          .filter(found -> !found.isMissingNode())
          .findFirst()
          .orElseThrow();
    }
    if (schema.has("anyOf")) {
      return resolve(operation, schema.get("anyOf").get(0));
    }
    return schema;
  }

  /** Some things are only done to quotes that were sent, or accepted, or where nothing is open. */
  private static void makeReady(Operation operation, Api demo) {
    var path = operation.path();
    if (path.endsWith("/erasure")) {
      demo.delete("/billing/cart/cart_demo_jane").ok();
    }
    if (path.endsWith("/revise")
        || path.equals("/billing/quote/respond")
        || path.equals("/billing/quote/convert-to-charge")) {
      demo.post(
              "/billing/quote/send",
              body().with("quoteId", "quote_demo_jane").with("method", "email"))
          .ok();
    }
    if (path.equals("/billing/quote/convert-to-charge")) {
      demo.post(
              "/billing/quote/respond",
              body().with("quoteId", "quote_demo_jane").with("response", "accept"))
          .ok();
    }
  }

  /** A clinic furnished as the demo is. */
  private Clinic furnish() throws IOException {
    var clinic = clinics.open();
    CurrentTenant.within(
        clinic.id(),
        () -> {
          providers.enlist("prov_demo_lee", "sam.lee@demo.example", "Sam", "Lee");
          providers.enlist("prov_demo_ortiz", "ana.ortiz@demo.example", "Ana", "Ortiz");
        });
    try (var script = getClass().getResourceAsStream("/demo/clinic.json")) {
      for (var step : json.readTree(java.util.Objects.requireNonNull(script))) {
        clinic
            .api()
            .send(
                step.path("method").asString("POST"),
                step.get("path").asString(),
                BodyPublishers.ofString(step.get("body").toString()))
            .ok();
      }
    }
    return clinic;
  }

  private String path(Operation operation, Api demo) {
    var ids =
        new LinkedHashMap<>(
            Map.of(
                "cart_id", "cart_demo_jane",
                "patient_id", "pat_demo_jane",
                "quote_id", "quote_demo_jane",
                "package_id", "pkg_demo_glow",
                "occasion", "QUOTE_OFFERED",
                "channel", "EMAIL",
                "tenant", clinics.open().id()));
    ids.put("id", operation.path().startsWith("/inventory") ? "item_demo_serum" : "pat_demo_jane");
    if (operation.path().contains("{provider_id}")) {
      var clinic = clinics.open();
      ids.put("tenant", clinic.id());
      ids.put("provider_id", clinic.provider());
    }
    if (operation.path().contains("{tax_id}")) {
      ids.put("tax_id", demo.get("/admin/taxes").ok().at("/0/id"));
    }
    if (operation.path().contains("{item_id}")) {
      ids.put("item_id", demo.get("/billing/cart/cart_demo_jane").ok().at("/items/0/id"));
    }
    if (operation.path().contains("{tag_id}")) {
      ids.put("tag_id", demo.post("/user/patient/tags", body().with("name", "New")).ok().at("/id"));
    }
    if (operation.path().contains("{quick_note_id}")) {
      var note =
          demo.post(
              "/user/patient/quick-note/create",
              body()
                  .with("patientId", "pat_demo_jane")
                  .with("note", "New")
                  .with("creatorId", "prov_demo_lee"));
      ids.put("quick_note_id", note.ok().at("/id"));
    }
    if (operation.path().contains("{credit_id}")) {
      var credit = demo.post("/user/patient/pat_demo_jane/credit", aCredit(5000)).ok();
      ids.put("credit_id", credit.at("/id"));
    }
    if (operation.path().contains("{webhook_id}")) {
      var hook =
          demo.post(
              "/webhooks",
              body().with("url", "https://hooks.example/cartwright").with("types", list()));
      ids.put("webhook_id", hook.ok().at("/id"));
    }
    var path = operation.path();
    for (var id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    return path;
  }
}
