package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Old drafts are cleaned up beside whoever still works on them, and whatever goes wrong with one.
 */
@CartwrightTest
class DraftCleanupTests {

  private static final int EACH = 8;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  private Shop shop;
  private String mug;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
    mug = shop.item("Mug", 1000);
  }

  private Answer cleanUp(int days) {
    return patiently(
            () ->
                shop.api()
                    .post(
                        "/orders/drafts/cleanup",
                        body().with("olderThanDays", days).with("dryRun", false)))
        .ok();
  }

  private static Answer patiently(Supplier<Answer> request) {
    var answer = request.get();
    while (answer.headers().firstValue("Retry-After").isPresent()) {
      answer = request.get();
    }
    return answer;
  }

  private static String path(String draft) {
    return "/orders/drafts/" + draft;
  }

  /** The carts whose deletion was taken note of, as often as that was. */
  private List<String> tombstones() {
    try (var superuser = TestDatabase.shared().superuser();
        var statement =
            superuser.prepareStatement(
                "select cart_id from draft_tombstone where tenant_id = ? order by cart_id")) {
      statement.setString(1, shop.clinic().id());
      var found = new ArrayList<String>();
      var rows = statement.executeQuery();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> drafts(String name, AnyBody draft) {
    return IntStream.range(0, EACH)
        .mapToObj(i -> shop.draft(draft.with("id", name + "-" + i)).at("/id"))
        .toList();
  }

  @Test
  void oldCartsThatExpireAreThoseWithoutACustomerToo() {
    var line = body().with("items", list(line(mug)));
    var somebodys = shop.draft(line.with("customerId", shop.clinic().patient())).at("/id");
    var nobodys = shop.draft(line.with("customerId", null)).at("/id");
    var abandoned = shop.draft(line.with("customerId", null)).at("/id");
    shop.api().patch(path(abandoned), body().with("status", "ABANDONED")).ok();
    var busy = shop.draft(line.with("customerId", null)).at("/id");

    clock.in(
        Duration.ofDays(7),
        () -> {
          shop.api().post(path(busy) + "/items", line(mug).quantity(2)).ok();
          assertThat(expiredOld(8)).isEqualTo("0");
          assertThat(expiredOld(7)).isEqualTo("3");
          assertThat(expiredOld(7)).isEqualTo("0");
        });

    assertThat(List.of(somebodys, nobodys, abandoned, busy))
        .extracting(draft -> shop.api().get(path(draft)).ok().at("/status"))
        .containsExactly("EXPIRED", "EXPIRED", "EXPIRED", "DRAFT");
  }

  private String expiredOld(int days) {
    return shop.api().post("/billing/cart/expire-old?days_old=" + days, "").ok().text();
  }

  @Test
  void whatIsChangedOrPlacedMeanwhileStaysAndTheRestIsDeletedOnce() {
    var complete =
        body()
            .with("customerId", shop.clinic().patient())
            .with("shippingAddress", DraftTests.address("BD"))
            .with("fulfilment", body().with("serviceId", shop.service("DELIVERY", "Rider", 6000)))
            .with("paymentMethod", "CARD")
            .with("items", list(line(mug)));
    var idle = drafts("idle", complete);
    var edited = drafts("edited", complete);
    var sold = drafts("sold", complete);
    var jobs = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < EACH; i++) {
      var edit = path(edited.get(i)) + "/items";
      var place = path(sold.get(i)) + "/place";
      jobs.add(() -> patiently(() -> shop.api().post(edit, line(mug).quantity(2))));
      jobs.add(
          () ->
              patiently(
                  () -> shop.api().post(place, body().with("contactPhone", "+1 (555) 010-9999"))));
    }
    jobs.add(() -> cleanUp(7));
    jobs.add(EACH, () -> cleanUp(7));

    clock.in(
        Duration.ofDays(8),
        () -> {
          var answers = AtOnce.all(jobs);
          long deleted =
              answers.remove(EACH).number("/count") + answers.removeLast().number("/count");
          assertThat(tombstones()).doesNotHaveDuplicates().hasSize((int) deleted).containsAll(idle);
          for (int i = 0; i < EACH; i++) {
            requireThatItWasEither(edited.get(i), answers.get(2 * i), 3000);
            var placed = answers.get(2 * i + 1);
            assertThat(placed.status()).isIn(200, 404);
            assertThat(tombstones().contains(sold.get(i))).isEqualTo(placed.status() == 404);
          }
          var again = cleanUp(7);
          assertThat(again.number("/count")).isZero();
          assertThat(again.number("/left")).isZero();
          assertThat(shop.api().get("/orders").ok().number("/total"))
              .isEqualTo(sold.stream().filter(id -> !tombstones().contains(id)).count());
        });
  }

  /** A draft is deleted, or was changed and is there with what it comes to since. */
  private void requireThatItWasEither(String draft, Answer changed, long goods) {
    assertThat(changed.status()).isIn(200, 404);
    assertThat(tombstones().contains(draft)).isEqualTo(changed.status() == 404);
    var now = shop.api().get(path(draft));
    assertThat(now.status()).isEqualTo(changed.status());
    if (now.status() == 200) {
      assertThat(now.number("/goodsTotal")).isEqualTo(goods);
    }
  }

  @Test
  void oneThatCannotBeDeletedStopsNoOtherAndIsToldAndTriedAgain() {
    int drafts = 120;
    shop.draft(body().with("id", "old-0"));
    var another = "'old-' || n";
    Copies.of(shop.clinic(), "cart", "o.id = 'old-0'", drafts - 1, Map.of("id", another));
    Copies.of(
        shop.clinic(),
        "draft_order",
        "o.cart_id = 'old-0'",
        drafts - 1,
        Map.of("cart_id", another));
    clock.in(
        Duration.ofDays(8),
        () -> {
          TestDatabase.shared()
              .broken(
                  "cart",
                  "new.id in ('old-0', 'old-60') and new.tenant_id = '" + shop.clinic().id() + "'",
                  () -> {
                    var answer = cleanUp(7);
                    assertThat(answer.number("/count")).isEqualTo(118);
                    assertThat(answer.number("/left")).isEqualTo(2);
                    assertThat(tombstones()).hasSize(118).doesNotContain("old-0", "old-60");
                  });
          shop.api().get(path("old-60")).ok();
        });

    clock.in(
        Duration.ofDays(9),
        () -> {
          var again = cleanUp(7);
          assertThat(again.number("/count")).isEqualTo(2);
          assertThat(again.number("/left")).isZero();
          assertThat(tombstones()).hasSize(drafts).doesNotHaveDuplicates();
        });
  }

  @Test
  void withAKeyItIsDoneInBatchesToo() throws Exception {
    shop.draft(body().with("id", "old-0"));
    Copies.of(shop.clinic(), "cart", "o.id = 'old-0'", 59, Map.of("id", "'old-' || n"));
    var last =
        body()
            .with("customerId", shop.clinic().patient())
            .with("shippingAddress", DraftTests.address("BD"));
    var wanted = body().with("olderThanDays", 7).with("dryRun", false);
    var keyed = shop.api().with("Idempotency-Key", "k-1");
    clock.in(Duration.ofMinutes(1), () -> shop.draft(last));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser();
        var statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute(
          "select from customer_address where tenant_id = '%s' for update"
              .formatted(shop.clinic().id()));
      clock.in(
          Duration.ofDays(8),
          () -> {
            var cleaning = threads.submit(() -> keyed.post("/orders/drafts/cleanup", wanted));
            Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> TestDatabase.shared().waitingFor("customer_address") == 1);
            assertThat(tombstones()).hasSize(50);
            var first = after(database, cleaning).ok();
            assertThat(first.number("/count")).isEqualTo(61);
            assertThat(first.number("/left")).isZero();

            var again = keyed.post("/orders/drafts/cleanup", wanted).ok();
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
          });
    }
    assertThat(tombstones()).hasSize(61);
  }

  /** What is answered once others have let go of what they hold. */
  private static Answer after(Connection others, Future<Answer> waiting) {
    try {
      others.rollback();
      return waiting.get();
    } catch (SQLException | InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasDoneIsAnsweredEvenIfItsKeyCannotBeKeptAndTheSameKeyGoesOn() {
    var keyed = shop.api().with("Idempotency-Key", "k-1");
    var wanted = body().with("olderThanDays", 7).with("dryRun", false);
    shop.draft(body().with("id", "old-0"));
    clock.in(
        Duration.ofDays(8),
        () -> {
          TestDatabase.shared()
              .broken(
                  "idempotency",
                  "new.tenant_id = '" + shop.clinic().id() + "'",
                  () ->
                      assertThat(keyed.post("/orders/drafts/cleanup", wanted).ok().number("/count"))
                          .isOne());
          assertThat(tombstones()).containsExactly("old-0");
          shop.draft(body().with("id", "new-0"));
        });

    clock.in(
        Duration.ofDays(16),
        () ->
            assertThat(keyed.post("/orders/drafts/cleanup", wanted).ok().number("/count")).isOne());
    assertThat(tombstones()).containsExactly("new-0", "old-0");
  }

  @Test
  void whatIsLeftOfAnErasedCustomersDraftIsNeitherCountedNorTried() {
    var patient = shop.clinic().patient();
    var draft = shop.draft(body().with("customerId", patient)).at("/id");
    TestDatabase.shared()
        .executeAsSuperuser("update cart set status = 'EXPIRED' where id = '" + draft + "'");
    shop.api()
        .post(
            "/user/patient/" + patient + "/erasure",
            body().with("reason", "Asked for it").with("confirmedPatientId", patient))
        .ok();
    clock.in(
        Duration.ofDays(8),
        () -> {
          var dry = body().with("olderThanDays", 7);
          assertThat(shop.api().post("/orders/drafts/cleanup", dry).ok().number("/count")).isZero();
          var answer = cleanUp(7);
          assertThat(answer.number("/count")).isZero();
          assertThat(answer.number("/left")).isZero();
        });
    assertThat(tombstones()).isEmpty();
  }

  @Test
  void aDryRunLeavesWhatItCounts() {
    shop.draft(body());
    clock.in(
        Duration.ofDays(8),
        () -> {
          var counted =
              shop.api().post("/orders/drafts/cleanup", body().with("olderThanDays", 7)).ok();
          assertThat(counted.number("/count")).isOne();
          assertThat(counted.number("/left")).isOne();
        });
    assertThat(tombstones()).isEmpty();
  }
}
