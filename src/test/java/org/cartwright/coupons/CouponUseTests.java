package org.cartwright.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What others ask of coupons, each time in a transaction of its own. */
@CartwrightTest
class CouponUseTests {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency JPY = Currency.getInstance("JPY");

  @Autowired private Clinics clinics;
  @Autowired private Coupons coupons;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Clock clock;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private Answer coupon(Body<?> coupon) {
    return clinic.api().post("/orders/coupons", coupon).ok();
  }

  private long used(Answer coupon) {
    return clinic.api().get("/orders/coupons/" + coupon.at("/id")).ok().number("/used");
  }

  private <T> T within(Clinic whose, Supplier<T> work) {
    return CurrentTenant.call(
        whose.id(), () -> new TransactionTemplate(transactions).execute(status -> work.get()));
  }

  private Optional<CouponReason> take(String code, String customer, String use) {
    return within(clinic, () -> coupons.take(code, customer, use));
  }

  private boolean giveBack(String use) {
    return within(
        clinic,
        () -> {
          coupons.giveBack(use);
          return true;
        });
  }

  private CouponAnswer terms(String code, Currency currency, String customer) {
    return within(clinic, () -> coupons.terms(code, currency, customer, clock.instant()));
  }

  private CouponReason refusal(String code, Currency currency, String customer) {
    return ((CouponAnswer.Refused) terms(code, currency, customer)).reason();
  }

  @Test
  void aCodeGivesAPercentageInAnyCurrencyAndAnAmountWhereItSaysOne() {
    var ten =
        coupon(body().with("code", "Ten").with("percentage", 10).with("categories", list("Mugs")));
    coupon(
        body()
            .with("code", "FIVE")
            .with("amounts", list(body().with("currency", "USD").with("amount", 500)))
            .with("minimumSubtotals", list(body().with("currency", "USD").with("amount", 2000))));
    coupon(
        body()
            .with("code", "MIN")
            .with("percentage", 10)
            .with("minimumSubtotals", list(body().with("currency", "USD").with("amount", 2000))));

    assertThat(terms("tEN", JPY, "pat"))
        .isEqualTo(
            new CouponTerms(
                ten.at("/id"),
                "Ten",
                new Percentage(java.math.BigDecimal.TEN),
                null,
                Cents.ZERO,
                Set.of(),
                Set.of("Mugs")));
    var five = (CouponTerms) terms("five", USD, "pat");
    assertThat(five.amount()).isEqualTo(new Cents(500));
    assertThat(five.minimum()).isEqualTo(new Cents(2000));
    assertThat(refusal("five", JPY, "pat")).isEqualTo(CouponReason.NO_AMOUNT_IN_CURRENCY);
    assertThat(refusal("min", JPY, "pat")).isEqualTo(CouponReason.NO_AMOUNT_IN_CURRENCY);
    assertThat(refusal("none", USD, "pat")).isEqualTo(CouponReason.UNKNOWN);
    assertThat(refusal("no such thing", USD, "pat")).isEqualTo(CouponReason.UNKNOWN);
    assertThat(within(clinics.open(), () -> coupons.terms("Ten", USD, "pat", clock.instant())))
        .isEqualTo(new CouponAnswer.Refused(CouponReason.UNKNOWN));
  }

  @Test
  void itAppliesFromItsBeginningUntilItsEnd() {
    coupon(
        body()
            .with("code", "MAY")
            .with("percentage", 10)
            .with("startsDate", "2031-05-01T00:00:00Z")
            .with("endsDate", "2031-06-01T00:00:00Z"));

    assertThat(at("2031-04-30T23:59:59.999999Z"))
        .isEqualTo(new CouponAnswer.Refused(CouponReason.NOT_YET));
    assertThat(at("2031-05-01T00:00:00Z")).isInstanceOf(CouponTerms.class);
    assertThat(at("2031-05-31T23:59:59.999999Z")).isInstanceOf(CouponTerms.class);
    assertThat(at("2031-06-01T00:00:00Z")).isEqualTo(new CouponAnswer.Refused(CouponReason.OVER));
    assertThat(take("MAY", "pat", "u1")).contains(CouponReason.NOT_YET);
  }

  private CouponAnswer at(String moment) {
    return within(clinic, () -> coupons.terms("MAY", USD, null, Instant.parse(moment)));
  }

  @Test
  void whatTheCartContainsDecidesWithItsTerms() {
    var mug = clinic.item("Mug", 500);
    coupon(
        body()
            .with("code", "A")
            .with("percentage", 10)
            .with("itemIds", list(mug))
            .with("categories", list("Shirts"))
            .with("minimumSubtotals", list(body().with("currency", "USD").with("amount", 2000))));
    var terms = (CouponTerms) terms("A", USD, "pat");

    assertThat(terms.coversAll()).isFalse();
    assertThat(terms.covers(mug, null)).isTrue();
    assertThat(terms.covers("other", "Shirts")).isTrue();
    assertThat(terms.covers("other", "shirts")).isFalse();
    assertThat(terms.covers("other", null)).isFalse();
    assertThat(terms.refuses(new Cents(1999), true)).contains(CouponReason.BELOW_MINIMUM);
    assertThat(terms.refuses(new Cents(2000), true)).isEmpty();
    assertThat(terms.refuses(new Cents(2000), false)).contains(CouponReason.NOTHING_COVERED);
  }

  @Test
  void limitsHoldInAllAndForEachCustomer() {
    var coupon =
        coupon(
            body()
                .with("code", "A")
                .with("percentage", 10)
                .with("usageLimit", 3)
                .with("customerLimit", 2));

    assertThat(take("a", "jane", "u1")).isEmpty();
    assertThat(take("A", "jane", "u2")).isEmpty();
    assertThat(take("A", "jane", "u3")).contains(CouponReason.USED_BY_CUSTOMER);
    assertThat(refusal("A", USD, "jane")).isEqualTo(CouponReason.USED_BY_CUSTOMER);
    assertThat(terms("A", USD, "john")).isInstanceOf(CouponTerms.class);
    assertThat(used(coupon)).isEqualTo(2);
    assertThat(take("A", "john", "u4")).isEmpty();
    assertThat(take("A", "john", "u5")).contains(CouponReason.USED_UP);
    assertThat(refusal("A", USD, "john")).isEqualTo(CouponReason.USED_UP);
    assertThat(take("B", "john", "u6")).contains(CouponReason.UNKNOWN);
    assertThat(used(coupon)).isEqualTo(3);

    giveBack("u1");
    assertThat(used(coupon)).isEqualTo(2);
    assertThat(take("A", "jane", "u7")).isEmpty();
    assertThat(used(coupon)).isEqualTo(3);
  }

  @Test
  void whatIsTakenOrGivenBackTwiceCountsOnce() {
    var coupon = coupon(body().with("code", "A").with("percentage", 10).with("usageLimit", 2));

    assertThat(take("A", "jane", "u1")).isEmpty();
    assertThat(take("A", "jane", "u1")).isEmpty();
    assertThat(used(coupon)).isEqualTo(1);

    clinic.api().delete("/orders/coupons/" + coupon.at("/id")).ok();
    giveBack("u1");
    giveBack("u1");
    giveBack("never");
    var again = coupon(body().with("code", "A").with("percentage", 10));
    assertThat(used(again)).isZero();
    assertThatIllegalStateException().isThrownBy(() -> take("A", "jane", "u1"));
    assertThat(used(again)).isZero();
  }

  @Test
  void fiftyWhoTakeTheOnlyUseAtOnceUseItOnce() {
    for (var code : List.of("ONCE", "ONLY", "SINGLE")) {
      var coupon = coupon(body().with("code", code).with("percentage", 10).with("usageLimit", 1));

      var answers =
          AtOnce.all(
              IntStream.range(0, 50)
                  .<Callable<Optional<CouponReason>>>mapToObj(
                      i -> () -> take(code, "customer-" + i, "use-" + code + i))
                  .toList());

      assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
      assertThat(answers)
          .filteredOn(Optional::isPresent)
          .hasSize(49)
          .containsOnly(Optional.of(CouponReason.USED_UP));
      assertThat(used(coupon)).isEqualTo(1);
    }
  }

  @Test
  void fiftyOfOneCustomerAtOnceStayWithinTheLimitPerCustomer() {
    var coupon = coupon(body().with("code", "A").with("percentage", 10).with("customerLimit", 3));

    for (var customer : List.of("jane", "john", "jim")) {
      var answers =
          AtOnce.all(
              IntStream.range(0, 50)
                  .<Callable<Optional<CouponReason>>>mapToObj(
                      i -> () -> take("A", customer, "use-" + customer + i))
                  .toList());

      assertThat(answers).filteredOn(Optional::isEmpty).hasSize(3);
    }
    assertThat(used(coupon)).isEqualTo(9);
  }

  @Test
  void fiftyWhoTakeAndGiveBackTheSameUseAtOnceDoEachOnce() {
    var coupon = coupon(body().with("code", "A").with("percentage", 10).with("usageLimit", 5));
    AtOnce.all(
        IntStream.range(0, 50)
            .<Callable<Optional<CouponReason>>>mapToObj(i -> () -> take("A", "jane", "u1"))
            .toList());
    assertThat(used(coupon)).isEqualTo(1);
    take("A", "jane", "u2");

    AtOnce.all(
        IntStream.range(0, 50).<Callable<Boolean>>mapToObj(i -> () -> giveBack("u1")).toList());

    assertThat(used(coupon)).isEqualTo(1);
  }

  @Test
  void whateverIsTakenAndGivenBackTheCountIsThatOfAModel() {
    var random = new Random(7);
    var limits = Map.of("A", 4, "B", 2);
    var made = new HashMap<String, Answer>();
    limits.forEach(
        (code, limit) ->
            made.put(
                code,
                coupon(
                    body()
                        .with("code", code)
                        .with("percentage", 10)
                        .with("usageLimit", limit)
                        .with("customerLimit", 2))));
    var open = new HashMap<String, List<String>>(); // by use: code and customer
    var over = new HashSet<String>();
    for (int step = 0; step < 120; step++) {
      var use = "u" + random.nextInt(25);
      if (random.nextInt(3) == 0) {
        giveBack(use);
        if (open.remove(use) != null) {
          over.add(use);
        }
      } else if (!over.contains(use) && !open.containsKey(use)) {
        var code = random.nextBoolean() ? "A" : "B";
        var customer = random.nextBoolean() ? "jane" : "john";
        var inAll = open.values().stream().filter(one -> one.get(0).equals(code)).count();
        var byCustomer = open.values().stream().filter(List.of(code, customer)::equals).count();
        var expected =
            inAll >= (code.equals("A") ? 4 : 2)
                ? Optional.of(CouponReason.USED_UP)
                : byCustomer >= 2
                    ? Optional.of(CouponReason.USED_BY_CUSTOMER)
                    : Optional.<CouponReason>empty();
        assertThat(take(code, customer, use)).as("step %d", step).isEqualTo(expected);
        if (expected.isEmpty()) {
          open.put(use, List.of(code, customer));
        }
      }
    }
    assertThat(over).hasSizeGreaterThan(5);
    made.forEach(
        (code, coupon) ->
            assertThat(used(coupon))
                .as(code)
                .isEqualTo(open.values().stream().filter(one -> one.get(0).equals(code)).count()));
  }
}
