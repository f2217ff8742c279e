package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document has the names and types of the published API, so that a client generated from that
 * one can be generated from ours without a change: operation ids, parameters, schemas, what is
 * required, what may be null, bounds and defaults.
 */
@CartwrightTest
class PublishedNamesTests {

  @Autowired private Clinics clinics;

  private final JsonMapper json = new JsonMapper();
  private JsonNode document = json.createObjectNode();
  private final List<String> differences = new ArrayList<>();

  @BeforeEach
  void read() {
    document = clinics.nobody().get("/v3/api-docs").ok().json();
  }

  @Test
  void everythingThatIsPublishedIsNamedAndTypedHereAsThere() throws IOException {
    JsonNode here = json.missingNode();
    var about = "";
    Set<String> untold = new LinkedHashSet<>();
    for (var line : lines()) {
      var words = List.of(line.strip().split(" "));
      if (line.startsWith("  ") && about.contains("/")) {
        compareOperation(about, here, words);
      } else if (line.startsWith("  ")) {
        untold.remove(words.getFirst());
        compareProperty(about, here, words);
      } else if (words.size() == 3) {
        about = words.get(0) + " " + words.get(1);
        here = document.get("paths").path(words.get(1)).path(words.get(0).toLowerCase(Locale.ROOT));
        same(about, words.get(2), here.path("operationId").asString("nothing"));
      } else {
        untold.forEach(this::add);
        about = words.getFirst();
        here = document.at("/components/schemas").path(about);
        same(about, words.size() > 1 ? words.get(1) : "object", type(here));
        untold = new LinkedHashSet<>(here.path("properties").propertyNames());
      }
    }

    assertThat(differences).isEmpty();
  }

  private void add(String property) {
    differences.add("not published: " + property);
  }

  private void compareOperation(String operation, JsonNode here, List<String> words) {
    switch (words.getFirst()) {
      case "body" ->
          same(
              operation + " body",
              words.get(1),
              type(here.at("/requestBody/content/application~1json/schema")));
      case "answer" ->
          same(
              operation + " answer",
              words.get(1),
              type(here.at("/responses/200/content/application~1json/schema")));
      default -> compareParameter(operation, here, words);
    }
  }

  private void compareParameter(String operation, JsonNode here, List<String> words) {
    var name = operation + " " + words.get(1);
    var parameter =
        StreamSupport.stream(here.path("parameters").spliterator(), false)
            .filter(p -> p.get("in").asString().equals(words.get(0)))
            .filter(p -> p.get("name").asString().equals(words.get(1)))
            .findFirst()
            .orElse(json.missingNode());
    same(name, words.get(2), parameter.path("required").asBoolean(false) ? "required" : "optional");
    var type = type(parameter.path("schema"));
    // One that may be null here takes what it takes there; but an array that may be something else
    // is sent as one text by some.
    if (words.get(3).startsWith("[") || !type.equals(words.get(3) + "|null")) {
      same(name, words.get(3), type);
    }
    compareBounds(name, parameter.path("schema"), words.subList(4, words.size()));
  }

  private void compareProperty(String schema, JsonNode here, List<String> words) {
    var name = schema + "." + words.getFirst();
    var property = here.path("properties").path(words.getFirst());
    var required =
        StreamSupport.stream(here.path("required").spliterator(), false)
            .anyMatch(r -> r.asString().equals(words.getFirst()));
    same(name, words.get(1), required ? "required" : "optional");
    same(name, words.get(2), type(property));
    compareBounds(name, property, words.subList(3, words.size()));
  }

  private void compareBounds(String name, JsonNode schema, List<String> bounds) {
    for (var bound : bounds) {
      var key = bound.substring(0, bound.indexOf('='));
      var value = json.readTree(bound.substring(bound.indexOf('=') + 1));
      var here = schema.has(key) ? schema.get(key) : schema.at("/anyOf/0/" + key);
      var equal =
          (value.isNumber() && here.isNumber())
              ? value.decimalValue().compareTo(new BigDecimal(here.asString())) == 0
              : value.equals(here);
      if (!equal) {
        differences.add("%s: published %s, here %s".formatted(name, bound, here));
      }
    }
  }

  private void same(String what, String published, String here) {
    if (!published.equals(here)) {
      differences.add("%s: published %s, here %s".formatted(what, published, here));
    }
  }

  /** A schema's type as the table writes it. */
  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      var reference = schema.get("$ref").asString();
      return reference.substring(reference.lastIndexOf('/') + 1);
    }
    if (schema.has("anyOf")) {
      return StreamSupport.stream(schema.get("anyOf").spliterator(), false)
          .map(PublishedNamesTests::type)
          .distinct()
          .collect(Collectors.joining("|"));
    }
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.get("enum").spliterator(), false)
          .map(JsonNode::asString)
          .collect(Collectors.joining(",", "(", ")"));
    }
    var type = schema.path("type").asString("any");
    if (type.equals("array")) {
      return "[" + type(schema.path("items")) + "]";
    }
    return schema.has("format") ? type + ":" + schema.get("format").asString() : type;
  }

  private static List<String> lines() throws IOException {
    try (var table =
        PublishedNamesTests.class.getResourceAsStream("/openapi/published-names.txt")) {
      var text = new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).filter(line -> !line.startsWith("#")).toList();
    }
  }
}
