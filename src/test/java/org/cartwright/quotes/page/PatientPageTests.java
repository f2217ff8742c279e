package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aProvider;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cartwright.quotes.QuoteAnswers;
import org.cartwright.quotes.delivery.LinkVisit.Challenge;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The patient's page over HTTP: what it lets out, and what it makes of what comes in. */
@CartwrightTest
class PatientPageTests {

  private static final List<String> SECRETS =
      List.of(
          "Jane", "Doe", "smoother", "Tuesday", "aftercare", "Botulinum", "serum", "$", "Total");

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private QuoteAnswers answers;
  private SentQuote offers;
  private Visitor visitor;

  @BeforeEach
  void somebodyHoldsALink() {
    offers = new SentQuote(clinics);
    visitor = aVisitor();
  }

  private Visitor aVisitor() {
    return new Visitor(clinics.nobody());
  }

  // What is shown, and to whom

  @ParameterizedTest
  @EnumSource(
      value = Challenge.class,
      names = {"DATE_OF_BIRTH", "PHONE_ENDING"})
  void nothingOfTheQuoteIsShownBeforeThePatientIsKnown(Challenge challenge) {
    var offer = offers.to(clinics.open(), challenge);

    var page = visitor.get(offer.path()).ok();

    assertThat(page.text()).doesNotContain(SECRETS).contains("Clinic " + offer.clinic().id());
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(offer.status()).isEqualTo("SENT");
    assertThat(visitor.get(offer.path() + "/quote.pdf").status()).isEqualTo(303);
  }

  @Test
  void whoeverKnowsTheDateOfBirthSeesTheQuote() {
    var offer = offers.to(clinics.open("America/New_York"));

    var page = visitor.comeIn(offer.path());

    assertThat(page.text())
        .contains("A smoother look", "Jane Doe", "Prices include aftercare.", "Botulinum toxin")
        .contains("valid until <bdi>July 3, 2099, 11:00 AM</bdi>")
        .contains("$13.00", "-$26.00", "(10 %)", "$234.00", "$19.03")
        .contains(">2.5<", "$354.00", "-$5.00", "$28.79", "$377.79");
    assertThat(page.text().indexOf("Terms")).isLessThan(page.text().indexOf("Accept this quote"));
    assertThat(offer.status()).isEqualTo("VIEWED");
  }

  @Test
  void whoeverKnowsTheEndOfTheirPhoneNumberSeesTheQuoteWhereNoDateIsOnFile() {
    var offer = offers.to(clinics.open(), Challenge.PHONE_ENDING);

    assertThat(visitor.post(offer.path() + "/confirm", Map.of("said", " 9999 ")).status())
        .isEqualTo(303);

    assertThat(visitor.get(offer.path()).ok().text()).contains("Jane Doe");
  }

  @Test
  void aQuoteThatAsksForNoProofIsShownAtOnce() {
    var offer = offers.to(clinics.open(), Challenge.NONE);

    var page = visitor.get(offer.path()).ok();

    assertThat(page.text()).contains("Jane Doe", "Accept this quote");
    assertThat(offer.status()).isEqualTo("VIEWED");
    assertThat(visitor.answer(offer.path(), page, "accept", "").status()).isEqualTo(303);
    assertThat(offer.status()).isEqualTo("ACCEPTED");
  }

  @Test
  void amountsAreWrittenInTheClinicsCurrencyAndLocale() {
    var yen = visitor.comeIn(offers.to(clinics.open("Asia/Tokyo", "JPY", "ja-JP")).path());
    var euro = visitor.comeIn(offers.to(clinics.open("Europe/Berlin", "EUR", "de-DE")).path());

    assertThat(yen.text()).contains("37,779").doesNotContain("377.79");
    assertThat(euro.text()).contains("377,79\u00a0€", ">2,5<");
  }

  @Test
  void markupInWhatIsShownIsText() {
    var any = SentQuote.anything();
    var evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    var offer =
        offers.to(
            clinics.open(),
            new SentQuote.Wanted(
                evil,
                evil,
                evil,
                evil,
                List.of(new SentQuote.Line(evil, evil, 100, BigDecimal.ONE, BigDecimal.ZERO)),
                any.challenge(),
                any.validUntil()));

    var page = visitor.comeIn(offer.path());
    assertThat(visitor.answer(offer.path(), page, "accept", evil).status()).isEqualTo(303);
    var answered = visitor.get(offer.path()).ok();

    assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x");
    assertThat(answered.text()).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x");
  }

  // What is said wrongly

  @ParameterizedTest
  @CsvSource({
    "'', '', '', empty",
    "3, '', 1980, empty",
    "31, 2, 1980, impossible",
    "30, 2, 2000, impossible",
    "3, 7, 80, impossible",
    "3, 13, 1980, impossible",
    "3, Smarch, 1980, impossible",
    "3, 7, 2999, impossible",
    "3, 7, 1066, impossible",
    "x, 7, 1980, impossible",
    "-3, 7, 1980, impossible",
    "3, 7, 99999999999, impossible"
  })
  void whatCannotBeRightIsToldAndCountsAsNoTry(
      String day, String month, String year, String mishap) {
    var offer = offers.to(clinics.open());

    var answer = visitor.confirm(offer.path(), year, month, day);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(offer.path() + "?again=" + mishap);
    visitor.confirm(offer.path(), "1981", "1", "1");
    assertThat(visitor.get(offer.path() + "?again=wrong").text()).contains("4 tries left");
  }

  @ParameterizedTest
  @CsvSource({"03, 07, 1980", "' 3', '7 ', 1980", "3, July, 1980", "3, jul, 1980", "٣, ٧, ١٩٨٠"})
  void aDateMayBeWrittenInManyWays(String day, String month, String year) {
    var offer = offers.to(clinics.open());

    assertThat(visitor.confirm(offer.path(), year, month, day).headers().firstValue("Location"))
        .hasValue(offer.path());
  }

  @Test
  void aWrongTryIsToldBesideTheFieldAndNotRepeated() {
    var offer = offers.to(clinics.open());

    var answer = visitor.confirm(offer.path(), "1981", "11", "23");
    var page = visitor.get(answer.headers().firstValue("Location").orElseThrow()).ok();

    assertThat(page.text())
        .contains("That does not match our records. 4 tries left.")
        .contains("role=\"alert\"", "aria-invalid=\"true\"", "aria-describedby=\"mishap\"")
        .doesNotContain("value=\"1981\"", "value=\"23\"", "value=\"11\"");
    // The clinic's number and the link's key may hold any digits.
    assertThat(page.text().replace(offer.path(), "")).doesNotContainPattern("\\b(1981|23)\\b");
    assertThat(offer.status()).isEqualTo("SENT");
  }

  @Test
  void theFifthWrongTryLocksTheLinkAlsoForThoseWhoKnow() {
    var offer = offers.to(clinics.open());
    for (int i = 0; i < 5; i++) {
      visitor.confirm(offer.path(), "1981", "1", "1");
    }

    assertThat(visitor.confirm(offer.path(), "1980", "7", "3").status()).isEqualTo(404);
    assertThat(visitor.get(offer.path()).status()).isEqualTo(404);
  }

  // Links that lead nowhere

  @Test
  void allLinksThatLeadNowhereAreAnsweredInTheSameBytes() {
    var clinic = clinics.open();
    var withdrawn = offers.to(clinic);
    withdrawn.withdraw();
    var declined = offers.to(clinic);
    declined.answerAtTheDesk("decline");
    var locked = offers.to(clinic);
    for (int i = 0; i < 5; i++) {
      visitor.confirm(locked.path(), "1981", "1", "1");
    }
    var unknown = "/q/" + clinic.id() + "/" + "x".repeat(43);
    var elsewhere = offers.to(clinics.open());

    for (var step : List.of("", "/newest", "/quote.pdf", "/newest/quote.pdf")) {
      var answers =
          List.of(
                  withdrawn.path(),
                  declined.path(),
                  locked.path(),
                  unknown,
                  "/q/nobody/" + "x".repeat(43),
                  "/q/NOBODY/" + "x".repeat(43),
                  "/q/" + clinic.id() + "/short",
                  "/q/" + clinic.id() + "/" + elsewhere.token())
              .stream()
              .map(path -> aVisitor().get(path + step))
              .toList();

      assertThat(answers).extracting(Answer::status).containsOnly(404);
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(answers.stream().map(a -> withoutWhatIsThisAnswersOwn(a.headers())).distinct())
          .hasSize(1);
      assertThat(answers.getFirst().text()).contains("ask your clinic").doesNotContain(clinic.id());
    }
    for (var step : List.of("/confirm", "/answer")) {
      var answers =
          List.of(withdrawn.path(), declined.path(), locked.path(), unknown, "/q/nobody/x").stream()
              .map(path -> aVisitor().post(path + step, Map.of("answer", "accept")))
              .toList();
      assertThat(answers).extracting(Answer::status).containsOnly(404);
      assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(answers.stream().map(a -> withoutWhatIsThisAnswersOwn(a.headers())).distinct())
          .hasSize(1);
    }
  }

  private static Map<String, List<String>> withoutWhatIsThisAnswersOwn(HttpHeaders headers) {
    var kept = new TreeMap<>(headers.map());
    kept.keySet().removeAll(Set.of("date", "x-request-id", "connection", "keep-alive"));
    return kept;
  }

  @Test
  void theLinkOfAReplacedQuoteLeadsToTheNewerOneOnItsOwnTerms() {
    var offer = offers.to(clinics.open());
    offer.replace();

    var page = visitor.get(offer.path()).ok();
    assertThat(page.text()).contains("newer", offer.path() + "/newest").doesNotContain(SECRETS);
    var newest = offer.path() + "/newest";
    assertThat(visitor.get(newest).ok().text()).contains("date of birth").doesNotContain(SECRETS);

    var shown = visitor.comeIn(newest);
    assertThat(shown.text()).contains("The newer one");
    assertThat(visitor.answer(newest, shown, "accept", "").headers().firstValue("Location"))
        .hasValue(newest);
    assertThat(visitor.get(newest).ok().text()).contains("You accepted this quote");
  }

  @Test
  void whoReadsTheNewerQuoteByTheOldLinkAnswersItThoughItIsSentAgainMeanwhile() {
    var offer = offers.to(clinics.open());
    var newer = offer.desk().revise(offer.quote(), "SAME").ok();
    offer.desk().send(newer);
    var newest = offer.path() + "/newest";
    var shown = visitor.comeIn(newest);

    offer.desk().send(newer);

    assertThat(visitor.answer(newest, shown, "accept", "").headers().firstValue("Location"))
        .hasValue(newest);
    assertThat(visitor.get(newest).ok().text()).contains("You accepted this quote");
    assertThat(offer.desk().read(newer).at("/status")).isEqualTo("ACCEPTED");
  }

  // Answering

  @Test
  void whoeverAnswersWhatWasReplacedMeanwhileIsToldThatNothingWasRecorded() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());
    offer.replace();

    var refused = visitor.answer(offer.path(), page, "accept", "Gladly");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text())
        .contains("There is a newer quote", "Nothing was recorded. Clinic ")
        .contains(offer.path() + "/newest");
    assertThat(offer.status()).isEqualTo("EXPIRED");
    assertThat(offer.timeline()).doesNotContain("ACCEPTED");
  }

  @ParameterizedTest
  @CsvSource({"true, You accepted this quote", "false, You declined"})
  void whatTheStaffTookDownIsNothingThatThePatientWrote(boolean accepts, String heading)
      throws Exception {
    var offer = offers.to(clinics.open());
    visitor.comeIn(offer.path());
    var clinic = offer.clinic();
    var ana =
        clinic
            .api()
            .post("/admin/providers/invite", aProvider("Ana", "Ortiz").email("ana@example.com"))
            .ok();
    var answer = new QuoteAnswers.Answer(accepts, "On the phone; sounded unwell", null, null);

    Caller.ofStaff(clinic.id(), ana.at("/id"))
        .call(() -> answers.takeDown(offer.quote().at("/id"), answer, null, null));

    assertThat(visitor.get(offer.path()).ok().text())
        .contains(heading)
        .doesNotContain("What you wrote", "sounded unwell");
    assertThat(offer.desk().read(offer.quote()).text()).doesNotContain("sounded unwell");
  }

  @Test
  void theEvidenceOfAnAnswerSaysHowThePatientWasKnown() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    visitor.answer(offer.path(), page, "accept", "");

    var evidence = offer.acceptance();
    assertThat(evidence.at("/sha256")).isEqualTo(Visitor.hidden(page, "shown"));
    assertThat(evidence.at("/verification")).isEqualTo("DATE_OF_BIRTH");
    assertThat(evidence.at("/networkAddress")).contains("127.0.0.1");
    assertThat(evidence.at("/userAgent")).isEqualTo(Visitor.BROWSER);
  }

  @ParameterizedTest
  @CsvSource({"accept, ACCEPTED, You accepted this quote", "decline, DECLINED, You declined"})
  void anAnswerIsTakenConfirmedAndSurvivesReloadsAndDoubleClicks(
      String answer, String status, String heading) {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    var first = visitor.answer(offer.path(), page, answer, "Thank you,\r\nJane");
    var again = visitor.answer(offer.path(), page, answer, "Thank you,\r\nJane");

    assertThat(first.status()).isEqualTo(303);
    assertThat(again.status()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).hasValue(offer.path());
    for (int i = 0; i < 2; i++) {
      assertThat(visitor.get(offer.path()).ok().text())
          .contains(heading, "Thank you,\nJane", "/quote.pdf")
          .doesNotContain("<form");
    }
    assertThat(offer.status()).isEqualTo(status);
    var pdf = visitor.get(offer.path() + "/quote.pdf").ok();
    assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(pdf.text()).startsWith("%PDF");
  }

  @Test
  void theOtherAnswerIsRefusedInAPatientsWords() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());
    offer.answerAtTheDesk("accept");

    var refused = visitor.answer(offer.path(), page, "decline", "");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("not recorded", "accepted before", offer.path());
    assertThat(offer.status()).isEqualTo("ACCEPTED");
  }

  @Test
  void whoeverAnswersWhatWasTakenBackMeanwhileIsToldSo() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());
    offer.withdraw();

    var refused = visitor.answer(offer.path(), page, "accept", "");
    var forged = visitor.post(offer.path() + "/answer", Map.of("token", "x", "answer", "accept"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("not recorded", "run out").doesNotContain(SECRETS);
    assertThat(forged.status()).isEqualTo(404);
    assertThat(visitor.get(offer.path()).status()).isEqualTo(404);
  }

  @Test
  void whoeverAnswersWhatRanOutMeanwhileIsToldSo() {
    var until = clock.instant().plus(Duration.ofMinutes(10));
    var offer = offers.to(clinics.open(), SentQuote.anything().validUntil(until));
    var page = visitor.comeIn(offer.path());

    clock.in(
        Duration.ofMinutes(11),
        () -> {
          var refused = visitor.answer(offer.path(), page, "accept", "");

          assertThat(refused.status()).isEqualTo(409);
          assertThat(refused.text()).contains("not recorded", "run out").doesNotContain(SECRETS);
          assertThat(offer.status()).isEqualTo("EXPIRED");
          assertThat(offer.desk().cartOf(offer.quote()).at("/status")).isEqualTo("EXPIRED");
          assertThat(visitor.get(offer.path()).status()).isEqualTo(404);
        });
  }

  @Test
  void anAnswerToSomethingElseThanWhatIsThereIsRefused() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    var refused =
        visitor.post(
            offer.path() + "/answer",
            Map.of(
                "answer", "accept",
                "token", Visitor.hidden(page, "token"),
                "shown", "cd".repeat(32)));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("look at it again");
    assertThat(offer.status()).isEqualTo("VIEWED");
  }

  @Test
  void aFormThatIsNotThePagesOwnChangesNothing() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());
    var shown = Visitor.hidden(page, "shown");
    var ofAnother = Visitor.hidden(aVisitor().comeIn(offer.path()), "token");
    var stranger = aVisitor();

    for (var forged :
        List.of(
            visitor.post(offer.path() + "/answer", Map.of("answer", "accept", "shown", shown)),
            visitor.post(
                offer.path() + "/answer",
                Map.of("answer", "accept", "shown", shown, "token", ofAnother)),
            stranger.answer(offer.path(), page, "accept", ""))) {
      assertThat(forged.status()).isEqualTo(403);
      assertThat(forged.text()).contains("open too long", "href=\"" + offer.path() + "\"");
    }
    assertThat(offer.status()).isEqualTo("VIEWED");
  }

  @Test
  void aSessionEndsAfterHalfAnHour() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    clock.in(
        Duration.ofMinutes(29),
        () -> assertThat(visitor.get(offer.path()).text()).contains("Jane"));
    clock.in(
        Duration.ofMinutes(30),
        () -> {
          assertThat(visitor.get(offer.path()).ok().text())
              .contains("date of birth")
              .doesNotContain(SECRETS);
          assertThat(visitor.answer(offer.path(), page, "accept", "").status()).isEqualTo(403);
        });
    assertThat(offer.status()).isEqualTo("VIEWED");
  }

  @Test
  void whereNoProofIsAskedForASessionBeginsAnewWithEveryLook() {
    var offer = offers.to(clinics.open(), Challenge.NONE);
    visitor.get(offer.path()).ok();

    clock.in(
        Duration.ofMinutes(29),
        () -> {
          var page = visitor.get(offer.path()).ok();
          clock.in(
              Duration.ofMinutes(50),
              () ->
                  assertThat(visitor.answer(offer.path(), page, "accept", "").status())
                      .isEqualTo(303));
        });

    assertThat(offer.status()).isEqualTo("ACCEPTED");
  }

  @Test
  void aSessionIsGoodForItsOwnLinkOnly() {
    var clinic = clinics.open();
    var mine = offers.to(clinic);
    var anothers = offers.to(clinic);
    visitor.comeIn(mine.path());

    assertThat(visitor.get(anothers.path()).ok().text()).doesNotContain(SECRETS);
    assertThat(visitor.get(anothers.path() + "/quote.pdf").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "x.y", "eA.eA", "%", "AAAA.AAAA"})
  void aCookieThatIsNotOursIsNone(String value) {
    var offer = offers.to(clinics.open());

    assertThat(visitor.with("Cookie", "visit=" + value).get(offer.path()).ok().text())
        .doesNotContain(SECRETS);
  }

  @Test
  void aMessageThatIsTooLongIsToldAndNothingOfItIsLost() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    var refused = visitor.answer(offer.path(), page, "accept", "ü\r\n".repeat(1000) + "end");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("Your message has 2,003 characters", "aria-invalid=\"true\"")
        .contains("ü\n".repeat(1000) + "end</textarea>");
    assertThat(offer.status()).isEqualTo("VIEWED");
    assertThat(visitor.answer(offer.path(), page, "accept", "ü\r\n".repeat(1000)).status())
        .isEqualTo(303);
  }

  @Test
  void aMessageWithoutAnAnswerIsKeptToo() {
    var offer = offers.to(clinics.open());
    var page = visitor.comeIn(offer.path());

    var refused = visitor.answer(offer.path(), page, "perhaps", "Is there parking?");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Accept or decline.", "Is there parking?</textarea>");
  }

  // Who counts as a viewer

  @Test
  void whatLooksWithoutAPersonBehindItMarksNothing() {
    var offer = offers.to(clinics.open(), Challenge.NONE);
    var path = offer.path();

    assertThat(visitor.send("HEAD", path).ok().text()).isEmpty();
    for (var header : List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")) {
      aVisitor().with(header, "prefetch").get(path).ok();
    }
    aVisitor().with("Sec-Purpose", "prefetch;prerender").get(path).ok();
    for (var program :
        List.of(
            "curl/8.5.0",
            "WhatsApp/2.23",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "facebookexternalhit/1.1",
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
            "Mozilla/5.0 (via ggpht.com GoogleImageProxy)")) {
      aVisitor().with("User-Agent", program).get(path).ok();
    }
    aVisitor().without("User-Agent").get(path).ok();

    assertThat(offer.wasOpened()).isFalse();
    assertThat(offer.status()).isEqualTo("SENT");
    aVisitor().with("User-Agent", "Mozilla/5.0 (Linux; Android 13; CUBOT X30)").get(path).ok();
    assertThat(offer.wasOpened()).isTrue();
    assertThat(offer.status()).isEqualTo("VIEWED");
  }

  @Test
  void openingTheQuestionIsNoView() {
    var offer = offers.to(clinics.open());

    visitor.get(offer.path()).ok();

    assertThat(offer.wasOpened()).isTrue();
    assertThat(offer.status()).isEqualTo("SENT");
  }

  // What every answer says to the browser

  @Test
  void everyAnswerIsStrict() {
    var clinic = clinics.open();
    var offer = offers.to(clinic);
    var base = offer.path();
    var page = visitor.comeIn(base);

    for (var answer :
        List.of(
            page,
            aVisitor().get(base),
            visitor.get(base + "/quote.pdf"),
            visitor.answer(base, page, "maybe", ""),
            visitor.post(base + "/answer", Map.of()),
            visitor.confirm(base, "", "", ""),
            visitor.get("/q"),
            visitor.get("/q/"),
            visitor.get("/q/a/b/c/d/e"),
            visitor.get("/q/" + clinic.id() + "/logo"),
            visitor.get("/q/_/nothing"),
            visitor.send("PUT", base),
            visitor.send("DELETE", base),
            visitor.send("OPTIONS", base),
            visitor.send("POST", base + "/answer"),
            visitor.post(base + "/answer", Map.of("message", "x".repeat(1_100_000))),
            visitor.with("X-Trouble", "now").get(base))) {
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .as(answer.text())
          .containsExactly(
              "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
      assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("X-Robots-Tag"))
          .containsExactly("noindex, nofollow, noarchive");
      assertThat(answer.headers().allValues("Cross-Origin-Opener-Policy"))
          .containsExactly("same-origin");
      assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy"))
          .containsExactly("same-origin");
      assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
          .contains("camera=()");
      if (answer.status() >= 400) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
            .as(answer.text())
            .isEqualTo("text/html;charset=utf-8");
        assertThat(answer.text()).contains("<h1").doesNotContain("Exception", "secret");
      }
      if (!answer.text().startsWith("%PDF")) {
        assertThat(answer.text()).doesNotContain("<script", "style=", "onclick", "http://");
      }
    }
  }

  @Test
  void refusalsBelowThePageHaveTheirStatus() {
    var offer = offers.to(clinics.open());

    assertThat(visitor.send("PUT", offer.path()).status()).isEqualTo(405);
    assertThat(visitor.send("PUT", offer.path()).headers().firstValue("Allow")).isPresent();
    assertThat(visitor.send("POST", offer.path() + "/answer").status()).isEqualTo(415);
    visitor.comeIn(offer.path());
    assertThat(
            visitor
                .post(offer.path() + "/answer", Map.of("message", "x".repeat(1_100_000)))
                .status())
        .isEqualTo(413);
    assertThat(visitor.get("/q/" + offer.clinic().id() + "/logo").status()).isEqualTo(404);
    assertThat(visitor.with("X-Trouble", "now").get(offer.path()).status()).isEqualTo(500);
  }

  @Test
  void whoeverWantsNothingButJsonIsRefusedInJson() {
    visitor.with("Accept", "application/json").get("/q/nobody/nothing/at/all").refused(404);
  }

  @Test
  void anAddressThatIsNoneIsAnsweredWithAPage() {
    var answer =
        RawConnection.send(
            clinics.nobody(), "GET /q/demo/a%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("text/html", "default-src 'none'", "<h1>This address is not complete</h1>");
  }

  @Test
  void theStyleSheetAndTheLogoMayBeKept() {
    var clinic = clinics.open();
    var page = visitor.get(offers.to(clinic).path()).ok();
    var address = Pattern.compile("href=\"(/q/_/page.css[^\"]*)\"").matcher(page.text());
    assertThat(address.find()).isTrue();

    var css = visitor.get(address.group(1)).ok();

    assertThat(css.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
    assertThat(css.headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(css.text()).doesNotContain("url(", "@import");
    assertThat(page.text()).doesNotContain("/logo");
  }

  // The cookie

  @Test
  void theCookieIsForThisLinkAndNobodyElse() {
    var offer = offers.to(clinics.open());

    var cookie =
        visitor
            .confirm(offer.path(), "1980", "7", "3")
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();

    assertThat(cookie)
        .startsWith("visit=")
        .contains("; Path=" + offer.path() + ";", "; HttpOnly", "; SameSite=Lax")
        .contains("; Max-Age=1800")
        .doesNotContain("Domain", "Secure")
        .doesNotContain("1980");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Proto, https",
    "X-Forwarded-Proto, 'https, http'",
    "Forwarded, 'for=192.0.2.60;proto=https;by=203.0.113.43'"
  })
  void theCookieIsForTlsOnlyWhereItCameOverTls(String header, String value) {
    var offer = offers.to(clinics.open());

    var confirmed = visitor.with(header, value).confirm(offer.path(), "1980", "7", "3");

    assertThat(confirmed.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
    assertThat(confirmed.headers().firstValue("Location")).hasValue(offer.path());
  }

  @Test
  void nobodyIsAskedForAnApiKeyAndOneIsOfNoUse() {
    var offer = offers.to(clinics.open());
    var other = clinics.open();

    var page =
        visitor.with("TENANT", other.id()).with("API-KEY", other.key()).get(offer.path()).ok();

    assertThat(page.text()).contains("Clinic " + offer.clinic().id());
  }
}
