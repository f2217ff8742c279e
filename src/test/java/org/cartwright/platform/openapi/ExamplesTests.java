package org.cartwright.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every example in the documents is valid against the schema it stands in. */
@CartwrightTest
class ExamplesTests {

  @Autowired private Clinics clinics;

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final JsonMapper json = new JsonMapper();

  @ParameterizedTest
  @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs/orders", "/v3/api-docs/platform"})
  void everyExampleIsValid(String path) {
    var document = clinics.nobody().get(path).ok().json();
    var invalid = new ArrayList<String>();

    var checked = check(document, document.get("components"), "", invalid);

    assertThat(invalid).isEmpty();
    assertThat(checked).isGreaterThan(5);
  }

  private int check(JsonNode node, JsonNode components, String where, List<String> invalid) {
    var checked = 0;
    if (node.isObject() && node.has("example")) {
      var schema = (ObjectNode) (node.has("schema") ? node.get("schema") : node).deepCopy();
      schema.remove("example");
      schema.set("components", components);
      schemas
          .getSchema(json.readTree(schema.toString()))
          .validate(
              node.get("example"),
              context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
          .forEach(error -> invalid.add(where + ": " + error));
      checked++;
    }
    for (var child : node.properties()) {
      if (!child.getKey().equals("example")) {
        checked += check(child.getValue(), components, where + "/" + child.getKey(), invalid);
      }
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      checked += check(node.get(i), components, where + "/" + i, invalid);
    }
    return checked;
  }
}
