package org.cartwright.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Managers and owners word the clinic's messages and keep the terms of its quotes. */
@CartwrightTest
class SettingsTests {

  private static final String MESSAGES = "/console/settings/messages";
  private static final String OFFER = MESSAGES + "/QUOTE_OFFERED/EMAIL";
  private static final String CLINIC = "/console/settings/clinic";
  private static final String TERMS = "/console/settings/terms";

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private DeskBrowser manager;

  @BeforeEach
  void aManager() {
    clinic = clinics.open();
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    manager = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
  }

  private Answer offer() {
    return clinic.api().get("/settings/message-templates").ok();
  }

  private static String field(Answer page, String name) {
    var found =
        java.util.regex.Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"")
            .matcher(page.text());
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  @Test
  void messagesAreWordedLookedAtAndPutBack() {
    assertThat(manager.get(MESSAGES).ok().text())
        .contains("A quote is sent to a patient", "Default", "Your quote from {clinic}")
        .doesNotContain("Your own");
    var page = manager.get(OFFER).ok();
    assertThat(page.text())
        .contains("Your quote from Clinic " + clinic.id(), "Hello Jane,", "As discussed today.");
    var seen = field(page, "seen");
    var words =
        Map.of("seen", seen, "subject", "{clinic} wrote", "text", "Dear {patient}\r\n\r\n{link}");

    var preview = manager.post(OFFER + "/preview", words).ok();
    assertThat(preview.text())
        .contains("Clinic %s wrote".formatted(clinic.id()), "Dear Jane", "View your quote");
    assertThat(offer().json().at("/0/isDefault").booleanValue()).isTrue();

    assertThat(manager.post(OFFER, words).status()).isEqualTo(303);
    assertThat(offer().at("/0/text")).isEqualTo("Dear {patient}\n\n{link}");
    assertThat(offer().at("/0/subject")).isEqualTo("{clinic} wrote");
    assertThat(manager.get(MESSAGES).ok().text()).contains("Your own", "{clinic} wrote");

    var stale = manager.post(OFFER, Map.of("seen", seen, "subject", "Mine", "text", "{link} mine"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text()).contains("{link} mine", "value=\"Mine\"", "Dear {patient}");
    assertThat(manager.post(OFFER + "/house", Map.of("seen", seen)).status()).isEqualTo(409);
    assertThat(offer().at("/0/subject")).isEqualTo("{clinic} wrote");

    var now = field(manager.get(OFFER).ok(), "seen");
    assertThat(manager.post(OFFER + "/house", Map.of("seen", now)).status()).isEqualTo(303);
    assertThat(offer().json().at("/0/isDefault").booleanValue()).isTrue();
  }

  @Test
  void theHousesWordsAreSaidToBeInTheLanguageTheyAreIn() {
    clinic = clinics.open("America/Mexico_City", "MXN", "es-MX");
    DeskBrowser.member(clinics, clinic, "Ana", DeskRole.MANAGER);
    manager = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    var seen = field(manager.get(OFFER).ok(), "seen");
    manager.post(OFFER, Map.of("seen", seen, "subject", "Oferta", "text", "{link}"));

    assertThat(manager.get(OFFER).ok().text())
        .contains("<html lang=\"en\"", "dir=\"auto\" lang=\"es\"><strong>Su presupuesto")
        .contains("<p class=\"words\" dir=\"auto\" lang=\"es\">Hola,");
  }

  @Test
  void wordsThatCannotBeUsedAreRefusedBesideTheirField() {
    var seen = field(manager.get(OFFER).ok(), "seen");

    var refused =
        manager.post(OFFER, Map.of("seen", seen, "subject", "To {you}", "text", "No way in"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("none of the variables", "The text lacks {link}", "To {you}", "No way in");
    var preview = manager.post(OFFER + "/preview", Map.of("subject", " ", "text", "{link}")).ok();
    assertThat(preview.text())
        .contains("Write something here.")
        .containsPattern("mailSubject\" dir=\"auto\">Clinic [^<]+<");
    assertThat(
            manager
                .post(
                    MESSAGES + "/ORDER_PLACED/SMS",
                    Map.of(
                        "seen",
                        field(manager.get(MESSAGES + "/ORDER_PLACED/SMS").ok(), "seen"),
                        "text",
                        "x".repeat(641)))
                .text())
        .contains("a text message 640");
    assertThat(manager.get(MESSAGES + "/BIRTHDAY/EMAIL").status()).isEqualTo(404);

    assertThat(offer().text()).doesNotContain("\"isDefault\":false");
  }

  @Test
  void termsAreKeptChangedAndDeleted() {
    assertThat(manager.get(TERMS).ok().text()).contains("There are no terms yet");
    manager.get(TERMS + "/new").ok();
    var facial = Map.of("name", "Facial", "text", "Payable\r\non the day.");
    assertThat(manager.post(TERMS + "/new", facial).status()).isEqualTo(303);
    var again = manager.post(TERMS + "/new", Map.of("name", "facial", "text", "Never."));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("Other terms have this name", "Never.");
    assertThat(manager.post(TERMS + "/new", Map.of("name", "", "text", "")).text())
        .contains("Write a name", "Write something");

    var list = manager.get(TERMS).ok();
    var id = list.text().replaceAll("(?s).*/settings/terms/(terms_\\w+).*", "$1");
    var one = manager.get(TERMS + "/" + id).ok();
    var seen = field(one, "seen");
    assertThat(one.text()).contains("Payable\non the day.");

    var begin = Map.of("seen", field(list, "seen"), "days", "21", "terms", id);
    assertThat(manager.post(TERMS, begin).status()).isEqualTo(303);
    assertThat(manager.post(TERMS, begin).status()).isEqualTo(409);
    var begun = manager.get(TERMS).ok();
    assertThat(begun.text()).contains("value=\"21\"", "selected=\"selected\">Facial");
    var never = Map.of("seen", field(begun, "seen"), "days", "0", "terms", id);
    assertThat(manager.post(TERMS, never).text()).contains("from 1 to 3650");
    var gone = Map.of("seen", field(begun, "seen"), "days", "5", "terms", "terms_none");
    assertThat(manager.post(TERMS, gone).text()).contains("has deleted these terms");
    assertThat(manager.get(TERMS).ok().text()).contains("value=\"21\"");

    var change = Map.of("seen", seen, "name", "Faces", "text", "Payable in a week.");
    assertThat(manager.post(TERMS + "/" + id, change).status()).isEqualTo(303);
    var stale = manager.post(TERMS + "/" + id, change);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(manager.post(TERMS + "/" + id + "/delete", Map.of("seen", seen)).status())
        .isEqualTo(409);
    assertThat(manager.get(TERMS).ok().text()).contains("Faces", "Payable in a week.");
    var now = field(manager.get(TERMS + "/" + id).ok(), "seen");
    assertThat(manager.post(TERMS + "/" + id + "/delete", Map.of("seen", now)).status())
        .isEqualTo(303);
    assertThat(manager.get(TERMS).ok().text()).contains("There are no terms yet", "value=\"21\"");
    assertThat(manager.get(TERMS + "/" + id).status()).isEqualTo(404);
  }

  private static byte[] picture(int side) throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  @Test
  void theClinicSaysOfItselfWhatItIs() {
    var page = manager.get(CLINIC).ok();
    var fields =
        new HashMap<>(
            Map.of(
                "seen",
                field(page, "seen"),
                "name",
                "Glow",
                "phoneNumber",
                "+1 555 010 0200",
                "homePage",
                "https://glow.example",
                "slogan",
                "",
                "invoiceText",
                "Thank you.",
                "inactivityDays",
                "45"));

    assertThat(manager.post(CLINIC, fields).status()).isEqualTo(303);
    var clinicNow = clinic.api().get("/tenant/public").ok();
    assertThat(clinicNow.at("/name")).isEqualTo("Glow");
    assertThat(clinicNow.at("/manualInvoiceText")).isEqualTo("Thank you.");
    assertThat(clinicNow.json().get("slogan").isNull()).isTrue();
    assertThat(manager.get(CLINIC).ok().text()).contains("value=\"45\"", "Glow");

    assertThat(manager.post(CLINIC, fields).status()).isEqualTo(409);
    fields.put("seen", field(manager.get(CLINIC).ok(), "seen"));
    fields.put("name", "");
    fields.put("inactivityDays", "0");
    var refused = manager.post(CLINIC, fields);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("or it is missing", "from 1 to 3650", "value=\"0\"");
    assertThat(clinic.api().get("/tenant/public").ok().at("/name")).isEqualTo("Glow");
    var other = clinics.open();
    assertThat(other.api().get("/tenant/public").ok().at("/name"))
        .isEqualTo("Clinic " + other.id());
  }

  @Test
  void aLogoIsHungAndTakenDown() throws IOException {
    var logo = CLINIC + "/logo";
    assertThat(manager.get(CLINIC).ok().text()).contains("There is no logo yet");
    assertThat(manager.get(logo).status()).isEqualTo(404);

    var text = manager.upload(logo, "", "picture", "no picture".getBytes(UTF_8));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.text()).contains("not a PNG or JPEG");
    assertThat(manager.uploadTorn(logo).status()).isEqualTo(400);
    assertThat(manager.upload(logo, "", "picture", picture(2001)).status()).isEqualTo(422);
    var photograph = manager.upload(logo, "", "picture", new byte[1_200_000]);
    assertThat(photograph.status()).isEqualTo(413);
    assertThat(photograph.text()).contains("choose a smaller picture");
    assertThat(manager.upload(logo, "", "picture", picture(40)).status()).isEqualTo(303);
    assertThat(manager.get(logo).ok().headers().firstValue("Content-Type")).contains("image/png");
    assertThat(manager.upload(logo, "", "picture", picture(50)).status()).isEqualTo(409);

    var seen =
        manager.get(CLINIC).ok().text().replaceAll("(?s).*clinic/logo\\?of=(\\w+)\".*", "$1");
    assertThat(manager.post(logo + "/delete", Map.of("seen", "")).status()).isEqualTo(409);
    assertThat(manager.post(logo + "/delete", Map.of("seen", seen)).status()).isEqualTo(303);
    assertThat(manager.get(logo).status()).isEqualTo(404);
  }

  @Test
  void aPictureSentAfterTheSessionEndedIsToBeChosenAgain() throws IOException {
    var logo = CLINIC + "/logo";
    manager.get(CLINIC).ok();
    var drawn = picture(40);
    var late = new Answer[1];

    clock.in(Duration.ofMinutes(90), () -> late[0] = manager.upload(logo, "", "picture", drawn));

    assertThat(late[0].status()).isEqualTo(401);
    assertThat(late[0].text())
        .contains("no page can keep a picture", "href=\"%s\"".formatted(CLINIC))
        .doesNotContain("<form", "nothing of it is lost");
    assertThat(manager.get(logo).status()).isEqualTo(404);
  }

  @Test
  void theFrontDeskHasNoSettingsAndAnotherClinicHasItsOwn() {
    manager.get(TERMS + "/new").ok();
    manager.post(TERMS + "/new", Map.of("name", "Facial", "text", "Payable."));
    var id = manager.get(TERMS).ok().text().replaceAll("(?s).*/terms/(terms_\\w+).*", "$1");
    DeskBrowser.member(clinics, clinic, "Ben", DeskRole.FRONT_DESK);
    var desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ben");
    assertThat(desk.get("/console/today").ok().text()).doesNotContain("/console/settings");
    assertThat(manager.get("/console/today").ok().text()).contains("/console/settings");

    for (var path :
        new String[] {
          CLINIC, CLINIC + "/logo", MESSAGES, OFFER, TERMS, TERMS + "/new", TERMS + "/" + id
        }) {
      var closed = desk.get(path);
      assertThat(closed.status()).as(path).isEqualTo(403);
      assertThat(closed.text()).contains("This is for managers");
    }
    var words = Map.of("seen", "", "subject", "Mine", "text", "{link}", "name", "Mine");
    for (var path :
        new String[] {
          CLINIC,
          CLINIC + "/logo/delete",
          OFFER,
          OFFER + "/preview",
          OFFER + "/house",
          TERMS,
          TERMS + "/new",
          TERMS + "/" + id,
          TERMS + "/" + id + "/delete"
        }) {
      assertThat(desk.post(path, words).status()).as(path).isEqualTo(403);
    }
    assertThat(offer().text()).doesNotContain("\"isDefault\":false");
    assertThat(manager.get(TERMS).ok().text()).contains("Facial").doesNotContain("Mine");

    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Eve", DeskRole.OWNER);
    var eve = new DeskBrowser(clinics).signIn(clinics, other, "Eve");
    assertThat(eve.get(TERMS).ok().text()).contains("There are no terms yet");
    assertThat(eve.get(TERMS + "/" + id).status()).isEqualTo(404);
    assertThat(eve.post(TERMS + "/" + id, words).status()).isEqualTo(404);
  }
}
