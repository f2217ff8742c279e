package org.cartwright.bench;

import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A front desk that uses the service over one connection. */
final class Desk implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MARKET = "market-bench";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String tenant;
  private final String key;

  Desk(String address, String tenant, String key) {
    this.address = address;
    this.tenant = tenant;
    this.key = key;
  }

  String ask(String method, String path, String body) throws IOException, InterruptedException {
    var answer = http.send(request(method, path, body), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("TENANT", tenant)
        .header("API-KEY", key)
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  HttpClient http() {
    return http;
  }

  JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(ask(method, path, body));
  }

  /** A new cart with three lines without discounts, as JSON. */
  JsonNode open(Stock stock) throws IOException, InterruptedException {
    return json("POST", "/billing/cart", stock.newCart());
  }

  @Override
  public void close() {
    http.close();
  }

  /** What the measurements are made with. */
  record Stock(List<String> patients, List<String> items, List<String> carts, List<String> words) {

    static <T> T any(List<T> values) {
      return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    String newCart() {
      return aCart()
          .of(any(patients))
          .with(line(any(items)), line(any(items)).quantity(2), line(any(items)).quantity(3))
          .toString();
    }
  }

  Operation create(Stock stock) {
    return () -> ask("POST", "/billing/cart", stock.newCart());
  }

  /** On a cart of the client's own. */
  Operation changeLine(Stock stock) throws IOException, InterruptedException {
    var cart = open(stock);
    var path =
        "/billing/cart/%s/items/%s"
            .formatted(cart.get("id").asString(), cart.at("/items/0/id").asString());
    var quantity = new int[] {1};
    return () -> ask("PUT", path, line().quantity(2 + quantity[0]++ % 50).toString());
  }

  /** Sells three of the items in a market, with a tax, unless that is so from a run before. */
  void openMarket(Stock stock) throws IOException, InterruptedException {
    var markets = json("GET", "/orders/markets", "");
    if (markets.toString().contains("\"" + MARKET + "\"")) {
      return;
    }
    ask(
        "POST",
        "/orders/markets",
        body()
            .with("id", MARKET)
            .with("code", "BENCH")
            .with("name", "Bench")
            .with("countries", list("US"))
            .with("currency", "USD")
            .toString());
    ask(
        "POST",
        "/orders/markets/" + MARKET + "/taxes",
        body().with("name", "Sales tax").with("percentage", 8.25).toString());
    for (var item : stock.items().subList(0, 3)) {
      ask(
          "PUT",
          "/orders/items/" + item + "/prices",
          body()
              .with("prices", list(body().with("marketId", MARKET).with("price", 1250)))
              .toString());
    }
    openDraft(stock); // the first one in a market marks it as used, for which others would wait
  }

  /** On a draft of the client's own, with as many lines as {@link #changeLine} has. */
  Operation changeDraftLine(Stock stock) throws IOException, InterruptedException {
    var draft = openDraft(stock);
    var path =
        "/orders/drafts/%s/items/%s"
            .formatted(draft.get("id").asString(), draft.at("/items/0/id").asString());
    var quantity = new int[] {1};
    return () -> ask("PUT", path, line().quantity(2 + quantity[0]++ % 50).toString());
  }

  /** A draft with as many lines as the carts that are opened have. */
  private JsonNode openDraft(Stock stock) throws IOException, InterruptedException {
    var items = stock.items();
    return json(
        "POST",
        "/orders/drafts",
        body()
            .with("marketId", MARKET)
            .with("customerId", Stock.any(stock.patients()))
            .with(
                "items",
                list(
                    line(items.get(0)),
                    line(items.get(1)).quantity(2),
                    line(items.get(2)).quantity(3)))
            .toString());
  }

  Operation read(Stock stock) {
    return () -> ask("GET", "/billing/cart/" + Stock.any(stock.carts()), "");
  }

  Operation page() {
    return () ->
        ask(
            "GET",
            "/billing/cart?size=20&page=" + (1 + ThreadLocalRandom.current().nextInt(10)),
            "");
  }

  Operation search(Stock stock) {
    return () -> ask("GET", "/billing/cart?size=20&search=" + Stock.any(stock.words()), "");
  }

  /** Of carts that were opened before, as long as there are any. */
  Operation convert(Queue<String> opened) {
    return () -> {
      var cart = opened.remove();
      ask(
          "POST",
          "/billing/cart/" + cart + "/convert-to-charge",
          body().with("cartId", cart).toString());
    };
  }
}
