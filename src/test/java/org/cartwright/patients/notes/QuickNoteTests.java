package org.cartwright.patients.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
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
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class QuickNoteTests {

  private static final String NOTES = "/user/patient/quick-note";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private Api api;
  private String patient;
  private String lee;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    api = clinic.api();
    patient = clinic.patient();
    lee = clinic.provider();
  }

  @Test
  void aNoteIsServedAsItWasWritten() {
    var written =
        api.post(
                NOTES + "/create",
                body()
                    .with("patientId", patient)
                    .with("note", "Calls in the evening")
                    .with("creatorId", lee)
                    .with("eventId", "visit-1")
                    .with("externalId", "n1"))
            .ok();

    assertThat(written.json().propertyNames())
        .containsExactly(
            "id",
            "patientId",
            "note",
            "creator",
            "createdDate",
            "eventId",
            "updatedDate",
            "isArchived");
    assertThat(written.at("/id")).startsWith("qnote_");
    assertThat(written.at("/patientId")).isEqualTo(patient);
    assertThat(written.at("/note")).isEqualTo("Calls in the evening");
    assertThat(written.at("/creator/id")).isEqualTo(lee);
    assertThat(written.at("/creator/firstName")).isEqualTo("Sam");
    assertThat(written.at("/creator/lastName")).isEqualTo("Lee");
    assertThat(written.at("/eventId")).isEqualTo("visit-1");
    assertThat(written.json().get("updatedDate").isNull()).isTrue();
    assertThat(written.json().get("isArchived").booleanValue()).isFalse();
    assertThat(api.get(got(written)).ok().text()).isEqualTo(written.text());
  }

  @Test
  void whatIsNamedChangesAndTheRestStays() {
    var note = write(patient, "First");
    api.put(changed(note), body().with("eventId", "visit-1").with("externalId", "n1")).ok();

    var reworded = api.put(changed(note), body().with("note", "Second")).ok();
    assertThat(reworded.at("/note")).isEqualTo("Second");
    assertThat(reworded.at("/eventId")).isEqualTo("visit-1");
    assertThat(reworded.at("/updatedDate")).isNotBlank();

    var cleared = api.put(changed(note), body().with("note", null).with("eventId", null)).ok();
    assertThat(cleared.at("/note")).isEqualTo("Second");
    assertThat(cleared.json().get("eventId").isNull()).isTrue();
    assertThat(api.get(got(note)).ok().text()).isEqualTo(cleared.text());
  }

  @Test
  void notesAreListedTheNewestFirstForOnePatientOrForAll() {
    var other = clinic.patient();
    var first = write(patient, "1").at("/id");
    var second = write(other, "2").at("/id");
    var third = write(patient, "3").at("/id");

    assertThat(listed("")).containsExactly(third, second, first);
    assertThat(listed("?patient_id=" + patient)).containsExactly(third, first);
    assertThat(listed("?patientId=nobody")).isEmpty();
    assertThat(listed("?per_page=2&page=2")).containsExactly(first);
    assertThat(api.get(NOTES + "/list?per_page=2&page=2").ok().number("/total")).isEqualTo(3);
  }

  @Test
  void aDeletedNoteLeavesTheListAndChangesNoMore() {
    var note = write(patient, "Gone");

    api.delete(NOTES + "/delete/" + note.at("/id")).ok();
    var archived = api.get(got(note)).ok();
    assertThat(archived.json().get("isArchived").booleanValue()).isTrue();
    assertThat(listed("")).isEmpty();
    assertThat(listed("?include_archived=yes")).containsExactly(note.at("/id"));

    api.put(changed(note), body().with("note", "Back")).refused(409);
    api.delete(NOTES + "/delete/" + note.at("/id")).ok();
    assertThat(api.get(got(note)).ok().text()).isEqualTo(archived.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"note\":\"x\",\"creatorId\":\"LEE\"} | [body, patientId] missing",
        "{\"patientId\":\"JANE\",\"creatorId\":\"LEE\"} | [body, note] missing",
        "{\"patientId\":\"JANE\",\"note\":\"x\"} | [body, creatorId] missing",
        "{\"patientId\":\"JANE\",\"note\":\"\",\"creatorId\":\"LEE\"} | [body, note] string_too_short",
        "{\"patientId\":\"JANE\",\"note\":null,\"creatorId\":\"LEE\"} | [body, note] string_type",
        "{\"patientId\":\"JANE\",\"note\":\"x\\u0000\",\"creatorId\":\"LEE\"} | [body, note] string_unicode",
        "{\"patientId\":\"nobody\",\"note\":\"x\",\"creatorId\":\"LEE\"} | [body, patientId] value_error",
        "{\"patientId\":\"JANE\",\"note\":\"x\",\"creatorId\":\"nobody\"} | [body, creatorId] value_error",
        "{\"patientId\":\"JANE\",\"note\":\"x\",\"creatorId\":\"LEE\",\"externalId\":\"\"} | [body, externalId] string_too_short"
      })
  void whatIsNoNoteIsRefusedAndNothingIsWritten(String body, String violation) {
    var sent = body.replace("JANE", patient).replace("LEE", lee);

    assertThat(api.post(NOTES + "/create", sent).violation()).isEqualTo(violation);
    assertThat(listed("?include_archived=true")).isEmpty();
  }

  @Test
  void anArchivedPatientGetsNoNewNotes() {
    var note = write(patient, "Before");
    api.post("/user/patient/archive", body().with("patientIds", list(patient))).ok();

    assertThat(api.post(NOTES + "/create", aNote(patient, lee, "After")).violation())
        .isEqualTo("[body, patientId] value_error");
    assertThat(listed("?patient_id=" + patient)).containsExactly(note.at("/id"));
  }

  @Test
  void aNoteIsAtMostTenThousandCharactersLong() {
    assertThat(write(patient, "x".repeat(10_000)).at("/note")).hasSize(10_000);
    assertThat(api.post(NOTES + "/create", aNote(patient, lee, "x".repeat(10_001))).violation())
        .isEqualTo("[body, note] string_too_long");
  }

  @Test
  void anExternalIdLeadsToOneNoteEvenIfTwoAskAtOnce() {
    var body = aNote(patient, lee, "x").with("externalId", "n1");

    var answers =
        AtOnce.<Answer>all(
            List.of(
                () -> api.post(NOTES + "/create", body), () -> api.post(NOTES + "/create", body)));

    assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
    assertThat(listed("")).hasSize(1);
  }

  @Test
  void anotherClinicsNoteIsNotThere() {
    var note = write(patient, "Ours");
    var stranger = clinics.open();
    var theirs = stranger.api();
    var provider = stranger.provider();

    var missing = theirs.get(NOTES + "/get/nothing").refused(404).text();
    assertThat(theirs.get(got(note)).refused(404).text()).isEqualTo(missing);
    assertThat(theirs.put(changed(note), body().with("note", "Theirs")).refused(404).text())
        .isEqualTo(missing);
    assertThat(theirs.delete(NOTES + "/delete/" + note.at("/id")).refused(404).text())
        .isEqualTo(missing);
    assertThat(theirs.get(NOTES + "/list?patient_id=" + patient).ok().number("/total")).isZero();
    assertThat(theirs.post(NOTES + "/create", aNote(patient, provider, "x")).violation())
        .isEqualTo("[body, patientId] value_error");
    assertThat(theirs.post(NOTES + "/create", aNote(stranger.patient(), lee, "x")).violation())
        .isEqualTo("[body, creatorId] value_error");
    assertThat(api.get(got(note)).ok().text()).isEqualTo(note.text());
    assertThat(listed("")).hasSize(1);
  }

  @Test
  void anIdThatCanBeNoneIsMissing() {
    for (var id : List.of("x".repeat(65), "a%20b", "%C3%A9")) {
      api.get(NOTES + "/get/" + id).refused(404);
      api.put(NOTES + "/update/" + id, body().with("note", "x")).refused(404);
      api.delete(NOTES + "/delete/" + id).refused(404);
    }
  }

  @Test
  void readingTakesTheSameFewStatementsHoweverMuchThereIs() {
    var note = write(patient, "1");
    var few = taken("/list");
    var one = taken("/get/" + note.at("/id"));
    for (int i = 0; i < 12; i++) {
      write(clinic.patient(), "more");
    }

    assertThat(taken("/list")).isEqualTo(few).isEqualTo(6);
    assertThat(taken("/get/" + note.at("/id"))).isEqualTo(one).isEqualTo(5);
  }

  private long taken(String path) {
    return statements.during(() -> api.get(NOTES + path).ok());
  }

  private Answer write(String about, String note) {
    return api.post(NOTES + "/create", aNote(about, lee, note)).ok();
  }

  private static AnyBody aNote(String about, String creator, String note) {
    return body().with("patientId", about).with("note", note).with("creatorId", creator);
  }

  private List<String> listed(String query) {
    var ids = new ArrayList<String>();
    for (var note : api.get(NOTES + "/list" + query).ok().json().get("data")) {
      ids.add(note.get("id").stringValue());
    }
    return ids;
  }

  private static String got(Answer note) {
    return NOTES + "/get/" + note.at("/id");
  }

  private static String changed(Answer note) {
    return NOTES + "/update/" + note.at("/id");
  }
}
