package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many hold and take at once: never more than there is, and nothing is lost or taken twice. */
@CartwrightTest
class ReservationRacesTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private List<RecurringJob> jobs;

  private OrderDesk desk;
  private String mug;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    mug = desk.shop().item("Mug", 1000);
  }

  private static List<Answer> all(int times, IntFunction<Answer> request) {
    return AtOnce.all(
        IntStream.range(0, times)
            .mapToObj(i -> (Callable<Answer>) () -> OrderDesk.patiently(() -> request.apply(i)))
            .toList());
  }

  private static List<Answer> with(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).toList();
  }

  private List<Answer> drafts(int count, int quantity) {
    return IntStream.range(0, count).mapToObj(i -> desk.draft(mug, quantity)).toList();
  }

  private Answer reserve(Answer draft) {
    return desk.api()
        .post(OrderDesk.draftPath(draft) + "/reservation", body().with("until", "2099-12-31"));
  }

  private long left() {
    return desk.api().get("/orders/stock/" + mug).ok().number("/available");
  }

  @Test
  void fiftyReservationsHoldNoMoreThanThereIs() {
    desk.stock(mug, "DENY", 45);
    var drafts = drafts(50, 3);

    var answers = all(50, i -> reserve(drafts.get(i)));

    assertThat(with(answers, 200)).hasSize(15);
    assertThat(with(answers, 409))
        .hasSize(35)
        .allSatisfy(
            answer -> assertThat(OrderDesk.blockers(answer)).containsExactly("OUT_OF_STOCK"));
    assertThat(left()).isZero();
    assertThat(desk.onHand(mug)).isEqualTo(45);
  }

  @Test
  void reservationsBesidePlacingsHoldAndTakeTogetherWhatThereIs() {
    desk.stock(mug, "DENY", 30);
    var drafts = drafts(40, 2);

    var answers = all(40, i -> i % 2 == 0 ? reserve(drafts.get(i)) : desk.place(drafts.get(i)));

    assertThat(with(answers, 200)).hasSize(15);
    assertThat(with(answers, 409)).hasSize(25);
    long placed =
        IntStream.range(0, 40).filter(i -> i % 2 == 1 && answers.get(i).status() == 200).count();
    assertThat(desk.onHand(mug)).isEqualTo(30 - 2 * placed);
    assertThat(left()).isZero();
  }

  @Test
  void oneDraftReservedAndPlacedAtOnceIsTakenOnceAndHoldsNothingAfterwards() {
    desk.stock(mug, "DENY", 20);
    for (int round = 0; round < 5; round++) {
      var draft = desk.draft(mug, 4);

      var answers = all(6, i -> i == 0 ? desk.place(draft) : reserve(draft));

      assertThat(answers.getFirst().status()).isEqualTo(200);
      assertThat(answers.subList(1, 6))
          .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 404, 409));
      assertThat(desk.onHand(mug)).isEqualTo(16 - 4L * round);
      assertThat(left()).isEqualTo(16 - 4L * round);
    }
  }

  @Test
  void whatIsHeldAndRunsOutWhileItIsPlacedIsTakenOnce() {
    desk.stock(mug, "DENY", 40);
    var expiry = jobs.stream().filter(job -> job.name().equals("reservation-expiry")).findFirst();
    for (int round = 0; round < 5; round++) {
      var draft = desk.draft(mug, 4);
      desk.api()
          .post(
              OrderDesk.draftPath(draft) + "/reservation",
              body().with("until", clock.instant().plus(Duration.ofHours(1)).toString()))
          .ok();
      clock.in(
          Duration.ofHours(2),
          () ->
              AtOnce.all(
                      List.<Callable<Answer>>of(
                          () -> desk.place(draft),
                          () -> {
                            expiry.orElseThrow().goRound();
                            return desk.api().get("/orders/stock/" + mug);
                          }))
                  .forEach(Answer::ok));
      assertThat(desk.onHand(mug)).isEqualTo(36 - 4L * round);
      assertThat(left()).isEqualTo(36 - 4L * round);
    }
  }

  @Test
  void linesChangedByTwentyDraftsAtOnceHoldNoMoreThanThereIs() {
    desk.stock(mug, "DENY", 50);
    var drafts = drafts(20, 1);
    drafts.forEach(draft -> reserve(draft).ok());

    var answers =
        all(
            20,
            i ->
                desk.api()
                    .put(
                        OrderDesk.draftPath(drafts.get(i))
                            + "/items/"
                            + drafts.get(i).at("/items/0/id"),
                        body().with("quantity", 4)));

    assertThat(with(answers, 200)).hasSize(20);
    var held =
        drafts.stream()
            .mapToLong(
                draft ->
                    desk.api()
                        .get(OrderDesk.draftPath(draft))
                        .ok()
                        .number("/items/0/availability/reserved"))
            .toArray();
    assertThat(LongStream.of(held)).allMatch(quantity -> quantity >= 1 && quantity <= 4);
    assertThat(LongStream.of(held).sum()).isEqualTo(50);
    assertThat(left()).isZero();
  }
}
