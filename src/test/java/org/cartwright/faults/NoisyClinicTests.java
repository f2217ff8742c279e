package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Clinic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a clinic notices of another one that asks as much as it can, with all limits as they are.
 */
@Tag("faults")
class NoisyClinicTests {

  private static final int WRITING = 64;
  private static final int LISTING = 4;
  private static final int WARM = 300;
  private static final int ASKED = 400;

  /** What the machine's other work may add to any request. */
  private static final Duration FLOOR = Duration.ofMillis(40);

  @Test
  void theQuietOneHasNoErrorsAndAtMostTwiceItsLatency() throws Exception {
    try (var installation = new Installation("noisy");
        var service = installation.instance("noisy", Map.of()).start()) {
      var quiet = Installation.clinic(service, "quiet");
      var noisy = Installation.clinic(service, "noisy");
      ask(quiet, WARM);
      var alone = ask(quiet, ASKED);
      var answers = new ConcurrentHashMap<Integer, Integer>();
      var isOver = new AtomicBoolean();
      var noise = new ArrayList<Future<?>>();
      long[] beside;
      try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        var patient = noisy.patient();
        var item = noisy.item("Serum", 1000);
        var cart = "/billing/cart/" + noisy.cart(patient, line(item)).at("/id");
        for (int n = 0; n < WRITING; n++) {
          var wanted = aCart().of(patient).with(line(item).quantity(n + 1));
          noise.add(clients.submit(() -> on(isOver, answers, () -> noisy.api().put(cart, wanted))));
        }
        for (int n = 0; n < LISTING; n++) {
          noise.add(
              clients.submit(
                  () -> on(isOver, answers, () -> noisy.api().get("/billing/cart?limit=100"))));
        }
        ask(quiet, WARM / 10);
        beside = ask(quiet, ASKED);
        isOver.set(true);
        for (var one : noise) {
          one.get();
        }
      }

      Figures.tell(
          "%d clients write to one cart and %d list: a quiet clinic's requests took %s alone, %s beside them, 0 failed; the noisy one was answered %s"
              .formatted(WRITING, LISTING, told(alone), told(beside), new TreeMap<>(answers)));
      assertThat(answers.keySet()).isSubsetOf(200, 409, 429);
      assertThat(at(beside, 0.5)).isLessThan(2 * at(alone, 0.5) + FLOOR.toNanos());
      assertThat(at(beside, 0.95)).isLessThan(2 * at(alone, 0.95) + FLOOR.toNanos());
    }
  }

  private static void on(
      AtomicBoolean isOver, Map<Integer, Integer> answers, Supplier<Answer> request) {
    while (!isOver.get()) {
      answers.merge(request.get().status(), 1, Integer::sum);
    }
  }

  /** How long requests of a clinic took, one after the other, all of which are served. */
  private static long[] ask(Clinic clinic, int times) {
    var patient = clinic.patient();
    var item = clinic.item("Serum", 1000);
    var took = new long[times];
    for (int n = 0; n < times; n++) {
      long begin = System.nanoTime();
      if (n % 2 == 0) {
        clinic.cart(patient, line(item));
      } else {
        clinic.api().get("/billing/cart").ok();
      }
      took[n] = System.nanoTime() - begin;
    }
    Arrays.sort(took);
    return took;
  }

  private static long at(long[] sorted, double share) {
    return sorted[(int) (sorted.length * share)];
  }

  private static String told(long[] sorted) {
    return "%.1f ms (median) and %.1f ms (95 of 100)"
        .formatted(at(sorted, 0.5) / 1e6, at(sorted, 0.95) / 1e6);
  }
}
