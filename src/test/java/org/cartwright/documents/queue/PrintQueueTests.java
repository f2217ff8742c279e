package org.cartwright.documents.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PrintQueueTests {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);

  @Test
  void aSingleDocumentDoesNotStandBehindAnothersPile() throws InterruptedException {
    var presses = new PrintQueue(1, 10, LONG);
    bring(presses, "first");
    for (int i = 0; i < 5; i++) {
      bring(presses, "pile");
    }
    bring(presses, "single");
    bring(presses, "other");

    finish();

    assertThat(printed)
        .containsExactly("first", "pile", "single", "other", "pile", "pile", "pile", "pile");
  }

  @Test
  void aPileTakesOnePressOfTwoWhileOthersWait() throws InterruptedException {
    var presses = new PrintQueue(2, 10, LONG);
    bring(presses, "pile");
    bring(presses, "pile");
    bring(presses, "pile");
    bring(presses, "single");

    finish();

    assertThat(printed.subList(0, 2)).containsExactly("pile", "pile");
    assertThat(printed).hasSize(4).contains("single");
  }

  @Test
  void whoeverWaitsTooLongIsRefusedAndNothingIsLeftOfIt() throws InterruptedException {
    var presses = new PrintQueue(1, 10, Duration.ofMillis(50));
    bring(presses, "first");

    assertThatExceptionOfType(PrinterBusy.class)
        .isThrownBy(() -> presses.print("late", () -> printed.add("late")))
        .satisfies(busy -> assertThat(busy.status().value()).isEqualTo(503))
        .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(5)));

    finish();
    assertThat(printed).containsExactly("first");
    assertThat(presses.print("late", () -> "printed")).isEqualTo("printed");
  }

  @Test
  void aCustomersLineIsOnlySoLong() throws InterruptedException {
    var presses = new PrintQueue(1, 2, LONG);
    bring(presses, "pile");
    bring(presses, "pile");
    bring(presses, "pile");

    assertThatExceptionOfType(PrinterBusy.class)
        .isThrownBy(() -> presses.print("pile", () -> printed.add("too many")));
    bring(presses, "single");

    finish();
    assertThat(printed).containsExactly("pile", "pile", "single", "pile");
  }

  @Test
  void whatFailsLeavesItsPressToTheNext() {
    var presses = new PrintQueue(1, 2, LONG);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                presses.print(
                    "unlucky",
                    () -> {
                      throw new IllegalStateException("torn");
                    }));

    assertThat(presses.print("next", () -> "printed")).isEqualTo("printed");
  }

  /** Brings a document that is not finished before all are there, and waits until it stands. */
  private void bring(PrintQueue presses, String customer) {
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  presses.print(
                      customer,
                      () -> {
                        printed.add(customer);
                        awaitReady();
                        return customer;
                      });
                });
    threads.add(thread);
    await()
        .until(
            () ->
                thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING);
  }

  private void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void finish() throws InterruptedException {
    ready.countDown();
    for (var thread : threads) {
      thread.join(LONG);
    }
  }
}
