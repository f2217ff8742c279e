package org.cartwright.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConnectionSharesTests {

  private final AtomicInteger closed = new AtomicInteger();
  private final ConnectionShares shares = new ConnectionShares(2, Duration.ofMillis(200));

  private Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, given) ->
                method.getName().equals("close") ? closed.incrementAndGet() : null);
  }

  private Connection take(String tenant) throws Exception {
    return elsewhere(() -> shares.take(tenant, () -> connection()));
  }

  /** On a thread that has nothing yet. */
  private static <T> T elsewhere(Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(work).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Test
  void whoHasTheirShareWaitsInVainAndOthersDoNot() throws Exception {
    take("glow");
    take("glow");

    assertThatThrownBy(() -> take("glow"))
        .isInstanceOfSatisfying(
            TooManyAtOnce.class,
            refusal -> {
              assertThat(refusal.status().value()).isEqualTo(429);
              assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
            });
    assertThat(shares.refused()).isEqualTo(1);
    take("other");
  }

  @Test
  void whatIsGivenBackIsTheNextOnesAndIsGivenBackOnce() throws Exception {
    var first = take("glow");
    take("glow");
    first.close();
    first.close();

    take("glow");
    assertThatThrownBy(() -> take("glow")).isInstanceOf(TooManyAtOnce.class);
  }

  @Test
  void aThreadThatHasOneNeverWaitsForItself() throws Exception {
    take("glow");
    try (var first = shares.take("glow", () -> connection());
        var second = shares.take("glow", () -> connection())) {
      assertThat(first.equals(second)).isFalse();
    }
    assertThat(closed).hasValue(2);
    take("glow");
  }

  @Test
  void whatThePoolDoesNotHaveTakesNobodysShareAndNobodyIsRememberedForEver() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThatThrownBy(
              () ->
                  shares.take(
                      "glow",
                      () -> {
                        throw new SQLException("none left");
                      }))
          .isInstanceOf(SQLException.class);
    }
    take("glow").close();

    assertThat(shares.tenants()).isZero();
  }

  @Test
  void whatIsDoneInBatchesIsRefusedBeforeTheFirstOrNotAtAll() throws Exception {
    take("glow");
    var batches = new AtomicInteger();
    shares.inBatches(
        "glow",
        () -> {
          for (int n = 0; n < 3; n++) {
            batch(batches);
            assertThatThrownBy(() -> take("glow")).isInstanceOf(TooManyAtOnce.class);
          }
          return batches.get();
        });
    assertThat(batches).hasValue(3);

    take("glow");
    assertThatThrownBy(
            () -> elsewhere(() -> shares.inBatches("glow", () -> batches.incrementAndGet())))
        .isInstanceOf(TooManyAtOnce.class);
    assertThat(batches).hasValue(3);
  }

  /** A transaction of its own, on the thread that does all of them. */
  private void batch(AtomicInteger batches) {
    try (var taken = shares.take("glow", () -> connection())) {
      assertThat(taken).isNotNull();
      batches.incrementAndGet();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutALimitNobodyIsCounted() throws Exception {
    var unbounded = new ConnectionShares(0, Duration.ZERO);
    var plain = connection();

    assertThat(unbounded.take("glow", () -> plain)).isSameAs(plain);
  }
}
