package org.cartwright.catalog.taxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class TaxTests {

  private static final String TAXES = "/admin/taxes";

  private static final String EVERYTHING =
      """
      {"name":"Sales tax","percentage":8.25,"locationIds":["loc-1","loc-2"],
       "scope":"SPECIFIC_CATEGORIES","categoryNames":["Injectables","Skin care"]}
      """;

  @Autowired private Clinics clinics;
  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = clinics.open();
  }

  @Test
  void aTaxKeepsEverythingItWasCreatedWith() {
    var created = clinic.api().post(TAXES, EVERYTHING).ok();

    assertThat(created.at("/id")).startsWith("tax_");
    assertThat(created.text())
        .endsWith(
            """
            "name":"Sales tax","percentage":8.25,"locationIds":["loc-1","loc-2"],\
            "scope":"SPECIFIC_CATEGORIES","categoryNames":["Injectables","Skin care"]}""");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[" + created.text() + "]");
  }

  @Test
  void aTaxNeedsOnlyANameAndAPercentage() {
    var created = clinic.api().post(TAXES, "{\"name\":\"VAT\",\"percentage\":20.0}").ok();

    assertThat(created.text())
        .endsWith(
            "\"name\":\"VAT\",\"percentage\":20,\"locationIds\":null,\"scope\":\"ALL\",\"categoryNames\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100, 100",
    "100.0, 100",
    "8.2500, 8.25",
    "0.0001, 0.0001",
    "1e1, 10",
    "8.250000000000001, 8.25",
    "'\"8.25\"', 8.25",
    "-0.00000000004, 0"
  })
  void aPercentageIsAnExactDecimal(String sent, String served) {
    var created =
        clinic.api().post(TAXES, "{\"name\":\"VAT\",\"percentage\":%s}".formatted(sent)).ok();

    assertThat(created.text()).contains("\"percentage\":" + served + ",");
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, greater_than_equal",
    "100.0001, less_than_equal",
    "1e401, finite_number",
    "100.00000000005, less_than_equal",
    "'\"8,25\"', float_parsing",
    "true, float_type",
    "null, float_type"
  })
  void anImpossiblePercentageIsRefused(String sent, String type) {
    var refused = clinic.api().post(TAXES, "{\"name\":\"VAT\",\"percentage\":%s}".formatted(sent));

    assertThat(refused.violation()).isEqualTo("[body, percentage] " + type);
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"categoryNames\":[]", ",\"category_names\":null"})
  void aTaxOnSpecificCategoriesNamesOne(String categories) {
    var refused =
        clinic
            .api()
            .post(
                TAXES,
                "{\"name\":\"VAT\",\"percentage\":1,\"scope\":\"SPECIFIC_CATEGORIES\"%s}"
                    .formatted(categories));

    assertThat(refused.violation()).matches("\\[body, category_?[nN]ames\\] value_error");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
  }

  @Test
  void everythingWrongWithATaxIsSaidAtOnce() {
    var refused =
        clinic
            .api()
            .post(
                TAXES,
                "{\"name\":\"\",\"locationIds\":[\"\",1],\"scope\":\"SOME\",\"categoryNames\":{}}");

    assertThat(refused.violations())
        .contains(
            "[body, name] string_too_short",
            "[body, percentage] missing",
            "[body, locationIds, 1] string_type",
            "[body, scope] enum",
            "[body, categoryNames] list_type");
  }

  @Test
  void anUpdateKeepsWhatItDoesNotNameAndClearsWhatIsNull() {
    var created = clinic.api().post(TAXES, EVERYTHING).ok();
    var path = TAXES + "/" + created.at("/id");

    assertThat(clinic.api().put(path, "{}").ok().text()).isEqualTo(created.text());
    assertThat(
            clinic
                .api()
                .put(path, "{\"name\":null,\"percentage\":null,\"scope\":null}")
                .ok()
                .text())
        .isEqualTo(created.text());
    assertThat(clinic.api().put(path, "{\"percentage\":9.5}").ok().text())
        .isEqualTo(created.text().replace("8.25", "9.5"));
    assertThat(
            clinic
                .api()
                .put(path, "{\"scope\":\"ALL\",\"location_ids\":null,\"categoryNames\":null}")
                .ok()
                .text())
        .endsWith(
            "\"percentage\":9.5,\"locationIds\":null,\"scope\":\"ALL\",\"categoryNames\":null}");
  }

  @Test
  void anUpdateCannotLeaveATaxOnSpecificCategoriesWithoutOne() {
    var specific = clinic.api().post(TAXES, EVERYTHING).ok();
    var general = clinic.tax("VAT", "20");
    var before = clinic.api().get(TAXES).ok().text();

    var cleared =
        clinic.api().put(TAXES + "/" + specific.at("/id"), "{\"categoryNames\":[],\"name\":\"X\"}");
    var narrowed = clinic.api().put(TAXES + "/" + general, "{\"scope\":\"SPECIFIC_CATEGORIES\"}");

    assertThat(cleared.violation()).isEqualTo("[body, categoryNames] value_error");
    assertThat(narrowed.violation()).isEqualTo("[body, categoryNames] value_error");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo(before);
  }

  @Test
  void anArchivedTaxIsGoneButAnItemMayStayExempted() {
    var tax = clinic.tax("VAT", "20");
    var item =
        clinic.item("{\"name\":\"Serum\",\"price\":1,\"exemptedTaxIds\":[\"%s\"]}".formatted(tax));

    assertThat(clinic.api().delete(TAXES + "/" + tax).ok().text()).isEqualTo("true");

    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
    clinic.api().put(TAXES + "/" + tax, "{\"name\":\"Back\"}").refused(404);
    clinic.api().delete(TAXES + "/" + tax).refused(404);
    assertThat(clinic.api().get("/inventory/items/list?ids=" + item).at("/data/0/exemptedTaxIds/0"))
        .isEqualTo(tax);
  }

  @Test
  void taxesAreListedOldestFirst() {
    var first = clinic.tax("Z", "1");
    var second = clinic.tax("A", "2");

    var listed = clinic.api().get(TAXES).ok();

    assertThat(listed.at("/0/id")).isEqualTo(first);
    assertThat(listed.at("/1/id")).isEqualTo(second);
  }

  @Test
  void anotherClinicsTaxIsAsMissingAsOneThatNeverWas() {
    var tax = clinic.tax("VAT", "20");
    var before = clinic.api().get(TAXES).text();
    var other = clinics.open().api();

    assertThat(other.put(TAXES + "/" + tax, "{\"name\":\"X\"}").refused(404).text())
        .isEqualTo(other.put(TAXES + "/nope", "{\"name\":\"X\"}").refused(404).text())
        .isEqualTo("{\"detail\":\"Tax not found\"}");
    assertThat(other.delete(TAXES + "/" + tax).refused(404).text())
        .isEqualTo(other.delete(TAXES + "/nope").refused(404).text());
    assertThat(other.get(TAXES).text()).isEqualTo("[]");
    assertThat(
            other
                .post(
                    "/inventory/items/create",
                    "{\"name\":\"S\",\"price\":1,\"exemptedTaxIds\":[\"%s\"]}".formatted(tax))
                .violation())
        .isEqualTo("[body, exemptedTaxIds, 0] value_error");
    assertThat(clinic.api().get(TAXES).text()).isEqualTo(before);
  }
}
