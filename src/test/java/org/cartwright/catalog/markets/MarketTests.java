package org.cartwright.catalog.markets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CartwrightTest
class MarketTests {

  private static final String MARKETS = "/orders/markets";
  private static final String CODE_TAKEN =
      "{\"detail\":\"Another market has this code already; choose another one.\"}";
  private static final String TERMS_STAY =
      """
      {"detail":"There are prices or drafts in this market: its currency stays, and so does whether prices include tax. \
      Make a new market for other terms."}""";

  @Autowired private Clinics clinics;
  @Autowired private Markets markets;
  @Autowired private Statements statements;
  @Autowired private PlatformTransactionManager transactions;
  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void aMarketKeepsEverythingItWasMadeWith() {
    var made =
        clinic
            .api()
            .post(
                MARKETS,
                body()
                    .with("code", "EU")
                    .with("name", "Europe")
                    .with("countries", list("DE", "FR", "DE"))
                    .with("currency", "EUR")
                    .with("pricesIncludeTax", true))
            .ok();

    assertThat(made.at("/id")).startsWith("market_");
    assertThat(made.text())
        .contains(
            """
            "code":"EU","name":"Europe","countries":["DE","FR"],"currency":"EUR","currencyDecimals":2,\
            "pricesIncludeTax":true,"isDefault":true,"isArchived":false,"createdDate":""");
    assertThat(clinic.api().get(MARKETS + "/" + made.at("/id")).ok().text()).isEqualTo(made.text());
    assertThat(clinic.api().get(MARKETS).ok().text()).isEqualTo("[" + made.text() + "]");
  }

  @ParameterizedTest
  @CsvSource({"JPY, 0", "USD, 2", "BDT, 2", "KWD, 3"})
  void aMarketTellsHowManyDecimalsItsCurrencyHas(String currency, int decimals) {
    assertThat(market("M", currency).number("/currencyDecimals")).isEqualTo(decimals);
  }

  @Test
  void everythingWrongWithAMarketIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                MARKETS,
                body()
                    .with("code", "a b")
                    .with("name", "")
                    .with("countries", list())
                    .with("currency", 1)
                    .with("pricesIncludeTax", "so"));

    assertThat(refused.violations())
        .containsExactly(
            "[body, code] string_pattern_mismatch",
            "[body, name] string_too_short",
            "[body, countries] too_short",
            "[body, currency] string_type",
            "[body, pricesIncludeTax] bool_parsing");
    assertThat(clinic.api().post(MARKETS, body()).violations())
        .containsExactly(
            "[body, code] missing",
            "[body, name] missing",
            "[body, countries] missing",
            "[body, currency] missing");
    assertThat(clinic.api().get(MARKETS).ok().text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "bd", "BGD", ""})
  void aCountryIsOneOfIso3166(String country) {
    var refused = post("M", "USD", country);

    assertThat(refused.violation()).isEqualTo("[body, countries, 0] value_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usd", "XXX", "XAU", "EURO", ""})
  void aCurrencyIsOneThatCanBePaidWith(String currency) {
    assertThat(post("M", currency, "BD").violation()).isEqualTo("[body, currency] value_error");
  }

  @Test
  void noMarketIsCalledWhatIsAnotherPath() {
    var wanted = aMarket("A", "A", "EUR", "FR").with("id", "..");

    assertThat(clinic.api().post(MARKETS, wanted).violations())
        .containsExactly("[body, id] value_error");
  }

  @Test
  void anIdIsTakenOnlyOnceAlsoThatOfTheDefaultMarket() {
    clinic.api().post(MARKETS, aMarket("A", "A", "EUR", "FR").with("id", "market_a")).ok();
    clinic.api().post(MARKETS, aMarket("B", "A", "EUR", "FR").with("id", "market_b")).ok();

    assertThat(
            clinic
                .api()
                .post(MARKETS, aMarket("C", "A", "EUR", "FR").with("id", "market_a"))
                .refused(409)
                .text())
        .contains("A market with this id already exists");
    clinic.api().post(MARKETS, aMarket("C", "A", "EUR", "FR").with("id", "market_b")).refused(409);
    assertThat(clinic.api().get(MARKETS).ok().json().size()).isEqualTo(2);
  }

  @Test
  void noTwoMarketsHaveOneCodeUnlessOneIsArchived() {
    var first = id(market("BD", "BDT"));
    var second = id(market("US", "USD"));

    assertThat(post("US", "EUR", "FR").refused(409).text()).isEqualTo(CODE_TAKEN);
    assertThat(clinic.api().put(path(first), body().with("code", "US")).refused(409).text())
        .isEqualTo(CODE_TAKEN);
    clinic.api().delete(path(second)).ok();
    assertThat(clinic.api().put(path(first), body().with("code", "US")).ok().at("/code"))
        .isEqualTo("US");
  }

  @Test
  void anUpdateKeepsWhatItDoesNotName() {
    var made = market("BD", "BDT");

    assertThat(clinic.api().put(path(id(made)), body()).ok().text()).isEqualTo(made.text());
    assertThat(
            clinic
                .api()
                .put(
                    path(id(made)),
                    body()
                        .with("code", null)
                        .with("name", null)
                        .with("countries", null)
                        .with("currency", null)
                        .with("pricesIncludeTax", null)
                        .with("isDefault", null))
                .ok()
                .text())
        .isEqualTo(made.text());
    assertThat(
            clinic
                .api()
                .put(
                    path(id(made)),
                    body()
                        .with("name", "Both")
                        .with("countries", list("IN", "BD"))
                        .with("currency", "INR")
                        .with("prices_include_tax", true))
                .ok()
                .text())
        .contains(
            """
            "code":"BD","name":"Both","countries":["IN","BD"],"currency":"INR","currencyDecimals":2,\
            "pricesIncludeTax":true,"isDefault":true""");
    assertThat(
            clinic
                .api()
                .put(
                    path(id(made)),
                    body()
                        .with("name", "")
                        .with("countries", list("BD", "XX"))
                        .with("currency", "XXX"))
                .violations())
        .containsExactly(
            "[body, name] string_too_short",
            "[body, countries, 1] value_error",
            "[body, currency] value_error");
  }

  @Test
  void theTermsOfAMarketStayOnceSomethingIsWrittenDownInIt() {
    var market = id(market("BD", "BDT"));
    within(() -> markets.use(market));
    var before = clinic.api().get(path(market)).ok().text();

    for (var change :
        List.of(
            body().with("currency", "USD").with("name", "X"),
            body().with("pricesIncludeTax", true))) {
      assertThat(clinic.api().put(path(market), change).refused(409).text()).isEqualTo(TERMS_STAY);
    }

    assertThat(clinic.api().get(path(market)).ok().text()).isEqualTo(before);
    var same = body().with("currency", "BDT").with("pricesIncludeTax", false).with("name", "X");
    assertThat(clinic.api().put(path(market), same).ok().at("/name")).isEqualTo("X");
  }

  @Test
  void oneMarketIsTheDefault() {
    var first = id(market("A", "USD"));
    var second = id(market("B", "EUR"));
    assertThat(defaults()).containsExactly(first);

    var third =
        id(
            clinic
                .api()
                .post(
                    MARKETS,
                    body()
                        .with("code", "C")
                        .with("name", "C")
                        .with("countries", list("JP"))
                        .with("currency", "JPY")
                        .with("isDefault", true))
                .ok());
    assertThat(defaults()).containsExactly(third);
    clinic.api().put(path(second), body().with("isDefault", true)).ok();
    clinic.api().put(path(second), body().with("isDefault", true)).ok();
    assertThat(defaults()).containsExactly(second);
    clinic.api().put(path(first), body().with("isDefault", false)).ok();

    assertThat(clinic.api().put(path(second), body().with("isDefault", false)).refused(409).text())
        .isEqualTo(
            "{\"detail\":\"One market is always the default: make another one the default instead.\"}");
    assertThat(clinic.api().delete(path(second)).refused(409).text())
        .isEqualTo(
            """
            {"detail":"This is the default market, and there are others: make one of them the default first."}""");
    assertThat(defaults()).containsExactly(second);
  }

  @Test
  void theLastMarketCanGoAndTheNextOneIsTheDefault() {
    var only = id(market("A", "USD"));

    assertThat(clinic.api().delete(path(only)).ok().text()).isEqualTo("true");

    assertThat(clinic.api().get(MARKETS).ok().text()).isEqualTo("[]");
    assertThat(defaults()).isEmpty();
    assertThat(market("A", "EUR").at("/isDefault")).isEqualTo("true");
  }

  @Test
  void anArchivedMarketIsStillToldAndChangesNoMore() {
    var market = id(market("A", "USD"));
    clinic.api().delete(path(market)).ok();

    assertThat(clinic.api().get(path(market)).ok().text())
        .contains("\"isDefault\":false,\"isArchived\":true");
    clinic.api().put(path(market), body().with("name", "X")).refused(404);
    clinic.api().delete(path(market)).refused(404);
    within(
        () -> {
          assertThat(markets.find(market)).get().matches(MarketTerms::isArchived);
          assertThatExceptionOfType(Missing.class).isThrownBy(() -> markets.use(market));
        });
  }

  @Test
  void marketsAreListedByNameBehindTheDefault() {
    clinic.api().post(MARKETS, aMarket("1", "zebra", "USD", "US")).ok();
    clinic.api().post(MARKETS, aMarket("2", "mango", "USD", "US")).ok();
    clinic.api().post(MARKETS, aMarket("3", "Apple", "USD", "US")).ok();

    assertThat(names()).containsExactly("zebra", "Apple", "mango");
  }

  @Test
  void othersAreToldTheTermsOfMarkets() {
    var yen = id(clinic.api().post(MARKETS, aMarket("JP", "Japan", "JPY", "JP")).ok());
    var euro =
        id(
            clinic
                .api()
                .post(MARKETS, aMarket("EU", "Europe", "EUR", "FR").with("pricesIncludeTax", true))
                .ok());

    within(
        () -> {
          assertThat(markets.find(euro))
              .contains(
                  new MarketTerms(
                      euro,
                      "EU",
                      "Europe",
                      List.of("FR"),
                      Currency.getInstance("EUR"),
                      TaxMode.INCLUSIVE,
                      false,
                      false));
          assertThat(markets.findDefault()).get().extracting(MarketTerms::id).isEqualTo(yen);
          assertThat(markets.find(List.of(yen, euro, "nope")))
              .extracting(MarketTerms::id)
              .containsExactlyInAnyOrder(yen, euro);
          assertThat(markets.find(List.of())).isEmpty();
          assertThat(markets.find("nope")).isEmpty();
        });
    CurrentTenant.within(
        clinics.open().id(),
        () -> {
          assertThat(markets.find(yen)).isEmpty();
          assertThat(markets.findDefault()).isEmpty();
          assertThatExceptionOfType(Missing.class).isThrownBy(() -> markets.use(yen));
        });
  }

  @Test
  void anotherShopsMarketIsAsMissingAsOneThatNeverWas() {
    var market = id(market("A", "USD"));
    var before = clinic.api().get(MARKETS).text();
    var other = clinics.open().api();

    assertThat(other.get(path(market)).refused(404).text())
        .isEqualTo(other.get(path("nope")).refused(404).text())
        .isEqualTo("{\"detail\":\"Market not found\"}");
    assertThat(other.put(path(market), body().with("name", "X")).refused(404).text())
        .isEqualTo(other.put(path("nope"), body().with("name", "X")).refused(404).text());
    assertThat(other.delete(path(market)).refused(404).text())
        .isEqualTo(other.delete(path("nope")).refused(404).text());
    assertThat(other.get(MARKETS).ok().text()).isEqualTo("[]");
    other.post(MARKETS, aMarket("A", "A", "EUR", "FR")).ok();
    assertThat(clinic.api().get(MARKETS).text()).isEqualTo(before);
  }

  @Test
  void ofMarketsMadeAtOnceOneIsTheDefaultAndOneHasTheCode() {
    var made =
        AtOnce.all(
            IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Answer>) () -> post("M" + i / 2, "USD", "US"))
                .toList());

    assertThat(made.stream().filter(answer -> answer.status() == 200)).hasSize(8);
    assertThat(made.stream().filter(answer -> answer.status() == 409))
        .hasSize(8)
        .allMatch(answer -> answer.text().equals(CODE_TAKEN));
    assertThat(defaults()).hasSize(1);
  }

  @Test
  void ofMarketsMadeTheDefaultAtOnceOneIsIt() {
    var ids = IntStream.range(0, 8).mapToObj(i -> id(market("M" + i, "USD"))).toList();

    var changed =
        AtOnce.all(
            ids.stream()
                .map(
                    id ->
                        (Callable<Answer>)
                            () -> clinic.api().put(path(id), body().with("isDefault", true)))
                .toList());

    assertThat(changed).allMatch(answer -> answer.status() == 200);
    assertThat(defaults()).hasSize(1);
  }

  @Test
  void whoMakesAMarketTheDefaultAndWhoPricesInBothWaitInLine() throws Exception {
    for (var id : List.of("market-1", "market-2")) {
      clinic.api().post(MARKETS, aMarket(id, "Market", "USD", "US").with("id", id)).ok();
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var pricing = TestDatabase.shared().superuser();
        var statement = pricing.createStatement()) {
      pricing.setAutoCommit(false);
      statement.execute(heldBySomebody("market-1"));
      var changed =
          threads.submit(
              () -> clinic.api().put(path("market-2"), body().with("isDefault", true)).ok());
      Awaitility.await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> TestDatabase.shared().waitingFor("market") == 1);

      statement.execute(heldBySomebody("market-2") + " nowait");

      pricing.commit();
      assertThat(changed.get().at("/isDefault")).isEqualTo("true");
    }
    assertThat(defaults()).containsExactly("market-2");
  }

  @Test
  void whereSomethingIsBeingSoldIsNotArchivedMeanwhile() throws Exception {
    var market = id(market("A", "USD"));
    within(() -> markets.use(market));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var archived = new AtomicReference<Future<Answer>>();
      Runnable selling =
          () -> {
            markets.use(market);
            archived.set(threads.submit(() -> clinic.api().delete(path(market))));
            Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> TestDatabase.shared().waitingFor("market") == 1);
          };
      within(
          () ->
              new TransactionTemplate(transactions).executeWithoutResult(status -> selling.run()));
      archived.get().get().ok();
    }
    assertThat(names()).isEmpty();
    within(() -> assertThatExceptionOfType(Missing.class).isThrownBy(() -> markets.use(market)));
  }

  private String heldBySomebody(String market) {
    return "select from market where tenant_id = '%s' and id = '%s' for share"
        .formatted(clinic.id(), market);
  }

  @Test
  void aMarketIsReadAndUsedWithFewStatementsHoweverManyThereAre() {
    var market = id(market("A", "USD"));
    within(() -> markets.use(market));
    var one = statements.during(() -> clinic.api().get(MARKETS).ok());
    var use = statements.during(() -> within(() -> markets.use(market)));
    IntStream.range(0, 10).forEach(i -> market("M" + i, "USD"));

    assertThat(one).isEqualTo(4);
    assertThat(use).isEqualTo(6);
    assertThat(statements.during(() -> clinic.api().get(MARKETS).ok())).isEqualTo(one);
    assertThat(statements.during(() -> within(() -> markets.use(market)))).isEqualTo(use);
  }

  private void within(Runnable work) {
    CurrentTenant.within(clinic.id(), work);
  }

  private Answer market(String code, String currency) {
    return post(code, currency, "BD").ok();
  }

  private Answer post(String code, String currency, String country) {
    return clinic.api().post(MARKETS, aMarket(code, "Market", currency, country));
  }

  private static AnyBody aMarket(String code, String name, String currency, String country) {
    return body()
        .with("code", code)
        .with("name", name)
        .with("countries", list(country))
        .with("currency", currency);
  }

  private static String id(Answer market) {
    return market.at("/id");
  }

  private static String path(String id) {
    return MARKETS + "/" + id;
  }

  private List<String> defaults() {
    return StreamSupport.stream(clinic.api().get(MARKETS).ok().json().spliterator(), false)
        .filter(market -> market.get("isDefault").asBoolean())
        .map(market -> market.get("id").asString())
        .toList();
  }

  private List<String> names() {
    return StreamSupport.stream(clinic.api().get(MARKETS).ok().json().spliterator(), false)
        .map(market -> market.get("name").asString())
        .toList();
  }
}
