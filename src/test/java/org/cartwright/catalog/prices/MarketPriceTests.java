package org.cartwright.catalog.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class MarketPriceTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  private Clinic clinic;
  private String item = "";

  @BeforeEach
  void openAShop() {
    clinic = clinics.open();
    market("us", "USD");
    market("jp", "JPY");
    item = clinic.item("Mug", 1000);
  }

  @Test
  void anItemHasExactlyThePricesItWasGivenLast() {
    assertThat(clinic.api().get(prices()).ok().text())
        .isEqualTo("{\"itemId\":\"%s\",\"prices\":[]}".formatted(item));

    var both =
        clinic
            .api()
            .put(
                prices(),
                body()
                    .with(
                        "prices",
                        list(
                            body().with("marketId", "jp").with("price", 1500),
                            body().with("market_id", "us").with("price", 0))))
            .ok();

    assertThat(both.text())
        .isEqualTo(
            """
            {"itemId":"%s","prices":[\
            {"marketId":"us","marketCode":"us","currency":"USD","currencyDecimals":2,"price":0},\
            {"marketId":"jp","marketCode":"jp","currency":"JPY","currencyDecimals":0,"price":1500}]}"""
                .formatted(item));
    assertThat(clinic.api().get(prices()).ok().text()).isEqualTo(both.text());
    assertThat(
            clinic
                .api()
                .put(
                    prices(),
                    body()
                        .with(
                            "prices",
                            list(body().with("marketId", "jp").with("price", 10000000000L))))
                .ok()
                .text())
        .isEqualTo(
            """
            {"itemId":"%s","prices":[\
            {"marketId":"jp","marketCode":"jp","currency":"JPY","currencyDecimals":0,"price":10000000000}]}"""
                .formatted(item));
    assertThat(clinic.api().put(prices(), body().with("prices", list())).ok().text())
        .isEqualTo("{\"itemId\":\"%s\",\"prices\":[]}".formatted(item));
    assertThat(clinic.api().get("/inventory/items/list?ids=" + item).ok().at("/data/0/price"))
        .isEqualTo("1000");
  }

  @Test
  void everythingWrongWithPricesIsSaidAtOnceAndChangesNothing() {
    clinic
        .api()
        .put(
            prices(),
            body().with("prices", list(body().with("marketId", "jp").with("price", 1500))))
        .ok();
    var before = clinic.api().get(prices()).ok().text();

    assertThat(
            clinic
                .api()
                .put(
                    prices(),
                    body()
                        .with(
                            "prices",
                            list(
                                body().with("price", -1),
                                body().with("marketId", "us").with("price", 10000000001L),
                                body().with("marketId", "us").with("price", 1.5),
                                7)))
                .violations())
        .containsExactly(
            "[body, prices, 0, marketId] missing",
            "[body, prices, 0, price] greater_than_equal",
            "[body, prices, 1, price] less_than_equal",
            "[body, prices, 2, price] int_from_float",
            "[body, prices, 3] model_attributes_type");
    assertThat(
            clinic
                .api()
                .put(
                    prices(),
                    body()
                        .with(
                            "prices",
                            list(
                                body().with("marketId", "us").with("price", 1),
                                body().with("marketId", "nope").with("price", 1),
                                body().with("marketId", "us").with("price", 2))))
                .violations())
        .containsExactly(
            "[body, prices, 1, marketId] value_error", "[body, prices, 2, marketId] value_error");
    assertThat(clinic.api().put(prices(), body()).violation()).isEqualTo("[body, prices] missing");
    assertThat(clinic.api().get(prices()).ok().text()).isEqualTo(before);
  }

  @Test
  void anItemHasExactlyTheTiersItWasGivenLast() {
    var given =
        clinic
            .api()
            .put(
                tiers(),
                body()
                    .with(
                        "tiers",
                        list(
                            body()
                                .with("marketId", "jp")
                                .with("fromQuantity", json("10.0"))
                                .with("unitPrice", 900),
                            body()
                                .with("marketId", "us")
                                .with("fromQuantity", 50)
                                .with("percentOff", 12.5),
                            body()
                                .with("marketId", "us")
                                .with("fromQuantity", 2.5)
                                .with("percentOff", 5),
                            body()
                                .with("marketId", "us")
                                .with("fromQuantity", 10)
                                .with("unitPrice", 0))))
            .ok();

    assertThat(given.text())
        .isEqualTo(
            """
            {"itemId":"%s","tiers":[\
            {"marketId":"us","marketCode":"us","fromQuantity":2.5,"unitPrice":null,"percentOff":5},\
            {"marketId":"us","marketCode":"us","fromQuantity":10,"unitPrice":0,"percentOff":null},\
            {"marketId":"us","marketCode":"us","fromQuantity":50,"unitPrice":null,"percentOff":12.5},\
            {"marketId":"jp","marketCode":"jp","fromQuantity":10,"unitPrice":900,"percentOff":null}]}"""
                .formatted(item));
    assertThat(clinic.api().get(tiers()).ok().text()).isEqualTo(given.text());
    assertThat(clinic.api().put(tiers(), given.text()).ok().text()).isEqualTo(given.text());
    assertThat(clinic.api().put(tiers(), body().with("tiers", list())).ok().text())
        .isEqualTo("{\"itemId\":\"%s\",\"tiers\":[]}".formatted(item));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"marketId\":\"us\",\"fromQuantity\":1,\"unitPrice\":1}', fromQuantity] greater_than",
    "'{\"marketId\":\"us\",\"fromQuantity\":1000000.1,\"unitPrice\":1}', fromQuantity] less_than_equal",
    "'{\"marketId\":\"us\",\"unitPrice\":1}', fromQuantity] missing",
    "'{\"marketId\":\"us\",\"fromQuantity\":2,\"unitPrice\":-1}', unitPrice] greater_than_equal",
    "'{\"marketId\":\"us\",\"fromQuantity\":2,\"percentOff\":0}', percentOff] greater_than",
    "'{\"marketId\":\"us\",\"fromQuantity\":2,\"percentOff\":100.5}', percentOff] less_than_equal"
  })
  void anImpossibleTierIsRefused(String tier, String violation) {
    assertThat(clinic.api().put(tiers(), body().with("tiers", list(json(tier)))).violation())
        .isEqualTo("[body, tiers, 0, " + violation);
  }

  static Stream<AnyBody> aTierHasEitherAPriceOrAPercentage() {
    var tier = body().with("marketId", "us").with("fromQuantity", 2);
    return Stream.of(
        tier, tier.with("unitPrice", 1).with("percentOff", 1), tier.with("unitPrice", null));
  }

  @ParameterizedTest
  @MethodSource
  void aTierHasEitherAPriceOrAPercentage(AnyBody tier) {
    assertThat(clinic.api().put(tiers(), body().with("tiers", list(tier))).violation())
        .isEqualTo("[body, tiers, 0] value_error");
  }

  @Test
  void thresholdsAreDistinctInEachMarketAndMarketsAreThere() {
    assertThat(
            clinic
                .api()
                .put(
                    tiers(),
                    body()
                        .with(
                            "tiers",
                            list(
                                body()
                                    .with("marketId", "us")
                                    .with("fromQuantity", 10)
                                    .with("unitPrice", 1),
                                body()
                                    .with("marketId", "jp")
                                    .with("fromQuantity", 10)
                                    .with("unitPrice", 1),
                                body()
                                    .with("marketId", "us")
                                    .with("fromQuantity", json("10.00"))
                                    .with("percentOff", 1),
                                body()
                                    .with("marketId", "nope")
                                    .with("fromQuantity", 10)
                                    .with("unitPrice", 1))))
                .violations())
        .containsExactly(
            "[body, tiers, 2, fromQuantity] value_error", "[body, tiers, 3, marketId] value_error");
    assertThat(clinic.api().get(tiers()).ok().text()).endsWith("\"tiers\":[]}");
  }

  @Test
  void theTermsOfAMarketWithPricesOrTiersStay() {
    clinic
        .api()
        .put(prices(), body().with("prices", list(body().with("marketId", "us").with("price", 1))))
        .ok();
    clinic
        .api()
        .put(
            tiers(),
            body()
                .with(
                    "tiers",
                    list(
                        body()
                            .with("marketId", "jp")
                            .with("fromQuantity", 2)
                            .with("percentOff", 1))))
        .ok();

    for (var market : List.of("us", "jp")) {
      clinic.api().put("/orders/markets/" + market, body().with("currency", "EUR")).refused(409);
      clinic
          .api()
          .put("/orders/markets/" + market, body().with("pricesIncludeTax", true))
          .refused(409);
    }

    clinic.api().put(prices(), body().with("prices", list())).ok();
    assertThat(
            clinic
                .api()
                .put("/orders/markets/us", body().with("currency", "EUR"))
                .ok()
                .at("/currency"))
        .isEqualTo("EUR");
  }

  @Test
  void anArchivedMarketsPricesAreToldNoMore() {
    clinic
        .api()
        .put(
            prices(),
            body()
                .with(
                    "prices",
                    list(
                        body().with("marketId", "us").with("price", 1),
                        body().with("marketId", "jp").with("price", 1))))
        .ok();
    clinic.api().delete("/orders/markets/jp").ok();

    assertThat(clinic.api().get(prices()).ok().json().get("prices").size()).isEqualTo(1);
    assertThat(
            clinic
                .api()
                .put(
                    prices(),
                    body().with("prices", list(body().with("marketId", "jp").with("price", 1))))
                .violation())
        .isEqualTo("[body, prices, 0, marketId] value_error");
  }

  @Test
  void anotherShopsItemsAndMarketsAreMissing() {
    var other = clinics.open();
    var theirs = other.item("Mug", 1);
    for (var path : List.of("prices", "tiers")) {
      var body = body().with(path, list());
      assertThat(other.api().get("/orders/items/" + item + "/" + path).refused(404).text())
          .isEqualTo(other.api().get("/orders/items/nope/" + path).refused(404).text())
          .isEqualTo("{\"detail\":\"Item not found\"}");
      assertThat(other.api().put("/orders/items/" + item + "/" + path, body).refused(404).text())
          .isEqualTo(other.api().put("/orders/items/nope/" + path, body).refused(404).text());
    }
    assertThat(
            other
                .api()
                .put(
                    "/orders/items/" + theirs + "/prices",
                    body().with("prices", list(body().with("marketId", "us").with("price", 1))))
                .violation())
        .isEqualTo("[body, prices, 0, marketId] value_error");
  }

  @Test
  void ofPricesGivenAtOnceOneIsWhole() {
    var answers =
        AtOnce.all(
            IntStream.range(1, 9)
                .mapToObj(
                    i ->
                        (Callable<Answer>)
                            () ->
                                clinic
                                    .api()
                                    .put(
                                        prices(),
                                        body()
                                            .with(
                                                "prices",
                                                list(
                                                    body().with("marketId", "us").with("price", i),
                                                    body()
                                                        .with("marketId", "jp")
                                                        .with("price", i)))))
                .toList());

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    var after = clinic.api().get(prices()).ok();
    assertThat(after.json().get("prices").size()).isEqualTo(2);
    assertThat(after.at("/prices/0/price")).isEqualTo(after.at("/prices/1/price"));
  }

  @Test
  void ofTiersGivenAtOnceOneIsWhole() {
    var answers =
        AtOnce.all(
            IntStream.range(2, 10)
                .mapToObj(
                    i ->
                        (Callable<Answer>)
                            () ->
                                clinic
                                    .api()
                                    .put(
                                        tiers(),
                                        body().with("tiers", list(tier("us", i), tier("jp", i)))))
                .toList());

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers)
        .extracting(Answer::text)
        .doesNotHaveDuplicates()
        .contains(clinic.api().get(tiers()).ok().text());
  }

  private static AnyBody tier(String market, int from) {
    return body().with("marketId", market).with("fromQuantity", from).with("unitPrice", from);
  }

  @Test
  void aFirstPriceAndAnotherCurrencyAtOnceNeverBothCome() {
    for (int round = 0; round < 10; round++) {
      var code = "m" + round;
      market(code, "USD");
      var answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () ->
                      clinic
                          .api()
                          .put(
                              prices(),
                              body()
                                  .with(
                                      "prices",
                                      list(body().with("marketId", code).with("price", 1)))),
                  () ->
                      clinic.api().put("/orders/markets/" + code, body().with("currency", "EUR"))));

      var priced = answers.getFirst().ok().at("/prices/0/currency");
      var now = clinic.api().get("/orders/markets/" + code).ok().at("/currency");
      assertThat(now).isEqualTo(priced);
      assertThat(answers.getLast().status()).isEqualTo(now.equals("EUR") ? 200 : 409);
    }
  }

  @Test
  void pricesTakeTheSameFewStatementsHoweverManyThereAre() {
    var markets = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      market("m" + i, "USD");
      markets.add("m" + i);
    }
    clinic.api().get(prices()).ok(); // from now on the key is believed

    for (var some : List.of(Collections.nCopies(1, "us"), markets)) {
      var pricesBody = body().with("prices", each(some, body().with("price", 1)));
      var tiersBody =
          body().with("tiers", each(some, body().with("fromQuantity", 2).with("unitPrice", 1)));
      clinic.api().put(prices(), pricesBody).ok();
      assertThat(statements.during(() -> clinic.api().put(prices(), pricesBody).ok())).isEqualTo(9);
      assertThat(statements.during(() -> clinic.api().put(tiers(), tiersBody).ok())).isEqualTo(9);
      assertThat(statements.during(() -> clinic.api().get(prices()).ok())).isEqualTo(5);
      assertThat(statements.during(() -> clinic.api().get(tiers()).ok())).isEqualTo(5);
    }
  }

  private static List<AnyBody> each(List<String> markets, AnyBody entry) {
    return markets.stream().map(id -> entry.with("marketId", id)).toList();
  }

  private void market(String id, String currency) {
    clinic
        .api()
        .post(
            "/orders/markets",
            body()
                .with("id", id)
                .with("code", id)
                .with("name", id)
                .with("countries", list("US"))
                .with("currency", currency))
        .ok();
  }

  private String prices() {
    return "/orders/items/" + item + "/prices";
  }

  private String tiers() {
    return "/orders/items/" + item + "/tiers";
  }
}
