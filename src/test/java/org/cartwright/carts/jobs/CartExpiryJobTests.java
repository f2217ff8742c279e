package org.cartwright.carts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartwright.orders.Shop;
import org.cartwright.quotes.jobs.QuoteExpiry;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the minute's round does to carts, and what keeps it from that. */
@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class CartExpiryJobTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiryJob round;
  @Autowired private CartExpiry oldCarts;
  @Autowired private QuoteExpiry oldQuotes;
  @Autowired private Statements statements;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  @Test
  void aQuoteThatWaitsToBeSentKeepsItsCartFromBeingAbandonedAndFromExpiring() {
    var due = Instant.now().plus(Duration.ofDays(40));
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart()
                    .of(desk.patient())
                    .expires(due.plus(Duration.ofDays(1)))
                    .with(line(desk.clinic().item("Peel", 900))))
            .ok();
    var quote = desk.quote(cart);
    desk.sendAt(quote, due).ok();
    for (var later : List.of(35, 39, 60)) {
      clock.in(
          Duration.ofDays(later),
          () -> {
            round.goRound();
            desk.api().post("/billing/cart/expire-old?days_old=3", "").ok();
            assertThat(status(cart)).isEqualTo("DRAFT");
          });
    }
    desk.withdraw(quote).ok();
    clock.in(Duration.ofDays(60), round::goRound);
    assertThat(status(cart)).isEqualTo("EXPIRED");
  }

  @Test
  void aRevisionThatWaitsHoldsTheCartWhenTheQuoteItIsToReplaceHasRunOut() {
    var now = Instant.now();
    var cart =
        desk.api()
            .post(
                "/billing/cart",
                aCart()
                    .of(desk.patient())
                    .expires(now.plus(Duration.ofDays(5)))
                    .with(line(desk.clinic().item("Peel", 900))))
            .ok();
    var sent = desk.quote(cart, aQuote().validUntil(now.plus(Duration.ofDays(10)))).ok();
    desk.send(sent);
    var revision = desk.revise(sent, "SAME").ok();
    desk.api()
        .put(QuoteDesk.path(revision), aQuote().validUntil(now.plus(Duration.ofDays(50))))
        .ok();
    var due = now.plus(Duration.ofDays(9));
    desk.sendAt(revision, due).ok();

    clock.in(
        Duration.ofDays(11),
        () -> {
          assertIsLocked(cart);
          CurrentTenant.within(desk.clinic().id(), oldQuotes::expire);
          assertIsLocked(cart);
        });
    clock.in(
        Duration.ofDays(45),
        () -> {
          round.goRound();
          desk.api().post("/billing/cart/expire-old?days_old=3", "").ok();
          assertIsLocked(cart);
          assertThat(desk.send(revision).at("/status")).isEqualTo("SENT");
          assertIsLocked(cart);
        });
    clock.in(
        Duration.ofDays(51),
        () -> {
          CurrentTenant.within(desk.clinic().id(), oldQuotes::expire);
          assertThat(status(cart)).isEqualTo("EXPIRED");
        });
  }

  private void assertIsLocked(Answer cart) {
    assertThat(status(cart)).isEqualTo("DRAFT");
    assertThat(desk.api().get("/billing/cart?statuses=DRAFT").ok().number("/total")).isEqualTo(1);
    for (var refused :
        List.of(
            desk.api().delete("/billing/cart/" + cart.at("/id")),
            desk.api()
                .put(
                    "/billing/cart/" + cart.at("/id") + "/items/" + cart.at("/items/0/id"),
                    line().quantity(2)))) {
      assertThat(refused.refused(409).at("/detail")).contains("waits to be sent");
    }
  }

  @Test
  void aDraftOrderThatNobodyBuysYetIsAbandonedWhenItLiesIdleAsAnyCart() {
    var shop = Shop.open(clinics);
    var touched = shop.draft(body());
    var idle = shop.draft(body());
    var path = "/orders/drafts/" + idle.at("/id");

    clock.in(Duration.ofDays(25), () -> note(shop, touched));
    clock.in(Duration.ofDays(31), round::goRound);

    var abandoned = shop.api().get(path).ok();
    assertThat(abandoned.at("/status")).isEqualTo("ABANDONED");
    assertThat(abandoned.at("/updatedDate")).isEqualTo(idle.at("/updatedDate"));
    assertThat(shop.api().get("/orders/drafts/" + touched.at("/id")).ok().at("/status"))
        .isEqualTo("DRAFT");
    assertThat(shop.api().patch(path, body().with("status", "DRAFT")).ok().at("/status"))
        .isEqualTo("DRAFT");
    clock.in(Duration.ofDays(70), round::goRound);
    assertThat(shop.api().get("/orders/drafts?statuses=ABANDONED").ok().number("/total"))
        .isEqualTo(2);
  }

  private static void note(Shop shop, Answer draft) {
    shop.api()
        .patch("/orders/drafts/" + draft.at("/id"), body().with("internalNote", "Called again"))
        .ok();
  }

  @Test
  void aCartThatFailsStopsNoOther(CapturedOutput log) {
    var sound = desk.cart(100);
    var sick = desk.cart(100);
    TestDatabase.shared()
        .broken(
            "cart",
            "new.id = '%s'".formatted(sick.at("/id")),
            () -> clock.in(Duration.ofDays(40), round::goRound));
    assertThat(status(sound)).isEqualTo("ABANDONED");
    assertThat(status(sick)).isEqualTo("DRAFT");
    clock.in(Duration.ofDays(40).plusMinutes(3), round::goRound);
    assertThat(status(sick)).isEqualTo("ABANDONED");
    assertThat(log).contains("Cart " + sick.at("/id")).doesNotContain(Troublemaker.SECRET);
  }

  @Test
  void whatIsDueIsLookedForOnceHoweverManyBatchesItIs() {
    var cart = desk.cart(100);
    Copies.of(
        desk.clinic(),
        "cart",
        "o.id = '" + cart.at("/id") + "'",
        1_099,
        Map.of("id", "o.id || '-' || n"));
    clock.in(
        Duration.ofDays(40),
        () -> {
          var sent =
              statements.sentDuring(
                  () -> CurrentTenant.within(desk.clinic().id(), oldCarts::catchUp));
          assertThat(sent).filteredOn(one -> one.sql().contains("union all")).hasSize(1);
        });
    assertThat(desk.api().get("/billing/cart?statuses=ABANDONED").ok().number("/total"))
        .isEqualTo(1_100);
  }

  @Test
  void onlyClinicsWithSomethingDueAreGoneTo() {
    clock.in(Duration.ofDays(40), round::goRound); // what other tests have left
    desk.cart(100);
    var other = QuoteDesk.of(clinics.open());
    clock.in(Duration.ofDays(20), () -> other.cart(100));
    clock.in(
        Duration.ofDays(40),
        () -> {
          var sent = statements.sentDuring(round::goRound);
          assertThat(sent).anyMatch(one -> one.parameters().contains(desk.clinic().id()));
          assertThat(sent).noneMatch(one -> one.parameters().contains(other.clinic().id()));
          assertThat(statements.sentDuring(round::goRound))
              .noneMatch(one -> one.parameters().contains(desk.clinic().id()));
        });
  }

  private String status(Answer cart) {
    return desk.api().get("/billing/cart/" + cart.at("/id")).ok().at("/status");
  }
}
