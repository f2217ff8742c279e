package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once on one cart: they wait for each other, and nothing is lost or miscounted. */
@CartwrightTest
class CartRacesTests {

  private static final int THREADS = 32;

  @Autowired private Clinics clinics;

  /** Asks again whenever the service is too busy with the cart, as it tells clients to. */
  private static Answer patiently(Supplier<Answer> request) {
    var answer = request.get();
    while (answer.headers().firstValue("Retry-After").isPresent()) {
      answer = request.get();
    }
    return answer;
  }

  private static List<Answer> all(int threads, java.util.function.IntFunction<Answer> request) {
    return AtOnce.all(
        IntStream.range(0, threads)
            .mapToObj(i -> (Callable<Answer>) () -> patiently(() -> request.apply(i)))
            .toList());
  }

  @Test
  void everyLineAddedAtOnceIsThereAndCounted() {
    var clinic = clinics.open();
    clinic.tax("Sales tax", "10");
    var item = clinic.item("Filler", 1000);
    var cart = clinic.cart(clinic.patient());

    var answers =
        all(
            THREADS,
            i -> clinic.api().post(ServedCart.path(cart) + "/items", line(item).quantity(i + 1)));

    answers.forEach(answer -> ServedCart.assertAddsUp(ServedCart.tree(answer.ok().text())));
    var sizes = answers.stream().map(a -> a.json().get("items").size()).sorted().toList();
    assertThat(sizes).isEqualTo(IntStream.rangeClosed(1, THREADS).boxed().toList());
    var after = ServedCart.read(clinic, cart);
    assertThat(new HashSet<>(ServedCart.each(after, "/items", "/quantity"))).hasSize(THREADS);
    assertThat(after.number("/subtotal")).isEqualTo(528_000);
    assertThat(after.number("/taxAmount")).isEqualTo(52_800);
    assertThat(after.number("/total")).isEqualTo(580_800);
  }

  @Test
  void linesChangedAtOnceDoNotUndoEachOther() {
    var clinic = clinics.open();
    var item = clinic.item("Filler", 100);
    var lines = Collections.nCopies(THREADS, line(item));
    var cart = clinic.cart(clinic.patient(), lines.toArray(LineBody[]::new));

    all(THREADS, i -> clinic.api().put(ServedCart.linePath(cart, i), line().quantity(i + 1)))
        .forEach(Answer::ok);

    var after = ServedCart.read(clinic, cart);
    assertThat(ServedCart.each(after, "/items", "/quantity"))
        .isEqualTo(IntStream.rangeClosed(1, THREADS).mapToObj(Integer::toString).toList());
    assertThat(after.number("/total")).isEqualTo(52_800);
  }

  @Test
  void whoeverReadsMeanwhileSeesFiguresThatAddUp() {
    var clinic = clinics.open();
    clinic.tax("Sales tax", "8.25");
    var item = clinic.item("Filler", 1299);
    var line = line(item).discountPercentage("7.5");
    var cart =
        clinic.cart(clinic.patient(), line.quantity(1), line.quantity("2.5"), line.quantity(3));
    clinic
        .api()
        .put(
            ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().discountPercentage("3.3")))
        .ok();

    AtOnce.all(
        IntStream.range(0, THREADS)
            .mapToObj(
                i ->
                    (Callable<Boolean>)
                        () -> {
                          var random = new Random(i);
                          for (int n = 0; n < 6; n++) {
                            if (i % 4 == 0) {
                              read(clinic.api().get(ServedCart.path(cart)));
                              explain(clinic.api().get(ServedCart.path(cart) + "/explanation"));
                            } else {
                              write(clinic.api(), cart, line, random);
                            }
                          }
                          return true;
                        })
            .toList());

    var after = ServedCart.read(clinic, cart);
    read(after);
    explain(clinic.api().get(ServedCart.path(cart) + "/explanation"));
    assertThat(
            clinic
                .api()
                .put(ServedCart.path(cart), ServedCart.sentBack(after).toString())
                .ok()
                .text())
        .isEqualTo(after.text());
  }

  private static void read(Answer cart) {
    ServedCart.assertAddsUp(ServedCart.tree(cart.ok().text()));
  }

  private static void explain(Answer explanation) {
    ServedCart.assertAddsUpExplained(ServedCart.tree(explanation.ok().text()));
  }

  /** Adds a line, changes one or takes one off; which may be gone by then. */
  private static void write(
      org.cartwright.testing.Api api, Answer cart, LineBody line, Random random) {
    var quantity = (1 + random.nextInt(9)) + "." + (1 + random.nextInt(9));
    var answer =
        switch (random.nextInt(3)) {
          case 0 ->
              patiently(() -> api.post(ServedCart.path(cart) + "/items", line.quantity(quantity)));
          case 1 ->
              patiently(() -> api.put(ServedCart.linePath(cart, 0), line().quantity(quantity)));
          default -> {
            var lines = api.get(ServedCart.path(cart)).ok().json().get("items");
            if (lines.size() < 2) {
              yield api.get(ServedCart.path(cart));
            }
            var id = lines.get(lines.size() - 1).get("id").stringValue();
            yield patiently(() -> api.delete(ServedCart.path(cart) + "/items/" + id));
          }
        };
    if (answer.status() == 404) {
      assertThat(answer.at("/detail")).isEqualTo("Cart item not found");
    } else {
      read(answer);
    }
  }

  @Test
  void ofTwoWhoChooseTheSameIdOneIsRefused() {
    var clinic = clinics.open();
    var patient = clinic.patient();
    for (int round = 0; round < 5; round++) {
      var id = "mine-" + round;
      var answers =
          all(
              2,
              i ->
                  clinic
                      .api()
                      .post("/billing/cart", aCart().id(id).of(patient).notes(Long.toString(i))));
      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
      var won = answers.stream().filter(a -> a.status() == 200).findFirst().orElseThrow();
      assertThat(clinic.api().get("/billing/cart/" + id).ok().text()).isEqualTo(won.text());
      answers.stream().filter(a -> a.status() == 409).forEach(lost -> lost.refused(409));
    }
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(5);
  }

  @Test
  void ofManyWhoDeleteACartOneDoes() {
    var clinic = clinics.open();
    var cart = clinic.cart(clinic.patient());

    var answers = all(8, i -> clinic.api().delete(ServedCart.path(cart)));

    assertThat(answers.stream().map(Answer::status).filter(s -> s == 200)).hasSize(1);
    assertThat(answers.stream().map(Answer::status).filter(s -> s == 404)).hasSize(7);
  }
}
