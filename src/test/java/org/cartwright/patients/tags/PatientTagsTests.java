package org.cartwright.patients.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class PatientTagsTests {

  @Autowired private Clinics clinics;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private Answer define(String name) {
    return clinic.api().post("/user/patient/tags", body().with("name", name));
  }

  private String tag(String name) {
    return define(name).ok().at("/id");
  }

  private Answer assign(String patient, String... tags) {
    return clinic
        .api()
        .post(
            "/user/patient/" + patient + "/tags",
            body().with("patientId", patient).with("tagIds", tags));
  }

  private java.util.List<String> tagsOf(String patient) {
    return clinic
        .api()
        .get("/user/patient/" + patient + "/tags")
        .ok()
        .json()
        .findValuesAsString("name");
  }

  private java.util.List<String> listed(String query) {
    return clinic
        .api()
        .get("/user/patient/tags/list" + query)
        .ok()
        .json()
        .get("data")
        .findValuesAsString("name");
  }

  @Test
  void aTagIsServedAsItWasDefined() {
    var family = "👨‍👩‍👧‍👦";
    var defined =
        clinic
            .api()
            .post(
                "/user/patient/tags",
                body()
                    .with("name", "VIP")
                    .with("emoji", family)
                    .with("color", "#ff8800")
                    .with("isActive", false))
            .ok();

    assertThat(defined.at("/name")).isEqualTo("VIP");
    assertThat(defined.at("/emoji")).isEqualTo(family);
    assertThat(defined.at("/color")).isEqualTo("#ff8800");
    assertThat(defined.json().get("isActive").booleanValue()).isFalse();
    assertThat(defined.json().get("updatedDate").isNull()).isTrue();
    var detail = clinic.api().get("/user/patient/tags/" + defined.at("/id")).ok();
    assertThat(detail.number("/patientCount")).isZero();
    assertThat(detail.at("/createdDate")).isEqualTo(defined.at("/createdDate"));
    assertThat(define("plain").ok().json().get("isActive").booleanValue()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | [body, name] missing",
        "{\"name\":\"\"} | [body, name] string_too_short",
        "{\"name\":\"a\",\"color\":\"#ff88001\"} | [body, color] string_too_long",
        "{\"name\":\"a\",\"emoji\":\"12345678901\"} | [body, emoji] string_too_long",
        "{\"name\":\"a\",\"isActive\":null} | [body, isActive] bool_type"
      })
  void aWrongTagIsRefused(String body, String violation) {
    assertThat(clinic.api().post("/user/patient/tags", body).violation()).isEqualTo(violation);
    assertThat(listed("")).isEmpty();
  }

  @Test
  void tagNamesAreUniqueWhateverTheirCase() {
    var vip = tag("VIP");
    var other = tag("Other");

    var refused = define("vip").refused(409);
    assertThat(refused.at("/detail")).contains("tag names are unique");
    assertThat(
            clinic
                .api()
                .put("/user/patient/tags/" + other, body().with("name", "Vip"))
                .refused(409)
                .text())
        .isEqualTo(refused.text());

    assertThat(listed("")).containsExactly("Other", "VIP");
    assertThat(
            clinic
                .api()
                .put("/user/patient/tags/" + vip, body().with("name", "vIp"))
                .ok()
                .at("/name"))
        .isEqualTo("vIp");
  }

  @Test
  void anUpdateKeepsWhatIsAbsent() {
    var id =
        clinic
            .api()
            .post(
                "/user/patient/tags",
                body()
                    .with("name", "VIP")
                    .with("emoji", "⭐")
                    .with("color", "#fff")
                    .with("isActive", true))
            .ok()
            .at("/id");

    var changed =
        clinic
            .api()
            .put(
                "/user/patient/tags/" + id,
                body().with("emoji", null).with("is_active", false).with("name", null))
            .ok();

    assertThat(changed.json().get("emoji").isNull()).isTrue();
    assertThat(changed.at("/name")).isEqualTo("VIP");
    assertThat(changed.at("/color")).isEqualTo("#fff");
    assertThat(changed.json().get("isActive").booleanValue()).isFalse();
    assertThat(changed.at("/updatedDate")).isGreaterThanOrEqualTo(changed.at("/createdDate"));
  }

  @Test
  void tagsAreListedByPagesFiltersAndOrders() {
    tag("banana");
    tag("Apple");
    var cherry = tag("cherry_%");
    clinic.api().put("/user/patient/tags/" + cherry, body().with("isActive", false)).ok();

    assertThat(listed("")).containsExactly("Apple", "banana", "cherry_%");
    assertThat(listed("?sort_direction=desc")).containsExactly("cherry_%", "banana", "Apple");
    assertThat(listed("?sort_by=created_date")).containsExactly("banana", "Apple", "cherry_%");
    assertThat(listed("?sort_by=created_date&sort_direction=desc"))
        .containsExactly("cherry_%", "Apple", "banana");
    assertThat(listed("?sort_by=is_active").getFirst()).isEqualTo("cherry_%");
    assertThat(listed("?sort_by=updated_date").getFirst()).isEqualTo("cherry_%");
    assertThat(listed("?sort_by=updated_date&sort_direction=desc").getFirst())
        .isEqualTo("cherry_%");
    assertThat(listed("?name=AN")).containsExactly("banana");
    assertThat(listed("?name=%25")).containsExactly("cherry_%");
    assertThat(listed("?is_active=true&location_id=anywhere")).containsExactly("Apple", "banana");
    assertThat(listed("?is_active=false")).containsExactly("cherry_%");
    assertThat(listed("?page=2&per_page=2")).containsExactly("cherry_%");
    var beyond = clinic.api().get("/user/patient/tags/list?page=2147483647&perPage=100").ok();
    assertThat(beyond.text()).isEqualTo("{\"data\":[],\"total\":3}");
  }

  @ParameterizedTest
  @CsvSource({
    "sort_by=color, '[query, sort_by] enum'",
    "sort_direction=up, '[query, sort_direction] enum'",
    "page=0, '[query, page] greater_than_equal'",
    "per_page=1001, '[query, per_page] less_than_equal'",
    "is_active=maybe, '[query, is_active] bool_parsing'"
  })
  void aWrongListIsRefused(String query, String violation) {
    assertThat(clinic.api().get("/user/patient/tags/list?" + query).violation())
        .isEqualTo(violation);
  }

  @Test
  void assigningReplacesAllTags() {
    var patient = clinic.patient();
    var a = tag("a");
    var b = tag("B");
    var c = tag("c");

    assertThat(assign(patient, c, a, a).ok().json().get("message").isString()).isTrue();
    assertThat(tagsOf(patient)).containsExactly("a", "c");
    assign(patient, b, a).ok();

    assertThat(tagsOf(patient)).containsExactly("a", "B");
    var summary = clinic.api().get("/user/patient/list?patient_ids=" + patient).ok();
    assertThat(summary.json().get(0).get("tags").findValuesAsString("name"))
        .containsExactly("a", "B");
    assertThat(clinic.api().get("/user/patient/tags/" + a).ok().number("/patientCount"))
        .isEqualTo(1);
    assertThat(clinic.api().get("/user/patient/tags/" + c).ok().number("/patientCount")).isZero();
    assign(patient).ok();
    assertThat(tagsOf(patient)).isEmpty();
  }

  @Test
  void aTagThatDoesNotExistIsNotAssignedAndThePresentOnesStay() {
    var patient = clinic.patient();
    var a = tag("a");
    assign(patient, a).ok();

    assertThat(assign(patient, a, "nothing", "").violations())
        .containsExactly("[body, tagIds, 1] value_error", "[body, tagIds, 2] value_error");

    assertThat(tagsOf(patient)).containsExactly("a");
  }

  @Test
  void tagsAreAssignedToThePatientOfThePath() {
    var patient = clinic.patient();
    var other = clinic.patient();

    var refused =
        clinic
            .api()
            .post(
                "/user/patient/" + patient + "/tags",
                body().with("patient_id", other).with("tag_ids", list()));

    assertThat(refused.violation()).isEqualTo("[body, patient_id] value_error");
    assertThat(assign("nobody").refused(404).text())
        .isEqualTo("{\"detail\":\"Patient not found\"}");
  }

  @Test
  void aDeletedTagIsTakenFromItsPatients() {
    var patient = clinic.patient();
    var a = tag("a");
    var b = tag("b");
    assign(patient, a, b).ok();

    var deleted = clinic.api().delete("/user/patient/tags/" + a).ok();

    assertThat(deleted.json().get("message").isString()).isTrue();
    assertThat(tagsOf(patient)).containsExactly("b");
    clinic.api().get("/user/patient/tags/" + a).refused(404);
    clinic.api().delete("/user/patient/tags/" + a).refused(404);
    tag("A");
  }

  @Test
  void anotherClinicsTagIsAMissingTag() {
    var patient = clinic.patient();
    var ours = tag("VIP");
    assign(patient, ours).ok();
    var other = clinics.open();
    var theirPatient = other.patient();
    var missing = other.api().get("/user/patient/tags/nothing").refused(404).text();
    assertThat(missing).isEqualTo("{\"detail\":\"Patient tag not found\"}");

    assertThat(other.api().get("/user/patient/tags/" + ours).refused(404).text())
        .isEqualTo(missing);
    assertThat(other.api().put("/user/patient/tags/" + ours, body()).refused(404).text())
        .isEqualTo(missing);
    assertThat(other.api().delete("/user/patient/tags/" + ours).refused(404).text())
        .isEqualTo(missing);
    assertThat(
            other
                .api()
                .post(
                    "/user/patient/" + theirPatient + "/tags",
                    body().with("patientId", theirPatient).with("tagIds", list(ours)))
                .violation())
        .isEqualTo("[body, tagIds, 0] value_error");
    assertThat(other.api().get("/user/patient/" + patient + "/tags").refused(404).text())
        .isEqualTo("{\"detail\":\"Patient not found\"}");
    other.api().post("/user/patient/tags", body().with("name", "vip")).ok();
    assertThat(tagsOf(patient)).containsExactly("VIP");
  }
}
