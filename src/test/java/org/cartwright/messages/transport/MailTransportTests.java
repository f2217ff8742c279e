package org.cartwright.messages.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.cartwright.messages.Attachment;
import org.cartwright.messages.Channel;
import org.cartwright.messages.transport.DeliveryFailure.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of a mail server's moods. */
class MailTransportTests {

  private final StubbornMailServer server = new StubbornMailServer();

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 later,                 TRY_AGAIN, The mail server does not accept our address (451).",
    "MAIL, 553 not you,               TRY_AGAIN, The mail server does not accept our address (553).",
    "MAIL, 530 log in first,          TRY_AGAIN, The mail server does not accept our address (530).",
    "RCPT, 450 busy jane@example.com, TRY_AGAIN, The mail server refused the recipient (450).",
    "RCPT, 550 no jane@example.com,   GIVE_UP,   The mail server refused the recipient (550).",
    "RCPT, 530 log in first,          TRY_AGAIN, The mail server refused the recipient (530).",
    "DATA, 451 later,                 TRY_AGAIN, The mail server refused the e-mail (451).",
    "DATA, 554 never,                 GIVE_UP,   The mail server refused the e-mail (554).",
    "END,  452 full,                  TRY_AGAIN, The mail server refused the e-mail (452).",
    "END,  554 spam,                  GIVE_UP,   The mail server refused the e-mail (554).",
    "MAIL, silence,                   TRY_AGAIN, The mail server cannot be reached.",
    "RCPT, hang up,                   TRY_AGAIN, The mail server cannot be reached.",
    "DATA, silence,                   TRY_AGAIN, The mail server cannot be reached.",
    "END,  silence,                   UNCERTAIN, No answer came; it may have arrived.",
    "END,  hang up,                   UNCERTAIN, No answer came; it may have arrived.",
    "END,  nonsense,                  UNCERTAIN, No answer came; it may have arrived."
  })
  void whatARefusalMeansDependsOnItsMoment(
      String step, String answer, Verdict verdict, String reason) {
    server.at(step, answer);

    var failure = failure("jane@example.com");

    assertThat(failure.verdict()).isEqualTo(verdict);
    assertThat(failure.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"421 going down", "hang up", "silence"})
  void whatIsTakenIsDeliveredHoweverTheConversationEnds(String goodbye) {
    server.at("QUIT", goodbye);

    assertThatCode(() -> carry("jane@example.com")).doesNotThrowAnyException();
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    server.close();

    assertThat(failure("jane@example.com").verdict()).isEqualTo(Verdict.TRY_AGAIN);
  }

  @Test
  void aServerThatDoesNotEvenGreetIsTriedAgain() throws IOException {
    try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var failure =
          catchThrowableOfType(
              DeliveryFailure.class,
              () ->
                  new MailTransport(mail(mute.getLocalPort()), "a@b.example")
                      .handOver(letter("x@y.z")));

      assertThat(failure.verdict()).isEqualTo(Verdict.TRY_AGAIN);
    }
  }

  @Test
  void aServerThatCannotProveWhoItIsIsTriedAgainAndSaidToBeThat() throws Exception {
    var tls = SSLContext.getInstance("TLS");
    tls.init(new KeyManager[0], null, null); // so that it has no certificate to show
    try (var stranger =
        tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> shakeHands(stranger));
      var mail = mail(stranger.getLocalPort());
      mail.getJavaMailProperties().setProperty("mail.smtp.ssl.enable", "true");

      var failure =
          catchThrowableOfType(
              DeliveryFailure.class,
              () -> new MailTransport(mail, "a@b.example").handOver(letter("x@y.z")));

      assertThat(failure.verdict()).isEqualTo(Verdict.TRY_AGAIN);
      assertThat(failure.reason()).isEqualTo("The mail server could not prove who it is.");
    }
  }

  private static void shakeHands(ServerSocket server) {
    try (var client = (SSLSocket) server.accept()) {
      client.startHandshake();
    } catch (IOException e) {
      // it cannot
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane",
        "jane@",
        "@example.com",
        "jane@example.com, eve@example.com",
        "Jane <jane@example.com>",
        "jane@example.com\r\nBcc: eve@example.com",
        "jane doe@example.com",
        "jane@exam ple.com"
      })
  void whatIsNoAddressIsGivenUpWithoutAskingTheServer(String recipient) {
    var failure = failure(recipient);

    assertThat(failure.verdict()).isEqualTo(Verdict.GIVE_UP);
    assertThat(failure.reason()).isEqualTo("This is no address that e-mail can be sent to.");
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void aDomainMayBeOfAnyScript() throws DeliveryFailure {
    carry(" jane@bücher.example ");

    assertThat(server.mails())
        .singleElement()
        .asString()
        .contains("To: jane@xn--bcher-kva.example\n");
  }

  @Test
  void anAddressOfAnyScriptIsGivenUpWhereTheServerDoesNotTakeIt() {
    var failure = failure("üser@bücher.example");

    assertThat(failure.verdict()).isEqualTo(Verdict.GIVE_UP);
    assertThat(failure.reason()).isEqualTo("The mail server takes no address with such letters.");
    assertThat(server.mails()).isEmpty();
    assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  void anAddressOfAnyScriptIsSentAsSuchWhereTheServerTakesIt() throws DeliveryFailure {
    server.at("EHLO", "250-stubborn\r\n250 SMTPUTF8");

    carry("üser@bücher.example");

    assertThat(server.heard())
        .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"))
        .contains("RCPT TO:<üser@xn--bcher-kva.example>");
    assertThat(server.mails())
        .singleElement()
        .asString()
        .contains("To: üser@xn--bcher-kva.example\n");
  }

  @Test
  void whatIsAttachedGoesAlongBehindTheWords() throws DeliveryFailure {
    var pdf = "%PDF-1.7 thanks".getBytes(StandardCharsets.US_ASCII);
    new MailTransport(mail(server.port()), "quotes@glow.example")
        .handOver(
            new RenderedMessage(
                "msg_1",
                Channel.EMAIL,
                "jane@example.com",
                "Glow",
                "Subject",
                "Text",
                "<p>Text</p>",
                null,
                new Attachment("receipt.pdf", pdf)));

    assertThat(server.mails())
        .singleElement()
        .asString()
        .contains("multipart/mixed", "multipart/alternative", "<p>Text</p>")
        .contains("Content-Type: application/pdf; name=receipt.pdf")
        .contains("Content-Disposition: attachment; filename=receipt.pdf")
        .contains("%PDF-1.7 thanks");
  }

  private DeliveryFailure failure(String recipient) {
    return catchThrowableOfType(DeliveryFailure.class, () -> carry(recipient));
  }

  private void carry(String recipient) throws DeliveryFailure {
    new MailTransport(mail(server.port()), "quotes@glow.example").handOver(letter(recipient));
  }

  private static RenderedMessage letter(String recipient) {
    return new RenderedMessage(
        "msg_1", Channel.EMAIL, recipient, "Glow", "Subject", "Text", "<p>Text</p>", null, null);
  }

  private static JavaMailSenderImpl mail(int port) {
    var mail = new JavaMailSenderImpl();
    mail.setHost("localhost");
    mail.setPort(port);
    mail.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
    mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
    return mail;
  }
}
