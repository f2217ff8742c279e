package org.cartwright.quotes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.evidence.QuoteContent;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Patients' ways in: where a link leads, who gets through, and how it dies. */
@CartwrightTest
class LinkAccessTests {

  private static final String BORN = "1988-03-14";

  @Autowired private Clinics clinics;
  @Autowired private LinkAccess door;
  @Autowired private TestClock clock;

  private QuoteDesk desk;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
  }

  private <T> T here(Supplier<T> work) {
    return CurrentTenant.call(desk.clinic().id(), work::get);
  }

  /** The secret in the newest message about a quote, once that has been delivered. */
  private String token(Answer quote, int messages) {
    var inbox = "/dev/inbox?tenant=" + desk.clinic().id();
    return Awaitility.await("the message about " + quote.at("/id"))
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.api().get(inbox).ok(), answer -> answer.json().size() >= messages)
        .at("/0/link")
        .replaceAll(".*/", "");
  }

  private String token(Answer quote) {
    return token(quote, 1);
  }

  /** The secrets that were mailed, once there are so many. */
  private Set<String> tokens(int atLeast) {
    return Awaitility.await("%d links".formatted(atLeast))
        .atMost(Duration.ofSeconds(20))
        .until(this::tokens, found -> found.size() >= atLeast);
  }

  private Set<String> tokens() {
    return desk.api()
        .get("/dev/inbox?tenant=" + desk.clinic().id())
        .ok()
        .json()
        .valueStream()
        .map(message -> message.path("link").asString(""))
        .filter(link -> !link.isEmpty())
        .map(link -> link.replaceAll(".*/", ""))
        .collect(Collectors.toSet());
  }

  private Optional<LinkVisit> follow(String token) {
    return here(() -> door.follow(token));
  }

  private Optional<LinkVisit> newest(String token) {
    return here(() -> door.followToNewest(token));
  }

  @Test
  void aLinkLeadsToItsQuoteAndAsksForTheDateOfBirth() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    assertThat(token).matches("[A-Za-z0-9_-]{43}");
    var visit = follow(token).orElseThrow();
    assertThat(visit.quoteId()).isEqualTo(quote.at("/id"));
    assertThat(visit.standing()).isEqualTo(LinkVisit.Standing.OPEN);
    assertThat(visit.challenge()).isEqualTo(LinkVisit.Challenge.DATE_OF_BIRTH);
    assertThat(visit.triesLeft()).isEqualTo(5);
    assertThat(follow(token.substring(1) + (token.startsWith("A") ? "B" : "A"))).isEmpty();
    assertThat(follow("x")).isEmpty();
  }

  @Test
  void whatIsWithdrawnBetweenTheLinkAndTheQuoteIsNotShown() {
    var quote = desk.send(desk.quote(500));
    var unseen = follow(token(quote)).orElseThrow();
    desk.withdraw(quote).ok();
    for (var isView : List.of(true, false)) {
      assertThatThrownBy(() -> here(() -> door.show(unseen, isView))).isInstanceOf(Missing.class);
    }
    assertThat(desk.timeline(quote)).doesNotContain("OPENED", "VIEWED");

    desk.send(quote);
    desk.show(quote).ok();
    var seen = follow(token(quote, 2)).orElseThrow();
    desk.withdraw(quote).ok();
    for (var isView : List.of(true, false)) {
      assertThatThrownBy(() -> here(() -> door.show(seen, isView))).isInstanceOf(Missing.class);
    }
    assertThat(desk.timeline(quote)).doesNotContain("OPENED");
  }

  @Test
  void theDatabaseKeepsNoSecretOfALink() throws SQLException {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(desk.timeline(quote)).contains("DELIVERED"));
    for (var table :
        List.of(
            "quote", "quote_link", "quote_event", "message", "quote_line", "quote_acceptance")) {
      try (var database = TestDatabase.shared().superuser();
          var statement = database.createStatement();
          var found =
              statement.executeQuery(
                  "select count(*) from %s t where t::text like '%%%s%%'"
                      .formatted(table, token))) {
        found.next();
        assertThat(found.getLong(1)).as(table).isZero();
      }
    }
  }

  @Test
  void withoutADateOfBirthThePhoneNumbersEndIsAskedFor() {
    var patient =
        desk.clinic()
            .patient(
                aPatient().firstName("Jo").email("jo@mail.example").phone("+1 (555) 010-22 ١١"));
    var cart = desk.clinic().cart(patient, line(desk.clinic().item("Serum", 100)));
    var token = token(desk.send(desk.quote(cart)));
    var visit = follow(token).orElseThrow();
    assertThat(visit.challenge()).isEqualTo(LinkVisit.Challenge.PHONE_ENDING);
    assertThat(here(() -> door.confirm(visit, "1122"))).isFalse();
    assertThat(here(() -> door.confirm(visit, "2211"))).isTrue();
    assertThat(follow(token).orElseThrow().triesLeft()).isEqualTo(4);
  }

  @Test
  void aRightTryIsNotCountedAndFiveWrongOnesLockTheLinkForGood() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var visit = follow(token).orElseThrow();
    for (int i = 0; i < 7; i++) {
      assertThat(here(() -> door.confirm(visit, BORN))).isTrue();
    }
    for (var wrong : List.of("1988-03-15", "", "14.03.1988", "nonsense")) {
      assertThat(here(() -> door.confirm(visit, wrong))).isFalse();
    }
    assertThat(follow(token).orElseThrow().triesLeft()).isEqualTo(1);
    assertThat(here(() -> door.confirm(visit, BORN))).isTrue();
    assertThat(here(() -> door.confirm(visit, "2000-01-01"))).isFalse();
    assertThat(follow(token)).isEmpty();
    assertThat(here(() -> door.confirm(visit, BORN))).isFalse();
    assertThat(attempts(quote))
        .startsWith("VERIFIED")
        .endsWith("VERIFIED", "LOCKED")
        .containsOnlyOnce("LOCKED")
        .hasSize(9);

    desk.send(quote);
    var fresh = token(quote, 2);
    assertThat(fresh).isNotEqualTo(token);
    var again = follow(fresh).orElseThrow();
    assertThat(here(() -> door.confirm(again, BORN))).isTrue();
    assertThat(follow(token)).isEmpty();
  }

  /** Whoever tries waits in line, so it is known which five come first. */
  @Test
  void aRightTryThatStandsBehindFiveWrongOnesInLineIsNotLookedAt() throws Exception {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var visit = follow(token).orElseThrow();
    var right = new ConcurrentLinkedQueue<String>();
    var line = new ArrayList<Thread>();
    try (var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute(
          "select from quote_link where id = '%s' for update".formatted(visit.linkId()));
      for (int i = 0; i < 12; i++) {
        var said = i < 5 ? "1999-01-1" + i : BORN;
        line.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      if (here(() -> door.confirm(visit, said))) {
                        right.add(said);
                      }
                    }));
        Awaitility.await(said)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> isInLine(line.get(line.size() - 1), line.size() == 1));
      }
      database.commit();
    }
    for (var one : line) {
      one.join();
    }
    assertThat(right).isEmpty();
    assertThat(follow(token)).isEmpty();
    assertThat(tries(visit)).isEqualTo(5);
    assertThat(attempts(quote)).containsExactly("LOCKED");
  }

  /** The first waits in the database, the others for their turn. */
  private static boolean isInLine(Thread one, boolean isFirst) {
    return isFirst
        ? TestDatabase.shared().waitingFor("quote_link") == 1
        : one.getState() == Thread.State.WAITING;
  }

  private static int tries(LinkVisit visit) throws SQLException {
    try (var database = TestDatabase.shared().superuser();
        var statement = database.createStatement();
        var tries =
            statement.executeQuery(
                "select tries from quote_link where id = '%s'".formatted(visit.linkId()))) {
      tries.next();
      return tries.getInt(1);
    }
  }

  /** The right one among fifty is found only if it is one of the first, and never afterwards. */
  @RepeatedTest(3)
  void ofFiftyGuessesAtOnceFiveWrongOnesAreLookedAtAndNoneAfterThem() throws SQLException {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var visit = follow(token).orElseThrow();
    var guesses =
        LocalDate.parse(BORN).minusDays(40).datesUntil(LocalDate.parse(BORN).plusDays(10)).toList();
    assertThat(guesses).hasSize(50).containsOnlyOnce(LocalDate.parse(BORN));
    var answers =
        AtOnce.all(
            guesses.stream()
                .map(
                    guess ->
                        (Callable<Boolean>) () -> here(() -> door.confirm(visit, guess.toString())))
                .toList());
    var found = answers.indexOf(true);
    assertThat(answers.stream().filter(it -> it).count()).isLessThanOrEqualTo(1);
    assertThat(attempts(quote))
        .containsExactly(found < 0 ? new String[] {"LOCKED"} : new String[] {"VERIFIED", "LOCKED"});
    assertThat(found).isIn(-1, guesses.indexOf(LocalDate.parse(BORN)));
    assertThat(tries(visit)).isEqualTo(5);
    assertThat(follow(token)).isEmpty();
    assertThat(here(() -> door.confirm(visit, BORN))).isFalse();
    assertThat(attempts(quote)).endsWith("LOCKED").containsOnlyOnce("LOCKED");
  }

  /** What became of those who tried to get in, in order. */
  private List<String> attempts(Answer quote) {
    return desk.timeline(quote).stream()
        .filter(type -> type.equals("VERIFIED") || type.equals("LOCKED"))
        .toList();
  }

  @Test
  void manyRightTriesAtOnceAllSucceed() throws SQLException {
    var visit = follow(token(desk.send(desk.quote(500)))).orElseThrow();
    var answers =
        AtOnce.all(
            IntStream.range(0, 32)
                .mapToObj(i -> (Callable<Boolean>) () -> here(() -> door.confirm(visit, BORN)))
                .toList());
    assertThat(answers).hasSize(32).doesNotContain(false);
    assertThat(tries(visit)).isZero();
  }

  @Test
  void aLockedLinkLeadsToNoOtherOneThatWasSentSince() throws SQLException {
    var quote = desk.send(desk.quote(500));
    var locked = token(quote);
    var visit = follow(locked).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(here(() -> door.confirm(visit, "1900-01-01"))).isFalse();
    }
    desk.send(quote);
    var fresh = token(quote, 2);
    assertThat(here(() -> door.followToNewest(locked))).isEmpty();

    var second = desk.revise(quote, "SAME").ok();
    desk.send(second);
    assertThat(here(() -> door.followToNewest(locked))).isEmpty();
    var newest = here(() -> door.followToNewest(fresh)).orElseThrow();
    assertThat(newest.quoteId()).isEqualTo(second.at("/id"));
    assertThat(tries(newest)).isZero();

    var page = "/q/" + desk.clinic().id() + "/";
    var nowhere = clinics.nobody().get(page + locked + "/newest");
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.text()).isEqualTo(clinics.nobody().get(page + "x".repeat(43)).text());
  }

  @Test
  void theLinkOfAReplacedQuoteStandsFiveWrongTriesHoweverOftenTheNewerOneIsSent()
      throws SQLException {
    var quote = desk.send(desk.quote(500));
    var old = token(quote);
    var second = desk.revise(quote, "SAME").ok();
    desk.send(second);
    var first = newest(old).orElseThrow();
    for (int i = 0; i < 2; i++) {
      assertThat(here(() -> door.confirm(first, "1900-01-01"))).isFalse();
    }

    desk.send(second);
    var sentAgain = token(second, 3);
    assertThat(newest(old).orElseThrow().triesLeft()).isEqualTo(3);
    assertThat(follow(sentAgain).orElseThrow().triesLeft()).isEqualTo(5);
    for (int i = 0; i < 3; i++) {
      var visit = newest(old).orElseThrow();
      assertThat(here(() -> door.confirm(visit, BORN))).isTrue();
      assertThat(here(() -> door.confirm(visit, "1900-01-01"))).isFalse();
    }
    assertThat(newest(old)).isEmpty();
    assertThat(follow(old)).isEmpty();
    assertThat(here(() -> door.confirm(first, BORN))).isFalse();
    assertThat(tries(first)).isEqualTo(5);
    assertThat(attempts(second)).containsExactly("VERIFIED", "VERIFIED", "VERIFIED", "LOCKED");

    var own = follow(sentAgain).orElseThrow();
    assertThat(own.triesLeft()).isEqualTo(5);
    assertThat(here(() -> door.confirm(own, BORN))).isTrue();
  }

  @Test
  void whoComesByTheLinkOfAReplacedQuoteOpensTheNewerOneOnceForEachTimeItIsHandedOut() {
    var quote = desk.send(desk.quote(500));
    var old = token(quote);
    var itself = follow(old).orElseThrow();
    opened(itself);
    opened(itself);
    var second = desk.revise(quote, "SAME").ok();
    desk.send(second);
    var visit = newest(old).orElseThrow();
    assertThat(visit.isFirst()).isTrue();
    opened(visit);
    opened(visit);
    assertThat(newest(old).orElseThrow().isFirst()).isFalse();
    desk.send(second);
    assertThat(newest(old).orElseThrow().isFirst()).isFalse();
    assertThat(follow(token(second, 3)).orElseThrow().isFirst()).isTrue();
    assertThat(desk.timeline(quote)).containsOnlyOnce("OPENED");
    assertThat(desk.timeline(second)).containsOnlyOnce("OPENED");

    desk.withdraw(second).ok();
    desk.send(second);
    assertThat(newest(old).orElseThrow().isFirst()).isTrue();
  }

  private void opened(LinkVisit visit) {
    here(
        () -> {
          door.opened(visit);
          return visit;
        });
  }

  @Test
  void nobodyGetsInByTheLinkOfAReplacedQuoteWhileTheNewerOneIsWithdrawn() {
    var quote = desk.send(desk.quote(500));
    var old = token(quote);
    var second = desk.revise(quote, "SAME").ok();
    desk.send(second);
    var visit = newest(old).orElseThrow();
    desk.withdraw(second).ok();
    assertThat(here(() -> door.confirm(visit, BORN))).isFalse();
    assertThat(attempts(second)).isEmpty();
    assertThat(follow(old)).isEmpty();

    desk.send(second);
    assertThat(follow(old).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.REPLACED);
    assertThat(here(() -> door.confirm(newest(old).orElseThrow(), BORN))).isTrue();
  }

  @Test
  void theLinkOfAReplacedQuoteLeadsToTheVersionThatWasHandedOutLast() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var first = desk.revise(quote, "SAME").ok();
    var second = desk.revise(quote, "SAME").ok();
    var end = Instant.now().plus(Duration.ofDays(2));
    desk.api().put(QuoteDesk.path(second), aQuote().validUntil(end)).ok();
    desk.send(first);
    assertThat(newest(token).orElseThrow().quoteId()).isEqualTo(first.at("/id"));
    desk.withdraw(first).ok();
    desk.send(second);
    assertThat(newest(token).orElseThrow().quoteId()).isEqualTo(second.at("/id"));
    clock.in(
        Duration.ofDays(3),
        () -> {
          assertThat(follow(token)).isEmpty();
          assertThat(newest(token)).isEmpty();

          desk.send(first);
          assertThat(follow(token).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.REPLACED);
          var visit = newest(token).orElseThrow();
          assertThat(visit.quoteId()).isEqualTo(first.at("/id"));
          assertThat(visit.standing()).isEqualTo(LinkVisit.Standing.OPEN);
        });
  }

  @Test
  void aNewerQuoteThatWasWithdrawnAndRanOutAsADraftReplacesNothing() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var first = desk.revise(quote, "SAME").ok();
    var second = desk.revise(quote, "SAME").ok();
    var end = Instant.now().plus(Duration.ofDays(2));
    desk.api().put(QuoteDesk.path(second), aQuote().validUntil(end)).ok();
    desk.send(first);
    desk.withdraw(first).ok();
    desk.send(second);
    desk.withdraw(second).ok();
    clock.in(
        Duration.ofDays(3),
        () -> {
          desk.api().post("/billing/quote/expire-old", "").ok();
          assertThat(desk.read(second).at("/status")).isEqualTo("EXPIRED");
          assertThat(follow(token)).isEmpty();
          assertThat(newest(token)).isEmpty();

          desk.send(first);
          assertThat(newest(token).orElseThrow().quoteId()).isEqualTo(first.at("/id"));
        });
  }

  @Test
  void aLinkLeadsPastAVersionThatWasWithdrawnToTheOneThatTookItsPlace() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var second = desk.revise(quote, "SAME").ok();
    desk.send(second);
    var third = desk.revise(second, "SAME").ok();
    desk.withdraw(second).ok();
    assertThat(newest(token)).isEmpty();

    desk.send(third);
    assertThat(newest(token).orElseThrow().quoteId()).isEqualTo(third.at("/id"));
  }

  @Test
  void theLinkOfAQuoteThatIsSentAgainAfterARevisionEndedLeadsToItself() {
    var quote = desk.send(desk.quote(500));
    tokens(1);
    var revision = desk.revise(quote, "SAME").ok();
    var end = Instant.now().plus(Duration.ofDays(2));
    desk.api().put(QuoteDesk.path(revision), aQuote().validUntil(end)).ok();
    desk.withdraw(quote).ok();
    clock.in(
        Duration.ofDays(3),
        () -> {
          var other = desk.send(desk.revise(revision, "SAME").ok());
          var before = tokens(2);
          desk.answer(other, "decline").ok();
          assertThat(desk.send(quote).at("/status")).isEqualTo("SENT");
          var token =
              tokens(3).stream().filter(it -> !before.contains(it)).findFirst().orElseThrow();
          var visit = follow(token).orElseThrow();
          assertThat(visit.quoteId()).isEqualTo(quote.at("/id"));
          assertThat(visit.standing()).isEqualTo(LinkVisit.Standing.OPEN);
          assertThat(newest(token)).isEmpty();
        });
  }

  @Test
  void aLinkLeadsToNoOtherOneOfItsOwnQuote() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    desk.send(quote);
    assertThat(follow(token)).isPresent();
    assertThat(here(() -> door.followToNewest(token))).isEmpty();
  }

  @Test
  void aQuoteIsShownAsOfOneMoment() throws Exception {
    var quote = desk.send(desk.quote(500));
    var visit = follow(token(quote)).orElseThrow();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table quote_line in access exclusive mode");
      var shown = threads.submit(() -> here(() -> door.show(visit, false)));
      Awaitility.await().until(() -> TestDatabase.shared().waitingFor("quote_line") == 1);
      statement.execute(
          "update quote set subtotal = 700, total = 700 where id = '%s'"
              .formatted(quote.at("/id")));
      statement.execute(
          "update quote_line set unit_price = 700, gross = 700, total_price = 700 where quote_id = '%s'"
              .formatted(quote.at("/id")));
      database.commit();
      assertThat(shown.get().lines().get(0).totalPrice()).isEqualTo(shown.get().total());
    }
  }

  @Test
  void aLinkIsDeadAfterWithdrawalAndStaysSo() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    desk.withdraw(quote).ok();
    assertThat(follow(token)).isEmpty();
    desk.send(quote);
    assertThat(follow(token)).isEmpty();
    assertThat(follow(token(quote, 2))).isPresent();
  }

  @Test
  void aLinkEndsWithDeclineConversionAndExpiry() {
    var declined = desk.send(desk.quote(500));
    var token = token(declined);
    desk.answer(declined, "decline").ok();
    assertThat(follow(token).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.ENDED);

    var other = QuoteDesk.of(clinics.open());
    desk = other;
    var until = Instant.now().plus(Duration.ofDays(2));
    var quote = desk.quote(desk.cart(500), aQuote().validUntil(until)).ok();
    desk.send(quote);
    var running = token(quote);
    clock.in(Duration.ofDays(3), () -> assertThat(follow(running)).isEmpty());
    desk.answer(quote, "accept").ok();
    assertThat(follow(running).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.OPEN);
    desk.convert(quote).ok();
    assertThat(follow(running).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.ENDED);
  }

  @Test
  void theLinkOfAReplacedQuoteLeadsToTheNewestOne() {
    var quote = desk.send(desk.quote(500));
    var token = token(quote);
    var second = desk.revise(quote, "SAME").ok();
    assertThat(follow(token).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.OPEN);
    desk.send(second);
    assertThat(follow(token).orElseThrow().standing()).isEqualTo(LinkVisit.Standing.REPLACED);
    var newest = here(() -> door.followToNewest(token)).orElseThrow();
    assertThat(newest.quoteId()).isEqualTo(second.at("/id"));
    assertThat(newest.standing()).isEqualTo(LinkVisit.Standing.OPEN);

    var third = desk.revise(second, "SAME").ok();
    desk.send(third);
    assertThat(here(() -> door.followToNewest(token)).orElseThrow().quoteId())
        .isEqualTo(third.at("/id"));
    for (int i = 0; i < 5; i++) {
      var visit = here(() -> door.followToNewest(token));
      assertThat(here(() -> door.confirm(visit.orElseThrow(), "1900-01-01"))).isFalse();
    }
    assertThat(here(() -> door.followToNewest(token))).isEmpty();
    desk.withdraw(third).ok();
    assertThat(here(() -> door.followToNewest(token))).isEmpty();
  }

  @Test
  void anAnswerIsKeptWithTheExactContentThatWasShown() {
    var quote = desk.quote(desk.cart(500), aQuote().terms("Pay in time.")).ok();
    desk.send(quote);
    var visit = follow(token(quote)).orElseThrow();
    var shown = here(() -> door.show(visit, true));
    assertThat(desk.read(quote).at("/status")).isEqualTo("VIEWED");
    assertThat(shown.total()).isEqualTo(500);
    var answer =
        new PatientAnswer(
            true,
            "Thanks",
            shown.sha256(),
            LinkVisit.Challenge.DATE_OF_BIRTH,
            "192.0.2.7",
            "Tester/1",
            "es");
    var after = here(() -> door.answer(visit, answer));
    assertThat(after.answerMessage()).isEqualTo("Thanks");
    assertThat(here(() -> door.answer(visit, answer)).respondedDate())
        .isEqualTo(after.respondedDate());

    var kept = desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok();
    assertThat(kept.at("/sha256")).isEqualTo(shown.sha256());
    assertThat(QuoteContent.sha256(kept.at("/content"))).isEqualTo(shown.sha256());
    assertThat(kept.at("/content"))
        .isEqualTo(
            "{\"currency\":\"USD\",\"description\":null,\"discountAmount\":0,\"lines\":[{\"description\":null,"
                + "\"discountAmount\":0,\"discountPercentage\":\"0\",\"name\":\"Serum\",\"quantity\":\"1\",\"taxAmount\":0,"
                + "\"totalPrice\":500,\"unitPrice\":500}],\"quoteId\":\""
                + quote.at("/id")
                + "\",\"subtotal\":500,\"taxAmount\":0,\"terms\":\"Pay in time.\",\"title\":\"Quote for Jane Doe\","
                + "\"total\":500,\"validUntil\":null,\"version\":2}");
    assertThat(kept.at("/verification")).isEqualTo("DATE_OF_BIRTH");
    assertThat(kept.at("/networkAddress")).isEqualTo("192.0.2.7");
    assertThat(kept.at("/userAgent")).isEqualTo("Tester/1");
    assertThat(kept.json().get("verified").booleanValue()).isTrue();
  }

  @Test
  void theProofHoldsWhenTheClinicChangesItsCurrency() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    TestDatabase.shared()
        .executeAsSuperuser(
            "update tenant set currency = 'EUR' where id = '%s'".formatted(desk.clinic().id()));
    clock.in(
        Duration.ofMinutes(1),
        () -> {
          var kept = desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok();
          assertThat(kept.json().get("verified").booleanValue()).isTrue();
          assertThat(kept.at("/content")).contains("\"currency\":\"USD\"");
        });
  }

  @Test
  void theProofOfAnAcceptanceThatNamesNoVersionHolds() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    var path = QuoteDesk.path(quote) + "/acceptance";
    rewritten(quote, "replace(content, ',\"version\":2', '')");
    var kept = desk.api().get(path).ok();
    assertThat(kept.at("/content")).doesNotContain("version");
    assertThat(kept.json().get("verified").booleanValue()).isTrue();

    rewritten(quote, "replace(content, 'Serum', 'Syrup')");
    assertThat(desk.api().get(path).ok().json().get("verified").booleanValue()).isFalse();
  }

  /** Only somebody who owns the whole server could do this; the hash is made to fit. */
  private static void rewritten(Answer quote, String content) {
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            set session_replication_role = replica;
            update quote_acceptance set content = %1$s, sha256 = sha256(convert_to(%1$s, 'UTF8'))
             where quote_id = '%2$s'
            """
                .formatted(content, quote.at("/id")));
  }

  @Test
  void whatIsNotWhatWasShownIsNotAccepted() {
    var quote = desk.send(desk.quote(500));
    var visit = follow(token(quote)).orElseThrow();
    var before = desk.read(quote).text();
    assertThatThrownBy(
            () ->
                here(
                    () ->
                        door.answer(
                            visit,
                            new PatientAnswer(
                                true,
                                null,
                                "0".repeat(64),
                                LinkVisit.Challenge.DATE_OF_BIRTH,
                                null,
                                null,
                                null))))
        .isInstanceOf(Conflict.class);
    assertThat(desk.read(quote).text()).isEqualTo(before);
    desk.api().get(QuoteDesk.path(quote) + "/acceptance").refused(404);
  }

  @Test
  void evidenceIsChangedByNobodyNotEvenTheOwnerOfTheTable() {
    var quote = desk.send(desk.quote(500));
    desk.answer(quote, "accept").ok();
    var kept = desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok();
    for (var attempt :
        List.of(
            "update quote_acceptance set user_agent = 'me' where quote_id = '%s'",
            "delete from quote_acceptance where quote_id = '%s'",
            "truncate quote_acceptance -- %s")) {
      assertThatThrownBy(
              () -> TestDatabase.shared().executeAsSuperuser(attempt.formatted(quote.at("/id"))))
          .hasStackTraceContaining("kept as evidence");
    }
    assertThat(desk.api().get(QuoteDesk.path(quote) + "/acceptance").ok().text())
        .isEqualTo(kept.text());
    assertThat(kept.at("/verification")).isEqualTo("API_KEY");
  }
}
