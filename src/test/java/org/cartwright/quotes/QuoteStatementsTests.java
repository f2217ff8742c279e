package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long a quote and however many quotes: every request takes the same few statements. */
@CartwrightTest
class QuoteStatementsTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private static Answer cart(QuoteDesk desk, int lines) {
    var item = desk.clinic().item("Filler", 1000);
    var all = new ArrayList<LineBody>();
    for (int i = 0; i < lines; i++) {
      all.add(line(item).discountPercentage(1));
    }
    return desk.clinic().cart(desk.patient(), all.toArray(LineBody[]::new));
  }

  @Test
  void oneLineOrThreeHundredTakeTheSameFewStatements() {
    var desk = QuoteDesk.of(clinics.open());
    desk.clinic().tax("Sales tax", "8.25");
    var few = taken(desk, cart(desk, 1));
    var many = taken(desk, cart(desk, 300));

    assertThat(many).isEqualTo(few);
    assertThat(few.get("read")).isLessThanOrEqualTo(7);
    assertThat(few.get("preview")).isLessThanOrEqualTo(7);
    assertThat(few.get("show")).isLessThanOrEqualTo(7);
    assertThat(few.get("timeline")).isLessThanOrEqualTo(7);
    assertThat(few.get("acceptance")).isLessThanOrEqualTo(9);
    assertThat(few.get("add")).isLessThanOrEqualTo(16);
    assertThat(few.get("change line")).isLessThanOrEqualTo(15);
    assertThat(few.get("change")).isLessThanOrEqualTo(15);
    assertThat(few.get("create")).isLessThanOrEqualTo(18);
    assertThat(few.get("withdraw")).isLessThanOrEqualTo(17);
    assertThat(few.get("view first")).isLessThanOrEqualTo(16);
    assertThat(few.get("send")).isLessThanOrEqualTo(30);
    assertThat(few.get("accept")).isLessThanOrEqualTo(24);
    assertThat(few.get("convert")).isLessThanOrEqualTo(18);
  }

  /** What still waits to leave is recalled by a withdrawal, which takes statements of its own. */
  private static void awaitDelivery(QuoteDesk desk, Answer quote) {
    await().atMost(Duration.ofSeconds(20)).until(() -> desk.timeline(quote).contains("DELIVERED"));
  }

  private Map<String, Long> taken(QuoteDesk desk, Answer cart) {
    var taken = new LinkedHashMap<String, Long>();
    var made = new Answer[1];
    taken.put("create", statements.during(() -> made[0] = desk.quote(cart)));
    var quote = made[0];
    var api = desk.api();
    var path = QuoteDesk.path(quote);
    var line = path + "/items/" + cart.at("/items/0/id");
    var item = line(cart.at("/items/0/itemId"));
    taken.put("read", statements.during(() -> desk.read(quote)));
    taken.put("change line", statements.during(() -> api.put(line, line().quantity(2)).ok()));
    taken.put("add", statements.during(() -> api.post(path + "/items/add", item).ok()));
    taken.put(
        "change", statements.during(() -> api.put(path, body().with("discountAmount", 9)).ok()));
    taken.put("preview", statements.during(() -> api.get(path + "/view").ok()));
    taken.put("send", statements.during(() -> desk.send(quote)));
    awaitDelivery(desk, quote);
    taken.put("withdraw", statements.during(() -> desk.withdraw(quote).ok()));
    desk.send(quote);
    taken.put("view first", statements.during(() -> desk.show(quote).ok()));
    taken.put("show", statements.during(() -> desk.show(quote).ok()));
    taken.put("accept", statements.during(() -> desk.answer(quote, "accept").ok()));
    taken.put("acceptance", statements.during(() -> api.get(path + "/acceptance").ok()));
    taken.put("timeline", statements.during(() -> api.get(path + "/timeline").ok()));
    taken.put("convert", statements.during(() -> desk.convert(quote).ok()));
    return taken;
  }

  @Test
  void thePatientsPageAndThePdfTakeTheSameFewStatementsHoweverLongTheQuote() {
    var few = shown(QuoteDesk.of(clinics.open()), 1);
    var many = shown(QuoteDesk.of(clinics.open()), 300);

    assertThat(many).isEqualTo(few);
    assertThat(few.get("page")).isLessThanOrEqualTo(37);
    assertThat(few.get("page again")).isLessThanOrEqualTo(27);
    assertThat(few.get("pdf")).isLessThanOrEqualTo(13);
  }

  private Map<String, Long> shown(QuoteDesk desk, int lines) {
    var quote =
        desk.quote(cart(desk, lines), body().with("requiresPatientVerification", false)).ok();
    desk.send(quote);
    awaitDelivery(desk, quote);
    var link = desk.api().get("/dev/inbox?tenant=" + desk.clinic().id()).ok().at("/0/link");
    var page = link.substring(link.indexOf("/q/"));
    var browser =
        clinics.nobody().with("User-Agent", "Mozilla/5.0 (X11)").with("Accept", "text/html");
    var taken = new LinkedHashMap<String, Long>();
    taken.put("page", statements.during(() -> browser.get(page).ok()));
    assertThat(desk.read(quote).at("/status")).isEqualTo("VIEWED");
    taken.put("page again", statements.during(() -> browser.get(page).ok()));
    taken.put(
        "pdf", statements.during(() -> desk.api().file(QuoteDesk.path(quote) + "/quote.pdf")));
    return taken;
  }

  @Test
  void oneQuoteOrThirtyAreListedInTheSameFewStatements() {
    var one = QuoteDesk.of(clinics.open());
    var thirty = QuoteDesk.of(clinics.open());
    one.quote(cart(one, 1));
    var cart = cart(thirty, 3);
    for (int i = 0; i < 30; i++) {
      thirty.quote(cart);
    }
    for (var list :
        new String[] {
          "/billing/quote/list?size=100",
          "/billing/quote/list?size=100&status=DRAFT",
          "/billing/cart",
          "/billing/cart/list"
        }) {
      var few = statements.during(() -> one.api().get(list).ok());
      var many = statements.during(() -> thirty.api().get(list).ok());
      assertThat(many).as(list).isEqualTo(few).isLessThanOrEqualTo(9);
    }
  }
}
