package org.cartwright.answers;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.testing.Api;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A request that was made, to be made again with a marker in one place after the other. */
record Marked(Api api, String method, String path, String body) {

  /** Nobody's name, and in no text of the house. */
  static final String MARKER = "Zquxmarken";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PLACES = Pattern.compile("(?<==)[^&=]*|(?<=/)[^/?]*[0-9_][^/?]*");

  /** One of these for each value in path and body. */
  Stream<Marked> everywhere() {
    var marked = new ArrayList<Marked>();
    var places = PLACES.matcher(path);
    while (places.find()) {
      marked.add(
          new Marked(
              api,
              method,
              path.substring(0, places.start()) + MARKER + path.substring(places.end()),
              body));
    }
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JacksonException e) {
      return marked.stream(); // a body that is none on purpose
    }
    var bodies = new ArrayList<String>();
    mark(json, json, bodies);
    bodies.forEach(it -> marked.add(new Marked(api, method, path, it)));
    return marked.stream();
  }

  private static void mark(JsonNode whole, JsonNode part, List<String> bodies) {
    if (part instanceof ObjectNode object) {
      for (var name : List.copyOf(object.propertyNames())) {
        var was = object.get(name);
        for (var marker : markers(was)) {
          object.set(name, marker);
          bodies.add(JSON.writeValueAsString(whole));
        }
        object.set(name, was);
        mark(whole, was, bodies);
      }
      object.put(MARKER, MARKER);
      bodies.add(JSON.writeValueAsString(whole));
      object.remove(MARKER);
    } else if (part instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        var was = array.get(i);
        for (var marker : markers(was)) {
          array.set(i, marker);
          bodies.add(JSON.writeValueAsString(whole));
        }
        array.set(i, was);
        mark(whole, was, bodies);
      }
    }
  }

  private static List<JsonNode> markers(JsonNode was) {
    var marker = StringNode.valueOf(MARKER);
    if (!was.isString()) {
      return List.of(marker);
    }
    var text = was.asString();
    return List.of(
        marker, StringNode.valueOf(text.contains("@") ? MARKER + text : text + " " + MARKER));
  }

  /** Who asks for what, and where the marker is, whatever else is said. */
  String place() {
    var fields = new StringBuilder();
    try {
      find(JSON.readTree(body), "", fields);
    } catch (JacksonException e) {
      fields.append(body); // one that is none on purpose
    }
    return "%s %s %s %s"
        .formatted(
            new TreeSet<>(api.headers()),
            method,
            PLACES.matcher(path).replaceAll(it -> it.group().contains(MARKER) ? MARKER : "_"),
            fields);
  }

  private static void find(JsonNode part, String where, StringBuilder found) {
    if (part instanceof ObjectNode object) {
      object.properties().forEach(it -> find(it.getValue(), where + "." + it.getKey(), found));
    } else if (part instanceof ArrayNode array) {
      array.forEach(it -> find(it, where + "[]", found));
    } else if (part.isString() && part.asString().contains(MARKER)) {
      found
          .append(where)
          .append('=')
          .append(part.asString().replaceAll(".+(?=" + MARKER + ")|(?<=" + MARKER + ").+", "+"));
    }
  }

  /** The answer as text, with its status before it. */
  String ask() {
    BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    var answer = api.send(method, path, sent);
    return answer.status() + " " + answer.text();
  }
}
