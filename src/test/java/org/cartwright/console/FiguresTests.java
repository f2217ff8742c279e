package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.regex.Pattern;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the last weeks went. */
@CartwrightTest
class FiguresTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private QuoteDesk quotes;
  private DeskBrowser desk;

  @BeforeEach
  void aDesk() {
    clinic = clinics.open("America/New_York", "USD", "en-US");
    quotes = QuoteDesk.of(clinic);
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
  }

  private String figures() {
    return desk.get("/console/figures").ok().text();
  }

  /** What a series comes to in all the weeks. */
  private static String total(String page, String series) {
    var found =
        Pattern.compile(
                "pillar %s\"></rect></svg> <span>[^<]*</span> <strong>([^<]*)".formatted(series))
            .matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  @Test
  void aNewClinicHasNoFigures() {
    assertThat(figures()).contains("Nothing in these weeks.").doesNotContain("class=\"numbers\"");
  }

  @Test
  void whatIsQuotedAcceptedAndPaidIsSummedByWeek() {
    var first = quotes.send(quotes.quote(30000));
    quotes.quote(99900);
    quotes.answer(first, "accept").ok();
    clock.in(Duration.ofDays(-21), () -> quotes.send(quotes.quote(50000)));
    clock.in(Duration.ofDays(-100), () -> quotes.send(quotes.quote(70000)));
    var payments = new PaymentDesk(clinic, clinic.api(), clinic.patient(), quotes.provider());
    var charge = quotes.convert(first).ok().at("/id");
    var payment = payments.pay(charge, 20000).ok().at("/id");
    payments.refund(payment, 5000).ok();

    var page = figures();
    assertThat(total(page, "quoted")).isEqualTo("$800.00");
    assertThat(total(page, "accepted")).isEqualTo("$300.00");
    assertThat(total(page, "paid")).isEqualTo("$150.00");
    assertThat(page)
        .contains("height=\"200\"", "height=\"120\"")
        .contains("Ana Ortiz", "width=\"50\"", "50 %")
        .doesNotContain("style=");
  }

  @Test
  void aQuoteThatWasReplacedIsNotCountedTwice() {
    var first = quotes.send(quotes.quote(30000));
    quotes.send(quotes.revise(first, "SAME").ok());

    assertThat(total(figures(), "quoted")).isEqualTo("$300.00");
  }

  @Test
  void whatDiscountsCostIsToldOfThePrices() {
    var payments = new PaymentDesk(clinic, clinic.api(), clinic.patient(), quotes.provider());
    var cart =
        clinic
            .cart(
                payments.patient(),
                line(clinic.item("Filler", 10000)).quantity(2).discountPercentage(10))
            .at("/id");
    payments.convert(cart).ok();
    payments.charge(20000);

    assertThat(total(figures(), "discounts")).isEqualTo("$20.00");
    assertThat(figures()).contains("5 % of the prices");
  }

  @Test
  void whatWasTakenBackCostNothing() {
    var payments = new PaymentDesk(clinic, clinic.api(), clinic.patient(), quotes.provider());
    var cart =
        clinic
            .cart(
                payments.patient(),
                line(clinic.item("Filler", 10000)).quantity(2).discountPercentage(10))
            .at("/id");
    var charge = payments.convert(cart).ok().at("/id");
    var payment = payments.pay(charge, 18000).ok().at("/id");
    assertThat(total(figures(), "discounts")).isEqualTo("$20.00");

    payments.refund(payment, 18000).ok();

    assertThat(total(figures(), "discounts")).isEqualTo("$0.00");
  }

  @Test
  void whatIsGivenBackLaterThanTheWeeksItWasPaidInIsStillToldWeekByWeek() {
    var payments = new PaymentDesk(clinic, clinic.api(), clinic.patient(), quotes.provider());
    var charge = payments.charge(20000);
    var payment = payments.pay(charge, 20000).ok().at("/id");
    clock.in(
        Duration.ofDays(85),
        () -> {
          payments.refund(payment, 400).ok();
          desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
          assertThat(total(figures(), "paid")).isEqualTo("-$4.00");
          assertThat(figures()).contains("<td class=\"figure light\">-$4.00</td>");
        });
  }

  @Test
  void aShareIsWrittenAsTheClinicWritesNumbers() {
    clinic = clinics.open("Africa/Cairo", "EGP", "ar-EG");
    quotes = QuoteDesk.of(clinic);
    quotes.answer(quotes.send(quotes.quote(30000)), "accept").ok();
    quotes.send(quotes.quote(30000));
    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");

    assertThat(figures()).contains("width=\"50\"", "٥٠ %");
  }

  @Test
  void amountsOfTwoCurrenciesAreNeverAdded() {
    quotes.send(quotes.quote(30000));
    TestDatabase.shared()
        .executeAsSuperuser(
            "update tenant set currency = 'EUR' where id = '%s'".formatted(clinic.id()));

    clock.in(
        Duration.ofMinutes(1),
        () -> {
          quotes.send(quotes.quote(50000));
          assertThat(figures())
              .contains("€500.00", "$300.00", ">EUR<", ">USD<")
              .doesNotContain("800.00");
        });
  }
}
