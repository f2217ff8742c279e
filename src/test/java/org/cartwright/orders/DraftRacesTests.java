package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once on one draft lose nothing; however much is on it, it takes the same statements. */
@CartwrightTest
class DraftRacesTests {

  private static final int THREADS = 20;

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  private Shop shop;

  @BeforeEach
  void openAShop() {
    shop = Shop.open(clinics);
  }

  /** Asks again whenever the service is too busy with the draft, as it tells clients to. */
  private static Answer patiently(Supplier<Answer> request) {
    var answer = request.get();
    while (answer.headers().firstValue("Retry-After").isPresent()) {
      answer = request.get();
    }
    return answer;
  }

  private static void atOnce(IntFunction<Answer> request) {
    AtOnce.all(
            IntStream.range(0, THREADS)
                .mapToObj(i -> (Callable<Answer>) () -> patiently(() -> request.apply(i)))
                .toList())
        .forEach(Answer::ok);
  }

  @Test
  void partsChangedAtOnceAreAllThere() {
    var path = DraftTests.path(shop.draft(body()));
    var service = shop.service("SHIPPING", "Express", 4500);
    var parts =
        List.of(
            body().with("contact", body().with("phone", "+880 1")),
            body().with("contact", body().with("name", "Rahim")),
            body().with("contact", body().with("email", "r@mail.example")),
            body().with("internalNote", "Call first"),
            body().with("paymentMethod", "CARD"),
            body().with("couponCode", "X"),
            body().with("taxExempt", true),
            body().with("shippingAddress", DraftTests.address("BD")),
            body().with("fulfilment", body().with("serviceId", service)),
            body().with("customer", body().with("firstName", "Rahim")));

    atOnce(i -> shop.api().patch(path, parts.get(i % parts.size())));

    var draft = shop.api().get(path).ok();
    assertThat(draft.json().get("contact").toString())
        .isEqualTo("{\"name\":\"Rahim\",\"phone\":\"+880 1\",\"email\":\"r@mail.example\"}");
    assertThat(draft.at("/internalNote")).isEqualTo("Call first");
    assertThat(draft.at("/paymentMethod")).isEqualTo("CARD");
    assertThat(draft.at("/couponCode")).isEqualTo("X");
    assertThat(draft.at("/taxExempt")).isEqualTo("true");
    assertThat(draft.at("/shippingAddress/country")).isEqualTo("BD");
    assertThat(draft.number("/total")).isEqualTo(4_500);
    assertThat(draft.at("/customer/firstName")).isEqualTo("Rahim");
  }

  @Test
  void linesAddedAtOnceAreAllThereAndCounted() {
    var path = DraftTests.path(shop.draft(body()));
    var mug = shop.item("Mug", 100);

    atOnce(i -> shop.api().post(path + "/items", line(mug).quantity(i + 1)));

    var draft = shop.api().get(path).ok();
    assertThat(draft.number("/itemCount")).isEqualTo(THREADS);
    assertThat(draft.number("/total")).isEqualTo(21_000);
  }

  @Test
  void draftsOfACustomerThatExchangeAddressesDoNotWaitForEachOther() {
    var customer = shop.clinic().patient();
    var streets = IntStream.range(0, THREADS).mapToObj(i -> street(i)).toList();
    var paths =
        streets.stream()
            .map(
                street ->
                    DraftTests.path(
                        shop.draft(
                            body().with("customerId", customer).with("shippingAddress", street))))
            .toList();

    for (int round = 1; round <= 2; round++) {
      int other = round % 2;
      AtOnce.all(
              IntStream.range(0, THREADS)
                  .mapToObj(
                      i ->
                          (Callable<Answer>)
                              () ->
                                  shop.api()
                                      .patch(
                                          paths.get(i),
                                          body().with("shippingAddress", streets.get(i ^ other))))
                  .toList())
          .forEach(Answer::ok);
    }
  }

  private static Body<?> street(int i) {
    return DraftTests.address("BD").with("line1", "Street " + i);
  }

  @Test
  void oneLineOrAHundredTakeTheSameFewStatements() {
    var mug = shop.item("Mug", 100);
    var few = draftOf(1, mug);
    var many = draftOf(100, mug);
    shop.api().get(few).ok();

    long read = statements.during(() -> shop.api().get(few).ok());
    assertThat(statements.during(() -> shop.api().get(many).ok())).isEqualTo(read);
    assertThat(read).isLessThanOrEqualTo(6);
    var cart = shop.clinic().cart(shop.clinic().patient(), line(shop.clinic().item("Pen", 10)));
    long ofACart =
        statements.during(
            () -> shop.api().put(linePath("/billing/cart/" + cart.at("/id"), cart), twice()).ok());
    var draft = shop.api().get(many).ok();
    long ofADraft = statements.during(() -> shop.api().put(linePath(many, draft), twice()).ok());
    assertThat(ofADraft).isLessThanOrEqualTo(ofACart + ofACart / 4);
    shop.api().post("/orders/coupons", body().with("code", "TEN").with("percentage", 10)).ok();
    shop.api().post(many + "/coupon", body().with("code", "TEN")).ok();
    long withACoupon =
        statements.during(() -> shop.api().put(linePath(many, draft), thrice()).ok());
    assertThat(withACoupon).isLessThanOrEqualTo(ofACart + ofACart / 4);
  }

  private static Body<?> twice() {
    return body().with("quantity", 2);
  }

  private static Body<?> thrice() {
    return body().with("quantity", 3);
  }

  private static String linePath(String path, Answer document) {
    return path + "/items/" + document.at("/items/0/id");
  }

  private String draftOf(int lines, String item) {
    var all = IntStream.range(0, lines).mapToObj(i -> line(item)).toList();
    return DraftTests.path(
        shop.api()
            .post(
                "/orders/drafts",
                body().with("customerId", shop.clinic().patient()).with("items", all))
            .ok());
  }
}
