package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.quotes.delivery.LinkVisit.Challenge;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a request of the patient's page asks of the database: one transaction, of few messages. What
 * the clinic is like is believed for a while; where it is read anew, that is one message more.
 */
@CartwrightTest
class PatientPageStatementsTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private SentQuote offers;
  private Visitor visitor;

  @BeforeEach
  void somebodyHoldsALink() {
    offers = new SentQuote(clinics);
    visitor = new Visitor(clinics.nobody());
  }

  private Answer taking(int transactions, int messages, int status, Supplier<Answer> request) {
    var answer = new ArrayList<Answer>();
    var sent = new ArrayList<Long>();
    var begun =
        statements.transactionsDuring(
            () -> sent.add(statements.during(() -> answer.add(request.get()))));

    assertThat(answer.getFirst().status()).isEqualTo(status);
    assertThat(begun).as("transactions").isEqualTo(transactions);
    assertThat(sent.getFirst()).as("messages").isBetween((long) messages, messages + 1L);
    return answer.getFirst();
  }

  @Test
  void aPatientWhoIsAskedWhoTheyAre() {
    var path = offers.to(clinics.open()).path();

    taking(1, 8, 200, () -> visitor.get(path));
    taking(1, 5, 200, () -> visitor.get(path));
    taking(1, 4, 303, () -> visitor.confirm(path, "1981", "13", "1"));
    taking(2, 12, 303, () -> visitor.confirm(path, "1981", "1", "1"));
    taking(2, 12, 303, () -> visitor.confirm(path, "1980", "7", "3"));
    taking(1, 13, 200, () -> visitor.get(path));
    taking(1, 9, 200, () -> visitor.get(path));
    taking(1, 10, 200, () -> visitor.get(path + "/quote.pdf"));
  }

  @Test
  void aPatientWhoAnswers() {
    var path = offers.to(clinics.open()).path();
    var page = visitor.comeIn(path);
    var stranger = new Visitor(clinics.nobody());

    taking(1, 9, 422, () -> visitor.answer(path, page, "perhaps", ""));
    taking(1, 5, 403, () -> stranger.answer(path, page, "accept", ""));
    taking(1, 21, 303, () -> visitor.answer(path, page, "accept", "Thank you"));
    taking(1, 10, 303, () -> visitor.answer(path, page, "accept", "Thank you"));
    taking(2, 18, 409, () -> visitor.answer(path, page, "decline", ""));
    taking(1, 10, 200, () -> visitor.get(path));
  }

  @Test
  void whereNoProofIsAskedFor() {
    var path = offers.to(clinics.open(), Challenge.NONE).path();

    taking(1, 9, 200, () -> new Visitor(clinics.nobody()).with("User-Agent", "curl/8").get(path));
    taking(1, 15, 200, () -> visitor.get(path));
    taking(1, 9, 200, () -> visitor.get(path));
  }

  @Test
  void aLinkThatLeadsElsewhereOrNowhere() {
    var offer = offers.to(clinics.open());
    offer.replace();
    var unknown = "/q/" + offer.clinic().id() + "/" + "x".repeat(43);

    taking(1, 5, 200, () -> visitor.get(offer.path()));
    taking(1, 4, 404, () -> visitor.get(unknown));
    taking(0, 0, 404, () -> visitor.get("/q/" + offer.clinic().id() + "/short"));
  }

  @Test
  void threeHundredLinesTakeNoMoreThanTwo() {
    var lines = new ArrayList<SentQuote.Line>();
    for (int i = 0; i < 300; i++) {
      lines.add(new SentQuote.Line("Filler " + i, null, 1000, BigDecimal.ONE, BigDecimal.ONE));
    }
    var wanted = SentQuote.anything().asking(Challenge.NONE).of(List.copyOf(lines));
    var path = offers.to(clinics.open(), wanted).path();

    taking(1, 15, 200, () -> visitor.get(path));
    taking(1, 9, 200, () -> visitor.get(path));
    taking(1, 10, 200, () -> visitor.get(path + "/quote.pdf"));
  }
}
