package org.cartwright.catalog.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CartwrightTest
class MarketTaxTests {

  private static final String TAXES = "/orders/markets/us/taxes";
  private static final Body<?> EVERYTHING =
      body()
          .with("name", "Sales tax")
          .with("percentage", 7.25)
          .with("scope", "SPECIFIC_CATEGORIES")
          .with("categoryNames", list("Mugs"))
          .with("regions", list("US-CA", "NV"))
          .with("postalCodes", list("94107", "90*"));

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  private Clinic clinic;

  @BeforeEach
  void openAShop() {
    clinic = clinics.open();
    market(clinic, "us");
    market(clinic, "eu");
  }

  @Test
  void aTaxOfAMarketKeepsEverythingItWasMadeWith() {
    var made = clinic.api().post(TAXES, EVERYTHING).ok();

    assertThat(made.at("/id")).startsWith("tax_");
    assertThat(made.text())
        .endsWith(
            """
            "marketId":"us","name":"Sales tax","percentage":7.25,"scope":"SPECIFIC_CATEGORIES","categoryNames":["Mugs"],\
            "regions":["US-CA","NV"],"postalCodes":["94107","90*"]}""");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + made.text() + "]");
    assertThat(
            clinic.api().post(TAXES, body().with("name", "VAT").with("percentage", 20)).ok().text())
        .endsWith(
            """
            "name":"VAT","percentage":20,"scope":"ALL","categoryNames":null,"regions":null,"postalCodes":null}""");
  }

  @Test
  void aTaxBelongsToOneMarketOrToNone() {
    var here = clinic.api().post(TAXES, EVERYTHING).ok();
    var none = clinic.tax("Clinic's", "1");

    assertThat(clinic.api().get("/orders/markets/eu/taxes").ok().text()).isEqualTo("[]");
    assertThat(clinic.api().get("/admin/taxes").ok().json().size()).isEqualTo(1);
    assertThat(clinic.api().get("/admin/taxes").ok().at("/0/id")).isEqualTo(none);
    for (var elsewhere :
        List.of("/orders/markets/eu/taxes/" + here.at("/id"), "/admin/taxes/" + here.at("/id"))) {
      assertThat(clinic.api().put(elsewhere, body().with("name", "X")).refused(404).text())
          .isEqualTo("{\"detail\":\"Tax not found\"}");
      clinic.api().delete(elsewhere).refused(404);
    }
    clinic.api().put(TAXES + "/" + none, body().with("name", "X")).refused(404);
    clinic.api().delete(TAXES + "/" + none).refused(404);
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + here.text() + "]");
  }

  @Test
  void ofSeveralWhoMakeOrReplaceATaxAtOnceEachIsTakenWhole() {
    var made = AtOnce.all(numbered(i -> clinic.api().post(TAXES, numbered(i))));
    assertThat(made).allMatch(answer -> answer.status() == 200);
    assertThat(clinic.api().get(TAXES).ok().json().findValuesAsString("id"))
        .containsExactlyInAnyOrderElementsOf(made.stream().map(tax -> tax.at("/id")).toList());

    var one = TAXES + "/" + made.getFirst().at("/id");
    var replaced = AtOnce.all(numbered(i -> clinic.api().put(one, numbered(10 + i))));
    assertThat(replaced).allMatch(answer -> answer.status() == 200);
    assertThat(replaced)
        .extracting(Answer::text)
        .doesNotHaveDuplicates()
        .containsAnyElementsOf(
            clinic.api().get(TAXES).ok().json().valueStream().map(JsonNode::toString).toList());

    var deleted = AtOnce.all(numbered(i -> clinic.api().delete(one)));
    assertThat(deleted).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 404);
  }

  private static List<Callable<Answer>> numbered(IntFunction<Answer> request) {
    return IntStream.range(1, 9).mapToObj(i -> (Callable<Answer>) () -> request.apply(i)).toList();
  }

  private static Body<?> numbered(int i) {
    return body()
        .with("name", "Tax " + i)
        .with("percentage", i)
        .with("scope", "SPECIFIC_CATEGORIES")
        .with("categoryNames", list("Mugs " + i))
        .with("regions", list("US-" + i))
        .with("postalCodes", list("9410" + i));
  }

  @Test
  void anItemMayBeExemptedFromEither() {
    var here = clinic.api().post(TAXES, EVERYTHING).ok().at("/id");
    var none = clinic.tax("Clinic's", "1");

    var item = clinic.item(anItem("Mug").price(1).exemptedFrom(here, none));

    assertThat(
            clinic
                .api()
                .post(
                    "/inventory/items/bulk-update-taxes",
                    body()
                        .with(
                            "updates",
                            list(body().with("itemId", item).with("exemptedTaxIds", list(here)))))
                .ok()
                .at("/0/exemptedTaxIds/0"))
        .isEqualTo(here);
  }

  @Test
  void everythingWrongWithATaxIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                TAXES,
                body()
                    .with("name", "")
                    .with("percentage", 101)
                    .with("scope", "SOME")
                    .with("regions", list(""))
                    .with("postalCodes", list("123456789012345678901")));

    assertThat(refused.violations())
        .containsExactly(
            "[body, name] string_too_short",
            "[body, percentage] less_than_equal",
            "[body, scope] enum",
            "[body, regions, 0] string_too_short",
            "[body, postalCodes, 0] string_too_long");
    assertThat(
            clinic
                .api()
                .post(
                    TAXES,
                    body()
                        .with("name", "N")
                        .with("percentage", 1)
                        .with("scope", "SPECIFIC_CATEGORIES")
                        .with("postalCodes", list("9*4*")))
                .violation())
        .isEqualTo("[body, postalCodes, 0] string_pattern_mismatch");
    assertThat(
            clinic
                .api()
                .post(
                    TAXES,
                    body()
                        .with("name", "N")
                        .with("percentage", 1)
                        .with("scope", "SPECIFIC_CATEGORIES"))
                .violation())
        .isEqualTo("[body, categoryNames] value_error");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9*4", "*9", "9**", " ", ""})
  void aPostalCodeIsWholeOrABeginning(String pattern) {
    var tax = clinic.api().post(TAXES, EVERYTHING).ok();
    var body = body().with("postalCodes", list("1", pattern));

    assertThat(clinic.api().put(TAXES + "/" + tax.at("/id"), body).violation())
        .isEqualTo("[body, postalCodes, 1] string_pattern_mismatch");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + tax.text() + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE*", "*", "U*", "DEU-*", "-*", "DE-B*", "*-CA", " "})
  void aRegionIsOneOrAllOfACountry(String region) {
    var tax = clinic.api().post(TAXES, EVERYTHING).ok();
    var body = body().with("regions", list("CA", region));

    assertThat(clinic.api().post(TAXES, EVERYTHING.and(body)).violation())
        .isEqualTo("[body, regions, 1] string_pattern_mismatch");
    assertThat(clinic.api().put(TAXES + "/" + tax.at("/id"), body).violation())
        .isEqualTo("[body, regions, 1] string_pattern_mismatch");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + tax.text() + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CA", "US-CA", "New South Wales", "Île-de-France", "de-*", "DE - *"})
  void aRegionIsWrittenAsAnyAddressHasIt(String region) {
    assertThat(
            clinic
                .api()
                .post(TAXES, EVERYTHING.with("regions", list(region)))
                .ok()
                .at("/regions/0"))
        .isEqualTo(region);
  }

  @Test
  void anUpdateKeepsWhatItDoesNotNameAndClearsWhatIsNull() {
    var made = clinic.api().post(TAXES, EVERYTHING).ok();
    var path = TAXES + "/" + made.at("/id");

    assertThat(clinic.api().put(path, body()).ok().text()).isEqualTo(made.text());
    assertThat(
            clinic
                .api()
                .put(path, body().with("name", null).with("percentage", null).with("scope", null))
                .ok()
                .text())
        .isEqualTo(made.text());
    assertThat(clinic.api().put(path, body().with("categoryNames", null)).violation())
        .isEqualTo("[body, categoryNames] value_error");
    assertThat(
            clinic
                .api()
                .put(
                    path,
                    body()
                        .with("name", "VAT")
                        .with("percentage", 9.5)
                        .with("scope", "ALL")
                        .with("categoryNames", null)
                        .with("regions", null)
                        .with("postal_codes", list("1*")))
                .ok()
                .text())
        .endsWith(
            """
            "name":"VAT","percentage":9.5,"scope":"ALL","categoryNames":null,"regions":null,"postalCodes":["1*"]}""");
  }

  @Test
  void anArchivedTaxIsGone() {
    var path = TAXES + "/" + clinic.api().post(TAXES, EVERYTHING).ok().at("/id");

    assertThat(clinic.api().delete(path).ok().text()).isEqualTo("true");

    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
    clinic.api().put(path, body().with("name", "X")).refused(404);
    clinic.api().delete(path).refused(404);
  }

  @Test
  void anArchivedMarketTakesNoNewTax() {
    var eu = "/orders/markets/eu/taxes";
    clinic.api().post(eu, EVERYTHING).ok();
    clinic.api().delete("/orders/markets/eu").ok();

    clinic.api().post(eu, EVERYTHING).refused(404);
    assertThat(clinic.api().get(eu).ok().json().size()).isEqualTo(1);
  }

  @Test
  void anotherShopsMarketsAndTaxesAreMissing() {
    var tax = clinic.api().post(TAXES, EVERYTHING).ok();
    var other = clinics.open();
    for (var market : List.of("us", "nope")) {
      var path = "/orders/markets/" + market + "/taxes";
      assertThat(other.api().get(path).refused(404).text())
          .isEqualTo("{\"detail\":\"Market not found\"}");
      assertThat(other.api().post(path, EVERYTHING).refused(404).text())
          .isEqualTo("{\"detail\":\"Market not found\"}");
    }
    market(other, "us");
    assertThat(other.api().get(TAXES).ok().text()).isEqualTo("[]");
    for (var id : List.of(tax.at("/id"), "nope")) {
      assertThat(other.api().put(TAXES + "/" + id, body().with("name", "X")).refused(404).text())
          .isEqualTo("{\"detail\":\"Tax not found\"}");
      assertThat(other.api().delete(TAXES + "/" + id).refused(404).text())
          .isEqualTo("{\"detail\":\"Tax not found\"}");
    }
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + tax.text() + "]");
  }

  @Test
  void taxesAreReadWithTwoStatementsHoweverManyThereAre() {
    clinic.api().post(TAXES, EVERYTHING).ok();
    clinic.api().get(TAXES).ok();
    assertThat(statements.during(() -> clinic.api().get(TAXES).ok())).isEqualTo(5);
    for (int i = 0; i < 10; i++) {
      clinic.api().post(TAXES, EVERYTHING).ok();
    }
    assertThat(statements.during(() -> clinic.api().get(TAXES).ok())).isEqualTo(5);
  }

  private static void market(Clinic clinic, String id) {
    clinic
        .api()
        .post(
            "/orders/markets",
            body()
                .with("id", id)
                .with("code", id)
                .with("name", id)
                .with("countries", list("US"))
                .with("currency", "USD"))
        .ok();
  }
}
