package org.cartwright.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enters what a script says into a tenant, step by step through the service's own operations.
 *
 * <p>A step has a {@code path} and a {@code body} to send, by {@code method} or else by POST. What
 * is there already, from a first start that was cut short, stays as it is: a step that is answered
 * 409 was taken before, and one with {@code unlessAny} is left out if the list at that path has
 * something, or something of the name {@code named}.
 */
final class Furnishing {

  private final HttpClient http;
  private final JsonMapper json;
  private final String address;
  private final String tenant;
  private final String apiKey;

  Furnishing(HttpClient http, JsonMapper json, String address, String tenant, String apiKey) {
    this.http = http;
    this.json = json;
    this.address = address;
    this.tenant = tenant;
    this.apiKey = apiKey;
  }

  void enter(JsonNode script) throws IOException, InterruptedException {
    for (var step : script) {
      if (!step.has("unlessAny") || !isThere(step)) {
        enterStep(step);
      }
    }
  }

  /** A list is an answer, or the member of it that is an array. */
  private boolean isThere(JsonNode step) throws IOException, InterruptedException {
    var request = request(step.get("unlessAny").asString()).GET();
    var answer = json.readTree(send(request).body());
    var list =
        answer.isArray()
            ? answer
            : answer.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
    return StreamSupport.stream(list.spliterator(), false)
        .anyMatch(one -> !step.has("named") || one.path("name").equals(step.get("named")));
  }

  private void enterStep(JsonNode step) throws IOException, InterruptedException {
    var path = step.required("path").asString();
    var body = BodyPublishers.ofString(json.writeValueAsString(step.required("body")));
    var answer = send(request(path).method(step.path("method").asString("POST"), body));
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      throw new IllegalStateException(
          "the demo's step at " + path + " was refused: " + answer.body());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("TENANT", tenant)
        .header("API-KEY", apiKey)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
