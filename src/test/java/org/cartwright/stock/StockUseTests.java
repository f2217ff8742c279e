package org.cartwright.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.json;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What others ask of stock, each time in a transaction of its own. */
@CartwrightTest
class StockUseTests {

  @Autowired private Clinics clinics;
  @Autowired private Stock stock;
  @Autowired private StockLedger ledger;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private TestClock clock;
  @Autowired private Clock now;
  @Autowired private ReservationExpiryJob expiry;
  @Autowired private Statements statements;
  @Autowired private JdbcClient jdbc;

  private Clinic clinic;
  private String shirt;
  private String mug;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    shirt = clinic.item("Shirt", 2500);
    mug = clinic.item("Mug", 1250);
  }

  private void tracked(String item, StockPolicy policy, String quantity) {
    clinic.api().put("/orders/stock/" + item, body().with("policy", policy)).ok();
    if (!quantity.equals("0")) {
      clinic
          .api()
          .post(
              "/orders/stock/" + item + "/movements",
              body().with("kind", "RECEIVED").with("quantity", json(quantity)))
          .ok();
    }
  }

  private static StockLine line(String item, String quantity) {
    return new StockLine(item, new Quantity(new BigDecimal(quantity)));
  }

  private <T> T within(Supplier<T> work) {
    return CurrentTenant.call(
        clinic.id(), () -> new TransactionTemplate(transactions).execute(status -> work.get()));
  }

  private List<Shortage> take(String reference, StockLine... lines) {
    return within(() -> stock.take(List.of(lines), reference, null));
  }

  private boolean giveBack(String reference) {
    return within(
        () -> {
          stock.giveBack(reference);
          return true;
        });
  }

  private List<Shortage> reserve(String reference, Duration time, StockLine... lines) {
    return within(() -> stock.reserve(List.of(lines), reference, now.instant().plus(time)));
  }

  private Availability standing(String item) {
    return within(() -> ledger.standing(List.of(item), null))
        .getOrDefault(item, Availability.UNTRACKED);
  }

  private static <T> T of(Map<String, T> byItem, String item) {
    return Objects.requireNonNull(byItem.get(item));
  }

  private String onHand(String item) {
    return standing(item).onHand().toPlainString();
  }

  private String available(String item) {
    return standing(item).available().toPlainString();
  }

  private List<JsonNode> ledger(String item) {
    var movements = new ArrayList<JsonNode>();
    clinic
        .api()
        .get("/orders/stock/" + item + "/movements?per_page=1000")
        .ok()
        .json()
        .get("data")
        .forEach(movements::add);
    return movements.reversed();
  }

  /** The ledger of an item adds up to what is on hand, after every movement. */
  private void requireThatTheLedgerAddsUp(String item) {
    var sum = BigDecimal.ZERO;
    for (var movement : ledger(item)) {
      var quantity = movement.get("quantity").decimalValue();
      sum =
          movement.get("kind").asString().equals("SOLD")
              ? sum.subtract(quantity)
              : sum.add(quantity);
      assertThat(movement.get("onHand").decimalValue()).isEqualByComparingTo(sum);
    }
    assertThat(standing(item).onHand()).isEqualByComparingTo(sum);
  }

  @Test
  void whatIsTakenIsTakenOfEverythingOrOfNothing() {
    tracked(shirt, StockPolicy.DENY, "5");
    tracked(mug, StockPolicy.DENY, "2.5");

    assertThat(take("order-1", line(shirt, "2"), line(mug, "0.5"), line(shirt, "1"))).isEmpty();
    assertThat(onHand(shirt)).isEqualTo("2");
    assertThat(onHand(mug)).isEqualTo("2");

    assertThat(take("order-2", line(mug, "2.0000000001"), line(shirt, "3")))
        .containsExactlyInAnyOrder(
            new Shortage(shirt, new BigDecimal("3"), new BigDecimal("2")),
            new Shortage(mug, new BigDecimal("2.0000000001"), new BigDecimal("2")));
    assertThat(take("order-2", line(mug, "1"), line(shirt, "3")))
        .containsExactly(new Shortage(shirt, new BigDecimal("3"), new BigDecimal("2")));
    assertThat(onHand(mug)).isEqualTo("2");
    assertThat(take("order-2", line(mug, "2"), line(shirt, "2"))).isEmpty();
    assertThat(onHand(mug)).isEqualTo("0");
    assertThat(ledger(shirt).getLast().toString())
        .matches(
            "\\{\"number\":3,\"kind\":\"SOLD\",\"quantity\":2,\"onHand\":0,\"reason\":null,\"reference\":\"order-2\",\"keyId\":null,\"providerId\":null,\"moment\":\"[^\"]+\"}");
    requireThatTheLedgerAddsUp(shirt);
    requireThatTheLedgerAddsUp(mug);
  }

  @Test
  void whatIsNotTrackedIsThereAndWhatMayBeOversoldGoesBelowNothing() {
    tracked(mug, StockPolicy.ALLOW, "1");

    assertThat(standing(shirt)).isEqualTo(Availability.UNTRACKED);
    assertThat(take("order-1", line(shirt, "7"), line(mug, "3"))).isEmpty();

    assertThat(standing(shirt)).isEqualTo(Availability.UNTRACKED);
    assertThat(onHand(mug)).isEqualTo("-2");
    tracked(shirt, StockPolicy.DENY, "0");
    giveBack("order-1");
    assertThat(onHand(shirt)).isEqualTo("0");
    assertThat(onHand(mug)).isEqualTo("1");
    clinic.api().put("/orders/stock/" + mug, body().with("policy", "UNTRACKED")).ok();
    assertThat(take("order-2", line(mug, "3"))).isEmpty();
    assertThat(onHand(mug)).isEqualTo("1");
  }

  @Test
  void whatIsTakenOrGivenBackTwiceMovesOnce() {
    tracked(shirt, StockPolicy.DENY, "5");

    take("order-1", line(shirt, "2"));
    assertThat(take("order-1", line(shirt, "2"))).isEmpty();
    assertThat(onHand(shirt)).isEqualTo("3");
    giveBack("order-1");
    giveBack("order-1");
    giveBack("never");
    assertThat(onHand(shirt)).isEqualTo("5");
    assertThat(take("order-1", line(shirt, "2"))).isEmpty();
    assertThat(onHand(shirt)).isEqualTo("5");
    assertThat(ledger(shirt)).hasSize(3);
    requireThatTheLedgerAddsUp(shirt);
  }

  @Test
  void whatIsReservedIsNotThereForOthersUntilItsDeadline() {
    tracked(shirt, StockPolicy.DENY, "5");

    assertThat(reserve("cart-1", Duration.ofHours(1), line(shirt, "4"))).isEmpty();
    assertThat(available(shirt)).isEqualTo("1");
    assertThat(onHand(shirt)).isEqualTo("5");
    assertThat(of(within(() -> ledger.standing(List.of(shirt), "cart-1")), shirt).available())
        .isEqualByComparingTo("5");
    assertThat(take("order-2", line(shirt, "2")))
        .containsExactly(new Shortage(shirt, new BigDecimal("2"), BigDecimal.ONE));
    assertThat(reserve("cart-2", Duration.ofHours(1), line(shirt, "2"))).hasSize(1);
    assertThat(reserve("cart-1", Duration.ofHours(1), line(shirt, "6"))).hasSize(1);
    assertThat(available(shirt)).isEqualTo("1");
    assertThat(reserve("cart-1", Duration.ofHours(1), line(shirt, "5"))).isEmpty();
    assertThat(available(shirt)).isEqualTo("0");

    clock.in(
        Duration.ofHours(2),
        () -> {
          assertThat(available(shirt)).isEqualTo("5");
          assertThat(take("order-2", line(shirt, "2"))).isEmpty();
        });
    assertThat(available(shirt)).isEqualTo("-2");
    within(
        () -> {
          stock.release("cart-1");
          return true;
        });
    assertThat(available(shirt)).isEqualTo("3");
  }

  @Test
  void whatIsReservedIsMissingWhereFewAreLookedForUntilItsDeadline() {
    tracked(shirt, StockPolicy.DENY, "5");
    tracked(mug, StockPolicy.DENY, "3");
    reserve("cart-1", Duration.ofHours(1), line(shirt, "2"));
    reserve("cart-2", Duration.ofHours(1), line(shirt, "2.5"));

    assertThat(fewerThan("0.5")).isEmpty();
    assertThat(fewerThan("0.6")).containsExactly(shirt);
    assertThat(fewerThan("3.1")).containsExactlyInAnyOrder(shirt, mug);
    clock.in(
        Duration.ofHours(2),
        () -> {
          assertThat(fewerThan("5")).containsExactly(mug);
          assertThat(fewerThan("5.1")).containsExactlyInAnyOrder(shirt, mug);
        });
  }

  private List<String> fewerThan(String quantity) {
    return clinic
        .api()
        .get("/orders/stock?available_below=" + quantity)
        .ok()
        .json()
        .get("data")
        .valueStream()
        .map(one -> one.get("itemId").asString())
        .toList();
  }

  @Test
  void takingUsesUpOnesOwnReservation() {
    tracked(shirt, StockPolicy.DENY, "5");
    reserve("cart-1", Duration.ofHours(1), line(shirt, "4"));

    assertThat(within(() -> stock.take(List.of(line(shirt, "5")), "order-1", "cart-1"))).isEmpty();

    assertThat(onHand(shirt)).isEqualTo("0");
    assertThat(available(shirt)).isEqualTo("0");
  }

  @Test
  void reservationsWhoseDeadlineHasPassedAreClearedAway() {
    tracked(shirt, StockPolicy.DENY, "5");
    reserve("cart-1", Duration.ofHours(1), line(shirt, "1"));
    reserve("cart-2", Duration.ofHours(3), line(shirt, "1"));

    expiry.goRound();
    assertThat(reserved()).containsExactly("cart-1", "cart-2");
    clock.in(Duration.ofHours(2), expiry::goRound);
    assertThat(reserved()).containsExactly("cart-2");
    assertThat(available(shirt)).isEqualTo("4");
  }

  private List<String> reserved() {
    return within(
        () ->
            jdbc.sql(
                    "select r.reference from stock_reservation r where r.tenant_id = ? order by r.reference")
                .param(clinic.id())
                .query((row, n) -> row.getString("reference"))
                .list());
  }

  @Test
  void fiftyWhoTakeAtOnceTakeNoMoreThanThereIs() {
    tracked(shirt, StockPolicy.DENY, "20");
    tracked(mug, StockPolicy.DENY, "1000");

    var answers =
        AtOnce.all(
            IntStream.range(0, 50)
                .<Callable<List<Shortage>>>mapToObj(
                    i ->
                        () ->
                            i % 2 == 0
                                ? take("order-" + i, line(shirt, "1"), line(mug, "1"))
                                : take("order-" + i, line(mug, "1"), line(shirt, "1")))
                .toList());

    assertThat(answers).filteredOn(List::isEmpty).hasSize(20);
    assertThat(answers)
        .filteredOn(one -> !one.isEmpty())
        .hasSize(30)
        .containsOnly(List.of(new Shortage(shirt, BigDecimal.ONE, BigDecimal.ZERO)));
    assertThat(onHand(shirt)).isEqualTo("0");
    assertThat(onHand(mug)).isEqualTo("980");
    requireThatTheLedgerAddsUp(shirt);
    requireThatTheLedgerAddsUp(mug);
  }

  @Test
  void fiftyWhoReserveAndTakeAtOnceGetNoMoreThanThereIs() {
    tracked(shirt, StockPolicy.DENY, "20");

    var answers =
        AtOnce.all(
            IntStream.range(0, 50)
                .<Callable<List<Shortage>>>mapToObj(
                    i ->
                        () ->
                            i % 2 == 0
                                ? take("order-" + i, line(shirt, "1"))
                                : reserve("cart-" + i, Duration.ofHours(1), line(shirt, "1")))
                .toList());

    assertThat(answers).filteredOn(List::isEmpty).hasSize(20);
    assertThat(available(shirt)).isEqualTo("0");
    requireThatTheLedgerAddsUp(shirt);
  }

  @Test
  void fiftyWhoTakeAndGiveBackTheSameAtOnceMoveItOnceEach() {
    tracked(shirt, StockPolicy.DENY, "5");
    AtOnce.all(
        IntStream.range(0, 50)
            .<Callable<List<Shortage>>>mapToObj(i -> () -> take("order-1", line(shirt, "2")))
            .toList());
    assertThat(onHand(shirt)).isEqualTo("3");

    AtOnce.all(
        IntStream.range(0, 50)
            .<Callable<Boolean>>mapToObj(i -> () -> giveBack("order-1"))
            .toList());

    assertThat(onHand(shirt)).isEqualTo("5");
    assertThat(ledger(shirt)).hasSize(3);
  }

  @Test
  void whateverHappensTheStockIsThatOfAModelAndTheLedgerAddsUp() {
    tracked(shirt, StockPolicy.DENY, "30");
    tracked(mug, StockPolicy.ALLOW, "5");
    var random = new Random(11);
    var level = new HashMap<>(Map.of(shirt, 30, mug, 5));
    var held = new HashMap<String, Map<String, Integer>>();
    var taken = new HashMap<String, Map<String, Integer>>();
    int refused = 0;
    for (int step = 0; step < 150; step++) {
      var id = "o" + random.nextInt(40);
      var wanted = Map.of(shirt, 1 + random.nextInt(6), mug, 1 + random.nextInt(3));
      var lines =
          wanted.entrySet().stream()
              .map(one -> line(one.getKey(), one.getValue().toString()))
              .toArray(StockLine[]::new);
      var free =
          of(level, shirt)
              - sum(held, shirt)
              + held.getOrDefault(id, Map.of()).getOrDefault(shirt, 0);
      var fits = of(wanted, shirt) <= free;
      switch (random.nextInt(5)) {
        case 0 -> {
          assertThat(reserve(id, Duration.ofHours(1), lines).isEmpty()).isEqualTo(fits);
          if (fits) {
            held.put(id, wanted);
          }
        }
        case 1 -> {
          within(
              () -> {
                stock.release(id);
                return true;
              });
          held.remove(id);
        }
        case 2 -> {
          giveBack(id);
          if (taken.containsKey(id)) {
            taken.put(id, Map.of()).forEach((item, n) -> level.merge(item, n, Integer::sum));
          }
        }
        default -> {
          var missing = within(() -> stock.take(List.of(lines), id, id));
          if (!taken.containsKey(id)) {
            assertThat(missing.isEmpty()).as("step %d", step).isEqualTo(fits);
            refused += fits ? 0 : 1;
            if (fits) {
              held.remove(id);
              taken.put(id, wanted);
              wanted.forEach((item, n) -> level.merge(item, -n, Integer::sum));
            }
          } else {
            assertThat(missing).isEmpty();
          }
        }
      }
      for (var item : List.of(shirt, mug)) {
        assertThat(onHand(item)).as("step %d", step).isEqualTo(of(level, item).toString());
        assertThat(available(item)).isEqualTo(String.valueOf(of(level, item) - sum(held, item)));
      }
    }
    assertThat(refused).isGreaterThan(3);
    requireThatTheLedgerAddsUp(shirt);
    requireThatTheLedgerAddsUp(mug);
  }

  private static int sum(Map<String, Map<String, Integer>> quantities, String item) {
    return quantities.values().stream().mapToInt(one -> one.getOrDefault(item, 0)).sum();
  }

  @Test
  void takingCostsAsManyStatementsHoweverManyItemsItIsAbout() {
    var items =
        Stream.generate(() -> clinic.item("Thing", 100))
            .limit(10)
            .peek(item -> tracked(item, StockPolicy.DENY, "5"))
            .toList();
    long one = statements.during(() -> take("order-1", line(items.getFirst(), "1")));

    assertThat(
            statements.during(
                () ->
                    take(
                        "order-2",
                        items.stream().map(item -> line(item, "1")).toArray(StockLine[]::new))))
        .isEqualTo(one);
    assertThat(
            statements.during(() -> within(() -> ledger.standing(items, null)))
                - statements.during(() -> within(() -> true)))
        .isEqualTo(1);
  }
}
