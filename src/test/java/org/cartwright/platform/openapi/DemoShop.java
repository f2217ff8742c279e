package org.cartwright.platform.openapi;

import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinics;
import tools.jackson.databind.json.JsonMapper;

/** A clinic furnished as the shop beside the demo clinic is, where examples of orders are tried. */
record DemoShop(Api api) {

  private static final String MARKET = "/orders/markets/market_shop_bd";

  static DemoShop open(Clinics clinics) throws IOException {
    var api = clinics.open("Asia/Dhaka", "BDT", "en-US").api();
    try (var script = DemoShop.class.getResourceAsStream("/demo/shop.json")) {
      for (var step : new JsonMapper().readTree(Objects.requireNonNull(script))) {
        api.send(
                step.path("method").asString("POST"),
                step.get("path").asString(),
                BodyPublishers.ofString(step.get("body").toString()))
            .ok();
      }
    }
    return new DemoShop(api);
  }

  /** Asks for an operation as it is documented, of something that is there. */
  Answer send(String method, String documented, String json) {
    var path = documented;
    for (var id : ids(documented).entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    return api.send(method, path, BodyPublishers.ofString(json));
  }

  private Map<String, String> ids(String path) {
    var ids =
        new LinkedHashMap<>(Map.of("market_id", "market_shop_bd", "item_id", "item_shop_mug"));
    if (path.contains("{tax_id}")) {
      ids.put("tax_id", api.get(MARKET + "/taxes").ok().at("/0/id"));
    }
    if (path.contains("{service_id}")) {
      ids.put("service_id", express());
    }
    if (path.contains("{coupon_id}")) {
      ids.put("coupon_id", api.get("/orders/coupons?search=WELCOME").ok().at("/data/0/id"));
    }
    if (path.contains("{product_id}")) {
      ids.put("product_id", api.get("/orders/products?search=Mug").ok().at("/data/0/id"));
    }
    if (path.contains("{cart_id}")) {
      var draft = draft();
      ids.put("cart_id", draft.at("/id"));
      if (path.startsWith("/orders/drafts")) {
        ids.put("item_id", draft.at("/items/0/id"));
      }
    }
    if (path.contains("{order_id}")) {
      ids.put("order_id", order(draft().at("/id"), path.endsWith("/events")));
    }
    return ids;
  }

  private String express() {
    return api.get(MARKET + "/services").ok().json().findParents("category").stream()
        .filter(service -> service.get("name").asString().equals("Express"))
        .map(service -> service.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  /** A draft that nothing keeps from being placed but a phone number. */
  private Answer draft() {
    return api.post(
            "/orders/drafts",
            body()
                .with("customer", body().with("firstName", "Rahim").with("lastName", "Uddin"))
                .with("fulfilment", body().with("serviceId", express()))
                .with("paymentMethod", "CASH")
                .with(
                    "shippingAddress",
                    body()
                        .with("line1", "7 Green Road")
                        .with("city", "Dhaka")
                        .with("country", "BD"))
                .with("items", list(line("item_shop_mug"))))
        .ok();
  }

  private String order(String draft, boolean isApproved) {
    var phone = body().with("contactPhone", "+880 1712 345678");
    var order = api.post("/orders/drafts/" + draft + "/place", phone).ok().at("/id");
    if (isApproved) {
      api.post("/orders/" + order + "/approve", "").ok();
    }
    return order;
  }
}
