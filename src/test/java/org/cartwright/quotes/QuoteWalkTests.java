package org.cartwright.quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.carts.api.QuoteStatus.ACCEPTED;
import static org.cartwright.carts.api.QuoteStatus.CONVERTED;
import static org.cartwright.carts.api.QuoteStatus.DECLINED;
import static org.cartwright.carts.api.QuoteStatus.DRAFT;
import static org.cartwright.carts.api.QuoteStatus.EXPIRED;
import static org.cartwright.carts.api.QuoteStatus.SENT;
import static org.cartwright.carts.api.QuoteStatus.VIEWED;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Body;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Carts and their quotes led at random through their lives, beside a small model that counts in
 * days: allowed moves are made, others are refused and move nothing, and every read agrees at every
 * step.
 */
@CartwrightTest
class QuoteWalkTests {

  private static final int STEPS = 70;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  /** A cart as it should be. Nobody leaves one alone for as long as it takes to be abandoned. */
  private static final class CartModel {

    final String id;
    @Nullable Integer lastDay;
    CartStatus stored = CartStatus.DRAFT;
    @Nullable QuoteModel holder;
    final List<QuoteModel> quotes = new ArrayList<>();

    CartModel(String id, @Nullable Integer lastDay) {
      this.id = id;
      this.lastDay = lastDay;
    }

    CartStatus on(int day) {
      if (stored != CartStatus.DRAFT && stored != CartStatus.ACCEPTED) {
        return stored;
      }
      if (holder != null) {
        if (holder.on(day) != EXPIRED) {
          return stored;
        }
        if (stored == CartStatus.ACCEPTED || !isPreparedFurther(holder)) {
          return CartStatus.EXPIRED;
        }
      }
      return lastDay != null && day > lastDay ? CartStatus.EXPIRED : stored;
    }

    /** Whether another quote was a draft when the holding one ran out. */
    boolean isPreparedFurther(QuoteModel holding) {
      int end = holding.lastDay == null ? Integer.MAX_VALUE : holding.lastDay;
      return quotes.stream()
          .anyMatch(q -> q.stored == DRAFT && (q.lastDay == null || q.lastDay > end));
    }

    boolean isHeld(int day) {
      return holder != null && holder.on(day).isWithPatient();
    }

    boolean isFree(int day) {
      return on(day) == CartStatus.DRAFT && !isHeld(day);
    }

    /** Freed by somebody, it does not expire by what passed meanwhile. */
    void free(int day) {
      holder = null;
      lastDay = lastDay != null && day > lastDay ? null : lastDay;
    }

    void settle(CartStatus status) {
      stored = status;
      if (status != CartStatus.ACCEPTED) {
        holder = null;
      }
    }
  }

  /** A quote as it should be. */
  private static final class QuoteModel {

    final String id;
    final CartModel cart;
    final @Nullable QuoteModel supersedes;
    final @Nullable Integer lastDay;
    QuoteStatus stored = DRAFT;
    boolean handedOut;
    @Nullable Boolean answer;

    QuoteModel(
        String id, CartModel cart, @Nullable QuoteModel supersedes, @Nullable Integer lastDay) {
      this.id = id;
      this.cart = cart;
      this.supersedes = supersedes;
      this.lastDay = lastDay;
      cart.quotes.add(this);
    }

    QuoteModel first() {
      return supersedes == null ? this : supersedes.first();
    }

    QuoteStatus on(int day) {
      var open = stored == DRAFT || stored.isWithPatient() || stored == ACCEPTED;
      return open && lastDay != null && day > lastDay ? EXPIRED : stored;
    }
  }

  /** One walk. */
  private final class Walk {

    final QuoteDesk desk = QuoteDesk.of(clinics.open());
    final Random random;
    final Instant start = Instant.now();
    final String patient = desk.patient();
    final Body<?> line = line(desk.clinic().item("Filler", 1000));
    final List<CartModel> carts = new ArrayList<>();
    final List<QuoteModel> quotes = new ArrayList<>();
    int day;
    int allowed;
    int refused;

    Walk(long seed) {
      random = new Random(seed);
    }

    void step() {
      day += random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0;
      clock.in(
          Duration.ofDays(day),
          () -> {
            int what = random.nextInt(26);
            if (what < 2 || carts.isEmpty()) {
              openCart();
            } else if (what < 6 || quotes.isEmpty()) {
              makeQuote(anyOf(carts));
            } else {
              move(what, anyOf(quotes));
            }
            assertEverybodySeesTheModel();
          });
    }

    void move(int what, QuoteModel quote) {
      switch (what) {
        case 6, 7, 8, 9, 10, 11 -> send(quote);
        case 12, 13 -> show(quote);
        case 14, 15, 16 -> answer(quote, true);
        case 17 -> answer(quote, false);
        case 18 -> withdraw(quote);
        case 19, 20 -> revise(quote);
        case 21 -> convert(quote);
        case 22 -> editQuote(quote);
        case 23 -> editCart(quote.cart);
        case 24 -> convertCart(quote.cart);
        default -> expireOld();
      }
    }

    <T> T anyOf(List<T> values) {
      // The later ones more often: they are those with which something can still be done.
      return values.get(Math.max(random.nextInt(values.size()), random.nextInt(values.size())));
    }

    @Nullable Integer someDay() {
      return random.nextInt(3) > 0 ? null : (Integer) (day + random.nextInt(6));
    }

    @Nullable Instant endOf(@Nullable Integer lastDay) {
      return lastDay == null
          ? null
          : start.plus(lastDay, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
    }

    void openCart() {
      var lastDay = someDay();
      var cart =
          desk.api()
              .post(
                  "/billing/cart",
                  aCart().of(patient).with("expiresDate", endOf(lastDay)).with(line))
              .ok();
      carts.add(new CartModel(cart.at("/id"), lastDay));
    }

    void makeQuote(CartModel cart) {
      var lastDay = someDay();
      ask(
              cart.isFree(day),
              () ->
                  desk.api()
                      .post(
                          "/billing/quote",
                          aQuote(patient, cart.id)
                              .by(desk.provider())
                              .with("validUntilDate", endOf(lastDay))))
          .ifPresent(made -> quotes.add(new QuoteModel(made.at("/id"), cart, null, lastDay)));
    }

    void send(QuoteModel quote) {
      var status = quote.on(day);
      var cart = quote.cart;
      var free =
          cart.on(day) == CartStatus.DRAFT
              && (!cart.isHeld(day) || cart.holder == quote.supersedes);
      var fine =
          status.isWithPatient()
              || (status == DRAFT
                  && free
                  && !wasAccepted(quote.supersedes, cart)
                  && !isOpenOtherwise(quote, true));
      ask(
              fine,
              () ->
                  desk.api()
                      .post(
                          "/billing/quote/send",
                          body().with("quoteId", quote.id).with("method", "email")))
          .filter(sent -> status == DRAFT)
          .ifPresent(
              sent -> {
                var old = quote.supersedes;
                if (old != null
                    && old.cart == cart
                    && (old.stored == DRAFT || old.stored.isWithPatient())) {
                  old.stored = EXPIRED;
                }
                if (cart.holder != null && cart.holder.on(day) == EXPIRED) {
                  cart.holder.stored = EXPIRED;
                }
                quote.stored = SENT;
                quote.handedOut = true;
                cart.holder = quote;
              });
    }

    boolean wasAccepted(@Nullable QuoteModel old, CartModel cart) {
      return old != null && old.cart == cart && Boolean.TRUE.equals(old.answer);
    }

    void show(QuoteModel quote) {
      var answer = desk.api().get("/billing/quote/public/" + quote.id);
      if (quote.on(day) == DRAFT || (quote.on(day) == EXPIRED && !quote.handedOut)) {
        answer.refused(404);
      } else {
        answer.ok();
        quote.stored = quote.on(day) == SENT ? VIEWED : quote.stored;
      }
    }

    void answer(QuoteModel quote, boolean accepts) {
      var first = quote.answer == null && quote.on(day).isWithPatient();
      var again = quote.answer != null && quote.answer == accepts;
      ask(
              first || again,
              () ->
                  desk.api()
                      .post(
                          "/billing/quote/respond",
                          body()
                              .with("quoteId", quote.id)
                              .with("response", accepts ? "accept" : "decline")))
          .filter(answered -> first)
          .ifPresent(
              answered -> {
                quote.answer = accepts;
                quote.stored = accepts ? ACCEPTED : DECLINED;
                quote.cart.settle(accepts ? CartStatus.ACCEPTED : CartStatus.REJECTED);
              });
    }

    void withdraw(QuoteModel quote) {
      ask(
              quote.on(day).isWithPatient(),
              () -> desk.api().post("/billing/quote/" + quote.id + "/withdraw", ""))
          .ifPresent(
              withdrawn -> {
                quote.stored = DRAFT;
                quote.handedOut = false;
                quote.cart.free(day);
              });
    }

    void revise(QuoteModel quote) {
      var status = quote.on(day);
      var fine =
          status.isWithPatient()
              || ((status == DECLINED || status == EXPIRED) && !isOpenOtherwise(quote, false));
      ask(
              fine,
              () ->
                  desk.api()
                      .post(
                          "/billing/quote/" + quote.id + "/revise", body().with("prices", "TODAY")))
          .ifPresent(
              revised -> {
                var cart = quote.cart;
                if (!status.isWithPatient()) {
                  cart = new CartModel(revised.at("/cartId"), null);
                  carts.add(cart);
                }
                assertThat(revised.at("/cartId")).isEqualTo(cart.id);
                var lastDay = quote.lastDay != null && day > quote.lastDay ? null : quote.lastDay;
                quotes.add(new QuoteModel(revised.at("/id"), cart, quote, lastDay));
              });
    }

    /** Whether another version of a quote is open, and on another cart if that is asked. */
    boolean isOpenOtherwise(QuoteModel quote, boolean elsewhere) {
      return quotes.stream()
          .filter(other -> other != quote && other.first() == quote.first())
          .filter(other -> !elsewhere || other.cart != quote.cart)
          .map(other -> other.on(day))
          .anyMatch(status -> status.isWithPatient() || status == ACCEPTED || status == CONVERTED);
    }

    void convert(QuoteModel quote) {
      ask(
              quote.on(day) == ACCEPTED,
              () ->
                  desk.api()
                      .post("/billing/quote/convert-to-charge", body().with("quoteId", quote.id)))
          .ifPresent(converted -> becomesACharge(quote));
    }

    void becomesACharge(QuoteModel quote) {
      quote.stored = CONVERTED;
      quote.cart.settle(CartStatus.CONVERTED);
    }

    void editQuote(QuoteModel quote) {
      ask(
          quote.on(day) == DRAFT,
          () -> desk.api().post("/billing/quote/" + quote.id + "/items/add", line));
    }

    void editCart(CartModel cart) {
      ask(cart.isFree(day), () -> desk.api().post("/billing/cart/" + cart.id + "/items", line));
    }

    void convertCart(CartModel cart) {
      var accepted = cart.on(day) == CartStatus.ACCEPTED;
      ask(
              accepted || cart.isFree(day),
              () ->
                  desk.api()
                      .post(
                          "/billing/cart/" + cart.id + "/convert-to-charge",
                          body().with("cartId", cart.id)))
          .ifPresent(
              converted -> {
                if (accepted && cart.holder != null) {
                  becomesACharge(cart.holder);
                } else {
                  cart.settle(CartStatus.CONVERTED);
                }
              });
    }

    void expireOld() {
      long moved = 0;
      for (var cart : carts) {
        var next = cart.on(day);
        var ranOut = cart.holder != null && cart.holder.on(day) == EXPIRED;
        if (ranOut && next == CartStatus.EXPIRED) {
          cart.settle(CartStatus.EXPIRED);
        } else if (ranOut) {
          cart.holder = null;
        }
      }
      for (var quote : quotes) {
        if (quote.on(day) != quote.stored) {
          quote.stored = EXPIRED;
          moved++;
        }
      }
      assertThat(desk.api().post("/billing/quote/expire-old", "").ok().text())
          .isEqualTo(Long.toString(moved));
    }

    java.util.Optional<Answer> ask(boolean fine, Supplier<Answer> request) {
      if (fine) {
        allowed++;
        return java.util.Optional.of(request.get().ok());
      }
      refused++;
      var before = everything();
      request.get().refused(409);
      assertThat(everything()).isEqualTo(before);
      return java.util.Optional.empty();
    }

    String everything() {
      return desk.api().get("/billing/cart/list").ok().text()
          + desk.api().get("/billing/quote/list?size=100").ok().text();
    }

    void assertEverybodySeesTheModel() {
      var expectedCarts = new TreeMap<String, String>();
      carts.forEach(cart -> expectedCarts.put(cart.id, cart.on(day).name()));
      var expectedQuotes = new TreeMap<String, String>();
      quotes.forEach(quote -> expectedQuotes.put(quote.id, quote.on(day).name()));

      var servedCarts = desk.api().get("/billing/cart/list").ok();
      assertThat(statuses(servedCarts, "")).isEqualTo(expectedCarts);
      var quotesOfCarts = new TreeMap<String, String>();
      for (var cart : servedCarts.json()) {
        cart.get("quotes")
            .forEach(q -> quotesOfCarts.put(q.get("id").asString(), q.get("status").asString()));
      }
      assertThat(quotesOfCarts).isEqualTo(expectedQuotes);
      assertThat(statuses(desk.api().get("/billing/quote/list?size=100").ok(), "/data"))
          .isEqualTo(expectedQuotes);

      var status = anyOf(List.of(QuoteStatus.values())).name();
      expectedQuotes.values().removeIf(other -> !other.equals(status));
      var page = desk.api().get("/billing/quote/list?size=100&status=" + status).ok();
      assertThat(statuses(page, "/data")).isEqualTo(expectedQuotes);
      assertThat(page.number("/total")).isEqualTo(expectedQuotes.size());
      var cartStatus = anyOf(List.of(CartStatus.values())).name();
      expectedCarts.values().removeIf(other -> !other.equals(cartStatus));
      assertThat(
              statuses(
                  desk.api().get("/billing/cart?size=100&statuses=" + cartStatus).ok(), "/data"))
          .isEqualTo(expectedCarts);
      expectedQuotes.keySet().stream()
          .limit(1)
          .forEach(
              id -> {
                var quote = desk.api().get("/billing/quote/" + id).ok();
                assertThat(quote.at("/status")).isEqualTo(status);
                QuoteFiguresTests.assertAddsUp(quote.json());
              });
    }

    Map<String, String> statuses(Answer answer, String list) {
      var found = new TreeMap<String, String>();
      answer
          .json()
          .at(list)
          .forEach(one -> found.put(one.get("id").asString(), one.get("status").asString()));
      return found;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyReadAgreesWithTheModelAtEveryStep(long seed) {
    walk(seed);
  }

  @ParameterizedTest
  @Tag("faults")
  @ValueSource(longs = {3, 4, 5, 6, 7})
  void itDoesSoOnOtherWalks(long seed) {
    walk(seed);
  }

  private void walk(long seed) {
    var walk = new Walk(seed);
    for (int step = 0; step < STEPS; step++) {
      try {
        walk.step();
      } catch (AssertionError wrong) {
        throw new AssertionError(
            "seed %d, step %d: %s".formatted(seed, step, wrong.getMessage()), wrong);
      }
    }
    assertThat(walk.allowed).as("moves that were made").isGreaterThan(15);
    assertThat(walk.refused).as("moves that were refused").isGreaterThan(5);
  }
}
