package org.cartwright.orders;

import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartwright.orders.ShopModel.Coupon;
import org.cartwright.orders.ShopModel.Customer;
import org.cartwright.orders.ShopModel.Item;
import org.cartwright.orders.ShopModel.Market;
import org.cartwright.orders.ShopModel.Service;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleDraft;

/** The shop in which a random walk begins: two markets, four items, two coupons, two customers. */
final class WalkedShop {

  static final String PHONE = "+880 1712 345678";

  final QuoteDesk desk;
  final List<Market> markets;
  final List<Service> services = new ArrayList<>();
  final List<Item> items;
  final List<Coupon> coupons;
  final List<Customer> customers;

  WalkedShop(Clinics clinics) {
    var clinic = clinics.open("UTC", "BDT", "en-US");
    desk = QuoteDesk.of(clinic);
    var shop = new Shop(clinic, Shop.market(clinic, "BD", "BDT", "BD", false));
    markets =
        List.of(
            new Market(shop.market(), "BD", "BD", false, "15"),
            new Market(Shop.market(clinic, "UK", "GBP", "GB", true), "UK", "GB", true, "20"));
    for (var market : markets) {
      tax(market);
      services.add(service(shop, market, "DELIVERY", 6000));
      services.add(service(shop, market, "PICKUP", 0));
    }
    items =
        List.of(
            item(shop, "Shirt", Map.of("BD", 59000L, "UK", 1999L), List.of(), "DENY"),
            item(
                shop,
                "Mug",
                Map.of("BD", 1250L, "UK", 650L),
                List.of(new OracleDraft.Tier(5, null, "12.5"), new OracleDraft.Tier(10, 990L, "0")),
                "DENY"),
            item(shop, "Pen", Map.of("BD", 333L, "UK", 99L), List.of(), "ALLOW"),
            item(shop, "Card", Map.of("BD", 33L), List.of(), "UNTRACKED"));
    coupons =
        List.of(
            coupon("TEN", new OracleDraft.Coupon(new OracleCart.Off(0, "10"), 0)),
            coupon("FLAT", new OracleDraft.Coupon(new OracleCart.Off(2500, "0"), 6000)));
    customers =
        List.of(
            customer(aPatient("Rahim", "Uddin").phone(PHONE).email("rahim@mail.example"), true),
            customer(
                aPatient("Ayesha", "Khatun").email("a@mail.example").born("1990-02-03"), false));
  }

  private Api api() {
    return desk.api();
  }

  private void tax(Market market) {
    api()
        .post(
            "/orders/markets/" + market.id() + "/taxes",
            body().with("name", "VAT").with("percentage", Integer.valueOf(market.rate())))
        .ok();
  }

  private Service service(Shop shop, Market market, String category, long fee) {
    var wanted = body().with("category", category).with("name", category + " " + market.code());
    if (fee != 0) {
      var item = desk.clinic().item("Fee " + market.code(), 1);
      shop.price(item, body().with("marketId", market.id()).with("price", fee));
      wanted = wanted.with("itemId", item);
    }
    if (category.equals("PICKUP")) {
      wanted =
          wanted.with("address", address(market.country(), "Outlet").with("postalCode", "1000"));
    }
    var made = api().post("/orders/markets/" + market.id() + "/services", wanted).ok();
    return new Service(made.at("/id"), market, category, fee);
  }

  private Item item(
      Shop shop,
      String name,
      Map<String, Long> prices,
      List<OracleDraft.Tier> tiers,
      String policy) {
    var id = desk.clinic().item(name, 1);
    shop.price(
        id,
        markets.stream()
            .filter(market -> prices.containsKey(market.code()))
            .map(
                market ->
                    body().with("marketId", market.id()).with("price", prices.get(market.code())))
            .toArray(Body<?>[]::new));
    api()
        .put(
            "/orders/items/" + id + "/tiers",
            body()
                .with(
                    "tiers",
                    tiers.stream()
                        .map(
                            tier ->
                                body()
                                    .with("marketId", shop.market())
                                    .with("fromQuantity", tier.from())
                                    .and(
                                        tier.price() == null
                                            ? body()
                                                .with("percentOff", Double.valueOf(tier.percent()))
                                            : body().with("unitPrice", tier.price())))
                        .toList()))
        .ok();
    var item = new Item(id, prices, tiers, policy);
    api().put("/orders/stock/" + id, body().with("policy", policy)).ok();
    if (!policy.equals("UNTRACKED")) {
      api()
          .post(
              "/orders/stock/" + id + "/movements",
              body().with("kind", "RECEIVED").with("quantity", 15))
          .ok();
      item.onHand = 15;
    }
    return item;
  }

  private Coupon coupon(String code, OracleDraft.Coupon terms) {
    var coupon = new Coupon("", code, terms);
    return new Coupon(api().post("/orders/coupons", terms(coupon)).ok().at("/id"), code, terms);
  }

  /** The same figures are meant in both currencies. */
  static AnyBody terms(Coupon coupon) {
    var off = coupon.terms.off();
    return body()
        .with("code", coupon.code)
        .with("percentage", off.flat() == 0 ? Integer.valueOf(off.percent()) : null)
        .with("amounts", off.flat() == 0 ? List.of() : inBoth(off.flat()))
        .with("minimumSubtotals", inBoth(coupon.terms.minimum()))
        .with("usageLimit", coupon.limit)
        .with("customerLimit", coupon.customerLimit);
  }

  private static List<AnyBody> inBoth(long amount) {
    return amount == 0
        ? List.of()
        : List.of(
            body().with("currency", "BDT").with("amount", amount),
            body().with("currency", "GBP").with("amount", amount));
  }

  private Customer customer(Body<?> patient, boolean hasPhone) {
    return new Customer(desk.clinic().patient(patient), hasPhone);
  }

  static AnyBody address(String country, String line) {
    return body().with("line1", line).with("city", "Town").with("country", country);
  }
}
