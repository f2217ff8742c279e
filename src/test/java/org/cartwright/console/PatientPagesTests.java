package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Patients at the console, without any scripts. */
@CartwrightTest
class PatientPagesTests {

  private static final Pattern SEEN_CREDIT =
      Pattern.compile("/credit\".*?name=\"seen\" value=\"([^\"]+)\"", Pattern.DOTALL);

  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  @Autowired private Clinics clinics;

  private Clinic clinic;
  private String ana;
  private DeskBrowser desk;
  private String jane;

  @BeforeEach
  void aClinicWithAPatient() {
    clinic = clinics.open("America/New_York", "USD", "en-US");
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    jane =
        clinic.patient(
            aPatient("Jane", "Doe")
                .phone("+1 (555) 010-9999")
                .email("jane@mail.example")
                .born("1980-07-03"));
  }

  private String path() {
    return "/console/patients/" + jane;
  }

  private String seen() {
    var found = SEEN.matcher(desk.get(path() + "/edit").ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** The form of Jane's record with some fields typed otherwise. */
  private Map<String, String> typed(String seen, String... namesAndValues) {
    var fields =
        new HashMap<>(
            Map.of(
                "seen", seen,
                "firstName", "Jane",
                "lastName", "Doe",
                "phoneNumber", "+1 (555) 010-9999",
                "email", "jane@mail.example",
                "dateOfBirth", "1980-07-03"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private Answer stored() {
    return clinic.api().get("/user/patient/" + jane).ok();
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  @Test
  void patientsAreFoundByNamePhoneMailAndBirthdayAndTurnedPageByPage() {
    clinic.patient(aPatient("Omar", "<Said>").phone("+1 555 010 1234"));

    assertThat(desk.get("/console/patients").ok().text())
        .contains("Jane Doe", "Omar &lt;Said&gt;", "July 3, 1980", "aria-current=\"page\"");
    for (var search : new String[] {"doe+jan", "555%20010.9999", "jane@mail", "1980-07-03"}) {
      assertThat(desk.get("/console/patients?q=" + search).ok().text())
          .as(search)
          .contains("Jane Doe")
          .doesNotContain("Omar");
    }
    assertThat(desk.get("/console/patients?q=zzz").ok().text())
        .contains("Nobody is called that", "value=\"zzz\"");
    for (int i = 0; i < 25; i++) {
      clinic.patient(aPatient("Jo", "Page"));
    }
    assertThat(desk.get("/console/patients?q=page").ok().text()).doesNotContain("rel=\"next\"");
    assertThat(desk.get("/console/patients").ok().text())
        .contains("/console/patients?page=2")
        .doesNotContain("Jane Doe", "rel=\"prev\"");
    assertThat(desk.get("/console/patients?page=2").ok().text())
        .contains("Jane Doe", "rel=\"prev\"")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void whoWasErasedIsSaidToBeAndNothingIsOfferedThatWouldBeRefused() {
    clinic
        .api()
        .post(
            "/user/patient/%s/erasure".formatted(jane),
            body().with("reason", "Asked for it").with("confirmedPatientId", jane))
        .ok();

    assertThat(desk.get(path()).ok().text())
        .contains("Erased on ", "what named them is gone")
        .doesNotContain("Jane", "Take out of the archive", path() + "/edit", path() + "/tags");
  }

  @Test
  void aPatientIsEnteredAndWhatIsWrongStandsBesideItsField() {
    desk.get("/console/new-patient").ok();

    assertThat(
            page(
                422,
                desk.post(
                    "/console/new-patient",
                    Map.of(
                        "firstName", " ",
                        "email", "no",
                        "dateOfBirth", "2999-01-01",
                        "city", "<Ulm>"))))
        .contains("Write a first name", "no e-mail address", "value=\"&lt;Ulm&gt;\"");
    assertThat(
            page(
                422,
                desk.post(
                    "/console/new-patient",
                    Map.of("firstName", "Zoë", "dateOfBirth", "2999-01-01"))))
        .contains("it is in the future", "value=\"Zoë\"", "value=\"2999-01-01\"");
    assertThat(desk.get("/console/patients?q=zo%C3%AB").ok().text()).contains("Nobody found");

    var at =
        desk.post(
                "/console/new-patient",
                Map.of("firstName", "Zoë", "city", "Ulm", "externalId", "E-7"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(desk.get(at).ok().text()).contains("Zoë", "Ulm", "E-7", "$0.00", "Nothing yet.");
    assertThat(
            page(
                409,
                desk.post("/console/new-patient", Map.of("firstName", "Z", "externalId", "E-7"))))
        .contains("has this external id", "value=\"Z\"");
  }

  @Test
  void theRecordChangesAsItWasSeenOnly() {
    var old = seen();
    clinic.api().put("/user/patient/" + jane, body().with("city", "Ulm")).ok();

    assertThat(page(409, desk.post(path() + "/edit", typed(old, "gender", "<f>"))))
        .contains("Somebody else has changed this record", "value=\"&lt;f&gt;\"");
    assertThat(stored().json().get("gender").isNull()).isTrue();
    assertThat(page(422, desk.post(path() + "/edit", typed(seen(), "email", "no", "city", "Bonn"))))
        .contains("That is no e-mail address.", "value=\"no\"", "value=\"Bonn\"");
    assertThat(stored().at("/city")).isEqualTo("Ulm");

    var saved =
        desk.post(
            path() + "/edit",
            typed(
                seen(),
                "lastName",
                "Roe",
                "city",
                "Bonn",
                "language",
                "es",
                "preferredProviderId",
                ana));
    assertThat(saved.headers().firstValue("Location")).hasValue(path());
    assertThat(desk.get(path()).ok().text()).contains("Jane Roe", "Bonn", "Ana Ortiz", ">Spanish<");
    assertThat(stored().at("/phoneNumber")).isEqualTo("+1 (555) 010-9999");
    var language = "/user/patient/" + jane + "/language";
    assertThat(clinic.api().get(language).ok().at("/language")).isEqualTo("es");
    clinic.api().put(language, body().with("language", "fr")).ok();
    assertThat(desk.get(path() + "/edit").ok().text())
        .contains("<option value=\"fr\" selected=\"selected\">fr</option>");
    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> "STAFF".equals(row.caller()))
        .anySatisfy(
            row -> {
              assertThat(row.action()).isEqualTo("POST /console/patients/{patient_id}/edit");
              assertThat(row.objects()).contains("patient:" + jane);
              assertThat(row.fields()).contains("patient.city");
            });
  }

  @Test
  void aPlaceInAHistoryThatNoneCanHaveIsItsBeginning() {
    clinic.cart(jane, line(clinic.item("Filler", 10000)));
    for (var moment :
        List.of("%2B1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z", "then")) {
      assertThat(desk.get(path() + "?before=" + moment + "~cart_1").ok().text())
          .contains("$100.00")
          .doesNotContain(">Newest<");
    }
  }

  /** The form as it stands on the page, filled in. */
  private Map<String, String> credit(String... fields) {
    var seen = SEEN_CREDIT.matcher(desk.get(path()).ok().text());
    assertThat(seen.find()).isTrue();
    var all = new LinkedHashMap<>(Map.of("seen", seen.group(1)));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return all;
  }

  private Answer giveCredit(String... fields) {
    return desk.post(path() + "/credit", credit(fields));
  }

  @Test
  void creditIsGivenByManagersAndShownWithItsHistory() {
    desk.get(path()).ok();
    assertThat(page(403, desk.post(path() + "/credit", Map.of("amount", "50"))))
        .contains("Credit is given by managers and owners.");
    DeskBrowser.give(clinics, clinic, ana, "MANAGER");
    for (var wrong : new String[] {"0", "-1", "1,5", "ten"}) {
      assertThat(page(422, giveCredit("amount", wrong)))
          .contains("The amount is more than 0", "value=\"" + wrong + "\"");
    }
    assertThat(page(422, giveCredit("amount", "5", "expires", "2001-01-01")))
        .contains("The credit would be expired already", "value=\"2001-01-01\"");
    assertThat(stored().number("/creditBalance")).isZero();

    var sent = credit("amount", "50.25", "comment", "For the <wait>");
    assertThat(desk.post(path() + "/credit", sent).status()).isEqualTo(303);
    assertThat(page(409, desk.post(path() + "/credit", sent)))
        .contains("Credit was given meanwhile", "value=\"50.25\"");

    assertThat(stored().number("/creditBalance")).isEqualTo(5025);
    assertThat(desk.get(path()).ok().text())
        .contains("$50.25", "$50.25 left", "For the &lt;wait&gt;", "Ana Ortiz");
  }

  @Test
  void tagsArePutOnAndTakenOffAndNewOnesMadeByManagers() {
    clinic.api().post("/user/patient/tags", body().with("name", "VIP").with("emoji", "⭐")).ok();
    desk.get(path()).ok();

    assertThat(page(422, desk.post(path() + "/tags", Map.of("tag", "Bride"))))
        .contains("There is no tag of this name", "value=\"Bride\"");
    desk.post(path() + "/tags", Map.of("tag", "vip"));
    desk.post(path() + "/tags", Map.of("tag", "⭐ VIP"));
    assertThat(stored().json().get("tags")).hasSize(1);
    DeskBrowser.give(clinics, clinic, ana, "OWNER");
    assertThat(page(422, desk.post(path() + "/tags", Map.of("tag", "\0"))))
        .contains("tag", "aria-invalid");
    desk.post(path() + "/tags", Map.of("tag", "\0Bri\0de"));
    assertThat(desk.get(path()).ok().text()).contains("⭐ VIP", "Take off Bride");
    var bride = stored().at("/tags/0/id");
    desk.post(path() + "/tags/" + bride + "/take-off", Map.of());

    assertThat(stored().json().get("tags")).hasSize(1);
    assertThat(stored().at("/tags/0/name")).isEqualTo("VIP");
  }

  @Test
  void notesAreWrittenAndDeleted() {
    desk.get(path()).ok();

    assertThat(page(422, desk.post(path() + "/notes", Map.of("note", " "))))
        .contains("Write something down first.");
    desk.post(path() + "/notes", Map.of("note", "Likes <evenings>"));
    assertThat(desk.get(path()).ok().text()).contains("Likes &lt;evenings&gt;");
    var note =
        clinic.api().get("/user/patient/quick-note/list?patient_id=" + jane).ok().at("/data/0/id");
    var omar = clinic.patient(aPatient("Omar", "Said"));
    page(404, desk.post("/console/patients/%s/notes/%s/delete".formatted(omar, note), Map.of()));
    assertThat(desk.get(path()).ok().text()).contains("Likes &lt;evenings&gt;");
    desk.post(path() + "/notes/" + note + "/delete", Map.of());

    assertThat(desk.get(path()).ok().text()).doesNotContain("Likes &lt;evenings&gt;");
  }

  @Test
  void everythingOfTheirsStandsInOneHistoryFromWhichACartBegins() {
    var item = clinic.item("Filler", 10000);
    var first = clinic.cart(jane, line(item)).at("/id");
    var charged =
        clinic
            .api()
            .post(
                "/billing/cart/%s/convert-to-charge".formatted(first), body().with("cartId", first))
            .ok();
    for (int i = 0; i < 20; i++) {
      clinic.cart(jane, line(item).quantity(2));
    }

    var newest = desk.get(path()).ok().text();
    assertThat(newest).contains("$200.00", "Draft", "rel=\"next\"").doesNotContain(first);
    var older = Pattern.compile("href=\"([^\"]+before=[^\"]+)\"").matcher(newest);
    assertThat(older.find()).isTrue();
    assertThat(desk.get(older.group(1)).ok().text())
        .contains("/console/carts/" + first, "/console/charges/" + charged.at("/id"))
        .contains("To be paid", "rel=\"first\"")
        .doesNotContain("rel=\"next\"");
    var begun = desk.post("/console/new-cart", Map.of("patient", jane));
    assertThat(begun.headers().firstValue("Location").orElseThrow()).startsWith("/console/carts/");
  }

  @Test
  void whoIsArchivedIsReadAndNotFoundAndComesBack() {
    desk.get(path()).ok();
    desk.post(path() + "/archive", Map.of("archived", "true"));

    assertThat(desk.get(path()).ok().text())
        .contains("Archived: no search finds them", "Take out of the archive")
        .doesNotContain("action=\"/console/new-cart\"");
    assertThat(desk.get("/console/patients?q=doe").ok().text()).contains("Nobody found");
    assertThat(page(422, desk.post(path() + "/notes", Map.of("note", "Likes <evenings>"))))
        .contains("or the patient is archived", "Likes &lt;evenings&gt;</textarea>");
    desk.post(path() + "/archive", Map.of("archived", "false"));
    assertThat(desk.get("/console/patients?q=doe").ok().text()).contains("Jane Doe");
  }

  @Test
  void anotherClinicsPatientIsNoPatient() {
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var seen = seen();
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Ana");

    assertThat(stranger.get("/console/patients?q=doe").ok().text()).contains("Nobody found");
    page(404, stranger.get(path()));
    page(404, stranger.get(path() + "/edit"));
    page(404, stranger.post(path() + "/edit", typed(seen, "lastName", "Roe")));
    page(404, stranger.post(path() + "/credit", Map.of("amount", "5")));
    page(404, stranger.post(path() + "/tags", Map.of("tag", "VIP")));
    page(404, stranger.post(path() + "/archive", Map.of()));
    assertThat(stored().at("/lastName")).isEqualTo("Doe");
    assertThat(stored().number("/creditBalance")).isZero();
  }
}
