package org.cartwright.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CartwrightTest
class FulfilmentServiceTests {

  private static final AnyBody OUTLET =
      body()
          .with("name", "Outlet")
          .with("line1", "12 Motijheel")
          .with("city", "Dhaka")
          .with("postalCode", "1000")
          .with("country", "BD");

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  private Shop shop;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
  }

  @Test
  void aServiceKeepsEverythingItWasMadeWith() {
    var fee = shop.item("Express fee", 4500);

    var made =
        shop.api()
            .post(
                shop.services(),
                body().with("category", "SHIPPING").with("name", "Express").with("item_id", fee))
            .ok();

    assertThat(made.at("/id")).startsWith("service_");
    assertThat(made.text())
        .contains(
            """
            "marketId":"%s","category":"SHIPPING","name":"Express","itemId":"%s","fee":4500,"address":null,\
            "isActive":true,"createdDate":"""
                .formatted(shop.market(), fee));
    assertThat(shop.api().get(shop.services()).ok().text()).isEqualTo("[" + made.text() + "]");
  }

  @Test
  void anOutletHasItsAddressAndNoFeeIsFree() {
    var made =
        shop.api()
            .post(
                shop.services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Motijheel Outlet")
                    .with("address", OUTLET))
            .ok();

    assertThat(made.number("/fee")).isZero();
    assertThat(made.json().get("address").toString())
        .isEqualTo(
            """
            {"name":"Outlet","line1":"12 Motijheel","line2":null,"city":"Dhaka","region":null,"postalCode":"1000",\
            "country":"BD"}""");
  }

  @Test
  void whatIsServedCanBeSentBack() {
    var made =
        shop.api()
            .post(
                shop.services(),
                body()
                    .with("category", "PICKUP")
                    .with("name", "Outlet")
                    .with("isActive", false)
                    .with("address", OUTLET))
            .ok();

    var path = shop.services() + "/" + made.at("/id");
    assertThat(shop.api().put(path, made.text()).ok().text()).isEqualTo(made.text());
  }

  @Test
  void replacingSaysEverythingAnew() {
    var id = shop.service("SHIPPING", "Express", 4500);

    var replaced =
        shop.api()
            .put(
                shop.services() + "/" + id,
                body().with("category", "DELIVERY").with("name", "Rider"));

    assertThat(replaced.ok().at("/category")).isEqualTo("DELIVERY");
    assertThat(replaced.json().get("itemId").isNull()).isTrue();
    assertThat(replaced.number("/fee")).isZero();
  }

  @Test
  void ofSeveralWhoMakeOrReplaceAServiceAtOnceEachIsTakenWhole() {
    var fee = shop.item("Fee", 100);
    var made = AtOnce.all(numbered(i -> shop.api().post(shop.services(), numbered(i, fee))));
    assertThat(made).allMatch(answer -> answer.status() == 200);
    assertThat(served())
        .containsExactlyInAnyOrderElementsOf(made.stream().map(Answer::text).toList());

    var one = shop.services() + "/" + made.getFirst().at("/id");
    var replaced = AtOnce.all(numbered(i -> shop.api().put(one, numbered(10 + i, fee))));
    assertThat(replaced).allMatch(answer -> answer.status() == 200);
    assertThat(replaced)
        .extracting(Answer::text)
        .doesNotHaveDuplicates()
        .containsAnyElementsOf(served());

    var deleted = AtOnce.all(numbered(i -> shop.api().delete(one)));
    assertThat(deleted).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 404);
  }

  private List<String> served() {
    var services = shop.api().get(shop.services()).ok().json();
    return services.valueStream().map(JsonNode::toString).toList();
  }

  private static List<Callable<Answer>> numbered(IntFunction<Answer> request) {
    return IntStream.range(1, 9).mapToObj(i -> (Callable<Answer>) () -> request.apply(i)).toList();
  }

  private static AnyBody numbered(int i, String fee) {
    return i % 2 == 0
        ? body().with("category", "SHIPPING").with("name", "Express " + i).with("itemId", fee)
        : body().with("category", "PICKUP").with("name", "Outlet " + i).with("address", OUTLET);
  }

  @Test
  void theFeeIsNotKnownOnceItsItemIsNotSoldThere() {
    var id = shop.service("SHIPPING", "Express", 4500);
    var item = shop.api().get(shop.services()).ok().at("/0/itemId");

    shop.price(item);

    assertThat(shop.api().get(shop.services()).ok().at("/0/id")).isEqualTo(id);
    assertThat(shop.api().get(shop.services()).ok().json().get(0).get("fee").isNull()).isTrue();
  }

  @Test
  void aServiceIsSwitchedOffWhateverBecameOfItsItem() {
    var path = shop.services() + "/" + shop.service("SHIPPING", "Express", 4500);
    var item = shop.api().get(shop.services()).ok().at("/0/itemId");
    shop.price(item);

    assertSwitchedOffAndOn(path);
    shop.api().delete("/inventory/items/delete/" + item).ok();
    assertSwitchedOffAndOn(path);

    shop.api().put(path, body().with("category", "SHIPPING").with("name", "Express")).ok();
    assertThat(
            shop.api()
                .put(
                    path,
                    body()
                        .with("category", "SHIPPING")
                        .with("name", "Express")
                        .with("itemId", item))
                .violation())
        .isEqualTo("[body, itemId] value_error");
  }

  private void assertSwitchedOffAndOn(String path) {
    var served = shop.api().get(shop.services()).ok().json().get(0).toString();
    var off = shop.api().put(path, served.replace("\"isActive\":true", "\"isActive\":false"));
    assertThat(off.ok().at("/isActive")).isEqualTo("false");
    assertThat(shop.api().put(path, served).ok().text()).isEqualTo(served);
  }

  @Test
  void anOutletIsRenamedThoughTheMarketLeftItsCountry() {
    var outlet = body().with("category", "PICKUP").with("name", "Outlet").with("address", OUTLET);
    var path = shop.services() + "/" + shop.api().post(shop.services(), outlet).ok().at("/id");
    shop.api().put("/orders/markets/" + shop.market(), body().with("countries", list("IN"))).ok();

    assertThat(shop.api().put(path, outlet.with("name", "Old outlet")).ok().at("/name"))
        .isEqualTo("Old outlet");
    assertThat(
            shop.api().put(path, outlet.with("address", OUTLET.with("city", "Sylhet"))).violation())
        .isEqualTo("[body, address, country] value_error");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThat(
            shop.api()
                .post(
                    shop.services(),
                    body().with("category", "AIR").with("name", "").with("isActive", "so"))
                .violations())
        .containsExactly(
            "[body, category] enum",
            "[body, name] string_too_short",
            "[body, isActive] bool_parsing");
    var unpriced = shop.clinic().item("Unpriced", 100);
    assertThat(
            shop.api()
                .post(
                    shop.services(),
                    body()
                        .with("category", "PICKUP")
                        .with("name", "X")
                        .with("itemId", unpriced)
                        .with("address", OUTLET.with("country", "DE")))
                .violations())
        .containsExactly("[body, itemId] value_error", "[body, address, country] value_error");
    assertThat(
            shop.api()
                .post(shop.services(), body().with("category", "PICKUP").with("name", "X"))
                .violation())
        .isEqualTo("[body, address] value_error");
    assertThat(shop.api().get(shop.services()).ok().text()).isEqualTo("[]");
  }

  @Test
  void aDeletedServiceIsGone() {
    var path = shop.services() + "/" + shop.service("SHIPPING", "Express", 4500);

    assertThat(shop.api().delete(path).ok().text()).isEqualTo("true");

    assertThat(shop.api().get(shop.services()).ok().text()).isEqualTo("[]");
    assertThat(shop.api().delete(path).refused(404).text())
        .isEqualTo("{\"detail\":\"Fulfilment service not found\"}");
    shop.api().put(path, body().with("category", "DELIVERY").with("name", "Rider")).refused(404);
  }

  @Test
  void servicesAreTheirMarketsAndTheirTenants() {
    var other = Shop.open(clinics);
    var id = shop.service("SHIPPING", "Express", 4500);
    var elsewhere = Shop.market(shop.clinic(), "US", "USD", "US", false);
    var rider = body().with("category", "DELIVERY").with("name", "Rider");

    assertThat(other.api().get(shop.services()).refused(404).text())
        .isEqualTo(other.api().get("/orders/markets/nothing/services").text());
    assertThat(other.api().post(shop.services(), rider).refused(404).text())
        .isEqualTo(other.api().post("/orders/markets/nothing/services", rider).text());
    assertThat(other.api().put(other.services() + "/" + id, rider).refused(404).text())
        .isEqualTo(other.api().put(other.services() + "/nothing", rider).text());
    other.api().delete(shop.services() + "/" + id).refused(404);
    shop.api().delete("/orders/markets/" + elsewhere + "/services/" + id).refused(404);
    assertThat(shop.api().get(shop.services()).ok().at("/0/name")).isEqualTo("Express");
  }

  @Test
  void oneServiceOrTwentyAreListedInTheSameFewStatements() {
    shop.service("SHIPPING", "Express", 4500);
    shop.api().get(shop.services()).ok();
    long one = statements.during(() -> shop.api().get(shop.services()).ok());
    for (int i = 0; i < 19; i++) {
      shop.service("SHIPPING", "Service " + i, 100);
    }

    long twenty = statements.during(() -> shop.api().get(shop.services()).ok());

    assertThat(twenty).isEqualTo(one).isLessThanOrEqualTo(6);
    assertThat(shop.api().get(shop.services()).ok().json().size()).isEqualTo(20);
  }
}
