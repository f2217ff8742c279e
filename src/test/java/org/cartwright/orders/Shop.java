package org.cartwright.orders;

import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;

/** A clinic that is a shop, with what its drafts are made of. */
public record Shop(Clinic clinic, String market) {

  /** A shop with one market: Bangladesh, in taka, prices without taxes. */
  public static Shop open(Clinics clinics) {
    return open(clinics, "BDT");
  }

  /** The same, of somebody whose own currency is another one. */
  public static Shop open(Clinics clinics, String currency) {
    var clinic = clinics.open("UTC", currency, "en-US");
    return new Shop(clinic, market(clinic, "BD", "BDT", "BD", false));
  }

  /** A market, by id. */
  public static String market(
      Clinic clinic, String code, String currency, String country, boolean inclusive) {
    return clinic
        .api()
        .post(
            "/orders/markets",
            body()
                .with("code", code)
                .with("name", "Market " + code)
                .with("countries", list(country))
                .with("currency", currency)
                .with("pricesIncludeTax", inclusive))
        .ok()
        .at("/id");
  }

  public Api api() {
    return clinic.api();
  }

  /** An item at a price in the shop's market, by id. */
  public String item(String name, long price) {
    var item = clinic.item(name, 1);
    price(item, body().with("marketId", market).with("price", price));
    return item;
  }

  /** Says what an item costs, market by market. */
  public void price(String item, Body<?>... prices) {
    api().put("/orders/items/" + item + "/prices", body().with("prices", prices)).ok();
  }

  /** Where the services of its market are. */
  public String services() {
    return "/orders/markets/" + market + "/services";
  }

  /** A service of its market with a fee, by id. */
  public String service(String category, String name, long fee) {
    return api()
        .post(
            services(),
            body()
                .with("category", category)
                .with("name", name)
                .with("itemId", item(name + " fee", fee)))
        .ok()
        .at("/id");
  }

  /** A draft of its market, as it was answered. */
  public Answer draft(Body<?> body) {
    return api().post("/orders/drafts", body).ok();
  }
}
