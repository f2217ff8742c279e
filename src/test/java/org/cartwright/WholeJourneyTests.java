package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cartwright.messages.TestMessageServers;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Browser;
import org.cartwright.testing.Browsers;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.InABrowser;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From the desk to the patient's mailbox or phone, into a browser and back to the desk: what the
 * service is for, over a real mail server and real HTTP.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.admin-key=the-operator",
      "cartwright.errands-every=PT0.1S",
      "cartwright.limits.drain=0",
      "cartwright.round-every=P1D"
    })
@Import(Clinics.class)
@InABrowser
class WholeJourneyTests {

  private static final Pattern LINK =
      Pattern.compile(Pattern.quote(TestMessageServers.PUBLIC_URL) + "(/q/\\S+)");

  @Autowired private Clinics clinics;
  @LocalServerPort private int port;

  private final String jane = "jane-%s@mail.example".formatted(UUID.randomUUID());
  private final String staff = "ana-%s@clinic.example".formatted(UUID.randomUUID());
  private QuoteDesk desk;
  private Answer quote;

  @DynamicPropertySource
  static void outsideWorld(DynamicPropertyRegistry registry) {
    TestMessageServers.register(registry);
  }

  @BeforeEach
  void sendAQuote() {
    var clinic = clinics.open();
    var provider =
        clinic
            .api()
            .post(
                "/admin/providers/invite",
                body()
                    .with("email", staff)
                    .with("firstName", "Ana")
                    .with("lastName", "Ortiz")
                    .with("roles", list("provider")))
            .ok()
            .at("/id");
    desk = new QuoteDesk(clinic, clinic.api(), provider);
    var patient =
        clinic.patient(aPatient("Jane", "Doe").email(jane).born("1988-03-14").phone(phone()));
    clinic.tax("Sales tax", "8.25");
    quote = desk.quote(clinic.cart(patient, line(clinic.item("Serum", 10_000))));
    desk.send(quote);
    mail(jane, 1); // has left, so that no withdrawal recalls it and no later one overtakes it
  }

  /** A number that no other test writes to. */
  private String phone() {
    return "+1555" + String.format("%07d", Math.floorMod(jane.hashCode(), 10_000_000));
  }

  private static MimeMessage mail(String recipient, int howManyth) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> TestMessageServers.mailsTo(recipient), mails -> mails.size() >= howManyth)
        .get(howManyth - 1);
  }

  private static String text(MimeMessage mail) {
    try {
      return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The link in a message, as the patient's browser reaches it here. */
  private String linkIn(String text) {
    var link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return "http://localhost:" + port + link.group(1);
  }

  private Browser atTheLink(Browsers browsers, int mail) {
    browsers.closeAll();
    var browser = browsers.open(Screen.PHONE);
    browser.open(linkIn(text(mail(jane, mail))));
    return browser;
  }

  private static void isBorn(Browser browser, String day, String month, String year) {
    browser.fillIn("Day", day);
    browser.fillIn("Month", month);
    browser.fillIn("Year", year);
    browser.press("Show my quote");
  }

  private void assertLeadsNowhere(Browser browser) {
    assertThat(browser.text()).doesNotContain("Serum", "Jane", "$", "Year");
  }

  @Test
  void acceptedInTheBrowserItBecomesTheChargeThePatientSaw(Browsers browsers) throws Exception {
    var browser = atTheLink(browsers, 1);
    assertThat(browser.text()).doesNotContain("Serum", "108.25");
    isBorn(browser, "14", "3", "1988");
    assertThat(browser.text()).contains("Serum", "$108.25");
    assertThat(desk.read(quote).at("/status")).isEqualTo("VIEWED");
    browser.fillIn("A message", "Looking forward to it");
    browser.press("Accept this quote");
    assertThat(browser.heading()).isEqualTo("You accepted this quote");

    assertThat(desk.read(quote).at("/status")).isEqualTo("ACCEPTED");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("ACCEPTED");
    var told = mail(staff, 1);
    assertThat(told.getSubject()).isEqualTo("A quote was accepted");
    assertThat(text(told)).contains("Jane Doe has accepted", "Looking forward to it");
    var kept = desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok();
    assertThat(kept.at("/verification")).isEqualTo("DATE_OF_BIRTH");
    assertThat(kept.at("/userAgent")).contains("Chrome");
    assertThat(kept.json().get("verified").booleanValue()).isTrue();

    var charge = desk.convert(quote).ok();
    assertThat(charge.number("/total")).isEqualTo(10_825);
    browser.reload();
    assertThat(browser.heading()).isEqualTo("You accepted this quote");
    assertThat(desk.timeline(quote))
        .containsExactly(
            "CREATED",
            "SENT",
            "DELIVERED",
            "OPENED",
            "VERIFIED",
            "VIEWED",
            "ACCEPTED",
            "CONVERTED");
    assertLeadsNowhere(atTheLink(browsers, 1));
    assertThat(TestMessageServers.mailsTo(staff)).hasSize(1);
  }

  @Test
  void byTextMessageAndDeclined(Browsers browsers) {
    desk.send(quote, "sms").ok();
    var sms =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> TestMessageServers.SMS.to(phone()), messages -> !messages.isEmpty())
            .getFirst();
    var browser = browsers.open(Screen.PHONE);
    browser.open(linkIn(String.valueOf(sms.form().get("Body"))));
    isBorn(browser, "14", "3", "1988");
    browser.press("Decline");

    assertThat(browser.heading()).isEqualTo("You declined this quote");
    browser.reload();
    assertThat(browser.heading()).isEqualTo("You declined this quote");
    assertThat(desk.read(quote).at("/status")).isEqualTo("DECLINED");
    assertThat(desk.cartOf(quote).at("/status")).isEqualTo("REJECTED");
    assertThat(text(mail(staff, 1))).contains("Jane Doe has declined");
    assertLeadsNowhere(atTheLink(browsers, 1));
  }

  @Test
  void aMessageThatHasNotLeftWhenTheQuoteIsWithdrawnNeverLeaves() {
    TestMessageServers.closeMail();
    try {
      desk.send(quote);
      desk.withdraw(quote).ok();
    } finally {
      TestMessageServers.openMail();
    }
    assertThat(desk.events(quote))
        .extracting(event -> event.get("detail").asString(""))
        .containsOnlyOnce("email: the quote was withdrawn first");
    desk.send(quote);
    mail(jane, 1);
    assertThat(TestMessageServers.mailsTo(jane)).hasSize(1);
  }
}
