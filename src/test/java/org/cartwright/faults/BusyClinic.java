package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;

/**
 * A clinic at whose desks carts are filled, changed, converted and paid until it closes; and what
 * its desks know from the answers they got.
 */
final class BusyClinic implements AutoCloseable {

  private static final long PRICE = 1000;
  private static final long TOTAL = 3 * PRICE;

  private final Clinic clinic;
  private final WriteLog log = new WriteLog();
  private final Map<String, Long> totals = new ConcurrentHashMap<>();
  private final Map<String, Long> outstanding = new ConcurrentHashMap<>();
  private final ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> working = new ArrayList<>();
  private final Duration pause;
  private volatile boolean isClosing;

  /**
   * @param at where the desks ask, from one write to the next
   */
  BusyClinic(Clinic clinic, int desks, Supplier<Api> at) {
    this(clinic, desks, Duration.ZERO, at);
  }

  /**
   * @param pause of a desk between two writes
   */
  BusyClinic(Clinic clinic, int desks, Duration pause, Supplier<Api> at) {
    this.clinic = clinic;
    this.pause = pause;
    var item = clinic.item("Serum", PRICE);
    var provider = clinic.provider();
    for (int i = 0; i < desks; i++) {
      var desk = new PaymentDesk(clinic, clinic.api(), clinic.patient(), provider);
      working.add(
          this.desks.submit(
              () -> {
                while (!isClosing) {
                  serve(desk, item, at);
                }
              }));
    }
  }

  /** What one patient wants. */
  private void serve(PaymentDesk desk, String item, Supplier<Api> at) {
    var cart = log.post(at.get(), "/billing/cart", aCart().of(desk.patient()).with(line(item)));
    var id = cart.at("/id");
    totals.put(id, cart.number("/total"));
    var path = "/billing/cart/" + id;
    if (isClosing) {
      return;
    }
    rest();
    totals.put(id, log.post(at.get(), path + "/items", line(item).quantity(5)).number("/total"));
    rest();
    var lines = log.put(at.get(), path, aCart().of(desk.patient()).with(line(item).quantity(3)));
    totals.put(id, lines.number("/total"));
    rest();
    var charge = log.post(at.get(), path + "/convert-to-charge", body().with("cartId", id));
    var charged = charge.at("/id");
    outstanding.put(charged, charge.number("/totalOutstanding"));
    for (int part = 0; part < 2 && !isClosing; part++) {
      rest();
      log.post(
          at.get(), "/billing/payment/cash/create?payment_medium=CASH", desk.bill(charged, PRICE));
      outstanding.merge(charged, -PRICE, Long::sum);
    }
  }

  private void rest() {
    LockSupport.parkNanos(pause.toNanos());
  }

  Clinic clinic() {
    return clinic;
  }

  WriteLog log() {
    return log;
  }

  /** How many carts were acknowledged. */
  int carts() {
    return totals.size();
  }

  /** How many charges were acknowledged. */
  int charges() {
    return outstanding.size();
  }

  /** How many payments were acknowledged. */
  long payments() {
    return outstanding.values().stream().mapToLong(left -> (TOTAL - left) / PRICE).sum();
  }

  /** Everything is there that was acknowledged, as it was acknowledged. */
  void isAsAcknowledged(Api api) {
    log.isRemembered(api);
    SideBySide.of(
        totals.entrySet(),
        cart ->
            assertThat(api.get("/billing/cart/" + cart.getKey()).ok().number("/total"))
                .isEqualTo(cart.getValue()));
    SideBySide.of(
        outstanding.entrySet(),
        charge ->
            assertThat(
                    api.get("/billing/charge/get/" + charge.getKey())
                        .ok()
                        .number("/totalOutstanding"))
                .isEqualTo(charge.getValue()));
  }

  /** Lets every desk finish what it is at, and makes sure nothing went wrong at any. */
  @Override
  public void close() {
    isClosing = true;
    for (var desk : working) {
      try {
        desk.get();
      } catch (ExecutionException e) {
        throw new AssertionError("a desk gave up", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    desks.close();
  }
}
