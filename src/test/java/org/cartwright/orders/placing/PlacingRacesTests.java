package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once on drafts and orders: each thing happens once, and numbers have no gaps. */
@CartwrightTest
class PlacingRacesTests {

  @Autowired private Clinics clinics;

  private OrderDesk desk;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
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

  @Test
  void aDraftPlacedByTwentyAtOnceIsOneOrder() {
    var shirt = desk.shop().item("Shirt", 59000);
    desk.stock(shirt, "DENY", 40);
    var draft = desk.draft(shirt, 2);

    var answers = all(20, i -> desk.place(draft));

    assertThat(with(answers, 200)).hasSize(1);
    assertThat(with(answers, 409))
        .hasSize(19)
        .allSatisfy(
            answer ->
                assertThat(answer.at("/detail"))
                    .isEqualTo("The draft was placed already; its order is #ORD-000000000001."));
    assertThat(desk.onHand(shirt)).isEqualTo(38);
    assertThat(desk.api().get("/orders").ok().number("/total")).isOne();
    assertThat(desk.timeline(with(answers, 200).getFirst())).containsExactly("PLACED");
  }

  @Test
  void anOrderCancelledByTwentyAtOnceGivesBackOnce() {
    var shirt = desk.shop().item("Shirt", 59000);
    desk.stock(shirt, "DENY", 40);
    var coupon = desk.coupon("TEN", body());
    var order = desk.place(desk.draft(desk.order(shirt, 2).with("couponCode", "TEN"))).ok();
    assertThat(desk.used(coupon)).isOne();

    var answers = all(20, i -> desk.cancel(order));

    assertThat(with(answers, 200)).hasSize(1);
    assertThat(with(answers, 409))
        .hasSize(19)
        .allSatisfy(
            answer ->
                assertThat(answer.at("/detail")).isEqualTo("The order is CANCELLED already."));
    assertThat(desk.onHand(shirt)).isEqualTo(40);
    assertThat(desk.used(coupon)).isZero();
    assertThat(desk.charge(order).at("/status")).isEqualTo("VOID");
    assertThat(desk.timeline(order)).containsExactly("PLACED", "CANCELLED");
  }

  @Test
  void anOrderApprovedAndCancelledAtOnceEndsCancelledInOneOrderOfEvents() {
    var shirt = desk.shop().item("Shirt", 59000);
    for (int round = 0; round < 5; round++) {
      var order = desk.place(desk.draft(shirt, 1)).ok();

      var answers = all(2, i -> i == 0 ? desk.approve(order) : desk.cancel(order));

      assertThat(answers.get(1).status()).isEqualTo(200);
      assertThat(desk.read(order).at("/status")).isEqualTo("CANCELLED");
      assertThat(desk.timeline(order))
          .isEqualTo(
              answers.getFirst().status() == 200
                  ? List.of("PLACED", "APPROVED", "CANCELLED")
                  : List.of("PLACED", "CANCELLED"));
    }
  }

  @Test
  void aCouponForOneUseIsUsedByOneOfFiftyDrafts() {
    var mug = desk.shop().item("Mug", 1250);
    var coupon = desk.coupon("ONCE", body().with("usageLimit", 1));
    var drafts =
        IntStream.range(0, 50)
            .mapToObj(i -> desk.draft(desk.order(mug, 1).with("couponCode", "ONCE")))
            .toList();

    var answers = all(50, i -> desk.place(drafts.get(i)));

    assertThat(with(answers, 200)).hasSize(1);
    assertThat(with(answers, 409))
        .hasSize(49)
        .allSatisfy(
            answer ->
                assertThat(OrderDesk.blockers(answer)).containsExactly("COUPON_DOES_NOT_APPLY"));
    assertThat(with(answers, 200).getFirst().number("/couponDiscountAmount")).isEqualTo(125);
    assertThat(desk.used(coupon)).isOne();
    assertThat(desk.api().get("/orders").ok().number("/total")).isOne();
  }

  @Test
  void fiftyPlacingsTakeWhatIsThereAndNumberItWithoutGaps() {
    var mug = desk.shop().item("Mug", 1250);
    desk.stock(mug, "DENY", 45);
    var drafts = IntStream.range(0, 50).mapToObj(i -> desk.draft(mug, 3)).toList();

    var answers = all(50, i -> desk.place(drafts.get(i)));

    assertThat(with(answers, 200)).hasSize(15);
    assertThat(with(answers, 409))
        .hasSize(35)
        .allSatisfy(
            answer -> assertThat(OrderDesk.blockers(answer)).containsExactly("OUT_OF_STOCK"));
    assertThat(desk.onHand(mug)).isZero();
    assertThat(with(answers, 200).stream().map(answer -> answer.at("/number")).sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, 15).mapToObj("#ORD-%012d"::formatted).toList());
  }
}
