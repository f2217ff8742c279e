package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.quotes.jobs.QuoteExpiry;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whatever is done to a quote is announced once, with who did it; what is no news is not. */
@CartwrightTest
class QuoteEventsTests {

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;
  @Autowired private TestClock clock;
  @Autowired private QuoteExpiry expiry;
  @Autowired private QuoteSending sending;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  private List<QuoteEvent> events(Runnable work) {
    return announcements.during(work).stream()
        .filter(QuoteEvent.class::isInstance)
        .map(QuoteEvent.class::cast)
        .toList();
  }

  /** Type, who and detail of what is announced while something is done. */
  private List<String> heard(Runnable work) {
    return events(work).stream()
        .map(e -> e.type() + " " + e.by().kind() + (e.detail() == null ? "" : " " + e.detail()))
        .toList();
  }

  @Test
  void whatTheDeskDoesWithADraft() {
    var cart = desk.cart(5000);
    var made = new Answer[1];
    assertThat(heard(() -> made[0] = desk.quote(cart))).containsExactly("CREATED KEY");
    var quote = made[0];
    var api = desk.api();
    var path = QuoteDesk.path(quote);
    var line = path + "/items/" + cart.at("/items/0/id");
    var cream = desk.clinic().item("Cream", 900);

    assertThat(heard(() -> api.put(path, aQuote().title("New")).ok()))
        .containsExactly("CHANGED KEY");
    assertThat(heard(() -> api.put(path, aQuote().title("New")).ok())).isEmpty();
    assertThat(heard(() -> api.put(line, line().quantity(2)).ok())).containsExactly("CHANGED KEY");
    assertThat(heard(() -> api.put(line, line().quantity(2)).ok())).isEmpty();
    assertThat(heard(() -> api.post(path + "/items/add", line(cream)).ok()))
        .containsExactly("CHANGED KEY");
    assertThat(heard(() -> api.delete(path + "/items/" + cream).ok()))
        .containsExactly("CHANGED KEY");
    assertThat(heard(() -> desk.answer(quote, "accept").refused(409))).isEmpty();
    assertThat(heard(() -> desk.quote(cart, body().with("id", quote.at("/id"))).refused(409)))
        .isEmpty();
  }

  @Test
  void theWayToACharge() {
    var quote = desk.quote(5000);
    var due = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);
    assertThat(heard(() -> desk.sendAt(quote, due).ok()))
        .containsExactly("SCHEDULED KEY email, " + due);
    assertThat(heard(() -> desk.withdraw(quote).ok())).containsExactly("WITHDRAWN KEY");
    assertThat(heard(() -> desk.withdraw(quote).refused(409))).isEmpty();
    assertThat(heard(() -> desk.send(quote))).containsExactly("SENT KEY email");
    assertThat(heard(() -> desk.send(quote))).containsExactly("SENT KEY email");
    assertThat(heard(() -> desk.show(quote).ok())).containsExactly("VIEWED KEY");
    assertThat(heard(() -> desk.show(quote).ok())).isEmpty();
    assertThat(heard(() -> desk.answer(quote, "accept").ok())).containsExactly("ACCEPTED KEY");
    assertThat(heard(() -> desk.answer(quote, "accept").ok())).isEmpty();
    assertThat(heard(() -> desk.answer(quote, "decline").refused(409))).isEmpty();

    var events = events(() -> desk.convert(quote).ok());

    assertThat(events).hasSize(1);
    var event = events.get(0);
    assertThat(event.type()).isEqualTo(QuoteEvent.Type.CONVERTED);
    assertThat(event.quoteId()).isEqualTo(quote.at("/id"));
    assertThat(event.patientId()).isEqualTo(quote.at("/patientId"));
    assertThat(event.detail()).isEqualTo(desk.read(quote).at("/convertedChargeId")).isNotEmpty();
    assertThat(event.by().tenant()).isEqualTo(desk.clinic().id());
    assertThat(event.by().keyId()).isNotEmpty();
    assertThat(heard(() -> desk.convert(quote).refused(409))).isEmpty();
  }

  @Test
  void theTimelineAndTheEvidenceKeepWithWhichKey() throws SQLException {
    var quote = desk.quote(5000);
    desk.send(quote);
    awaitDelivery(quote);
    desk.answer(quote, "accept").ok();
    var key = desk.clinic().key();
    var id = key.substring(0, key.indexOf('-'));

    assertThat(stored("select type || ' ' || coalesce(key_id, '-') from quote_event", "id", quote))
        .containsExactly("CREATED " + id, "SENT " + id, "DELIVERED -", "ACCEPTED " + id);
    assertThat(stored("select key_id from quote_acceptance", "quote_id", quote))
        .containsExactly(id);
  }

  private static List<String> stored(String select, String order, Answer quote)
      throws SQLException {
    try (var connection = TestDatabase.shared().superuser()) {
      return JdbcClient.create(new SingleConnectionDataSource(connection, true))
          .sql(select + " where quote_id = ? order by " + order)
          .param(quote.at("/id"))
          .query((row, n) -> String.valueOf(row.getString(1)))
          .list();
    }
  }

  private void awaitDelivery(Answer quote) {
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.timeline(quote).contains("DELIVERED"));
  }

  @Test
  void convertedWithItsCart() {
    var quote = desk.quote(5000);
    desk.send(quote);
    desk.answer(quote, "accept").ok();
    var cart = "/billing/cart/" + quote.at("/cartId") + "/convert-to-charge";

    var events =
        events(() -> desk.api().post(cart, body().with("cartId", quote.at("/cartId"))).ok());

    assertThat(events).extracting(QuoteEvent::type).containsExactly(QuoteEvent.Type.CONVERTED);
    assertThat(events).extracting(QuoteEvent::quoteId).containsExactly(quote.at("/id"));
  }

  @Test
  void aRevisionTakesTheOldOnesPlace() {
    var old = desk.quote(5000);
    desk.send(old);
    var made = new Answer[1];
    assertThat(heard(() -> made[0] = desk.revise(old, "SAME").ok()))
        .containsExactly("CREATED KEY revises " + old.at("/id"));

    var events = events(() -> desk.send(made[0]));

    assertThat(events)
        .extracting(QuoteEvent::type)
        .containsExactly(QuoteEvent.Type.REPLACED, QuoteEvent.Type.SENT);
    assertThat(events)
        .extracting(QuoteEvent::quoteId)
        .containsExactly(old.at("/id"), made[0].at("/id"));
    assertThat(events).extracting(QuoteEvent::detail).containsExactly(made[0].at("/id"), "email");
    assertThat(heard(() -> desk.answer(made[0], "decline").ok())).containsExactly("DECLINED KEY");
  }

  @Test
  void whatTimeDoesIsDoneByTheService() {
    var waiting = desk.quote(5000);
    var givenUp = desk.quote(5000);
    var due = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    desk.sendAt(waiting, due).ok();
    desk.sendAt(givenUp, due).ok();
    var end = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 2; i++) {
      desk.send(desk.quote(desk.cart(100), aQuote().validUntil(end)).ok());
    }
    clock.in(
        Duration.ofHours(3),
        () -> {
          assertThat(inTheClinic(() -> sending.sendDue(waiting.at("/id"))))
              .containsExactly("SENT SERVICE email");
          assertThat(inTheClinic(() -> sending.sendDue(waiting.at("/id")))).isEmpty();
          assertThat(inTheClinic(() -> sending.giveUpDue(givenUp.at("/id"), new Conflict("No."))))
              .containsExactly("NOT_SENT SERVICE No.");
          assertThat(inTheClinic(() -> sending.giveUpDue(givenUp.at("/id"), new Conflict("No."))))
              .isEmpty();
          assertThat(inTheClinic(expiry::expire))
              .containsExactly("EXPIRED SERVICE", "EXPIRED SERVICE");
          assertThat(inTheClinic(expiry::expire)).isEmpty();
        });
  }

  private List<String> inTheClinic(Runnable work) {
    return heard(() -> CurrentTenant.within(desk.clinic().id(), work));
  }

  @Test
  void whoComesUponOneThatRanOutStoresThat() {
    var cart = desk.cart(5000);
    var end = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    var old = desk.quote(cart, aQuote().validUntil(end)).ok();
    var next = desk.quote(cart);
    desk.send(old);
    clock.in(
        Duration.ofHours(3),
        () -> {
          var events = events(() -> desk.send(next));
          assertThat(events)
              .extracting(QuoteEvent::type)
              .containsExactly(QuoteEvent.Type.EXPIRED, QuoteEvent.Type.SENT);
          assertThat(events)
              .extracting(QuoteEvent::quoteId)
              .containsExactly(old.at("/id"), next.at("/id"));
          assertThat(inTheClinic(expiry::expire)).isEmpty();
        });
  }

  @Test
  void thePatientLooksAtItOnTheirPage() {
    var quote = desk.quote(desk.cart(100), body().with("requiresPatientVerification", false)).ok();
    desk.send(quote);
    var inbox = "/dev/inbox?tenant=" + desk.clinic().id();
    awaitDelivery(quote);
    var address = desk.api().get(inbox).ok().at("/0/link");
    var link = address.substring(address.indexOf("/q/"));
    var browser =
        clinics.nobody().with("User-Agent", "Mozilla/5.0 (X11)").with("Accept", "text/html");

    var events = events(() -> browser.get(link).ok());

    assertThat(events).hasSize(1);
    assertThat(events.get(0).type()).isEqualTo(QuoteEvent.Type.VIEWED);
    assertThat(events.get(0).by().kind()).isEqualTo(Caller.Kind.PATIENT);
    assertThat(events.get(0).by().tenant()).isEqualTo(desk.clinic().id());
    assertThat(events(() -> browser.get(link).ok())).isEmpty();
  }
}
