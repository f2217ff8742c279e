package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.carts.CartEvent.Type.ABANDONED;
import static org.cartwright.carts.CartEvent.Type.ACCEPTED;
import static org.cartwright.carts.CartEvent.Type.CHANGED;
import static org.cartwright.carts.CartEvent.Type.CONVERTED;
import static org.cartwright.carts.CartEvent.Type.CREATED;
import static org.cartwright.carts.CartEvent.Type.DELETED;
import static org.cartwright.carts.CartEvent.Type.EXPIRED;
import static org.cartwright.carts.CartEvent.Type.REJECTED;
import static org.cartwright.carts.CartEvent.Type.REOPENED;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.quotes.jobs.QuoteExpiry;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens to a cart is announced once, and what does not happen is not. */
@CartwrightTest
class CartEventsTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Announcements announcements;
  @Autowired private CartExpiry oldCarts;
  @Autowired private QuoteExpiry oldQuotes;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  private List<CartEvent> during(Runnable work) {
    return announcements.during(work).stream()
        .filter(CartEvent.class::isInstance)
        .map(CartEvent.class::cast)
        .toList();
  }

  /** What was announced of the carts, each by its id, of whomever and whenever. */
  private void assertHeard(Runnable work, String... said) {
    assertThat(during(work))
        .extracting(event -> event.type() + " " + event.cartId())
        .containsExactlyInAnyOrder(said);
  }

  private static String said(CartEvent.Type type, Answer cart) {
    return type + " " + cart.at("/id");
  }

  private Answer put(Answer cart, Body<?> fields) {
    return desk.api()
        .put(
            ServedCart.path(cart),
            ServedCart.sentBackWith(ServedCart.read(desk.clinic(), cart), fields));
  }

  @Test
  void anEventSaysWhoseCartItIsWhoDidItAndWhen() {
    var patient = desk.patient();
    var events = during(() -> desk.clinic().cart(patient));

    assertThat(events).hasSize(1);
    var event = events.getFirst();
    var cart = desk.api().get("/billing/cart/" + event.cartId()).ok();
    assertThat(event.type()).isEqualTo(CREATED);
    assertThat(event.patientId()).isEqualTo(patient);
    assertThat(event.by().kind()).isEqualTo(Caller.Kind.KEY);
    assertThat(event.by().tenant()).isEqualTo(desk.clinic().id());
    assertThat(event.by().keyId()).isNotNull();
    assertThat(event.moment()).isEqualTo(Instant.parse(cart.at("/createdDate")));
  }

  @Test
  void whatTheDeskDoesIsAnnouncedAndWhatChangesNothingIsNot() {
    var cart = desk.cart(900);
    var item = line(cart.at("/items/0/itemId"));
    var api = desk.api();
    assertHeard(() -> api.post(ServedCart.path(cart) + "/items", item).ok(), said(CHANGED, cart));
    assertHeard(
        () -> api.put(ServedCart.linePath(cart, 0), line().quantity(2)).ok(), said(CHANGED, cart));
    assertHeard(() -> api.put(ServedCart.linePath(cart, 0), line().quantity(2)).ok());
    assertHeard(() -> api.delete(ServedCart.linePath(cart, 0)).ok(), said(CHANGED, cart));
    assertHeard(() -> put(cart, body()).ok());
    assertHeard(() -> put(cart, aCart().notes("call first")).ok(), said(CHANGED, cart));
    assertHeard(
        () -> put(cart, aCart().status("ABANDONED").notes("gone")).ok(),
        said(CHANGED, cart),
        said(ABANDONED, cart));
    assertHeard(() -> put(cart, aCart().notes("refused")).refused(409));
    assertHeard(() -> put(cart, aCart().status("DRAFT")).ok(), said(REOPENED, cart));
    assertHeard(() -> api.delete(ServedCart.path(cart)).ok(), said(DELETED, cart));
  }

  @Test
  void aCopyIsANewCartAndAPreviewIsNone() {
    var cart = desk.cart(900);
    var body = ServedCart.sentBack(cart);
    body.remove("id");
    assertThat(during(() -> desk.api().post(ServedCart.path(cart) + "/duplicate", body()).ok()))
        .extracting(CartEvent::type)
        .containsExactly(CREATED);
    assertHeard(() -> desk.api().post("/billing/cart/preview", body.toString()).ok());
    assertHeard(() -> desk.api().get(ServedCart.path(cart) + "/explanation").ok());
  }

  @Test
  void aConversionIsAnnouncedOnce() {
    var cart = desk.cart(900);
    var body = body().with("cartId", cart.at("/id"));
    var path = ServedCart.path(cart) + "/convert-to-charge";
    assertHeard(
        () -> {
          desk.withKey("once").api().post(path, body).ok();
          desk.withKey("once").api().post(path, body).ok();
          desk.api().post(path, body).refused(409);
        },
        said(CONVERTED, cart));
  }

  @Test
  void whatItsQuotesDoToACartIsAnnounced() {
    var cart = desk.cart(900);
    var quote = desk.quote(cart);
    var due = Instant.now().plus(Duration.ofDays(2));
    assertHeard(() -> desk.sendAt(quote, due).ok(), said(CHANGED, cart));
    assertHeard(() -> desk.withdraw(quote).ok(), said(CHANGED, cart));
    assertHeard(() -> desk.send(quote), said(CHANGED, cart));
    assertHeard(() -> desk.answer(quote, "accept").ok(), said(ACCEPTED, cart));
    assertHeard(() -> desk.answer(quote, "accept").ok());
    assertHeard(
        () -> {
          desk.convert(quote).ok();
          desk.convert(quote).refused(409);
        },
        said(CONVERTED, cart));

    var declined = desk.cart(900);
    var offer = desk.quote(declined);
    desk.send(offer);
    assertHeard(() -> desk.answer(offer, "decline").ok(), said(REJECTED, declined));
    assertThat(during(() -> desk.revise(offer, "SAME").ok()))
        .extracting(CartEvent::type)
        .containsExactly(CREATED);
  }

  @Test
  void anAcceptedQuotesCartIsConvertedOnce() {
    var cart = desk.cart(900);
    var quote = desk.quote(cart);
    desk.send(quote);
    desk.answer(quote, "accept").ok();
    assertHeard(
        () ->
            desk.api()
                .post(
                    ServedCart.path(cart) + "/convert-to-charge",
                    body().with("cartId", cart.at("/id")))
                .ok(),
        said(CONVERTED, cart));
  }

  @Test
  void aCartThatWasDeletedOnceItsQuoteHadRunOutIsNotSaidToExpireAfterwards() {
    var soon = Instant.now().plus(Duration.ofDays(1));
    var deleted = desk.cart(100);
    var left = desk.cart(200);
    var offer = aQuote().validUntil(soon);
    var quote = desk.send(desk.quote(deleted, offer).ok());
    desk.send(desk.quote(left, offer).ok());

    clock.in(
        Duration.ofDays(2),
        () -> {
          assertHeard(
              () -> desk.api().delete(ServedCart.path(deleted)).ok(), said(DELETED, deleted));
          assertHeard(
              () -> CurrentTenant.within(desk.clinic().id(), oldQuotes::expire),
              said(EXPIRED, left));
          assertThat(desk.timeline(quote)).endsWith("EXPIRED");
        });
  }

  @Test
  void whatTimeDoesToManyIsAnnouncedOfEachByTheServiceItself() {
    var soon = Instant.now().plus(Duration.ofDays(1));
    var idle = List.of(desk.cart(100), desk.cart(200));
    var overdue = List.of(desk.cart(300), desk.cart(400));
    overdue.forEach(cart -> put(cart, aCart().expires(soon)).ok());
    var offered = desk.cart(500);
    desk.send(desk.quote(offered, aQuote().validUntil(soon)).ok());

    clock.in(
        Duration.ofDays(31),
        () -> {
          var heard = during(() -> CurrentTenant.within(desk.clinic().id(), oldCarts::catchUp));
          assertThat(heard)
              .extracting(event -> event.type() + " " + event.cartId())
              .containsExactlyInAnyOrder(
                  said(ABANDONED, idle.get(0)),
                  said(ABANDONED, idle.get(1)),
                  said(EXPIRED, overdue.get(0)),
                  said(EXPIRED, overdue.get(1)));
          assertThat(heard)
              .allMatch(event -> event.by().kind() == Caller.Kind.SERVICE)
              .extracting(CartEvent::patientId)
              .containsExactlyInAnyOrderElementsOf(
                  Arrays.asList(
                      idle.get(0).at("/patient/id"),
                      idle.get(1).at("/patient/id"),
                      overdue.get(0).at("/patient/id"),
                      overdue.get(1).at("/patient/id")));
          assertHeard(() -> CurrentTenant.within(desk.clinic().id(), oldCarts::catchUp));
          assertHeard(
              () -> CurrentTenant.within(desk.clinic().id(), oldQuotes::expire),
              said(EXPIRED, offered));
          assertHeard(
              () -> desk.api().post("/billing/cart/expire-old?days_old=31", "").ok(),
              said(EXPIRED, idle.get(0)),
              said(EXPIRED, idle.get(1)));
        });
  }
}
