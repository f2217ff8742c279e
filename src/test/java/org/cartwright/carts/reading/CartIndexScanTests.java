package org.cartwright.carts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartwright.carts.ServedCart;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Body;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Carts led at random through their lives, beside a small model that counts in days: allowed moves
 * are made, others are refused and move nothing, and every read agrees at every step.
 */
@CartwrightTest
class CartIndexScanTests {

  private static final int STEPS = 45;
  private static final int IDLE_DAYS = 30;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;

  /** A cart as it should be; days count from the beginning of the walk. */
  private static final class Model {

    CartStatus stored = CartStatus.DRAFT;
    int touched;
    @Nullable Integer lastDay;

    Model(int day, @Nullable Integer lastDay) {
      touched = day;
      this.lastDay = lastDay;
    }

    CartStatus on(int day) {
      var open = stored == CartStatus.DRAFT || stored == CartStatus.ABANDONED;
      return open && isOver(day) ? CartStatus.EXPIRED : stored;
    }

    boolean isOver(int day) {
      return lastDay != null && day > lastDay;
    }

    boolean isOpen() {
      return stored == CartStatus.DRAFT || stored == CartStatus.ABANDONED;
    }
  }

  /** One walk. */
  private final class Walk {

    final Clinic clinic = clinics.open();
    final Random random;
    final Instant start = Instant.now();
    final String patient = clinic.patient();
    final Body<?> line = line(clinic.item("Filler", 1000));
    final Map<String, Model> models = new LinkedHashMap<>();
    int day;
    int refusals;

    Walk(long seed) {
      random = new Random(seed);
    }

    void step() {
      day += random.nextInt(3) == 0 ? random.nextInt(25) : 0;
      clock.in(
          Duration.ofDays(day),
          () -> {
            switch (random.nextInt(12)) {
              case 0, 1 -> open();
              case 2 -> catchUp();
              case 3 -> expireOld();
              case 4, 5, 6, 7 -> one(this::replace);
              case 8 -> one(this::delete);
              default -> one(this::edit);
            }
            assertEverybodySeesTheModel();
          });
    }

    void one(Consumer<String> move) {
      if (models.isEmpty()) {
        open();
        return;
      }
      move.accept(anyOf(List.copyOf(models.keySet())));
    }

    <T> T anyOf(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    void open() {
      var lastDay = random.nextBoolean() ? null : (Integer) (day + random.nextInt(40));
      var cart =
          clinic
              .api()
              .post(
                  "/billing/cart",
                  aCart().of(patient).with("expiresDate", endOf(lastDay)).with(line))
              .ok();
      models.put(cart.at("/id"), new Model(day, lastDay));
    }

    @Nullable Instant endOf(@Nullable Integer lastDay) {
      return lastDay == null
          ? null
          : start.plus(lastDay, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    }

    void catchUp() {
      CurrentTenant.within(clinic.id(), oldCarts::catchUp);
      for (var model : models.values()) {
        if (model.on(day) != model.stored) {
          model.stored = CartStatus.EXPIRED;
        } else if (model.stored == CartStatus.DRAFT && day - model.touched >= IDLE_DAYS) {
          model.stored = CartStatus.ABANDONED;
        }
      }
    }

    void expireOld() {
      int days = 1 + random.nextInt(40);
      long moved = 0;
      for (var model : models.values()) {
        if (model.isOpen() && day - model.touched >= days) {
          model.stored = CartStatus.EXPIRED;
          moved++;
        }
      }
      assertThat(clinic.api().post("/billing/cart/expire-old?days_old=" + days, "").ok().text())
          .isEqualTo(Long.toString(moved));
    }

    void replace(String id) {
      var model = Objects.requireNonNull(models.get(id));
      var asked = random.nextInt(6) == 0 ? null : anyOf(List.of(CartStatus.values()));
      var present = model.on(day);
      var next =
          switch (present) {
            case DRAFT ->
                asked == null || asked == CartStatus.DRAFT
                    ? CartStatus.DRAFT
                    : asked == CartStatus.ABANDONED ? asked : null;
            case ABANDONED -> asked == CartStatus.DRAFT ? asked : null;
            default -> null;
          };
      var lastDay = random.nextBoolean() ? null : (Integer) (day + random.nextInt(40));
      var body =
          aCart()
              .of(patient)
              .with("status", asked)
              .notes(Long.toString(random.nextInt()))
              .with("expiresDate", endOf(lastDay))
              .with(line);
      ask(next != null, () -> clinic.api().put("/billing/cart/" + id, body));
      if (next != null) {
        model.stored = next;
        model.touched = day;
        model.lastDay = lastDay;
      }
    }

    void edit(String id) {
      var api = clinic.api();
      var path = "/billing/cart/" + id + "/items";
      var lines = api.get("/billing/cart/" + id).ok().json().get("items");
      var model = Objects.requireNonNull(models.get(id));
      var draft = model.on(day) == CartStatus.DRAFT;
      if (lines.isEmpty() || random.nextInt(3) == 0) {
        ask(draft, () -> api.post(path, line));
      } else {
        var linePath = path + "/" + lines.get(0).get("id").stringValue();
        if (random.nextBoolean()) {
          ask(draft, () -> api.delete(linePath));
        } else {
          ask(
              draft,
              () -> api.put(linePath, body().with("notes", Long.toString(random.nextInt()))));
        }
      }
      if (draft) {
        model.touched = day;
      }
    }

    void delete(String id) {
      clinic.api().delete("/billing/cart/" + id).ok();
      models.remove(id);
      clinic.api().delete("/billing/cart/" + id).refused(404);
      clinic.api().get("/billing/cart/" + id).refused(404);
    }

    void ask(boolean allowed, Supplier<Answer> request) {
      if (allowed) {
        request.get().ok();
      } else {
        refusals++;
        var before = clinic.api().get("/billing/cart/list").ok().text();
        request.get().refused(409);
        assertThat(clinic.api().get("/billing/cart/list").ok().text()).isEqualTo(before);
      }
    }

    void assertEverybodySeesTheModel() {
      var expected = new TreeMap<String, String>();
      models.forEach((id, model) -> expected.put(id, model.on(day).name()));
      var list = clinic.api().get("/billing/cart/list").ok();
      assertThat(statuses(list, "")).isEqualTo(expected);
      list.json().forEach(cart -> ServedCart.assertAddsUp(ServedCart.tree(cart.toString())));
      assertThat(statuses(clinic.api().get("/billing/cart?size=100").ok(), "/data"))
          .isEqualTo(expected);
      for (var narrowed : List.of("", "&patient_id=" + patient)) {
        var sorted = clinic.api().get("/billing/cart?size=100&sort_by=status" + narrowed).ok();
        assertThat(statuses(sorted, "/data")).isEqualTo(expected);
        assertThat(ServedCart.each(sorted, "/data", "/status"))
            .isSortedAccordingTo(Comparator.reverseOrder());
      }
      var status = anyOf(List.of(CartStatus.values())).name();
      expected.values().removeIf(other -> !other.equals(status));
      assertThat(statuses(clinic.api().get("/billing/cart/list?status=" + status).ok(), ""))
          .isEqualTo(expected);
      var page = clinic.api().get("/billing/cart?size=100&statuses=" + status).ok();
      assertThat(statuses(page, "/data")).isEqualTo(expected);
      assertThat(page.number("/total")).isEqualTo(expected.size());
      for (var id : expected.keySet().stream().limit(1).toList()) {
        assertThat(clinic.api().get("/billing/cart/" + id).ok().at("/status")).isEqualTo(status);
      }
    }

    Map<String, String> statuses(Answer answer, String list) {
      var ids = ServedCart.each(answer, list, "/id");
      var statuses = ServedCart.each(answer, list, "/status");
      return IntStream.range(0, ids.size())
          .boxed()
          .collect(Collectors.toMap(ids::get, statuses::get, (one, other) -> one, TreeMap::new));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyReadAgreesWithTheModelAtEveryStep(long seed) {
    var walk = new Walk(seed);
    for (int step = 0; step < STEPS; step++) {
      try {
        walk.step();
      } catch (AssertionError wrong) {
        throw new AssertionError(
            "seed %d, step %d: %s".formatted(seed, step, wrong.getMessage()), wrong);
      }
    }
    assertThat(walk.refusals).as("moves that were refused").isGreaterThan(3);
  }
}
