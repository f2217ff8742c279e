package org.cartwright.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;
import static org.cartwright.testing.bodies.Bodies.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.Body;
import org.cartwright.testing.bodies.PatientBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class PatientsTests {

  @Autowired private Clinics clinics;
  @Autowired private Patients patients;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private static PatientBody everything() {
    return aPatient("Jane", "Doe")
        .id("jane.doe-1")
        .externalId("EMR-1")
        .with("firebaseUid", "fb1")
        .with("preferredName", "Janie")
        .born("1990-05-12")
        .with("type", "PATIENT")
        .with("gender", "female")
        .with("pronouns", "she/her")
        .email("jane@example.com")
        .phone("+1 (555) 010-9999")
        .with("address", "12 Elm Street")
        .with("addressLineTwo", "Apt 4")
        .with("city", "Springfield")
        .with("state", "IL")
        .with("zipCode", "62701")
        .with("country", "US")
        .with("addressValid", true)
        .with("meta", body().with("a", list(1, body().with("b", json("0.10")))).with("n", null))
        .at("loc1")
        .with("patientSource", "FORM")
        .with("leadSource", "Instagram")
        .with("onSchedulingBlacklist", true)
        .with("surchargeDisabled", true)
        .with("creditBalance", 0)
        .with("preferredProviderId", "prov1");
  }

  @Test
  void aPatientIsServedWithEverythingThatWasWritten() {
    var answer = clinic.api().post("/user/patient/create", everything()).ok();
    var created = answer.json();

    assertThat(created.get("createdDate").asString()).endsWith("Z");
    assertThat(answer.text())
        .isEqualTo(
            """
            {"id":"jane.doe-1","firstName":"Jane","lastName":"Doe","phoneNumber":"+1 (555) 010-9999",\
            "email":"jane@example.com","type":"PATIENT","locationId":null,"externalId":"EMR-1",\
            "address":"12 Elm Street","addressLineTwo":"Apt 4","city":"Springfield","state":"IL","zipCode":"62701",\
            "country":"US","createdDate":"%s","addressValid":true,"meta":{"a":[1,{"b":0.10}],"n":null},\
            "isArchived":false,"primaryLocationId":"loc1","gender":"female","pronouns":"she/her",\
            "preferredName":"Janie","dateOfBirth":"1990-05-12","patientMedications":null,"patientSource":"FORM",\
            "leadSource":"Instagram","onSchedulingBlacklist":true,"surchargeDisabled":true,"tags":[],\
            "creditBalance":0,"preferredProviderId":"prov1","dosespotPatientId":null}"""
                .formatted(created.get("createdDate").asString()));
    var list = clinic.api().get("/user/patient/list?patient_ids=jane.doe-1").ok().json();
    assertThat(list.get(0)).isEqualTo(created);
  }

  @Test
  void aPatientNeedsNothingAtAll() {
    var created = clinic.api().post("/user/patient/create", body()).ok();

    assertThat(created.at("/id")).startsWith("pat_");
    assertThat(created.json().get("firstName").isNull()).isTrue();
    assertThat(created.json().get("onSchedulingBlacklist").booleanValue()).isFalse();
    assertThat(created.json().get("surchargeDisabled").booleanValue()).isFalse();
    var nulls =
        clinic
            .api()
            .post(
                "/user/patient/create",
                aPatient().with("surchargeDisabled", null).with("meta", null))
            .ok();
    assertThat(nulls.json().get("surchargeDisabled").isNull()).isTrue();
  }

  @Test
  void inWhichLanguageAPatientIsWrittenToIsSaidByItself() {
    var id = clinic.patient();
    var path = "/user/patient/" + id + "/language";

    assertThat(clinic.api().get(path).ok().text()).isEqualTo("{\"language\":null}");
    assertThat(clinic.api().put(path, body().with("language", "es-MX")).ok().text())
        .isEqualTo("{\"language\":\"es-MX\"}");
    for (var wrong : List.of("es_MX", "e", "español", "es-")) {
      assertThat(clinic.api().put(path, body().with("language", wrong)).status())
          .as(wrong)
          .isEqualTo(422);
    }
    clinic.api().put("/user/patient/" + id, body().with("city", "Ulm")).ok();
    assertThat(clinic.api().put(path, body()).refused(422).text())
        .contains("[\"body\",\"language\"]", "\"missing\"");
    assertThat(clinic.api().put(path, body().with("langauge", "en")).status()).isEqualTo(422);
    assertThat(clinic.api().get(path).ok().at("/language")).isEqualTo("es-MX");
    assertThat(clinic.api().get("/user/patient/" + id).ok().json().has("language")).isFalse();
    var other = clinics.open().api();
    other.get(path).refused(404);
    other.put(path, body().with("language", "en")).refused(404);
    assertThat(clinic.api().put(path, body().with("language", "")).ok().text())
        .isEqualTo("{\"language\":null}");
  }

  @Test
  void theChartSaysMoreThanTheSummary() {
    var id = clinic.patient(everything());
    clinic.api().put("/user/patient/" + id, aPatient().with("goalWeight", 154.32340000000002)).ok();

    var chart = clinic.api().get("/user/patient/" + id).ok().json();

    assertThat(chart.size()).isEqualTo(41);
    assertThat(chart.get("firstName").asString()).isEqualTo("Jane");
    assertThat(chart.get("goalWeight").decimalValue()).isEqualByComparingTo("154.3234");
    assertThat(chart.get("memberships").isNull()).isTrue();
    assertThat(chart.get("healthData").isNull()).isTrue();
    assertThat(chart.get("totalSpent").isNull()).isTrue();
  }

  @Test
  void anUpdateKeepsWhatIsAbsentAndClearsWhatIsNull() {
    var before = clinic.api().post("/user/patient/create", everything()).ok().json();

    var after =
        clinic
            .api()
            .put(
                "/user/patient/jane.doe-1",
                body()
                    .with("last_name", "Roe")
                    .with("email", null)
                    .with("meta", null)
                    .with("dateOfBirth", "1991-01-02")
                    .with("surchargeDisabled", false)
                    .with("allergies", list("nuts"))
                    .with("prescriptions", list())
                    .with("primaryLocationId", null)
                    .with("patientSource", "CALL"))
            .ok()
            .json();

    assertThat(after.get("lastName").asString()).isEqualTo("Roe");
    assertThat(after.get("dateOfBirth").asString()).isEqualTo("1991-01-02");
    assertThat(after.get("surchargeDisabled").booleanValue()).isFalse();
    for (var cleared : new String[] {"email", "meta", "primaryLocationId"}) {
      assertThat(after.get(cleared).isNull()).as(cleared).isTrue();
    }
    var kept = before.propertyNames().stream().toList();
    for (var field : kept) {
      if (!java.util.Set.of(
              "lastName", "dateOfBirth", "surchargeDisabled", "email", "meta", "primaryLocationId")
          .contains(field)) {
        assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
      }
    }
  }

  /** Whoever sends a patient back as they read it does not know these. */
  @Test
  void whatNoAnswerShowsStaysWhereNullIsSent() {
    var id = clinic.patient();
    var path = "/user/patient/" + id;
    var unseen = List.of("allergies", "familyHistory", "medicalHistory", "prescriptions");
    var written = body();
    var nothing = body();
    var none = body();
    for (var field : unseen) {
      written = written.with(field, list("Of " + field));
      nothing = nothing.with(field, null);
      none = none.with(field, list());
    }
    clinic.api().put(path, written).ok();

    clinic.api().put(path, nothing).ok();

    var kept = clinic.api().get(path + "/export").ok().text();
    clinic.api().put(path, none).ok();
    var cleared = clinic.api().get(path + "/export").ok().text();
    for (var field : unseen) {
      assertThat(kept).contains("Of " + field);
      assertThat(cleared).doesNotContain("Of " + field);
    }
  }

  /** As the database spells it: it keeps keys in an order of its own. */
  private static final String PRECISE =
      "{\"b\":0.10,\"c\":0.12345678901234567890,\"d\":[100,-1.50]}";

  @Test
  void theNumbersAClinicKeepsAboutAPatientStayDigitByDigitWhateverElseIsChanged() {
    var id = clinic.patient(aPatient().with("meta", json(PRECISE)));
    var path = "/user/patient/" + id;

    assertThat(clinic.api().put(path, body().with("city", "Ulm")).ok().text())
        .contains("\"meta\":" + PRECISE);
    for (var isArchived : List.of(true, false)) {
      clinic
          .api()
          .post(
              "/user/patient/archive",
              body().with("patientIds", list(id)).with("isArchived", isArchived))
          .ok();
    }
    assertThat(clinic.api().get("/user/patient/list?patient_ids=" + id).ok().text())
        .contains("\"meta\":" + PRECISE);
    assertThat(clinic.api().get(path + "/export").ok().text()).contains("\"meta\":" + PRECISE);
  }

  @Test
  void anUpdateOfNothingChangesNothing() {
    var before = clinic.api().post("/user/patient/create", everything()).ok();
    assertThat(clinic.api().put("/user/patient/jane.doe-1", body()).ok().json())
        .isEqualTo(before.json());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"a b\"} | [body, id] string_pattern_mismatch",
        "{\"id\":\"search\"} | [body, id] value_error",
        "{\"email\":\" \"} | [body, email] string_pattern_mismatch",
        "{\"email\":\"jane\"} | [body, email] string_pattern_mismatch",
        "{\"externalId\":\"\"} | [body, externalId] string_too_short",
        "{\"external_id\":\"\"} | [body, external_id] string_too_short",
        "{\"dateOfBirth\":\"2999-01-01\"} | [body, dateOfBirth] value_error",
        "{\"dateOfBirth\":\"1990-02-30\"} | [body, dateOfBirth] date_from_datetime_parsing",
        "{\"creditBalance\":-1} | [body, creditBalance] greater_than_equal",
        "{\"type\":\"PROVIDER\"} | [body, type] value_error",
        "{\"patientSource\":\"form\"} | [body, patientSource] enum",
        "{\"meta\":[]} | [body, meta] dict_type",
        "{\"firstName\":\"\\u0000\"} | [body, firstName] string_unicode",
        "{\"addressValid\":\"perhaps\"} | [body, addressValid] bool_parsing"
      })
  void whatIsWrongIsRefusedAndNobodyIsEntered(String body, String violation) {
    assertThat(clinic.api().post("/user/patient/create", body).violation()).isEqualTo(violation);
    assertThat(clinic.api().get("/user/patient/search").ok().json().size()).isZero();
  }

  /** By what it is made of: what fits at most. What has one more of it does not. */
  private static Body<?> meta(String kind, int more) {
    return switch (kind) {
      case "bytes" -> body().with("x", "é".repeat((16_384 - 8) / 2) + "y".repeat(more));
      case "keys" -> {
        var keys = body();
        for (int i = 0; i < 200 + more; i++) {
          keys = keys.with("k" + i, 1);
        }
        yield keys;
      }
      case "keys deep inside" -> {
        var inside = new ArrayList<Body<?>>();
        inside.add(body().with("a", list()));
        for (int i = 1; i < 100 + more; i++) {
          inside.add(body().with("a", list(body().with("b", 1))));
        }
        yield body().with("x", inside);
      }
      case "numbers written short" ->
          body().with("x", Collections.nCopies(54 + more, json("1e300")));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes", "keys", "keys deep inside", "numbers written short"})
  void whatAClientKeepsWithAPatientIsBounded(String kind) {
    var jane = clinic.patient();
    var path = "/user/patient/" + jane;
    var largest = body().with("meta", meta(kind, 0));
    clinic.api().put(path, largest).ok();
    var kept = clinic.api().get("/user/patient/" + jane).ok().json();
    var tooLarge = aPatient().firstName("Changed").with("meta", meta(kind, 1));

    for (var refused :
        List.of(
            clinic.api().put(path, tooLarge),
            clinic.api().post("/user/patient/create", tooLarge))) {
      assertThat(refused.violation()).isEqualTo("[body, meta] value_error");
      assertThat(refused.at("/detail/0/msg")).contains("16 KB and 200 keys");
    }
    assertThat(clinic.api().get("/user/patient/" + jane).ok().json()).isEqualTo(kept);
    assertThat(clinic.api().get("/user/patient/search").ok().json().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsonb_build_object('x', repeat('y', 40000))",
        "(select jsonb_object_agg('k' || i, i) from generate_series(1, 201) i)",
        "(select jsonb_build_object('x', jsonb_agg(jsonb_build_object('k', '{}'::jsonb))) from generate_series(1, 201) i)"
      })
  void theDatabaseRefusesWhatIsLargerToo(String meta) {
    var jane = clinic.patient();

    assertThatThrownBy(
            () ->
                TestDatabase.shared()
                    .executeAsSuperuser(
                        "update patient set meta = %s where tenant_id = '%s' and id = '%s'"
                            .formatted(meta, clinic.id(), jane)))
        .hasStackTraceContaining("patient_meta_is_small");
  }

  @Test
  void anEmptyEmailIsNone() {
    var jane =
        clinic.api().post("/user/patient/create", aPatient().firstName("Jane").email("")).ok();
    assertThat(jane.json().at("/email").isNull()).isTrue();

    var path = "/user/patient/" + jane.at("/id");
    clinic.api().put(path, aPatient().email("jane@example.com")).ok();
    assertThat(clinic.api().put(path, aPatient().email("")).ok().json().at("/email").isNull())
        .isTrue();
    assertThat(clinic.api().get(path).ok().json().at("/email").isNull()).isTrue();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    var long256 = "x".repeat(256);
    var body = aPatient(long256, long256).with("preferredName", long256).email("no");

    assertThat(clinic.api().post("/user/patient/create", body).violations())
        .containsExactly(
            "[body, firstName] string_too_long",
            "[body, lastName] string_too_long",
            "[body, email] string_pattern_mismatch",
            "[body, preferredName] string_too_long");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"creditBalance\":500} | [body, creditBalance] value_error",
        "{\"date_of_birth\":\"2999-01-01\"} | [body, date_of_birth] value_error",
        "{\"email\":\"@\"} | [body, email] string_pattern_mismatch",
        "{\"goalWeight\":-1} | [body, goalWeight] greater_than_equal",
        "{\"goalWeight\":10000.0001} | [body, goalWeight] less_than_equal",
        "{\"allergies\":[1]} | [body, allergies, 0] string_type"
      })
  void aWrongUpdateIsRefusedAndNothingMoves(String body, String violation) {
    var before = clinic.api().post("/user/patient/create", everything()).ok();

    assertThat(clinic.api().put("/user/patient/jane.doe-1", body).violation()).isEqualTo(violation);

    var after = clinic.api().get("/user/patient/list?patient_ids=jane.doe-1").ok();
    assertThat(after.json().get(0)).isEqualTo(before.json());
  }

  @Test
  void todayIsADateOfBirthInTheClinicsOwnZone() {
    var kiritimati = clinics.open("Pacific/Kiritimati");
    var today = java.time.LocalDate.now(java.time.ZoneId.of("Pacific/Kiritimati"));

    kiritimati.api().post("/user/patient/create", born(today.toString())).ok();
    assertThat(
            kiritimati
                .api()
                .post("/user/patient/create", born(today.plusDays(1).toString()))
                .violation())
        .isEqualTo("[body, dateOfBirth] value_error");
  }

  private static PatientBody born(String date) {
    return aPatient().born(date);
  }

  @Test
  void anIdIsTakenOnceAndTheLogSaysNothingAboutTheSecond(CapturedOutput log) {
    clinic.patient(aPatient().id("p1").firstName("First"));

    clinic
        .api()
        .post("/user/patient/create", aPatient().id("p1").firstName("Wilhelmina"))
        .refused(409);

    assertThat(clinic.api().get("/user/patient/p1").ok().at("/firstName")).isEqualTo("First");
    assertThat(log.getAll()).doesNotContain("Wilhelmina");
  }

  @Test
  void anExternalIdIsTakenOnceEvenByAnArchivedPatient() {
    clinic.patient(aPatient().id("p1").externalId("E1"));
    clinic.patient(aPatient().id("p2"));
    clinic.api().post("/user/patient/archive", body().with("patientIds", list("p1"))).ok();

    var created =
        clinic.api().post("/user/patient/create", aPatient().externalId("E1")).refused(409);
    var changed = clinic.api().put("/user/patient/p2", aPatient().externalId("E1")).refused(409);

    assertThat(created.at("/detail")).contains("external id is unique");
    assertThat(created.at("/patientId")).isEqualTo("p1");
    assertThat(changed.text()).isEqualTo(created.text());
    assertThat(clinic.api().get("/user/patient/p2").ok().json().get("externalId").isNull())
        .isTrue();
    clinic.api().put("/user/patient/p1", aPatient().externalId("E1")).ok();
    clinic.api().put("/user/patient/p1", aPatient().with("externalId", null)).ok();
    clinic.api().put("/user/patient/p2", aPatient().externalId("E1")).ok();
  }

  @Test
  void whetherAnExternalIdIsTakenCanBeAsked() {
    clinic.patient(aPatient().id("p1").externalId("E 1/ü"));
    clinic.api().post("/user/patient/archive", body().with("patientIds", list("p1"))).ok();
    var path = "/user/patient/external-id-exists/";

    assertThat(clinic.api().get(path + "E1").ok().text()).isEqualTo("false");
    clinic.api().put("/user/patient/p1", aPatient().externalId("E1 ü")).ok();
    assertThat(clinic.api().get(path + "E1%20%C3%BC").ok().text()).isEqualTo("true");
    assertThat(clinics.open().api().get(path + "E1%20%C3%BC").ok().text()).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({"E/1, 400", "E\\1, 400", "E;1, 404"})
  void whetherAnExternalIdIsTakenThatNoPathCarriesIsSaidByACreation(String externalId, int status) {
    var id = clinic.patient(aPatient().externalId(externalId));
    var path = URLEncoder.encode(externalId, StandardCharsets.UTF_8);

    clinic.api().get("/user/patient/external-id-exists/" + path).refused(status);
    assertThat(
            clinic
                .api()
                .post("/user/patient/create", aPatient().externalId(externalId))
                .refused(409)
                .at("/patientId"))
        .isEqualTo(id);
  }

  @Test
  void asManyPatientsAreListedAtOnceAsIsPromisedHoweverLongTheirIdsAre() {
    var last = clinic.patient(aPatient().id("p".repeat(64)));
    var others =
        IntStream.range(0, 499)
            .mapToObj(i -> "patient_ids=" + "n".repeat(61) + (100 + i))
            .collect(Collectors.joining("&"));

    var list = clinic.api().get("/user/patient/list?" + others + "&patient_ids=" + last).ok();

    assertThat(list.json().findValuesAsString("id")).containsExactly(last);
  }

  @Test
  void patientsAreListedInTheOrderAskedForEachOnce() {
    for (var id : new String[] {"a", "b", "c"}) {
      clinic.patient(aPatient().id(id));
    }

    var list =
        clinic
            .api()
            .get(
                "/user/patient/list?patient_ids=c&patient_ids=nobody&patient_ids=a&patient_ids=c&patient_ids=")
            .ok();

    assertThat(list.json().findValuesAsString("id")).containsExactly("c", "a");
    assertThat(clinic.api().get("/user/patient/list").ok().text()).isEqualTo("[]");
  }

  @Test
  void anArchivedPatientIsReadableButNotFoundAndNotBillable() throws Exception {
    var id = clinic.patient();
    assertThat(billable(id)).isTrue();

    assertThat(
            clinic
                .api()
                .post("/user/patient/archive", body().with("patient_ids", list(id)))
                .ok()
                .text())
        .isEqualTo("true");

    assertThat(clinic.api().get("/user/patient/" + id).ok().json().get("isArchived").booleanValue())
        .isTrue();
    assertThat(clinic.api().get("/user/patient/list?patient_ids=" + id).ok().json().size())
        .isEqualTo(1);
    assertThat(clinic.api().get("/user/patient/search?search_term=jane").ok().text())
        .isEqualTo("[]");
    assertThat(clinic.api().get("/user/patient/search").ok().text()).isEqualTo("[]");
    assertThat(billable(id)).isFalse();

    clinic
        .api()
        .post(
            "/user/patient/archive", body().with("patientIds", list(id)).with("isArchived", false))
        .ok();
    assertThat(clinic.api().get("/user/patient/search?search_term=jane").ok().json().size())
        .isEqualTo(1);
    assertThat(billable(id)).isTrue();
    assertThat(billable("nobody")).isFalse();
    assertThat(billable("\0")).isFalse();
  }

  private boolean billable(String id) throws Exception {
    return org.cartwright.tenancy.CurrentTenant.call(
        clinic.id(), () -> patients.forBilling(id).isPresent());
  }

  @Test
  void nobodyIsArchivedIfOneOfThemDoesNotExist() {
    var id = clinic.patient();

    var refused =
        clinic
            .api()
            .post("/user/patient/archive", body().with("patient_ids", list("nobody", id, "")));

    assertThat(refused.violations())
        .containsExactly(
            "[body, patient_ids, 0] value_error", "[body, patient_ids, 2] value_error");
    assertThat(clinic.api().get("/user/patient/" + id).ok().json().get("isArchived").booleanValue())
        .isFalse();
    assertThat(
            clinic
                .api()
                .post("/user/patient/archive", body().with("patientIds", list()))
                .ok()
                .text())
        .isEqualTo("true");
    assertThat(clinic.api().post("/user/patient/archive", body()).violation())
        .isEqualTo("[body, patientIds] missing");
  }

  @Test
  void twoClinicsUseTheSameIdsWithoutNoticing() {
    var other = clinics.open();
    clinic.patient(aPatient().id("p1").externalId("E1").firstName("Ours"));
    other.patient(aPatient().id("p1").externalId("E1").firstName("Theirs"));

    clinic.api().put("/user/patient/p1", aPatient().lastName("Changed")).ok();

    assertThat(other.api().get("/user/patient/p1").ok().at("/firstName")).isEqualTo("Theirs");
    assertThat(other.api().get("/user/patient/p1").ok().json().get("lastName").isNull()).isTrue();
    assertThat(clinic.api().get("/user/patient/p1").ok().at("/firstName")).isEqualTo("Ours");
  }

  @Test
  void anotherClinicsPatientIsAMissingPatient() {
    var id = clinic.patient();
    var other = clinics.open();
    var missing = other.api().get("/user/patient/nobody").refused(404).text();
    assertThat(missing).isEqualTo("{\"detail\":\"Patient not found\"}");

    assertThat(other.api().get("/user/patient/" + id).refused(404).text()).isEqualTo(missing);
    assertThat(
            other.api().put("/user/patient/" + id, aPatient().firstName("X")).refused(404).text())
        .isEqualTo(missing);
    assertThat(
            other
                .api()
                .post("/user/patient/archive", body().with("patientIds", list(id)))
                .violation())
        .isEqualTo("[body, patientIds, 0] value_error");
    assertThat(other.api().get("/user/patient/list?patient_ids=" + id).ok().text()).isEqualTo("[]");
    assertThat(other.api().get("/user/patient/search?search_term=jane").ok().text())
        .isEqualTo("[]");
    assertThat(other.api().get("/user/patient/search?search_term=" + id).ok().text())
        .isEqualTo("[]");
    var untouched = clinic.api().get("/user/patient/" + id).ok();
    assertThat(untouched.at("/firstName")).isEqualTo("Jane");
    assertThat(untouched.json().get("isArchived").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "%F0%9F%98%80"})
  void anIdThatCannotBeIsAMissingPatient(String id) {
    clinic.api().get("/user/patient/" + id).refused(404);
    clinic.api().get("/user/patient/" + id + "/tags").refused(404);
    clinic.api().put("/user/patient/" + id, body()).refused(404);
    clinic.api().get("/user/patient/" + "x".repeat(300)).refused(404);
  }
}
