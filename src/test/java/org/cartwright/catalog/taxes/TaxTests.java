package org.cartwright.catalog.taxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.TaxBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class TaxTests {

  private static final String TAXES = "/admin/taxes";

  private static final Body<?> EVERYTHING =
      aTax("Sales tax")
          .percentage("8.25")
          .at("loc-1", "loc-2")
          .scope("SPECIFIC_CATEGORIES")
          .onCategories("Injectables", "Skin care");

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
    var created = clinic.api().post(TAXES, aTax("VAT").percentage("20.0")).ok();

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
    var created = clinic.api().post(TAXES, aTax("VAT").percentage(sent)).ok();

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
    var refused = clinic.api().post(TAXES, aTax("VAT").percentage(sent));

    assertThat(refused.violation()).isEqualTo("[body, percentage] " + type);
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
  }

  static Stream<TaxBody> aTaxOnSpecificCategoriesNamesOne() {
    var tax = aTax("VAT").percentage(1).scope("SPECIFIC_CATEGORIES");
    return Stream.of(tax, tax.onCategories(), tax.with("category_names", null));
  }

  @ParameterizedTest
  @MethodSource
  void aTaxOnSpecificCategoriesNamesOne(TaxBody tax) {
    var refused = clinic.api().post(TAXES, tax);

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
                aTax("")
                    .with("locationIds", list("", 1))
                    .scope("SOME")
                    .with("categoryNames", body()));

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

    assertThat(clinic.api().put(path, body()).ok().text()).isEqualTo(created.text());
    assertThat(
            clinic
                .api()
                .put(path, aTax().with("name", null).with("percentage", null).with("scope", null))
                .ok()
                .text())
        .isEqualTo(created.text());
    assertThat(clinic.api().put(path, body().with("percentage", 9.5)).ok().text())
        .isEqualTo(created.text().replace("8.25", "9.5"));
    assertThat(
            clinic
                .api()
                .put(
                    path,
                    body()
                        .with("scope", "ALL")
                        .with("location_ids", null)
                        .with("categoryNames", null))
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

    var cleared = clinic.api().put(TAXES + "/" + specific.at("/id"), aTax("X").onCategories());
    var narrowed =
        clinic.api().put(TAXES + "/" + general, body().with("scope", "SPECIFIC_CATEGORIES"));

    assertThat(cleared.violation()).isEqualTo("[body, categoryNames] value_error");
    assertThat(narrowed.violation()).isEqualTo("[body, categoryNames] value_error");
    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo(before);
  }

  @Test
  void anArchivedTaxIsGoneButAnItemMayStayExempted() {
    var tax = clinic.tax("VAT", "20");
    var item = clinic.item(anItem("Serum").price(1).exemptedFrom(tax));

    assertThat(clinic.api().delete(TAXES + "/" + tax).ok().text()).isEqualTo("true");

    assertThat(clinic.api().get(TAXES).ok().text()).isEqualTo("[]");
    clinic.api().put(TAXES + "/" + tax, aTax("Back")).refused(404);
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

    assertThat(other.put(TAXES + "/" + tax, aTax("X")).refused(404).text())
        .isEqualTo(other.put(TAXES + "/nope", aTax("X")).refused(404).text())
        .isEqualTo("{\"detail\":\"Tax not found\"}");
    assertThat(other.delete(TAXES + "/" + tax).refused(404).text())
        .isEqualTo(other.delete(TAXES + "/nope").refused(404).text());
    assertThat(other.get(TAXES).text()).isEqualTo("[]");
    assertThat(
            other
                .post("/inventory/items/create", anItem("S").price(1).exemptedFrom(tax))
                .violation())
        .isEqualTo("[body, exemptedTaxIds, 0] value_error");
    assertThat(clinic.api().get(TAXES).text()).isEqualTo(before);
  }
}
