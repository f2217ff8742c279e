package org.cartwright.messages.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.Outbox;
import org.cartwright.messages.ReceivedMessages;
import org.cartwright.messages.ReceivedMessages.Fate;
import org.cartwright.messages.TestMessage;
import org.cartwright.messages.TestMessageServers;
import org.cartwright.messages.transport.SmsStub;
import org.cartwright.messages.transport.StubbornMailServer;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Messages on their whole way: from a transaction to a mail server and an SMS service. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.admin-key=the-operator",
      "cartwright.errands-every=PT0.1S",
      "cartwright.limits.drain=0",
      "cartwright.message-pauses=100ms,100ms,100ms",
      "cartwright.round-every=P1D",
      "spring.mail.properties[mail.smtp.timeout]=700"
    })
@Import({Announcements.class, Clinics.class})
@ExtendWith(OutputCaptureExtension.class)
class MessageDispatcherTests {

  private final Clinics clinics;
  @Autowired private Announcements announcements;
  @Autowired private MeterRegistry metrics;
  @Autowired private JavaMailSenderImpl mail;
  @Autowired private MessageDispatcher postman;
  @Autowired private Outbox outbox;
  @Autowired private EntityManager entities;
  @Autowired private JdbcClient jdbc;

  private final ReceivedMessages letterbox;
  private final String jane = "jane-%s@example.com".formatted(UUID.randomUUID());
  private final Clinic clinic;

  MessageDispatcherTests(@Autowired ApplicationContext context, @Autowired Clinics clinics) {
    this.clinics = clinics;
    letterbox = new ReceivedMessages(context);
    clinic = clinics.open();
  }

  @DynamicPropertySource
  static void outsideWorld(DynamicPropertyRegistry registry) {
    TestMessageServers.register(registry);
    registry.add("cartwright.message-held-again", () -> "200ms");
  }

  @AfterEach
  void backToTheRealMailServer() {
    mail.setPort(TestMessageServers.port());
  }

  @Test
  void anOfferIsAnEmailOfTextAndHtmlWithTheClinicsNameAndOneButton() throws Exception {
    var id =
        letterbox.post(
            clinic.id(),
            TestMessage.offered()
                .to(jane)
                .with("validUntil", "It is valid until December 3, 2026.")
                .with("message", "Call us if anything is unclear.\nWe are happy to help."));
    assertThat(letterbox.outcome(clinic.id(), id).status()).isEqualTo("DELIVERED");

    var received = onlyMail();
    assertThat(received.getSubject()).isEqualTo("Your quote from Glow Clinic");
    assertThat(received.getFrom())
        .containsExactly(new InternetAddress(TestMessageServers.FROM, "Glow Clinic"));
    assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo("Glow Clinic");
    assertThat(received.getMessageID()).isEqualTo("<%s@glow.example>".formatted(id));
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getContentType()).startsWith("multipart/alternative");
    assertThat(received.getSentDate()).isNotNull();
    assertThat(text(received))
        .isEqualTo(
            """
            Hello Jane,

            Glow Clinic has prepared a quote for you.

            Call us if anything is unclear.
            We are happy to help.

            https://glow.example/q/secret-token

            It is valid until December 3, 2026.

            Glow Clinic""");
    assertThat(html(received)).isEqualTo(resource("offered.html"));
  }

  @Test
  void anAnswerIsToldToStaffWithoutHoles() throws Exception {
    deliver(
        TestMessage.answered().to(jane).leadingTo("https://desk.glow.example/quotes/1?a=1&b=2"));

    var received = onlyMail();
    assertThat(received.getSubject()).isEqualTo("A quote was accepted");
    assertThat(text(received))
        .isEqualTo(
            """
            Jane has accepted a quote.

            Spring refresh
            Total: $1,513.00

            Open the quote: https://desk.glow.example/quotes/1?a=1&b=2""");
    assertThat(html(received)).isEqualTo(resource("answered.html"));
  }

  @Test
  void withoutALinkThereIsNoButton() throws Exception {
    deliver(TestMessage.answered().to(jane).with("answer", "declined"));

    assertThat(text(onlyMail())).doesNotContain("http").startsWith("Jane has declined a quote.");
    assertThat(html(onlyMail())).doesNotContain("<a ", "href");
  }

  @Test
  void namesOfAnyScriptArriveAsTheyAreAndMarkupIsJustText() throws Exception {
    deliver(
        TestMessage.offered()
            .to(jane)
            .with("clinic", "عيادة النور & Söhne <b>")
            .with("patient", "משה 🌷")
            .with("message", "<img src=x onerror=alert(1)> \"A\" & 'B'\r\neins\rzwei"));

    var received = onlyMail();
    assertThat(received.getSubject()).isEqualTo("Your quote from عيادة النور & Söhne <b>");
    assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
        .isEqualTo("عيادة النور & Söhne <b>");
    assertThat(text(received))
        .contains("Hello משה 🌷,\n")
        .contains("<img src=x onerror=alert(1)> \"A\" & 'B'\n")
        .contains("\neins\nzwei\n");
    assertThat(html(received))
        .contains("dir=\"auto\" style=\"padding:0 0 16px\">Hello משה 🌷,</td>")
        .contains(
            ">&lt;img src=x onerror=alert(1)&gt; &quot;A&quot; &amp; &#39;B&#39;<br>eins<br>zwei</td>")
        .doesNotContain("<img", "<b>");
  }

  @Test
  void noNameSmugglesInAHeader() throws Exception {
    deliver(
        TestMessage.answered()
            .to(jane)
            .with("clinic", "Glow\r\nBcc: eve@example.com\r\n\r\n<p>")
            .with("answer", "accepted\nX-Evil: yes\u2028X-More: yes\u0000"));

    var received = onlyMail();
    assertThat(received.getAllRecipients()).hasSize(1);
    assertThat(received.getHeader("Bcc")).isNull();
    assertThat(received.getHeader("X-Evil")).isNull();
    assertThat(received.getSubject()).isEqualTo("A quote was accepted X-Evil: yes X-More: yes");
    assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
        .isEqualTo("Glow Bcc: eve@example.com <p>");
    assertThat(TestMessageServers.mailsTo("eve@example.com")).isEmpty();
  }

  @Test
  void anOfferIsAnSmsToTheNumberInDigits() {
    deliver(TestMessage.offered().bySms().to("+1 (555) 020-0001"));

    var sms = TestMessageServers.SMS.to("+15550200001");
    assertThat(sms).hasSize(1);
    assertThat(sms.getFirst().form())
        .containsEntry("From", "+15550100000")
        .containsEntry("Body", "Glow Clinic: Jane, your quote is ready: " + TestMessage.LINK);
  }

  @Test
  void anAnswerIsAnSmsToo() {
    deliver(TestMessage.answered().bySms().to("+15550200002"));
    deliver(TestMessage.answered().bySms().to("+15550200002").leadingTo("https://desk.example/1"));

    assertThat(TestMessageServers.SMS.to("+15550200002").stream().map(r -> r.form().get("Body")))
        .containsExactly(
            "Glow Clinic: Jane has accepted a quote for $1,513.00.",
            "Glow Clinic: Jane has accepted a quote for $1,513.00. https://desk.example/1");
  }

  @Test
  void whatIsDeliveredIsAnnouncedCountedAndForgotten() {
    var counted = count("delivered", Channel.EMAIL);

    var heard =
        announcements.during(
            () -> {
              var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane).about("quote_9"));
              assertThat(letterbox.outcome(clinic.id(), id))
                  .isEqualTo(new Fate("DELIVERED", 1, "quote_9", null, 0));
            });

    assertThat(heard)
        .singleElement()
        .isInstanceOfSatisfying(
            MessageDelivered.class,
            delivered -> {
              assertThat(delivered.about()).isEqualTo("quote_9");
              assertThat(delivered.channel()).isEqualTo(Channel.EMAIL);
              assertThat(delivered.occasion()).isEqualTo(Occasion.QUOTE_OFFERED);
            });
    awaitCount("delivered", Channel.EMAIL, counted + 1);
    assertThat(clinics.management().get("/actuator/prometheus").text())
        .contains("cartwright_messages_delivered_total{channel=\"email\"}")
        .contains("cartwright_messages_failed_total{channel=\"sms\"}");
  }

  @Test
  void aMailServerThatIsDownGetsTheMessageOnceItIsBackAndOnlyOnce() {
    var retried = count("retried", Channel.EMAIL);
    TestMessageServers.closeMail();
    String id;
    try {
      id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));
      letterbox.awaitAttempts(clinic.id(), id, 2);
    } finally {
      TestMessageServers.openMail();
    }

    var fate = letterbox.outcome(clinic.id(), id);

    assertThat(fate.status()).isEqualTo("DELIVERED");
    assertThat(fate.lastFailure()).isEqualTo("The mail server cannot be reached.");
    assertThat(TestMessageServers.mailsTo(jane)).hasSize(1);
    assertThat(count("retried", Channel.EMAIL)).isEqualTo(retried + fate.attempts() - 1);
  }

  @Test
  void whatIsRecalledBeforeItLeftNeverLeaves() {
    TestMessageServers.closeMail();
    String id;
    try {
      id = letterbox.post(clinic.id(), TestMessage.offered().to(jane).about("quote_7"));
      letterbox.awaitAttempts(clinic.id(), id, 1);
      letterbox.recall(clinic.id(), "quote_8", "not this one");
      letterbox.recall(clinic.id(), "quote_7", "it was withdrawn first");
    } finally {
      TestMessageServers.openMail();
    }

    var fate = letterbox.fate(clinic.id(), id);
    assertThat(fate.status()).isEqualTo("FAILED");
    assertThat(fate.lastFailure()).isEqualTo("it was withdrawn first");
    assertThat(fate.kept()).isZero();
    var next = letterbox.post(clinic.id(), TestMessage.offered().to(jane).about("quote_7"));
    assertThat(letterbox.outcome(clinic.id(), next).status()).isEqualTo("DELIVERED");
    assertThat(TestMessageServers.mailsTo(jane)).hasSize(1);
  }

  @Test
  void aMailServerThatIsBusyGetsTheMessageLater() throws IOException {
    try (var server = stubborn().at("RCPT", "450 busy").at("END", "451 busy")) {
      var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));

      assertThat(letterbox.outcome(clinic.id(), id))
          .isEqualTo(
              new Fate("DELIVERED", 3, "quote_1", "The mail server refused the e-mail (451).", 0));
      assertThat(server.mails()).hasSize(2).allSatisfy(it -> assertThat(it).contains(id));
    }
  }

  @Test
  void whatIsRefusedForGoodFailsAtOnceAndSaysSo(CapturedOutput log) throws IOException {
    var failed = count("failed", Channel.EMAIL);
    var retried = count("retried", Channel.EMAIL);
    List<Object> heard;
    try (var server = stubborn().at("RCPT", "550 no such user " + jane)) {
      heard =
          announcements.during(
              () -> {
                var id =
                    letterbox.post(clinic.id(), TestMessage.offered().to(jane).about("quote_5"));
                assertThat(letterbox.outcome(clinic.id(), id))
                    .isEqualTo(
                        new Fate(
                            "FAILED",
                            1,
                            "quote_5",
                            "The mail server refused the recipient (550).",
                            0));
              });
      assertThat(server.mails()).isEmpty();
    }

    assertThat(heard)
        .singleElement()
        .isInstanceOfSatisfying(
            MessageFailed.class,
            it -> {
              assertThat(it.about()).isEqualTo("quote_5");
              assertThat(it.reason()).isEqualTo("The mail server refused the recipient (550).");
            });
    awaitCount("failed", Channel.EMAIL, failed + 1);
    assertThat(count("retried", Channel.EMAIL)).isEqualTo(retried);
    assertThat(log.getAll()).doesNotContain(jane, TestMessage.LINK, "Spring refresh");
  }

  @Test
  void whatMayHaveArrivedIsNotSentAgain() throws IOException {
    try (var server = stubborn().at("END", StubbornMailServer.SILENCE)) {
      var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));

      assertThat(letterbox.outcome(clinic.id(), id))
          .isEqualTo(new Fate("FAILED", 1, "quote_1", "No answer came; it may have arrived.", 0));
      deliver(TestMessage.answered().to(jane));
      assertThat(server.mails().stream().filter(it -> it.contains(id))).hasSize(1);
    }
  }

  @Test
  void whileItIsHandedOverAMessageIsHeldHoweverLongThatTakes() throws IOException {
    try (var server = stubborn().at("END", StubbornMailServer.SILENCE)) {
      var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));
      await().atMost(Duration.ofSeconds(5)).until(() -> heldUntil(id).isPresent());
      var first = heldUntil(id).orElseThrow();

      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> heldUntil(id).filter(first::isBefore).isPresent());
      assertThat(letterbox.outcome(clinic.id(), id).status()).isEqualTo("FAILED");
      assertThat(heldUntil(id)).isEmpty();
      assertThat(server.mails()).hasSize(1);
    }
  }

  private Optional<Instant> heldUntil(String id) {
    return letterbox.within(
        clinic.id(),
        () ->
            Optional.ofNullable(
                jdbc.sql("select attempt_until from message where id = ?")
                    .param(id)
                    .query((row, n) -> Columns.instantOrNull(row, "attempt_until"))
                    .list()
                    .getFirst()));
  }

  @Test
  void anSmsThatMayHaveArrivedIsNotSentAgain() {
    TestMessageServers.SMS.answers(SmsStub.HANG_UP);

    var id = letterbox.post(clinic.id(), TestMessage.offered().bySms().to("+15550200003"));

    assertThat(letterbox.outcome(clinic.id(), id))
        .isEqualTo(new Fate("FAILED", 1, "quote_1", "No answer came; it may have arrived.", 0));
    assertThat(TestMessageServers.SMS.to("+15550200003")).hasSize(1);
  }

  @Test
  void aBusySmsServiceGetsTheMessageLaterAndARefusedOneFails() {
    TestMessageServers.SMS.answers(429, 503);
    var busy = letterbox.post(clinic.id(), TestMessage.offered().bySms().to("+15550200004"));
    assertThat(letterbox.outcome(clinic.id(), busy))
        .isEqualTo(
            new Fate(
                "DELIVERED", 3, "quote_1", "The SMS service did not take the message (503).", 0));

    TestMessageServers.SMS.answers(400);
    var refused = letterbox.post(clinic.id(), TestMessage.offered().bySms().to("+15550200005"));
    assertThat(letterbox.outcome(clinic.id(), refused))
        .isEqualTo(
            new Fate("FAILED", 1, "quote_1", "The SMS service refused the message (400).", 0));
  }

  @Test
  void afterTheLastPauseAMessageIsGivenUp() throws IOException {
    try (var server =
        stubborn()
            .at("MAIL", "451 1")
            .at("MAIL", "451 2")
            .at("MAIL", "451 3")
            .at("MAIL", "451 4")) {
      var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));

      assertThat(letterbox.outcome(clinic.id(), id))
          .isEqualTo(
              new Fate(
                  "FAILED", 4, "quote_1", "The mail server does not accept our address (451).", 0));
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aLinkToSignInIsNotSentOnceItIsGoodNoMore() {
    var id =
        letterbox.within(
            clinic.id(),
            () -> {
              var posted =
                  outbox.post(
                      new Message(
                          Occasion.CONSOLE_SIGN_IN,
                          Channel.EMAIL,
                          jane,
                          Map.of("clinic", "Glow Clinic", "name", "Jane"),
                          "https://glow.example/console/in/1",
                          "prov_1"));
              entities.flush();
              jdbc.sql(
                      "update message set created_date = now() - interval '15 minutes' where id = ?")
                  .param(posted)
                  .update();
              return posted;
            });

    assertThat(letterbox.outcome(clinic.id(), id))
        .isEqualTo(new Fate("FAILED", 0, "prov_1", "It would have come too late to be of use.", 0));
    assertThat(TestMessageServers.mailsTo(jane)).isEmpty();
  }

  @Test
  void ofSeveralWhoTryTheSameMessageOneSendsIt() throws IOException {
    try (var server = stubborn()) {
      var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));
      Callable<Boolean> attempt =
          () -> {
            CurrentTenant.call(clinic.id(), () -> postman.deliver(id));
            return true;
          };

      AtOnce.all(List.of(attempt, attempt, attempt, attempt));

      assertThat(letterbox.outcome(clinic.id(), id).attempts()).isEqualTo(1);
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void whatAKilledInstanceWasSendingIsSentAgainUnderTheSameNameOnceItsTimeIsUp() throws Exception {
    var noted = Instant.now();
    var id =
        letterbox.within(
            clinic.id(),
            () -> {
              var posted = outbox.post(TestMessage.offered().to(jane).message());
              entities.flush();
              jdbc.sql(
                      "update message set attempts = 1, attempt_until = now() + interval '1 second' where id = ?")
                  .param(posted)
                  .update();
              return posted;
            });

    assertThat(letterbox.outcome(clinic.id(), id))
        .isEqualTo(new Fate("DELIVERED", 2, "quote_1", null, 0));
    assertThat(Duration.between(noted, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    assertThat(onlyMail().getMessageID()).isEqualTo("<%s@glow.example>".formatted(id));
  }

  @Test
  void whatWasPutOffByAClockThatWentAheadIsSentOnceTheClockIsRight() {
    var id =
        letterbox.within(
            clinic.id(),
            () -> {
              var posted = outbox.post(TestMessage.offered().to(jane).message());
              entities.flush();
              jdbc.sql(
                      "update message set attempts = 1, next_attempt_date = now() + interval '1 day' where id = ?")
                  .param(posted)
                  .update();
              jdbc.sql(
                      "update scheduled_task set execution_time = now() + interval '1 day' where task_instance = ?")
                  .param(clinic.id() + "/" + posted)
                  .update();
              return posted;
            });

    assertThat(letterbox.outcome(clinic.id(), id))
        .isEqualTo(new Fate("DELIVERED", 2, "quote_1", null, 0));
  }

  @Test
  void aClinicThatHasAllItsConnectionsInUseHoldsUpNoOtherClinicsMessages() throws Exception {
    var busy = clinics.open();
    var isOver = new CompletableFuture<Boolean>().completeOnTimeout(true, 20, TimeUnit.SECONDS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        inUse(busy, isOver, threads);
        dueLongSince(busy, 40);
        var id = letterbox.post(clinic.id(), TestMessage.offered().to(jane));

        await()
            .atMost(Duration.ofSeconds(5))
            .until(() -> letterbox.fate(clinic.id(), id).status().equals("DELIVERED"));
      } finally {
        isOver.complete(true);
      }
    }
  }

  /** Has all connections of a clinic in use until something is over. */
  private void inUse(Clinic busy, CompletableFuture<Boolean> isOver, ExecutorService threads)
      throws InterruptedException {
    var most = 15;
    var taken = new CountDownLatch(most);
    for (int n = 0; n < most; n++) {
      threads.execute(
          () ->
              letterbox.within(
                  busy.id(),
                  () -> {
                    taken.countDown();
                    return isOver.join();
                  }));
    }
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private void dueLongSince(Clinic busy, int messages) {
    letterbox.within(
        clinic.id(),
        () ->
            jdbc.sql(
                    """
                    insert into scheduled_task (task_name, task_instance, execution_time, picked, version)
                    select 'message', ? || '/msg_' || n, now() - interval '1 hour', false, 1
                      from generate_series(1, ?) n
                    """)
                .param(busy.id())
                .param(messages)
                .update());
  }

  @Test
  void anotherClinicsMessageIsNobodysBusiness() throws Exception {
    var other = clinics.open();
    var id = deliver(TestMessage.offered().to(jane));

    assertThat(CurrentTenant.call(other.id(), () -> postman.deliver(id))).isEmpty();
    assertThat(letterbox.count(other.id(), "select count(*) from message where id = ?", id))
        .isZero();
    assertThat(TestMessageServers.mailsTo(jane)).hasSize(1);
  }

  @Test
  void withBothChannelsConfiguredThereIsNoInbox() {
    assertThat(outbox.reaches(Channel.EMAIL)).isTrue();
    assertThat(outbox.reaches(Channel.SMS)).isTrue();
    clinics.nobody().get("/dev/inbox").refused(404);
  }

  private String deliver(TestMessage posted) {
    var id = letterbox.post(clinic.id(), posted);
    assertThat(letterbox.outcome(clinic.id(), id).status()).isEqualTo("DELIVERED");
    return id;
  }

  private StubbornMailServer stubborn() {
    var server = new StubbornMailServer();
    mail.setPort(server.port());
    return server;
  }

  private MimeMessage onlyMail() {
    var mails = TestMessageServers.mailsTo(jane);
    assertThat(mails).hasSize(1);
    return mails.getFirst();
  }

  private static String text(MimeMessage mail) throws Exception {
    return part(mail, 0, "text/plain");
  }

  private static String html(MimeMessage mail) throws Exception {
    return part(mail, 1, "text/html");
  }

  private static String part(MimeMessage mail, int index, String type) throws Exception {
    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    var part = parts.getBodyPart(index);
    assertThat(part.getContentType().toLowerCase(Locale.ROOT)).contains(type, "charset=utf-8");
    return ((String) part.getContent()).replace("\r\n", "\n");
  }

  private static String resource(String name) throws IOException {
    try (var file = MessageDispatcherTests.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private long count(String what, Channel channel) {
    return Math.round(
        metrics
            .counter(
                "cartwright.messages." + what, "channel", channel.name().toLowerCase(Locale.ROOT))
            .count());
  }

  private void awaitCount(String what, Channel channel, long expected) {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(count(what, channel)).isEqualTo(expected));
  }
}
