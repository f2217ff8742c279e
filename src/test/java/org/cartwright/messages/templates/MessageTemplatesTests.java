package org.cartwright.messages.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.cartwright.messages.ReceivedMessages;
import org.cartwright.messages.TestMessage;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@CartwrightTest
class MessageTemplatesTests {

  private static final String PATH = "/settings/message-templates";
  private static final String OFFER = PATH + "/QUOTE_OFFERED/EMAIL";
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired private Clinics clinics;

  private final ReceivedMessages letterbox;

  MessageTemplatesTests(@Autowired ApplicationContext context) {
    letterbox = new ReceivedMessages(context);
  }

  @Test
  void everyOccasionAndChannelIsListedWithTheHousesOwnWords() {
    var list = clinics.open().api().get(PATH).ok();

    var names = new ArrayList<String>();
    for (var template : list.json()) {
      names.add(template.get("occasion").asString() + " " + template.get("channel").asString());
      assertThat(template.get("isDefault").booleanValue()).isTrue();
      assertThat(template.get("text")).isEqualTo(template.get("defaultText"));
      assertThat(template.get("subject")).isEqualTo(template.get("defaultSubject"));
    }
    assertThat(names)
        .containsExactly(
            "QUOTE_OFFERED EMAIL",
            "QUOTE_OFFERED SMS",
            "QUOTE_ANSWERED EMAIL",
            "QUOTE_ANSWERED SMS",
            "QUOTE_NOT_SENT EMAIL",
            "QUOTE_NOT_SENT SMS",
            "ORDER_PLACED EMAIL",
            "ORDER_PLACED SMS",
            "ORDER_APPROVED EMAIL",
            "ORDER_APPROVED SMS",
            "ORDER_SHIPPED EMAIL",
            "ORDER_SHIPPED SMS",
            "ORDER_READY_FOR_PICKUP EMAIL",
            "ORDER_READY_FOR_PICKUP SMS",
            "ORDER_CANCELLED EMAIL",
            "ORDER_CANCELLED SMS",
            "RECEIPT EMAIL",
            "RECEIPT SMS",
            "CONSOLE_SIGN_IN EMAIL",
            "CONSOLE_SIGN_IN SMS",
            "EVENT_GIVEN_UP EMAIL",
            "EVENT_GIVEN_UP SMS");
    assertThat(list.at("/0/subject")).isEqualTo("Your quote from {clinic}");
    assertThat(list.json().at("/1/subject").isNull()).isTrue();
    assertThat(list.json().at("/0/variables").toString())
        .isEqualTo(
            "[\"clinic\",\"patient\",\"title\",\"total\",\"validUntil\",\"message\",\"link\"]");
    assertThat(list.json().at("/2/variables").toString())
        .isEqualTo("[\"clinic\",\"patient\",\"title\",\"total\",\"answer\",\"message\"]");
  }

  @Test
  void aClinicWordsItsMessagesItselfAndOnlyItsOwn() {
    var clinic = clinics.open();
    var other = clinics.open();

    var changed =
        put(clinic, OFFER, "{clinic}: {total}", "Dear {patient},\n{message}\nsee {link}\n\n{total}")
            .ok();

    assertThat(changed.at("/subject")).isEqualTo("{clinic}: {total}");
    assertThat(changed.json().get("isDefault").booleanValue()).isFalse();
    assertThat(changed.at("/defaultSubject")).isEqualTo("Your quote from {clinic}");
    assertThat(clinic.api().get(PATH).ok().json().get(0)).isEqualTo(changed.json());
    assertThat(other.api().get(PATH).ok().json().at("/0/isDefault").booleanValue()).isTrue();

    var mail = sent(clinic, TestMessage.offered());
    assertThat(mail.at("/0/subject")).isEqualTo("Glow Clinic: $1,513.00");
    assertThat(mail.at("/0/text"))
        .isEqualTo("Dear Jane,\nsee " + TestMessage.LINK + "\n\n$1,513.00");
    assertThat(sent(other, TestMessage.offered()).at("/0/subject"))
        .isEqualTo("Your quote from Glow Clinic");
  }

  @Test
  void aMessageIsWordedByTheTemplateOfTheMomentInWhichItIsPosted() {
    var clinic = clinics.open();
    put(clinic, OFFER, "One", "{link}").ok();
    sent(clinic, TestMessage.offered());

    put(clinic, OFFER, "Two", "{link}").ok();

    assertThat(clinics.nobody().get("/dev/inbox?tenant=" + clinic.id()).ok().at("/0/subject"))
        .isEqualTo("One");
    assertThat(sent(clinic, TestMessage.offered()).at("/0/subject")).isEqualTo("Two");
  }

  @Test
  void aClinicGoesBackToTheHousesOwnWordsAsOftenAsItLikes() {
    var clinic = clinics.open();
    var before = clinic.api().get(PATH).ok().json().get(0);
    put(clinic, OFFER, "Mine", "{link}").ok();

    assertThat(clinic.api().delete(OFFER).ok().json()).isEqualTo(before);
    assertThat(clinic.api().delete(OFFER).ok().json()).isEqualTo(before);

    assertThat(clinic.api().get(PATH).ok().json().get(0)).isEqualTo(before);
    assertThat(sent(clinic, TestMessage.offered()).at("/0/subject"))
        .isEqualTo("Your quote from Glow Clinic");
  }

  @Test
  void valuesAreNeitherVariablesNorMarkup() {
    var clinic = clinics.open();
    put(clinic, OFFER, "{title}", "{title}\n\n{link}").ok();

    var mail =
        sent(
            clinic,
            TestMessage.offered().with("title", "{patient} <b>${7*7}</b> [[${clinic}]] $1"));

    assertThat(mail.at("/0/subject")).isEqualTo("{patient} <b>${7*7}</b> [[${clinic}]] $1");
    assertThat(mail.at("/0/text")).startsWith("{patient} <b>${7*7}</b> [[${clinic}]] $1\n");
    assertThat(mail.at("/0/html"))
        .contains(">{patient} &lt;b&gt;${7*7}&lt;/b&gt; [[${clinic}]] $1</td>");
  }

  @Test
  void theTemplateItselfIsNoMarkupEither() {
    var clinic = clinics.open();
    put(clinic, OFFER, "x", "<script>[[clinic]]</script> th:text=\"x\"\n\n{link}").ok();

    assertThat(sent(clinic, TestMessage.offered()).at("/0/html"))
        .contains(">&lt;script&gt;[[clinic]]&lt;/script&gt; th:text=&quot;x&quot;</td>");
  }

  @Test
  void anUnknownVariableIsRefusedByName() {
    var clinic = clinics.open();

    var refusal = put(clinic, OFFER, "{link}", "{patiemt} {first name} {} {link}");

    assertThat(refusal.violations())
        .containsExactly(
            "[body, subject] value_error",
            "[body, text] value_error",
            "[body, text] value_error",
            "[body, text] value_error");
    assertThat(refusal.text())
        .contains("there is no {link} here")
        .contains("there is no {patiemt} here, only {clinic}, {patient}, {title}")
        .contains("there is no {first name} here")
        .contains("there is no {} here");
    assertThat(put(clinic, PATH + "/QUOTE_ANSWERED/EMAIL", "x", "{link} {validUntil}").violations())
        .containsExactly("[body, text] value_error", "[body, text] value_error");
    assertThat(clinic.api().get(PATH).ok().json().at("/0/isDefault").booleanValue()).isTrue();
  }

  @Test
  void anOfferHasToLeadThePatientToTheQuote() {
    var refusal = put(clinics.open(), OFFER, "x", "Dear {patient}");

    assertThat(refusal.violation()).isEqualTo("[body, text] value_error");
    assertThat(refusal.text()).contains("the text lacks {link}");
  }

  @Test
  void textsHaveBounds() {
    var clinic = clinics.open();

    assertThat(put(clinic, OFFER, "s".repeat(201), "x".repeat(5001)).violations())
        .containsExactly("[body, subject] string_too_long", "[body, text] string_too_long");
    put(clinic, OFFER, "s".repeat(200), "{link}" + "x".repeat(4994)).ok();
    assertThat(sms(clinic, "{link}" + "x".repeat(635)).violation())
        .isEqualTo("[body, text] string_too_long");
    sms(clinic, "{link}" + "x".repeat(634)).ok();
    assertThat(put(clinic, OFFER, "", "").violations())
        .containsExactly("[body, subject] string_too_short", "[body, text] string_too_short");
    assertThat(put(clinic, PATH + "/QUOTE_ANSWERED/EMAIL", " ", " \n ").violations())
        .containsExactly("[body, subject] value_error", "[body, text] value_error");
  }

  @Test
  void anEmailHasASubjectOfOneLineAndAnSmsHasNone() {
    var clinic = clinics.open();

    assertThat(clinic.api().put(OFFER, "{\"text\":\"{link}\"}").violation())
        .isEqualTo("[body, subject] missing");
    assertThat(put(clinic, OFFER, "a\r\nBcc: b@example.com", "{link}").violation())
        .isEqualTo("[body, subject] value_error");
    assertThat(put(clinic, PATH + "/QUOTE_OFFERED/SMS", "x", "{link}").violation())
        .isEqualTo("[body, subject] value_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/QUOTE_OFFERED/FAX",
        "/QUOTE_LOST/EMAIL",
        "/quote_offered/email",
        "/0/0",
        "/%00/x"
      })
  void thereAreNoOtherTemplates(String template) {
    var clinic = clinics.open();

    assertThat(put(clinic, PATH + template, "x", "{link}").status()).isIn(400, 404);
    assertThat(clinic.api().delete(PATH + template).status()).isIn(400, 404);
  }

  @Test
  void whoHasNoKeyReadsAndChangesNothing() {
    clinics.nobody().get(PATH).refused(401);
    clinics.nobody().put(OFFER, "{\"subject\":\"x\",\"text\":\"{link}\"}").refused(401);
    clinics.nobody().delete(OFFER).refused(401);
  }

  private static Answer put(Clinic clinic, String path, String subject, String text) {
    var body = JSON.createObjectNode().put("subject", subject).put("text", text);
    return clinic.api().put(path, body.toString());
  }

  private static Answer sms(Clinic clinic, String text) {
    var body = JSON.createObjectNode().put("text", text);
    return clinic.api().put(PATH + "/QUOTE_OFFERED/SMS", body.toString());
  }

  private Answer sent(Clinic clinic, TestMessage posted) {
    letterbox.outcome(clinic.id(), letterbox.post(clinic.id(), posted));
    return clinics.nobody().get("/dev/inbox?tenant=" + clinic.id()).ok();
  }
}
