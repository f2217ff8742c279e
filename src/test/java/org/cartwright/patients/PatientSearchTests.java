package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class PatientSearchTests {

  /** Its patients are searched for by most, and changed by nobody. */
  private static Clinic clinic;

  /** The same, and with patients who are written in other ways. */
  private static Clinic anywhere;

  @Autowired private Clinics clinics;

  @BeforeAll
  static void openAClinicWithPatients(@Autowired Clinics clinics) {
    clinic = clinics.open();
    clinic.patient(
        aPatient("Jane", "Doe")
            .id("jane")
            .phone("+1 (555) 010-9999")
            .born("1990-05-12")
            .externalId("EMR-1001")
            .email("j.doe@mail.example"));
    clinic.patient(
        aPatient("Janet Ann", "O'Doeling")
            .id("janet")
            .phone("5550101234")
            .born("1985-12-31")
            .externalId("EMR-1002")
            .email("x@y.example"));
    clinic.patient(
        aPatient("Bob", "Smith")
            .id("bob")
            .phone("020 7946 0958")
            .born("1990-05-13")
            .externalId("77-A")
            .email("bob@work.example")
            .with("preferredName", "Bobby Tables"));
    clinic.patient(
        aPatient("100%_Real\\Name", "Élodie")
            .id("odd")
            .phone("ext. 42")
            .born("2000-02-29")
            .externalId("%")
            .email("odd@z.example"));
    anywhere = clinics.like(clinic);
    anywhere.patient(aPatient("Rahim", "Uddin").id("rahim").phone("০১৭১২-৩৪৫৬৭৮"));
    anywhere.patient(aPatient("Chloe\u0301", "X").id("chloe").phone("(0161) 496.0958 ext 7"));
  }

  private static List<String> found(String term) {
    return foundAt(clinic, term);
  }

  private static List<String> foundAt(Clinic clinic, String term) {
    return clinic
        .api()
        .get("/user/patient/search?search_term=" + encoded(term))
        .ok()
        .json()
        .findValuesAsString("id");
  }

  private static String encoded(String term) {
    return URLEncoder.encode(term, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jane | janet jane",
        "JANE doe | janet jane",
        "doe jane | janet jane",
        "Doe, Jane | janet jane",
        "jan d | jane",
        "ann jan | janet",
        "anet | janet",
        "o'doel | janet",
        "bobby | bob",
        "tables smi | bob",
        "j.doe@ | jane",
        "WORK.example | bob",
        "EMR-1001 | jane",
        "emr-1001 | jane",
        "77-a | bob",
        "janet | janet",
        "élo | odd",
        "É | odd",
        "1990-05-12 | jane",
        "05/12/1990 | jane",
        "5/12/1990 | jane",
        "5/13/1990 | bob",
        "2/29/2000 | odd",
        "a | janet",
        "jane bob | ``",
        "xyz | ``"
      })
  void aTermFindsPeople(String term, String ids) {
    assertThat(found(term)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "+1 (555) 010-9999 | jane",
        "15550109999 | jane",
        "5550109999 | jane",
        "555-010-9999 | jane",
        "555.010.9999 | jane",
        "010-9999 | jane",
        "0109999 | jane",
        "555-010 | janet jane",
        "999 | jane",
        "+1 555 010 1234 | janet",
        "(555) 010 1234 | janet",
        "+44 20 7946 0958 | bob",
        "7946 0958 | bob",
        "+49 555 010 9998 | ``",
        "42 | ``"
      })
  void aNumberFindsPeopleInAnySpelling(String term, String ids) {
    assertThat(found(term)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "০১৭১২ ৩৪৫৬৭৮ | rahim",
        "01712-345678 | rahim",
        "+৮৮০ ১৭১২ ৩৪৫৬৭৮ | rahim",
        "\u202a+44 20 7946\u20110958\u202c | bob",
        "0161 496 0958 ext 7 | chloe",
        "0161 4960958 x.7 | chloe",
        "१९९०-०५-१२ | jane",
        "০৫/১২/১৯৯০ | jane",
        "Chloé | chloe",
        "CHLOE\u0301 | chloe",
        "e\u0301lodie | odd",
        "Ｂｏｂ | bob"
      })
  void peopleAreFoundInAnyScriptAndHoweverAnAccentIsWritten(String term, String ids) {
    assertThat(foundAt(anywhere, term)).isEqualTo(List.of(ids.split(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"100%", "100%_real", "%", "_", "\\", "real\\name", "l\\n"})
  void wildcardsAreTheCharactersThatTheyAre(String term) {
    assertThat(found(term)).containsExactly("odd");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ja%e",
        "j_ne",
        "1990-13-01",
        "1990-02-30",
        "2/30/1990",
        "0/0/0000",
        "'",
        "jane'--"
      })
  void whatMeansNobodyFindsNobody(String term) {
    assertThat(found(term)).isSubsetOf("janet").doesNotContain("jane");
  }

  @Test
  void withoutATermTheNewestAreFound() {
    var newest = List.of("odd", "bob", "janet", "jane");
    assertThat(clinic.api().get("/user/patient/search").ok().json().findValuesAsString("id"))
        .isEqualTo(newest);
    assertThat(found("")).isEqualTo(newest);
    assertThat(found(" , ")).isEqualTo(newest);
    assertThat(clinic.api().get("/user/patient/search?n=2").ok().json().findValuesAsString("id"))
        .containsExactly("odd", "bob");
  }

  @Test
  void atMostTenAreFoundUnlessMoreAreAskedFor() {
    var many = clinics.like(clinic);
    for (int i = 0; i < 12; i++) {
      many.patient(aPatient("Many", "Number" + i));
    }

    var ten = many.api().get("/user/patient/search?search_term=many").ok().json();
    var all = many.api().get("/user/patient/search?searchTerm=many&n=100").ok().json();

    assertThat(ten.size()).isEqualTo(10);
    assertThat(ten.get(0).get("lastName").asString()).isEqualTo("Number11");
    assertThat(ten.get(0).get("memberships").isNull()).isTrue();
    assertThat(ten.get(0).size()).isEqualTo(33);
    assertThat(all.size()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "n=0, greater_than_equal",
    "n=1001, less_than_equal",
    "n=x, int_parsing",
    "n=2.5, int_parsing"
  })
  void howManyToFindHasBounds(String query, String type) {
    assertThat(clinic.api().get("/user/patient/search?" + query).violation())
        .isEqualTo("[query, n] " + type);
  }

  @Test
  void aTermOfMoreThanTwoHundredCharactersIsRefused() {
    assertThat(found("x".repeat(200))).isEmpty();
    assertThat(
            clinic
                .api()
                .get("/user/patient/search?n=0&search_term=" + "x".repeat(201))
                .violations())
        .containsExactlyInAnyOrder(
            "[query, search_term] string_too_long", "[query, n] greater_than_equal");
  }

  @Test
  void aChangedPatientIsFoundByWhatIsNewAndNotByWhatWas() {
    var changed = clinics.like(clinic);
    changed
        .api()
        .put("/user/patient/bob", aPatient().lastName("Jones").with("phoneNumber", null))
        .ok();

    assertThat(foundAt(changed, "jones")).containsExactly("bob");
    assertThat(foundAt(changed, "smith")).isEmpty();
    assertThat(foundAt(changed, "7946 0958")).isEmpty();
  }
}
