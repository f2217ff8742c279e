package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reaches beyond the desk is looked after by owners alone. */
@CartwrightTest
class SettingsOfOwnersTests {

  private static final String KEYS = "/console/settings/keys";
  private static final String ACCESSES = "/console/settings/accesses";
  private static final String HOOKS = "/console/settings/webhooks";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private DeskBrowser owner;

  @BeforeEach
  void anOwner() {
    clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.OWNER);
    owner = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
  }

  private static String found(Answer page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page.text());
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String seen(Answer page) {
    return found(page, "name=\"seen\" value=\"([^\"]*)\"");
  }

  private String receiver(String name) {
    return clinics.nobody().base() + "/dev/hooks/" + name;
  }

  @Test
  void aKeyIsShownOnceAndAsksUntilItIsRevoked() {
    var page = owner.get(KEYS).ok();
    assertThat(page.text())
        .contains(clinic.keyId() + "-", "Without a name", ACCESSES + "?caller=" + clinic.keyId());
    assertThat(page.text()).doesNotContain(clinic.key());
    var wanted = Map.of("seen", seen(page), "name", "Booking site");

    assertThat(owner.post(KEYS, Map.of("seen", seen(page), "name", " ")).status()).isEqualTo(422);
    var made = owner.post(KEYS, wanted).ok();
    var key = found(made, "id=\"made\"[^>]* value=\"([^\"]+)\"");
    var again = owner.post(KEYS, wanted);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).doesNotContain(key);

    var id = key.substring(0, key.indexOf('-'));
    var program = clinic.api().with("API-KEY", key);
    program.get("/tenant/public").ok();
    var list = owner.get(KEYS).ok();
    assertThat(list.text())
        .contains("Booking site", id + "-")
        .doesNotContain(key, "Revoked recently");

    assertThat(owner.post(KEYS + "/" + id + "/revoke", Map.of()).status()).isEqualTo(303);
    assertThat(program.get("/tenant/public").status()).isEqualTo(401);
    assertThat(owner.get(KEYS).ok().text()).contains("Revoked recently");
    assertThat(owner.post(KEYS + "/nokey/revoke", Map.of()).status()).isEqualTo(404);
    var other = clinics.open();
    assertThat(owner.post(KEYS + "/" + other.keyId() + "/revoke", Map.of()).status())
        .isEqualTo(404);
    other.api().get("/tenant/public").ok();
    clinic.api().get("/tenant/public").ok();
    var record = clinic.api().get("/audit?object_id=" + id).ok();
    assertThat(record.text()).contains("api-key.created", "api-key.revokedDate", "\"STAFF\"");
  }

  private Map<String, String> hook(String url, String seen) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("seen", seen);
    fields.put("url", url);
    fields.put("notificationEmail", "it@clinic.example");
    fields.put("type-PATIENT_CREATED", "on");
    fields.put("type-ITEM_CREATED", "on");
    return fields;
  }

  @Test
  void aWebhookIsMadeToldAndToldAgain() {
    assertThat(owner.get(HOOKS).ok().text()).contains("Nobody is told yet");
    var form = owner.get(HOOKS + "/new").ok();
    var wanted = hook(receiver("settings") + "?answer=500", seen(form));
    var nowhere = owner.post(HOOKS + "/new", hook("ftp://nowhere", seen(form)));
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.text())
        .contains("https addresses on the internet", "ftp://nowhere")
        .containsPattern("value=\"on\" id=\"type-ITEM_CREATED\"[^>]* checked");
    assertThat(owner.post(HOOKS + "/new", Map.of("seen", seen(form), "url", receiver("x"))).text())
        .contains("at least one kind of event");

    var made = owner.post(HOOKS + "/new", wanted).ok();
    var secret = found(made, "id=\"secret\"[^>]* value=\"([^\"]+)\"");
    assertThat(secret).startsWith("whsec_");
    assertThat(owner.post(HOOKS + "/new", wanted).status()).isEqualTo(409);
    assertThat(clinic.api().get("/webhooks").ok().json()).hasSize(1);
    var hook = HOOKS + "/" + clinic.api().get("/webhooks").ok().at("/0/id");

    clinic.item("Filler", 100);
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> owner.get(hook).ok().text().contains(">500</span>"));
    var page = owner.get(hook).ok();
    assertThat(page.text())
        .contains("ITEM_CREATED", "Under way", "It answered 500.", "tried once")
        .doesNotContain(secret);
    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> row.action().equals("GET /console/settings/webhooks/{webhook_id}"))
        .last()
        .satisfies(
            row ->
                assertThat(row.objects())
                    .containsExactly(
                        "webhook:" + hook.substring(HOOKS.length() + 1),
                        "delivery:" + found(page, "/deliveries/([^\"/]+)/resend")));
    assertThat(owner.speaking("es").get(hook).ok().text()).contains("Contestó 500.");
    owner.speaking("en");
    assertThat(owner.get(hook + "?status=DELIVERED").ok().text()).contains("Nothing yet.");

    var change = hook(receiver("settings"), seen(owner.get(hook + "/edit").ok()));
    assertThat(owner.post(hook + "/edit", change).status()).isEqualTo(303);
    assertThat(owner.post(hook + "/edit", change).status()).isEqualTo(409);
    var resend = found(page, "action=\"(/console/settings/webhooks/[^\"]+/deliveries/[^\"]+)\"");
    assertThat(owner.post(resend, Map.of()).status()).isEqualTo(303);
    assertThat(owner.get(hook + "?status=DELIVERED").ok().text())
        .contains("ITEM_CREATED", ">200</span>");
    assertThat(owner.post(hook + "/resend", Map.of("from", "")).status()).isEqualTo(422);
    assertThat(owner.post(hook + "/resend", Map.of("from", "2020-01-01")).status()).isEqualTo(303);

    var rotation = Map.of("seen", seen(owner.get(hook).ok()));
    var rotated = owner.post(hook + "/rotate", rotation).ok();
    assertThat(rotated.text()).contains("also stays valid until").doesNotContain(secret);
    assertThat(owner.post(hook + "/rotate", rotation).status()).isEqualTo(409);
    assertThat(owner.post(hook + "/delete", rotation).status()).isEqualTo(409);
    assertThat(owner.get(hook).ok().text()).doesNotContain(hook + "/rotate");
    var now = Map.of("seen", seen(owner.get(hook).ok()));
    assertThat(owner.post(hook + "/delete", now).status()).isEqualTo(303);
    assertThat(owner.get(hook).status()).isEqualTo(404);
    assertThat(clinic.api().get("/webhooks").ok().json()).isEmpty();
  }

  @Test
  void theRecordIsSearchedTurnedTakenAlongAndVerified() {
    var patient = clinic.patient();
    var ana = clinic.api().get("/admin/providers/list").ok().at("/0/id");
    owner.get("/console/patients/" + patient).ok();
    clinic.api().get("/user/patient/nobody");

    var about = owner.get(ACCESSES + "?object=" + patient).ok();
    assertThat(about.text())
        .contains("patient_create", "patient.created", "Ana Ortiz", "Staff at the console");
    var byAna = owner.get(ACCESSES + "?object=%s&caller=%s".formatted(patient, ana)).ok();
    assertThat(byAna.text()).contains("Ana Ortiz").doesNotContain("patient.created");
    var entered = "?object=" + patient + "&action=";
    assertThat(owner.get(ACCESSES + entered + "enter+A+patient").ok().text())
        .contains("<span>Enter a patient</span>", "<span>patient</span>", "patient.created");
    assertThat(owner.get(ACCESSES + entered + "look").ok().text())
        .contains("<span>Look at a patient</span>")
        .doesNotContain("patient.created");
    assertThat(owner.get(ACCESSES + entered + "nothing+like+that").ok().text())
        .contains("Nothing in the record matches");
    assertThat(owner.speaking("es").get(ACCESSES + entered + "anotar").ok().text())
        .contains("<span>Anotar un paciente</span>", "<span>paciente</span>");
    owner.speaking("en");
    assertThat(owner.get(ACCESSES + "?outcome=REFUSED").ok().text())
        .contains("404")
        .doesNotContain("patient.created");
    assertThat(owner.get(ACCESSES + "?from=2000-01-01&to=2000-01-02").ok().text())
        .contains("Nothing in the record matches");
    assertThat(owner.get(ACCESSES + "?after=nowhere&from=x&outcome=MAYBE").ok().text())
        .contains("patient.created");

    var table = owner.get(ACCESSES + "/audit.csv?object=" + patient).ok();
    assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(table.text()).startsWith("Id,Moment,Caller,").contains("patient:" + patient);
    assertThat(owner.get(ACCESSES + "/verify").ok().text())
        .contains("The record is as it was written");
    var looked = clinic.api().get("/audit?caller=" + ana).ok().text();
    assertThat(looked)
        .contains(
            "GET " + ACCESSES + "\"",
            "GET " + ACCESSES + "/audit.csv\"",
            "GET " + ACCESSES + "/verify\"");

    for (int i = 0; i < 51; i++) {
      clinic.api().get("/billing/cart").ok();
    }
    var first = owner.get(ACCESSES).ok();
    var older = found(first, "href=\"([^\"]*after=[^\"]*)\"").replace("&amp;", "&");
    assertThat(first.text()).doesNotContain("patient.created");
    assertThat(owner.get(older).ok().text()).contains("patient.created", "Newest");
    long few = statements.during(() -> owner.get(ACCESSES + "?object=" + patient).ok());
    assertThat(statements.during(() -> owner.get(ACCESSES).ok()))
        .isEqualTo(few)
        .isLessThanOrEqualTo(20);
  }

  @Test
  void whatIsToldHasItsNameInEachLanguage() {
    var english = owner.get(HOOKS + "/new").ok().text();
    var spanish = owner.speaking("es").get(HOOKS + "/new").ok().text();

    assertThat(english).contains("A cart was made", "CART_CREATED").doesNotContain("??");
    assertThat(spanish).contains("Se hizo un carrito", "CART_CREATED").doesNotContain("??");
    owner.post(HOOKS + "/new", hook(receiver("spanish"), seen(owner.get(HOOKS + "/new")))).ok();
    var made = HOOKS + "/" + clinic.api().get("/webhooks").ok().at("/0/id");
    assertThat(owner.get(made).ok().text()).contains("<li>Se ").doesNotContain("??");
  }

  @Test
  void managersHaveNoneOfIt() {
    var form = owner.get(HOOKS + "/new").ok();
    owner.post(HOOKS + "/new", hook(receiver("managers"), seen(form))).ok();
    var hook = HOOKS + "/" + clinic.api().get("/webhooks").ok().at("/0/id");
    var before = clinic.api().get("/webhooks").ok().text();
    DeskBrowser.member(clinics, clinic, "Ben", DeskRole.MANAGER);
    var manager = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");
    assertThat(manager.get("/console/settings/messages").ok().text())
        .doesNotContain(KEYS, HOOKS, ACCESSES);

    for (var path :
        new String[] {
          KEYS,
          HOOKS,
          HOOKS + "/new",
          hook,
          hook + "/edit",
          ACCESSES,
          ACCESSES + "/audit.csv",
          ACCESSES + "/verify"
        }) {
      var closed = manager.get(path);
      assertThat(closed.status()).as(path).isEqualTo(403);
      assertThat(closed.text()).contains("This is for owners");
    }
    var fields = hook(receiver("mine"), seen(owner.get(hook).ok()));
    for (var path :
        new String[] {
          KEYS,
          KEYS + "/" + clinic.keyId() + "/revoke",
          HOOKS + "/new",
          hook + "/edit",
          hook + "/rotate",
          hook + "/resend",
          hook + "/delete"
        }) {
      assertThat(manager.post(path, fields).status()).as(path).isEqualTo(403);
    }
    assertThat(clinic.api().get("/webhooks").ok().text()).isEqualTo(before);

    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Eve", DeskRole.OWNER);
    var eve = new DeskBrowser(clinics).signIn(clinics, other, "Eve");
    assertThat(eve.get(HOOKS).ok().text()).contains("Nobody is told yet");
    assertThat(eve.get(hook).status()).isEqualTo(404);
    for (var act : new String[] {"/edit", "/rotate", "/delete", "/resend"}) {
      var fieldsOfEve = new LinkedHashMap<>(fields);
      fieldsOfEve.put("from", "2020-01-01");
      assertThat(eve.post(hook + act, fieldsOfEve).status()).as(act).isEqualTo(404);
    }
    assertThat(clinic.api().get("/webhooks").ok().text()).isEqualTo(before);
  }

  @Test
  void listsTakeAsManyStatementsHoweverLongTheyAre() {
    var form = owner.get(HOOKS + "/new").ok();
    owner.post(HOOKS + "/new", hook(receiver("many"), seen(form))).ok();
    var hook = HOOKS + "/" + clinic.api().get("/webhooks").ok().at("/0/id");
    clinic.item("Filler", 100);
    long few = toRead(hook, 1);
    for (int i = 0; i < 3; i++) {
      clinic.item("Filler " + i, 100);
    }
    assertThat(toRead(hook, 4)).isEqualTo(few).isLessThanOrEqualTo(18);
  }

  /** Once all is delivered, since nothing else may use the service meanwhile. */
  private long toRead(String hook, int deliveries) {
    var webhook = hook.substring(HOOKS.length() + 1);
    var delivered = "/webhooks/%s/deliveries?status=DELIVERED".formatted(webhook);
    await()
        .atMost(DeskBrowser.PATIENCE)
        .until(() -> clinic.api().get(delivered).ok().json().at("/total").asInt() == deliveries);
    return statements.during(() -> owner.get(hook).ok());
  }
}
