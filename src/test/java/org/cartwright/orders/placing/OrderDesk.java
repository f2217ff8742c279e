package org.cartwright.orders.placing;

import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;

/** A shop where drafts are placed: what they sell, and how they get there. */
public record OrderDesk(Shop shop, String rider) {

  static final String PHONE = "+880 1712 345678";

  /** A shop in taka with a rider at 60.00, and 15 % tax. */
  static OrderDesk open(Clinics clinics) {
    return at(Shop.open(clinics));
  }

  public static OrderDesk at(Shop shop) {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 15))
        .ok();
    return new OrderDesk(shop, shop.service("DELIVERY", "Rider", 6000));
  }

  Api api() {
    return shop.api();
  }

  /** What a draft says of so many of an item that nothing keeps from being placed. */
  public AnyBody order(String item, int quantity) {
    return body()
        .with(
            "customer",
            body()
                .with("firstName", "Rahim")
                .with("lastName", "Uddin")
                .with("phone", PHONE)
                .with("email", "rahim@mail.example"))
        .with(
            "shippingAddress",
            body()
                .with("line1", "12 Motijheel")
                .with("city", "Dhaka")
                .with("postalCode", "1000")
                .with("country", "BD"))
        .with("fulfilment", body().with("serviceId", rider))
        .with("paymentMethod", "CASH_ON_DELIVERY")
        .with("items", list(line(item).quantity(quantity)));
  }

  public Answer draft(Body<?> draft) {
    return api().post("/orders/drafts", draft).ok();
  }

  Answer draft(String item, int quantity) {
    return draft(order(item, quantity));
  }

  public Answer place(Answer draft) {
    return place(draft, PHONE);
  }

  Answer place(Answer draft, String phone) {
    return api().post(draftPath(draft) + "/place", body().with("contactPhone", phone));
  }

  static String draftPath(Answer draft) {
    return "/orders/drafts/" + draft.at("/id");
  }

  static String path(Answer order) {
    return "/orders/" + order.at("/id");
  }

  Answer read(Answer order) {
    return api().get(path(order)).ok();
  }

  Answer approve(Answer order) {
    return api().post(path(order) + "/approve", "");
  }

  Answer cancel(Answer order) {
    return api().post(path(order) + "/cancel", body().with("reason", "Ordered twice"));
  }

  Answer report(Answer order, AnyBody event) {
    return api().post(path(order) + "/fulfilment/events", event);
  }

  Answer report(Answer order, String type) {
    return report(order, body().with("type", type));
  }

  /** What was done to an order, in order. */
  List<String> timeline(Answer order) {
    var types = new ArrayList<String>();
    api()
        .get(path(order) + "/timeline")
        .ok()
        .json()
        .get("events")
        .forEach(event -> types.add(event.get("type").asString()));
    return types;
  }

  /** Tracks an item with a policy, and so much of it on hand. */
  public void stock(String item, String policy, int onHand) {
    api().put("/orders/stock/" + item, body().with("policy", policy)).ok();
    api()
        .post(
            "/orders/stock/" + item + "/movements",
            body().with("kind", "RECEIVED").with("quantity", onHand))
        .ok();
  }

  long onHand(String item) {
    return api().get("/orders/stock/" + item).ok().number("/onHand");
  }

  /** A coupon of ten percent, by id, with what else there is to say. */
  public String coupon(String code, AnyBody more) {
    return api()
        .post("/orders/coupons", body().with("code", code).with("percentage", 10).and(more))
        .ok()
        .at("/id");
  }

  long used(String coupon) {
    return api().get("/orders/coupons/" + coupon).ok().number("/used");
  }

  Answer charge(Answer order) {
    return api().get("/billing/charge/get/" + order.at("/chargeId")).ok();
  }

  /** The codes of what keeps a draft from being placed. */
  static List<String> blockers(Answer refused) {
    var codes = new ArrayList<String>();
    refused.refused(409).json().get("blockers").forEach(b -> codes.add(b.get("code").asString()));
    return codes;
  }

  /** Asks again whenever the service is too busy, as it tells clients to. */
  static Answer patiently(Supplier<Answer> request) {
    var answer = request.get();
    while (answer.headers().firstValue("Retry-After").isPresent()) {
      answer = request.get();
    }
    return answer;
  }
}
