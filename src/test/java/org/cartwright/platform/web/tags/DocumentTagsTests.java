package org.cartwright.platform.web.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import jakarta.servlet.ServletInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.platform.idempotency.RepeatableRequests;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Known documents are not sent again, and objects are changed only as they were seen. */
@CartwrightTest
class DocumentTagsTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  @Autowired private RepeatableRequests repeatable;
  private QuoteDesk desk;
  private Answer cart;
  private String path;
  private String line;

  @BeforeEach
  void fillACart() {
    desk = QuoteDesk.of(clinics.open());
    var clinic = desk.clinic();
    cart = clinic.cart(clinic.patient(), line(clinic.item("Serum", 100)));
    path = "/billing/cart/" + cart.at("/id");
    line = path + "/items/" + cart.at("/items/0/id");
  }

  private static String tag(Answer answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private Api ifMatch(String tags) {
    return desk.api().with("If-Match", tags);
  }

  private Answer read() {
    return desk.api().get(path).ok();
  }

  private static void isRefused(Answer answer, String present) {
    answer.refused(412);
    assertThat(tag(answer)).isEqualTo(present);
    assertThat(answer.at("/detail"))
        .isEqualTo(
            "This has changed since it was read; read it again and decide anew. Nothing changed.");
  }

  @Test
  void aDocumentHasOneTagWhereverItIsAnsweredAndAnotherOneAfterAChange() {
    assertThat(tag(cart)).matches("\"[A-Za-z0-9_-]{22}\"").isEqualTo(tag(read()));

    var changed = desk.api().put(line, line().quantity(2)).ok();

    assertThat(tag(changed)).isNotEqualTo(tag(cart)).isEqualTo(tag(read()));
  }

  @Test
  void quotesAndChargesHaveTagsToo() {
    var quote = desk.quote(1000);
    var quotePath = "/billing/quote/" + quote.at("/id");
    assertThat(tag(desk.api().get(quotePath).ok())).isEqualTo(tag(quote));

    var charge =
        desk.api()
            .post(path + "/convert-to-charge", body().with("cartId", cart.at("/id")))
            .ok()
            .at("/id");
    var read = desk.api().get("/billing/charge/get/" + charge).ok();
    var again = desk.api().with("If-None-Match", tag(read)).get("/billing/charge/get/" + charge);
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void whatIsNoObjectsDocumentHasNone() {
    var preview = aCart().of(cart.at("/patient/id"));

    for (var answer :
        List.of(
            desk.api().get("/billing/cart").ok(),
            desk.api().get("/billing/cart/list").ok(),
            desk.api().post("/billing/cart/preview", preview).ok(),
            desk.api().get("/billing/cart/nowhere").refused(404))) {
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }
  }

  @Test
  void aDocumentThatIsKnownIsNotSentAgain() {
    var known = tag(read());
    for (var tags : List.of(known, "W/" + known, "\"other\", " + known, "*", ",, " + known + ",")) {
      var answer = desk.api().with("If-None-Match", tags).get(path);
      assertThat(answer.status()).as(tags).isEqualTo(304);
      assertThat(answer.text()).isEmpty();
      assertThat(tag(answer)).isEqualTo(known);
    }

    for (var tags : List.of("\"other\"", "", known.replace("\"", ""), "*, " + known)) {
      assertThat(desk.api().with("If-None-Match", tags).get(path).ok().text())
          .as(tags)
          .isEqualTo(read().text());
    }

    desk.api().put(line, line().quantity(2)).ok();

    assertThat(desk.api().with("If-None-Match", known).get(path).ok().text())
        .isEqualTo(read().text());
  }

  @Test
  void whatWasSeenIsChanged() {
    var first = ifMatch(tag(cart)).put(line, line().quantity(2)).ok();
    var second = ifMatch("\"other\", " + tag(first)).put(line, line().quantity(3)).ok();
    var third = ifMatch("*").put(line, line().quantity(4)).ok();

    assertThat(second.at("/items/0/quantity")).isEqualTo("3");
    assertThat(tag(third)).isEqualTo(tag(read()));
    ifMatch(tag(third)).delete(path).ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "other", "", "W/", "\"other\", *", "x"})
  void whatWasNotSeenIsNotChanged(String seen) {
    var before = read();
    var present = tag(before);
    var tags = List.of("W/", "x").contains(seen) ? seen + present : seen;
    var item = line(cart.at("/items/0/itemId"));

    isRefused(ifMatch(tags).put(line, line().quantity(2)), present);
    isRefused(ifMatch(tags).delete(line), present);
    isRefused(ifMatch(tags).post(path + "/items", item), present);
    isRefused(ifMatch(tags).put(path, aCart().of(cart.at("/patient/id"))), present);
    isRefused(ifMatch(tags).delete(path), present);
    isRefused(
        ifMatch(tags).post(path + "/convert-to-charge", body().with("cartId", cart.at("/id"))),
        present);

    assertThat(read().text()).isEqualTo(before.text());
  }

  @Test
  void aQuoteIsChangedAsItWasSeenOnly() {
    var quote = desk.quote(1000);
    var quotePath = "/billing/quote/" + quote.at("/id");

    var changed = ifMatch(tag(quote)).put(quotePath, body().with("title", "Spring")).ok();

    isRefused(ifMatch(tag(quote)).put(quotePath, body().with("title", "Summer")), tag(changed));
    isRefused(ifMatch(tag(quote)).post(quotePath + "/withdraw", ""), tag(changed));
    assertThat(desk.api().get(quotePath).ok().at("/title")).isEqualTo("Spring");
  }

  @Test
  void whatIsNotThereIsMissingAndWhatHasNoTagIsChanged() {
    ifMatch("*").delete("/billing/cart/nowhere").refused(404);
    var other = QuoteDesk.of(clinics.open());
    other.api().with("If-Match", tag(cart)).delete(path).refused(404);

    assertThat(
            ifMatch("\"other\"").post("/billing/cart", aCart().of(cart.at("/patient/id"))).status())
        .isEqualTo(200);
  }

  /** Who is asked to try again, does. */
  @Test
  void ofFiftyThatSawTheSameOneChangesIt() {
    var seen = tag(cart);
    var jobs = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 50; i++) {
      var quantity = i + 2;
      jobs.add(
          () -> {
            var answer = ifMatch(seen).put(line, line().quantity(quantity));
            while (List.of(409, 429, 503).contains(answer.status())) {
              answer = ifMatch(seen).put(line, line().quantity(quantity));
            }
            return answer;
          });
    }

    var answers = AtOnce.all(jobs);

    var won = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(won).hasSize(1);
    assertThat(read().text()).isEqualTo(won.getFirst().text());
    var lost = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(lost).hasSize(49).allSatisfy(answer -> isRefused(answer, tag(won.getFirst())));
  }

  /** It waits for who has the lock, and compares what that one has left. */
  @Test
  void whatIsComparedIsWhatIsThereOnceTheObjectIsLocked() throws Exception {
    var seen = tag(cart);
    Answer answer;
    try (var other = TestDatabase.shared().superuser();
        var change =
            other.prepareStatement("update cart set notes = 'by hand' where tenant_id = ?")) {
      other.setAutoCommit(false);
      change.setString(1, desk.clinic().id());
      change.execute();
      var asked = new ArrayList<Answer>();
      var asking = Thread.ofVirtual().start(() -> asked.add(ifMatch(seen).delete(path)));
      while (TestDatabase.shared().waitingFor("cart") == 0) {
        assertThat(asking.isAlive()).isTrue();
        LockSupport.parkNanos(1_000_000);
      }
      other.commit();
      asking.join();
      answer = asked.getFirst();
    }

    isRefused(answer, tag(read()));
  }

  /** However long the client takes to send it. */
  @ParameterizedTest
  @ValueSource(strings = {"If-Match", "Idempotency-Key"})
  void nothingIsHeldWhileABodyArrives(String header) throws Exception {
    var isOpen = new ArrayList<Boolean>();
    var request =
        new MockHttpServletRequest("PUT", line) {
          @Override
          public ServletInputStream getInputStream() {
            isOpen.add(JointTransaction.isOpen());
            return super.getInputStream();
          }
        };
    request.addHeader(header, "\"x\"");
    request.setContent("{}".getBytes(StandardCharsets.UTF_8));

    CurrentTenant.call(
        desk.clinic().id(),
        () -> {
          repeatable.pass(
              request,
              new MockHttpServletResponse(),
              (asked, answered) -> {
                isOpen.add(JointTransaction.isOpen());
                assertThat(asked.getInputStream().readAllBytes()).hasSize(2);
              });
          return true;
        });

    assertThat(isOpen).containsExactly(false, true);
  }

  @Test
  void aRepeatedAnswerHasTheTagItHad() {
    var keyed = ifMatch(tag(cart)).with("Idempotency-Key", "k-1");
    var first = keyed.put(line, line().quantity(2)).ok();
    desk.api().put(line, line().quantity(3)).ok();

    var again = keyed.put(line, line().quantity(2)).ok();

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(tag(again)).isEqualTo(tag(first));
  }

  @Test
  void aKeyIsFreeAgainAfterWhatWasNotSeen() {
    var keyed = desk.api().with("Idempotency-Key", "k-1");
    isRefused(keyed.with("If-Match", "\"other\"").put(line, line().quantity(2)), tag(cart));

    keyed.with("If-Match", tag(cart)).put(line, line().quantity(2)).ok();
  }

  @Test
  void whoComparesNothingPaysNothing() {
    desk.api().put(line, line().quantity(2)).ok();
    read();

    long without = statements.during(() -> desk.api().put(line, line().quantity(3)).ok());
    long onReading = statements.during(this::read);
    var seen = tag(read());
    long with = statements.during(() -> ifMatch(seen).put(line, line().quantity(4)).ok());
    long known = statements.during(() -> desk.api().with("If-None-Match", "*").get(path));

    assertThat(without).isEqualTo(10);
    assertThat(onReading).isEqualTo(5);
    assertThat(known).isEqualTo(onReading);
    assertThat(with).isEqualTo(14);
  }
}
