package org.cartwright.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartwright.platform.transactions.ConnectionShares;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clinic whose requests wait for each other, beside one whose do not. */
@CartwrightTest
class NoisyNeighbourTests {

  private static final int MOST = 15;
  private static final int FLOOD = 40;
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private Clinics clinics;
  @Autowired private ConnectionShares shares;

  @Test
  void whoWaitsForLocksOfTheirOwnLeavesConnectionsToOthersAndLosesNothing() throws Exception {
    var noisy = clinics.open();
    var patient = noisy.patient();
    var item = noisy.item("Serum", 1000);
    var cart = noisy.cart(patient, line(item)).at("/id");
    var quiet = clinics.open();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    var isOver = new AtomicBoolean();
    try (var desks = Executors.newVirtualThreadPerTaskExecutor();
        var database = TestDatabase.shared().superuser()) {
      database.setAutoCommit(false);
      try (var locking =
          database.prepareStatement("select from cart where tenant_id = ? and id = ? for update")) {
        locking.setString(1, noisy.id());
        locking.setString(2, cart);
        locking.execute();
      }
      for (int desk = 0; desk < FLOOD; desk++) {
        var wanted = aCart().of(patient).with(line(item).quantity(desk + 1));
        desks.execute(
            () -> {
              do {
                statuses.add(noisy.api().put("/billing/cart/" + cart, wanted).status());
              } while (!isOver.get());
            });
      }
      try {
        await().atMost(SOON).until(() -> waiting() == MOST);
        for (int n = 0; n < 20; n++) {
          quiet.cart(quiet.patient(), line(quiet.item("Serum", 1000)));
          quiet.api().get("/billing/cart").ok();
          assertThat(waiting()).isLessThanOrEqualTo(MOST);
        }
      } finally {
        isOver.set(true);
        database.rollback();
      }
    }

    assertThat(statuses).isSubsetOf(200, 409);
    noisy.api().get("/billing/cart/" + cart).ok();
    assertThat(shares.refused()).isZero();
  }

  /** How many sessions of the service wait for somebody's lock. */
  private static int waiting() {
    return TestDatabase.shared()
        .askAsSuperuser(
            jdbc ->
                jdbc.sql(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = ?")
                    .param(TestDatabase.APP)
                    .query(Integer.class)
                    .single());
  }
}
