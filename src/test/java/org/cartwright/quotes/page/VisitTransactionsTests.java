package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.cartwright.quotes.delivery.LinkVisit.Challenge;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/** The one transaction of a visit: what it sees, what it holds, and when it is over. */
@CartwrightTest
class VisitTransactionsTests {

  @Autowired private Clinics clinics;
  @Autowired private VisitTransactions visits;

  private SentQuote.Offer offer;

  @BeforeEach
  void somebodyHoldsALink() {
    offer = new SentQuote(clinics).to(clinics.open(), Challenge.NONE);
  }

  private LinkAddress link() {
    return new LinkAddress(offer.clinic().id(), offer.token(), false);
  }

  @Test
  void theAnswerIsMadeInTheTenantOnceTheTransactionIsOver() {
    var looked =
        visits.look(
            link(),
            visit -> {
              var before = isActualTransactionActive() + ", " + isCurrentTransactionReadOnly();
              return () ->
                  ResponseEntity.ok(
                      before + ", " + isActualTransactionActive() + ", " + CurrentTenant.id());
            });
    var noted =
        visits.note(
            link(),
            visit -> {
              var before = isActualTransactionActive() + ", " + isCurrentTransactionReadOnly();
              return () -> ResponseEntity.ok(before + ", " + isActualTransactionActive());
            });

    assertThat(looked.getBody()).isEqualTo("true, true, false, " + offer.clinic().id());
    assertThat(noted.getBody()).isEqualTo("true, false, false");
  }

  @Test
  void aPersonWhoLooksAgainSeesTheQuoteAsOfOneMoment() throws Exception {
    new Visitor(clinics.nobody()).get(offer.path()).ok();
    var id = offer.quote().at("/id");

    var page =
        meanwhile(
            "lock table quote_line in access exclusive mode",
            "quote_line",
            database -> {
              database.execute(
                  "update quote set version = version + 1, title = 'Another one' where id = '%s'"
                      .formatted(id));
              database.execute(
                  "update quote_line set name = 'Another line' where quote_id = '%s'"
                      .formatted(id));
            });

    assertThat(page.ok().text())
        .contains("Another one", "Another line")
        .doesNotContain("A smoother look", "Botulinum");
  }

  @Test
  void whoeverWaitsForTheCartHoldsNoLinkMeanwhile() throws Exception {
    var id = offer.quote().at("/id");

    var page =
        meanwhile(
            "select from cart where id = '%s' for update".formatted(offer.quote().at("/cartId")),
            "cart",
            database ->
                database.execute(
                    "select from quote_link where quote_id = '%s' for update nowait"
                        .formatted(id)));

    assertThat(page.ok().text()).contains("Jane Doe");
    assertThat(offer.timeline()).containsSubsequence("OPENED", "VIEWED");
  }

  /** What somebody does in the database while a visitor waits for them. */
  private interface Work {
    void in(Statement database) throws SQLException;
  }

  private Answer meanwhile(String lock, String waitsFor, Work work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute(lock);
      var page =
          threads.submit((Callable<Answer>) () -> new Visitor(clinics.nobody()).get(offer.path()));
      Awaitility.await().until(() -> TestDatabase.shared().waitingFor(waitsFor) == 1);
      work.in(statement);
      database.commit();
      return page.get();
    }
  }
}
