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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
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

  private static final int STEPS = 110;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private LinkAccess door;
  @Autowired private List<RecurringJob> jobs;

  /**
   * A cart as it should be. Nobody leaves one alone for as long as it takes to be abandoned by
   * time.
   */
  private static final class CartModel {

    final String id;
    @Nullable Integer lastDay;
    boolean isDeleted;
    CartStatus stored = CartStatus.DRAFT;
    @Nullable QuoteModel holder;
    final List<QuoteModel> quotes = new ArrayList<>();

    CartModel(String id, @Nullable Integer lastDay) {
      this.id = id;
      this.lastDay = lastDay;
    }

    CartStatus on(int day) {
      if (!stored.mayBecome(CartStatus.EXPIRED)) {
        return stored;
      }
      if (holder != null) {
        if (isHeld(day) || holder.lasts(day)) {
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

    /** The next of its quotes that waits to be sent. */
    Optional<QuoteModel> waiting(int day) {
      return quotes.stream()
          .filter(q -> q.due != null && q.on(day) == DRAFT)
          .min(Comparator.comparing(q -> Objects.requireNonNull(q.due)));
    }

    /** A draft that is held by a quote, or by the next one that waits, is nobody's to change. */
    boolean isHeld(int day) {
      return stored == CartStatus.DRAFT
          && holder != null
          && (holder.lasts(day) || waiting(day).isPresent());
    }

    boolean isHeldFor(QuoteModel quote, int day) {
      return !isHeld(day) || holder == quote || holder == quote.supersedes;
    }

    boolean isFree(int day) {
      return on(day) == CartStatus.DRAFT && !isHeld(day);
    }

    /** Left by a quote, it is the next one's, or does not expire by what passed meanwhile. */
    void leave(QuoteModel quote, int day) {
      if (stored == CartStatus.DRAFT && holder != null && (holder == quote || !holder.lasts(day))) {
        holder = waiting(day).orElse(null);
        lastDay = holder == null && lastDay != null && day > lastDay ? null : lastDay;
      }
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
    @Nullable Instant due;
    final List<Link> links = new ArrayList<>();
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

    boolean lasts(int day) {
      return lastDay == null || day <= lastDay;
    }

    QuoteStatus on(int day) {
      var open = stored == DRAFT || stored.isWithPatient() || stored == ACCEPTED;
      return open && !lasts(day) ? EXPIRED : stored;
    }

    boolean revises(QuoteModel other) {
      return supersedes != null && (supersedes == other || supersedes.revises(other));
    }
  }

  /** A link to a quote; a later one has a larger number. */
  private record Link(int number) {

    String token() {
      return "%043d".formatted(number);
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
    final Map<Link, QuoteModel> links = new LinkedHashMap<>();
    int day;
    int scheduled;
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
            int what = random.nextInt(37);
            if (what < 2 || carts.isEmpty()) {
              openCart();
            } else if (what < 6 || quotes.isEmpty()) {
              makeQuote(anyOf(carts));
            } else {
              move(what, anyOf(quotes));
            }
            assertEverybodySeesTheModel();
            assertLinksLeadWhereTheyShould();
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
        case 23 -> editCart(anyOf(carts));
        case 24 -> convertCart(anyOf(carts));
        case 25, 26, 27, 28 -> schedule(quote);
        case 29, 30, 31 -> sendWhatIsDue();
        case 32 -> setAside(anyOf(carts));
        case 33 -> reopen(anyOf(carts));
        case 34 -> delete(anyOf(carts));
        case 35 -> withdraw(quote);
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

    /** Whether a quote may be sent, or wait for that. */
    boolean isSendable(QuoteModel quote) {
      var cart = quote.cart;
      return quote.on(day).isWithPatient()
          || (quote.on(day) == DRAFT
              && !cart.isDeleted
              && cart.on(day) == CartStatus.DRAFT
              && cart.isHeldFor(quote, day)
              && !wasAccepted(quote.supersedes, cart)
              && !isOpenOtherwise(quote, true));
    }

    void send(QuoteModel quote) {
      ask(
              isSendable(quote),
              () ->
                  desk.api()
                      .post(
                          "/billing/quote/send",
                          body().with("quoteId", quote.id).with("method", "email")))
          .ifPresent(sent -> sent(quote));
    }

    void sent(QuoteModel quote) {
      quote.due = null;
      handOut(quote);
      if (quote.stored != DRAFT) {
        return;
      }
      var cart = quote.cart;
      var old = quote.supersedes;
      if (old != null && old.cart == cart && (old.stored == DRAFT || old.stored.isWithPatient())) {
        old.stored = EXPIRED;
        old.due = null;
      }
      for (var rival : cart.quotes) {
        if (rival.stored != DRAFT) {
          rival.stored = rival.on(day);
        }
      }
      quote.stored = SENT;
      cart.holder = quote;
    }

    /** What the newest link of a quote says is known only to its mail; here it is made known. */
    void handOut(QuoteModel quote) {
      var link = new Link(links.size());
      links.put(link, quote);
      quote.links.add(link);
      TestDatabase.shared()
          .executeAsSuperuser(
              """
              update quote_link set token_hash = sha256('%s') where (tenant_id, id) = (
                  select tenant_id, id from quote_link where tenant_id = '%s' and quote_id = '%s'
                   order by created_date desc, id desc limit 1)
              """
                  .formatted(link.token(), desk.clinic().id(), quote.id));
    }

    void schedule(QuoteModel quote) {
      var cart = quote.cart;
      int last = day + 2;
      if (quote.lastDay != null) {
        last = Math.min(last, quote.lastDay);
      }
      var isOnlyAnothers = cart.isHeld(day) && cart.holder != quote;
      if (quote.stored == DRAFT && cart.lastDay != null && cart.lastDay >= day && !isOnlyAnothers) {
        last = Math.min(last, cart.lastDay);
      }
      var due =
          start
              .plus(day + random.nextInt(Math.max(1, last - day + 1)), ChronoUnit.DAYS)
              .plus(6, ChronoUnit.HOURS)
              .plus(++scheduled, ChronoUnit.SECONDS);
      ask(
              isSendable(quote),
              () ->
                  desk.api()
                      .post(
                          "/billing/quote/send",
                          body()
                              .with("quoteId", quote.id)
                              .with("method", "email")
                              .with("scheduleSendDate", due)))
          .ifPresent(
              waits -> {
                quote.due = due;
                if (quote.stored == DRAFT && (cart.holder == null || !cart.holder.lasts(day))) {
                  cart.holder = quote;
                }
              });
    }

    void sendWhatIsDue() {
      var now = start.plus(day, ChronoUnit.DAYS).plus(1, ChronoUnit.HOURS);
      jobs.stream()
          .filter(job -> job.name().equals("quote-sending"))
          .forEach(RecurringJob::goRound);
      quotes.stream()
          .filter(quote -> quote.due != null && quote.due.isBefore(now))
          .sorted(Comparator.comparing(quote -> Objects.requireNonNull(quote.due)))
          .toList()
          .forEach(
              quote -> {
                if (isSendable(quote)) {
                  sent(quote);
                  return;
                }
                quote.due = null;
                if (quote.on(day) == DRAFT) {
                  quote.cart.leave(quote, day);
                }
              });
    }

    void setAside(CartModel cart) {
      put(cart, "ABANDONED", cart.isFree(day))
          .ifPresent(aside -> cart.settle(CartStatus.ABANDONED));
    }

    void reopen(CartModel cart) {
      put(cart, "DRAFT", cart.isFree(day) || cart.on(day) == CartStatus.ABANDONED)
          .filter(open -> cart.stored == CartStatus.ABANDONED)
          .ifPresent(open -> cart.settle(CartStatus.DRAFT));
    }

    Optional<Answer> put(CartModel cart, String status, boolean fine) {
      var lastDay = someDay();
      var answer =
          ask(
              fine,
              () ->
                  desk.api()
                      .put(
                          "/billing/cart/" + cart.id,
                          aCart()
                              .of(patient)
                              .status(status)
                              .with("expiresDate", endOf(lastDay))
                              .with(line)));
      answer.ifPresent(put -> cart.lastDay = lastDay);
      return answer;
    }

    void delete(CartModel cart) {
      var isOfALastingQuote = cart.holder != null && cart.holder.lasts(day);
      ask(
              cart.stored != CartStatus.CONVERTED && !cart.isHeld(day) && !isOfALastingQuote,
              () -> desk.api().delete("/billing/cart/" + cart.id))
          .ifPresent(
              deleted -> {
                cart.isDeleted = true;
                carts.remove(cart);
              });
    }

    boolean wasAccepted(@Nullable QuoteModel old, CartModel cart) {
      return old != null && old.cart == cart && Boolean.TRUE.equals(old.answer);
    }

    void show(QuoteModel quote) {
      var answer = desk.api().get("/billing/quote/public/" + quote.id);
      if (quote.on(day) == DRAFT || (quote.on(day) == EXPIRED && quote.links.isEmpty())) {
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
                quote.due = null;
                quote.stored = accepts ? ACCEPTED : DECLINED;
                quote.cart.settle(accepts ? CartStatus.ACCEPTED : CartStatus.REJECTED);
              });
    }

    void withdraw(QuoteModel quote) {
      ask(
              quote.on(day).isWithPatient() || (quote.on(day) == DRAFT && quote.due != null),
              () -> desk.api().post("/billing/quote/" + quote.id + "/withdraw", ""))
          .ifPresent(
              withdrawn -> {
                quote.stored = DRAFT;
                quote.due = null;
                quote.links.clear();
                quote.cart.leave(quote, day);
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
          .anyMatch(this::isOpen);
    }

    boolean isOpen(QuoteModel version) {
      var status = version.on(day);
      return status.isWithPatient()
          || status == ACCEPTED
          || status == CONVERTED
          || (status == DRAFT
              && version.due != null
              && version.cart.stored == CartStatus.DRAFT
              && !version.cart.isDeleted);
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
          quote.on(day) == DRAFT && quote.due == null,
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
      var held = quotes.stream().map(quote -> quote.cart).distinct().toList();
      for (var cart : held) {
        if (cart.holder == null || cart.holder.lasts(day)) {
          continue;
        }
        var goesWithIt =
            cart.stored == CartStatus.ACCEPTED
                || (cart.waiting(day).isEmpty() && !cart.isPreparedFurther(cart.holder));
        if (goesWithIt) {
          cart.settle(CartStatus.EXPIRED);
        } else {
          cart.holder = cart.waiting(day).orElse(null);
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

    Optional<Answer> ask(boolean fine, Supplier<Answer> request) {
      if (fine) {
        allowed++;
        return Optional.of(request.get().ok());
      }
      refused++;
      var before = everything();
      request.get().refused(409);
      assertThat(everything()).isEqualTo(before);
      return Optional.empty();
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
      var ofCarts = new TreeMap<>(expectedQuotes);
      quotes.stream().filter(quote -> quote.cart.isDeleted).forEach(q -> ofCarts.remove(q.id));
      assertThat(quotesOfCarts).isEqualTo(ofCarts);
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

    /** A link leads to the version that was handed out last, as long as that one can be seen. */
    void assertLinksLeadWhereTheyShould() {
      for (int i = 0; i < 4 && !links.isEmpty(); i++) {
        var link = anyOf(List.copyOf(links.keySet()));
        var own = Objects.requireNonNull(links.get(link));
        var ends = own.links.contains(link) ? newestOf(own) : null;
        var standing = ends == null ? "nowhere" : standing(ends);
        var isItself = ends == own || standing.equals("nowhere");
        CurrentTenant.within(
            desk.clinic().id(),
            () -> {
              assertThat(said(door.follow(link.token())))
                  .as("the link of " + own.id)
                  .isEqualTo(isItself ? standing : standing.replaceAll("^\\w+", "REPLACED"));
              assertThat(said(door.followToNewest(link.token())))
                  .as("the link of " + own.id + ", to the newest")
                  .isEqualTo(isItself ? "nowhere" : standing);
            });
      }
    }

    QuoteModel newestOf(QuoteModel own) {
      return quotes.stream()
          .filter(version -> version == own || version.revises(own))
          .filter(version -> !version.links.isEmpty())
          .max(Comparator.comparingInt(version -> version.links.getLast().number()))
          .orElseThrow();
    }

    String standing(QuoteModel quote) {
      return switch (quote.on(day)) {
        case SENT, VIEWED, ACCEPTED -> "OPEN " + quote.id;
        case DECLINED, CONVERTED -> "ENDED " + quote.id;
        case DRAFT, EXPIRED -> "nowhere";
      };
    }

    String said(Optional<LinkVisit> visit) {
      return visit.map(it -> it.standing() + " " + it.quoteId()).orElse("nowhere");
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
  @ValueSource(longs = {1, 2, 3})
  void everyReadAgreesWithTheModelAtEveryStep(long seed) {
    walk(seed);
  }

  @ParameterizedTest
  @Tag("faults")
  @ValueSource(longs = {4, 5, 6, 7, 8})
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
