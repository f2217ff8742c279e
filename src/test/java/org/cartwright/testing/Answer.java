package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, String text, HttpHeaders headers) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The body as a tree. */
  public JsonNode json() {
    return JSON.readTree(text);
  }

  /** A value of the body by JSON pointer, as text. */
  public String at(String pointer) {
    return json().at(pointer).asString();
  }

  /** A number of the body by JSON pointer. */
  public long number(String pointer) {
    var node = json().at(pointer);
    assertThat(node.isIntegralNumber()).as("%s in %s", pointer, text).isTrue();
    return node.longValue();
  }

  /** Makes sure all went well, and passes the answer on. */
  public Answer ok() {
    assertThat(status).as(text).isEqualTo(200);
    return this;
  }

  /** Makes sure it was refused with this status, and passes the answer on. */
  public Answer refused(int expected) {
    assertThat(status).as(text).isEqualTo(expected);
    assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(json().has("detail")).as(text).isTrue();
    return this;
  }

  /**
   * The only violation of a 422, as {@code loc type}: {@code [body, items, 0, quantity]
   * greater_than}.
   */
  public String violation() {
    refused(422);
    assertThat(json().get("detail").size()).as(text).isEqualTo(1);
    return violations().getFirst();
  }

  /** All violations of a 422, as {@code loc type}. */
  public java.util.List<String> violations() {
    refused(422);
    var found = new java.util.ArrayList<String>();
    for (var entry : json().get("detail")) {
      var loc = new java.util.ArrayList<String>();
      entry.get("loc").forEach(step -> loc.add(step.asString()));
      found.add(loc + " " + entry.get("type").asString());
    }
    return found;
  }
}
