package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.bodies.Body;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What clients do with carts they were served, and what is true of each of them. */
public final class ServedCart {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ServedCart() {}

  public static String path(Answer cart) {
    return "/billing/cart/" + cart.at("/id");
  }

  static String linePath(Answer cart, int line) {
    return path(cart) + "/items/" + cart.at("/items/" + line + "/id");
  }

  /** The cart as it is now. */
  static Answer read(Clinic clinic, Answer cart) {
    return clinic.api().get(path(cart)).ok();
  }

  /** The tree of a document, its decimals exact. */
  public static JsonNode tree(String json) {
    return JSON.readTree(json);
  }

  /** The full request that a client makes of a cart it read: the people by id, the rest as is. */
  static ObjectNode sentBack(Answer cart) {
    var body = (ObjectNode) tree(cart.text());
    body.put("patientId", cart.at("/patient/id"));
    var creator = body.at("/creator/id");
    body.put("creatorId", creator.isString() ? creator.stringValue() : null);
    return body;
  }

  /** As {@link #sentBack(Answer)}, with some of it overwritten by the members of another body. */
  public static String sentBackWith(Answer cart, Body<?> changes) {
    var body = sentBack(cart);
    tree(changes.toString())
        .properties()
        .forEach(field -> body.set(field.getKey(), field.getValue()));
    return body.toString();
  }

  /** The cart without what is shown of its goods beside the lines, which is as it is today. */
  static JsonNode withoutGoods(Answer cart) {
    var tree = tree(cart.text());
    for (var line : tree.get("items")) {
      ((ObjectNode) line).remove(List.of("item", "package"));
    }
    return tree;
  }

  /** All values of a list by JSON pointer within each element, as text. */
  public static List<String> each(Answer answer, String list, String pointer) {
    var found = new ArrayList<String>();
    answer.json().at(list).forEach(element -> found.add(element.at(pointer).asString()));
    return found;
  }

  /** What holds of every cart that is served: its figures add up and none is negative. */
  public static void assertAddsUp(JsonNode cart) {
    long subtotal = 0;
    long tax = 0;
    for (var line : cart.get("items")) {
      assertThat(line.get("cartId")).as("%s", cart).isEqualTo(cart.get("id"));
      assertThat(number(line, "totalPrice")).as("%s", line).isNotNegative();
      assertThat(number(line, "discountAmount")).as("%s", line).isNotNegative();
      assertThat(number(line, "taxAmount")).as("%s", line).isNotNegative();
      subtotal += number(line, "totalPrice");
      tax += number(line, "taxAmount");
    }
    assertThat(number(cart, "subtotal")).as("%s", cart).isEqualTo(subtotal);
    assertThat(number(cart, "taxAmount")).as("%s", cart).isEqualTo(tax);
    assertThat(number(cart, "discountAmount")).as("%s", cart).isBetween(0L, subtotal);
    assertThat(number(cart, "total"))
        .as("%s", cart)
        .isEqualTo(subtotal - number(cart, "discountAmount") + tax);
  }

  /** What holds of every explanation: every step leads to the next. */
  static void assertAddsUpExplained(JsonNode explained) {
    long subtotal = 0;
    long shares = 0;
    long tax = 0;
    for (var line : explained.get("lines")) {
      long gross = number(line.get("gross"), "rounded");
      long net = number(line, "net");
      assertThat(number(line.get("discount"), "base")).as("%s", line).isEqualTo(gross);
      assertThat(net).as("%s", line).isEqualTo(gross - number(line.get("discount"), "rounded"));
      assertThat(number(line, "taxable")).as("%s", line).isEqualTo(net - number(line, "share"));
      assertThat(number(line, "taxable")).as("%s", line).isNotNegative();
      long taxes = 0;
      for (var each : line.get("taxes")) {
        taxes += number(each, "rounded");
      }
      assertThat(number(line, "taxAmount")).as("%s", line).isEqualTo(taxes);
      subtotal += net;
      shares += number(line, "share");
      tax += taxes;
    }
    assertThat(number(explained, "subtotal")).as("%s", explained).isEqualTo(subtotal);
    assertThat(number(explained.get("discount"), "rounded")).as("%s", explained).isEqualTo(shares);
    assertThat(number(explained, "taxAmount")).as("%s", explained).isEqualTo(tax);
    assertThat(number(explained, "total")).as("%s", explained).isEqualTo(subtotal - shares + tax);
  }

  static long number(JsonNode node, String field) {
    var value = node.get(field);
    assertThat(value.isIntegralNumber()).as("%s in %s", field, node).isTrue();
    return value.longValue();
  }
}
