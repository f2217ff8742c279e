package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first page of the console: what waits for somebody. */
@CartwrightTest
class TodayTests {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Statements statements;

  private Clinic clinic;
  private QuoteDesk quotes;
  private DeskBrowser desk;

  @BeforeEach
  void aDesk() {
    clinic = clinics.open(NEW_YORK.getId(), "USD", "en-US");
    quotes = QuoteDesk.of(clinic);
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
  }

  /** The lists by their names. */
  private Map<String, String> lists() {
    var page = desk.get("/console/today").ok().text();
    return Arrays.stream(page.split("aria-labelledby=\"list-", -1))
        .skip(1)
        .collect(Collectors.toMap(part -> part.substring(0, part.indexOf('"')), part -> part));
  }

  private static String path(Answer quote) {
    return "/console/quotes/" + quote.at("/id") + "\"";
  }

  @Test
  void aNewClinicHasNothingToDo() {
    assertThat(desk.get("/console").headers().firstValue("Location")).hasValue("/console/today");
    var lists = lists();

    assertThat(lists).containsOnlyKeys("answered", "soon", "waiting", "unpaid", "quiet");
    assertThat(lists.get("waiting")).contains("No quote waits for an answer.");
    assertThat(lists.get("quiet")).contains("No cart went quiet.");
  }

  @Test
  void quotesWaitRunOutAndAreAnsweredByTheClinicsDays() {
    // Tomorrow's, so that whoever signs in then does so after the one who is in already.
    var noon = Instant.now().atZone(NEW_YORK).plusDays(1).withHour(12).toInstant();
    var sent = new Answer[4];
    clock.stoppedAt(
        noon,
        () -> {
          var today = noon.atZone(NEW_YORK).toLocalDate();
          sent[0] = quotes.send(quotes.quote(10000));
          sent[1] =
              quotes.send(
                  quotes
                      .quote(quotes.cart(20000), aQuote().validUntil(today.plusDays(7).toString()))
                      .ok());
          sent[2] =
              quotes.send(
                  quotes
                      .quote(quotes.cart(30000), aQuote().validUntil(today.plusDays(8).toString()))
                      .ok());
          sent[3] = quotes.send(quotes.quote(40000));
          quotes.answer(sent[3], "accept").ok();
        });
    var lists = new Map<?, ?>[1];
    clock.stoppedAt(
        noon.plus(Duration.ofHours(1)),
        () -> {
          desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
          lists[0] = lists();
        });

    assertThat((String) lists[0].get("waiting"))
        .contains(path(sent[0]), path(sent[1]), path(sent[2]), "$100.00", ">3<")
        .doesNotContain(path(sent[3]));
    assertThat((String) lists[0].get("soon"))
        .contains(path(sent[1]), "11:59 PM", ">1<")
        .doesNotContain(path(sent[0]), path(sent[2]));
    assertThat((String) lists[0].get("answered"))
        .contains(path(sent[3]), "$400.00", "Accepted")
        .doesNotContain(path(sent[0]));
    var theDayAfterTomorrow = noon.plus(Duration.ofHours(36));
    clock.stoppedAt(
        theDayAfterTomorrow,
        () -> {
          desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
          assertThat(lists().get("answered")).contains("No answer since yesterday.");
        });
  }

  @Test
  void chargesAreUnpaidUntilTheyArePaidAndTakeWhatIsStillOpen() {
    var payments = new PaymentDesk(clinic, clinic.api(), clinic.patient(), quotes.provider());
    var paid = payments.charge(5000);
    var partly = payments.charge(7000);
    var open = payments.charge(9000);
    payments.pay(paid, 5000).ok();
    payments.pay(partly, 3000).ok();

    assertThat(lists().get("unpaid"))
        .contains("/console/charges/" + partly, "$40.00", "Partly paid")
        .contains("/console/charges/" + open, "$90.00", "To be paid")
        .contains("href=\"/console/charges?status=OUTSTANDING\"", ">2<")
        .doesNotContain("/console/charges/" + paid);
    payments.refund(payments.pay(partly, 4000).ok().at("/id"), 4000).ok();
    var free = payments.charge(0);
    assertThat(lists().get("unpaid"))
        .contains(open, ">1<")
        .doesNotContain(partly)
        .doesNotContain(free);
  }

  @Test
  void cartsGoQuietAfterTheClinicsDaysAndAreNoNewsForLong() {
    var carts = new String[3];
    var jane = clinic.patient();
    var item = clinic.item("Filler", 12300);
    var daysAgo = new int[] {50, 35, 25};
    for (int i = 0; i < daysAgo.length; i++) {
      int n = i;
      clock.in(
          Duration.ofDays(-daysAgo[n]), () -> carts[n] = clinic.cart(jane, line(item)).at("/id"));
    }

    assertThat(lists().get("quiet"))
        .contains("/console/carts/" + carts[1], "$123.00", "35 d ago")
        .doesNotContain("/console/carts/" + carts[0], "/console/carts/" + carts[2]);
  }

  @Test
  void howMuchThereIsTakesNoMoreStatements() {
    lists();
    long few = statements.during(this::lists);
    for (int i = 0; i < 8; i++) {
      quotes.send(quotes.quote(10000));
    }
    assertThat(String.valueOf(lists().get("waiting")).split("<li>", -1)).hasSize(7);

    assertThat(statements.during(this::lists)).isEqualTo(few).isLessThanOrEqualTo(14);
  }

  @Test
  void nobodySeesWhatAnotherClinicHasToDo() {
    quotes.send(quotes.quote(10000));
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Mia", DeskRole.OWNER);
    desk = new DeskBrowser(clinics).signIn(clinics, other, "Mia");

    assertThat(lists().get("waiting")).contains("No quote waits for an answer.");
  }
}
