package org.cartwright.messages.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Outbox;
import org.cartwright.messages.ReceivedMessages;
import org.cartwright.messages.TestMessage;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CartwrightTest
class DevelopmentInboxTests {

  @Autowired private Clinics clinics;
  @Autowired private Outbox outbox;

  private final ReceivedMessages letterbox;

  DevelopmentInboxTests(@Autowired ApplicationContext context) {
    letterbox = new ReceivedMessages(context);
  }

  @Test
  void whatIsPostedIsCaughtWithItsLinkAndNeedsNoKeyToBeSeen() {
    var clinic = clinics.open();

    var id = delivered(clinic, TestMessage.offered());

    var caught = only(inbox(clinic));
    assertThat(caught.propertyNames())
        .containsExactly(
            "id",
            "tenant",
            "channel",
            "to",
            "subject",
            "text",
            "html",
            "link",
            "attachment",
            "sentDate");
    assertThat(caught.get("id").asString()).isEqualTo(id);
    assertThat(caught.get("tenant").asString()).isEqualTo(clinic.id());
    assertThat(caught.get("channel").asString()).isEqualTo("EMAIL");
    assertThat(caught.get("to").asString()).isEqualTo("jane@example.com");
    assertThat(caught.get("subject").asString()).isEqualTo("Your quote from Glow Clinic");
    assertThat(caught.get("text").asString()).contains(TestMessage.LINK);
    assertThat(caught.get("html").asString()).contains("href=\"" + TestMessage.LINK + "\"");
    assertThat(caught.get("link").asString()).isEqualTo(TestMessage.LINK);
    assertThat(caught.get("sentDate").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
  }

  @Test
  void anSmsHasNeitherSubjectNorHtml() {
    var clinic = clinics.open();

    delivered(clinic, TestMessage.offered().bySms());

    var caught = only(inbox(clinic));
    assertThat(caught.get("to").asString()).isEqualTo("+1 (555) 010-9999");
    assertThat(caught.get("subject").isNull()).isTrue();
    assertThat(caught.get("html").isNull()).isTrue();
    assertThat(caught.get("text").asString())
        .isEqualTo("Glow Clinic: Jane, your quote is ready: " + TestMessage.LINK);
  }

  @Test
  void bothChannelsAreReachedWhereTheInboxCatches() {
    assertThat(outbox.reaches(Channel.EMAIL)).isTrue();
    assertThat(outbox.reaches(Channel.SMS)).isTrue();
  }

  @Test
  void theNewestComesFirstAndTenantAndRecipientNarrowItDown() {
    var clinic = clinics.open();
    var other = clinics.open();
    var first = delivered(clinic, TestMessage.offered().to("a@example.com"));
    var second = delivered(clinic, TestMessage.offered().to("b@example.com"));
    var elsewhere = delivered(other, TestMessage.offered().to("a@example.com"));

    assertThat(ids(inbox(clinic))).containsExactly(second, first);
    assertThat(ids(inbox(other))).containsExactly(elsewhere);
    assertThat(ids(get("/dev/inbox?to=a@example.com&tenant=" + clinic.id())))
        .containsExactly(first);
    assertThat(ids(get("/dev/inbox"))).containsSubsequence(elsewhere, second, first);
    assertThat(ids(get("/dev/inbox?tenant=nobody"))).isEmpty();
    assertThat(ids(get("/dev/inbox?tenant=" + clinic.id() + "&to=jane"))).isEmpty();
  }

  @Test
  void aBrowserGetsAPageWithALinkToClickAndNothingFromElsewhere() {
    var clinic = clinics.open();
    delivered(clinic, TestMessage.offered().with("message", "<script>alert('x')</script> & more"));

    var page =
        clinics
            .nobody()
            .with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .get("/dev/inbox?tenant=" + clinic.id())
            .ok();

    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.text())
        .contains(
            "<a href=\"" + TestMessage.LINK + "\" rel=\"noreferrer\">" + TestMessage.LINK + "</a>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more")
        .doesNotContain("<script", " src=", "@import", "url(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/json, text/html",
        "text/html;q=0.5, application/json",
        "image/png",
        "nonsense"
      })
  void whoeverDoesNotPreferAPageGetsJson(String accept) {
    var answer = clinics.nobody().with("Accept", accept).get("/dev/inbox?tenant=nobody").ok();

    assertThat(answer.text()).isEqualTo("[]");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: localhost.evil.example",
        "Host: localhost@evil.example",
        "Host: 127.0.0.1.evil.example:8080",
        "Host: 192.168.0.1",
        "Host: localhost\r\nX-Forwarded-For: 203.0.113.7",
        "Host: localhost\r\nForwarded: for=203.0.113.7"
      })
  void whoeverDoesNotMeanThisMachineFindsNothing(String headers) {
    var clinic = clinics.open();
    delivered(clinic, TestMessage.offered());

    var answer = raw("GET /dev/inbox HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("secret-token");
    if (!headers.contains("@")) {
      assertThat(answer).startsWith("HTTP/1.1 404").contains("{\"detail\":\"Not Found\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
  void thisMachineHasSeveralNames(String host) {
    assertThat(
            raw(
                "GET /dev/inbox?tenant=nobody HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                    .formatted(host)))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void anotherMachineFindsNothingWhateverItCallsUs() throws IOException {
    var address = addressInTheNetwork();
    assumeThat(address).as("an address of this machine in a network").isNotEmpty();
    for (var host : List.of(address, "localhost")) {
      assertThat(askedAt(address, host)).as(host).startsWith("HTTP/1.1 404");
    }
  }

  private String askedAt(String address, String host) throws IOException {
    var port = URI.create(clinics.nobody().base()).getPort();
    try (var socket = new Socket(address, port)) {
      var request = "GET /dev/inbox HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theInboxIsNoPartOfTheApi() {
    assertThat(clinics.nobody().get("/v3/api-docs").ok().text()).doesNotContain("/dev/inbox");
    clinics.nobody().post("/dev/inbox", body()).refused(405);
  }

  @Test
  void theNewestFiveHundredOfAClinicAreKept() {
    var clinic = clinics.open();
    letterbox.count(
        clinic.id(),
        """
        with old as (
            insert into caught_message (tenant_id, id, channel, recipient, text, sent_date)
            select ?, 'old_' || n, 'SMS', 'x', 'x', now() - n * interval '1 minute' from generate_series(1, 500) n
            returning 1)
        select count(*) from old
        """,
        clinic.id());

    var newest = delivered(clinic, TestMessage.offered());

    var kept = ids(inbox(clinic));
    assertThat(kept).hasSize(500).startsWith(newest).endsWith("old_499");
  }

  @Test
  void whatIsDeliveredIsForgottenButThatItWas() {
    var clinic = clinics.open();

    var id = letterbox.post(clinic.id(), TestMessage.offered().about("quote_7"));

    assertThat(letterbox.outcome(clinic.id(), id))
        .isEqualTo(new ReceivedMessages.Fate("DELIVERED", 1, "quote_7", null, 0));
  }

  @Test
  void theDatabaseKeepsNothingOfAFinishedMessage() {
    var clinic = clinics.open();
    var id = delivered(clinic, TestMessage.offered());

    for (var column : List.of("recipient", "sender", "subject", "text", "html", "link")) {
      assertThatThrownBy(
              () ->
                  letterbox.count(
                      clinic.id(),
                      "with kept as (update message set %s = 'x' where id = ? returning 1) select count(*) from kept"
                          .formatted(column),
                      id))
          .as(column)
          .hasMessageContaining("message_is_kept_while_it_waits");
    }
  }

  @Test
  void nothingLeavesIfTheTransactionComesToNothing() throws SQLException {
    var clinic = clinics.open();

    var id = letterbox.postInVain(clinic.id(), TestMessage.offered());
    var after = delivered(clinic, TestMessage.offered());

    assertThat(ids(inbox(clinic))).containsExactly(after);
    assertThat(letterbox.count(clinic.id(), "select count(*) from message where id = ?", id))
        .isZero();
    assertThat(errandsOf(clinic, id)).isZero();
  }

  @Test
  void postingNeedsATransactionToBelongTo() {
    assertThatThrownBy(() -> outbox.post(TestMessage.offered().message()))
        .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
  }

  private static long errandsOf(Clinic clinic, String message) throws SQLException {
    try (var database = TestDatabase.shared().superuser();
        var query =
            database.prepareStatement(
                "select count(*) from scheduled_task where task_instance = ?")) {
      query.setString(1, clinic.id() + "/" + message);
      try (var row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private String delivered(Clinic clinic, TestMessage posted) {
    var id = letterbox.post(clinic.id(), posted);
    assertThat(letterbox.outcome(clinic.id(), id).status()).isEqualTo("DELIVERED");
    return id;
  }

  private Answer inbox(Clinic clinic) {
    return get("/dev/inbox?tenant=" + clinic.id());
  }

  private Answer get(String path) {
    return clinics.nobody().get(path).ok();
  }

  private String raw(String request) {
    return RawConnection.send(clinics.nobody(), request);
  }

  private static JsonNode only(Answer inbox) {
    assertThat(inbox.json().size()).isEqualTo(1);
    return inbox.json().get(0);
  }

  private static List<String> ids(Answer inbox) {
    var ids = new ArrayList<String>();
    inbox.json().forEach(message -> ids.add(message.get("id").asString()));
    return ids;
  }

  private static String addressInTheNetwork() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
        .map(java.net.InetAddress::getHostAddress)
        .findFirst()
        .orElse("");
  }
}
