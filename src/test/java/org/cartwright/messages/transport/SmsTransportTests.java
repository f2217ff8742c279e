package org.cartwright.messages.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.cartwright.messages.Channel;
import org.cartwright.messages.transport.DeliveryFailure.Verdict;
import org.cartwright.testing.ClosedPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to an SMS service, and what is made of its answers. */
class SmsTransportTests {

  private static final String NUMBER = "+15550109999";

  private final SmsStub service = new SmsStub();

  @Test
  void anSmsIsPostedTheWayTwilioTakesIt() throws DeliveryFailure {
    carrier(service.url() + "/")
        .handOver(letter(NUMBER, "Grüße & 50 % = مرحبا 🌷\nhttps://x.example/?a=b"));

    assertThat(service.to(NUMBER))
        .containsExactly(
            new SmsStub.Request(
                "POST",
                "/2010-04-01/Accounts/AC123/Messages.json",
                "application/x-www-form-urlencoded",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("AC123:s3cret".getBytes(StandardCharsets.UTF_8)),
                Map.of(
                    "From",
                    "+15550100000",
                    "To",
                    NUMBER,
                    "Body",
                    "Grüße & 50 % = مرحبا 🌷\nhttps://x.example/?a=b")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, GIVE_UP,   The SMS service refused the message (400).",
    "403, GIVE_UP,   The SMS service refused the message (403).",
    "404, GIVE_UP,   The SMS service refused the message (404).",
    "401, TRY_AGAIN, The SMS service does not accept our account (401).",
    "408, TRY_AGAIN, The SMS service did not take the message (408).",
    "429, TRY_AGAIN, The SMS service did not take the message (429).",
    "500, TRY_AGAIN, The SMS service did not take the message (500).",
    "503, TRY_AGAIN, The SMS service did not take the message (503).",
    "504, UNCERTAIN, No answer came; it may have arrived.",
    "302, TRY_AGAIN, The SMS service did not take the message (302).",
    "307, TRY_AGAIN, The SMS service did not take the message (307).",
    "-2,  UNCERTAIN, No answer came; it may have arrived."
  })
  void everyAnswerHasItsMeaningAndIsHeardOnce(int status, Verdict verdict, String reason) {
    service.answers(status);

    var failure = failure(service.url(), NUMBER);

    assertThat(failure.verdict()).isEqualTo(verdict);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(service.to(NUMBER)).hasSize(1);
  }

  @Test
  void aServiceThatIsNotThereIsTriedAgain() throws IOException {
    try (var closed = new ClosedPort()) {
      for (var url : List.of(closed.url(), "http://nowhere.invalid")) {
        assertThat(failure(url, NUMBER).verdict()).as(url).isEqualTo(Verdict.TRY_AGAIN);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 (555) 010-9999",
        "1.555.010.9999",
        "001 555 010 9999",
        " +15550109999 ",
        "+১ (৫৫৫) ০১০-৯৯৯৯",
        "\u202a+1\u00a0555\u2011010\u20139999\u202c"
      })
  void aNumberIsDigitsWithALeadingPlusHoweverItIsWritten(String written) throws DeliveryFailure {
    carrier(service.url()).handOver(letter(written, "x"));

    assertThat(service.to(NUMBER)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "12", "+1 555 CALL NOW", "+1555010999912345678", "a@b.example"})
  void whatIsNoNumberIsGivenUpWithoutAskingTheService(String written) {
    var failure = failure(service.url(), written);

    assertThat(failure.verdict()).isEqualTo(Verdict.GIVE_UP);
    assertThat(failure.reason()).isEqualTo("This is no phone number that an SMS can be sent to.");
  }

  @Test
  void theServiceIsConfiguredAsAWholeOrNotAtAll() {
    assertThat(new SmsSettings(null, null, null, null).configured()).isEmpty();
    assertThat(new SmsSettings("", " ", "", "").configured()).isEmpty();
    assertThatThrownBy(() -> new SmsSettings("https://api.example", "AC1", null, "+1"))
        .hasMessageContaining("have to be set together");
    assertThatThrownBy(() -> new SmsSettings("api.example", "AC1", "t", "+1"))
        .hasMessageContaining("cartwright.sms.base-url has to be an http or https URL");
    assertThat(new SmsSettings("https://api.example", "AC1", "s3cret", "+1").toString())
        .doesNotContain("s3cret");
  }

  private static DeliveryFailure failure(String url, String to) {
    return catchThrowableOfType(
        DeliveryFailure.class, () -> carrier(url).handOver(letter(to, "x")));
  }

  private static SmsTransport carrier(String url) {
    return new SmsTransport(
        new SmsSettings(url, "AC123", "s3cret", "+15550100000").configured().orElseThrow());
  }

  private static RenderedMessage letter(String to, String text) {
    return new RenderedMessage("msg_1", Channel.SMS, to, "Glow", null, text, null, null, null);
  }
}
