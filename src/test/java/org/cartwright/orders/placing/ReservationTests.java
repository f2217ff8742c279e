package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.cartwright.carts.CartEvent;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.orders.Shop;
import org.cartwright.platform.scheduling.RecurringJob;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stock is held for a draft until a moment, follows its lines, and is given back in every way. */
@CartwrightTest
class ReservationTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;
  @Autowired private List<RecurringJob> jobs;
  @Autowired private Statements statements;
  @Autowired private Announcements announcements;

  private OrderDesk desk;
  private String mug;

  @BeforeEach
  void openAShopWithTenMugs() {
    desk = OrderDesk.open(clinics);
    mug = desk.shop().item("Mug", 1000);
    desk.stock(mug, "DENY", 10);
  }

  private static String path(Answer draft) {
    return OrderDesk.draftPath(draft) + "/reservation";
  }

  private static AnyBody forHours(int hours) {
    return body().with("until", Instant.now().plus(Duration.ofHours(hours)).toString());
  }

  private Answer reserve(Answer draft) {
    return desk.api().post(path(draft), forHours(5));
  }

  private Answer reserved(int quantity) {
    return reserve(desk.draft(mug, quantity)).ok();
  }

  private Answer read(Answer draft) {
    return desk.api().get(OrderDesk.draftPath(draft)).ok();
  }

  private static String linePath(Answer draft) {
    return OrderDesk.draftPath(draft) + "/items/" + draft.at("/items/0/id");
  }

  /** How many mugs whoever comes next can still have. */
  private long left() {
    return desk.api().get("/orders/stock/" + mug).ok().number("/available");
  }

  private void clearAway() {
    jobs.stream()
        .filter(job -> job.name().equals("reservation-expiry"))
        .forEach(RecurringJob::goRound);
  }

  private static String standing(Answer draft) {
    return draft.at("/reservation/complete")
        + " "
        + draft.at("/items/0/availability/available")
        + " "
        + draft.at("/items/0/availability/reserved")
        + " "
        + draft.at("/items/0/availability/short");
  }

  @Test
  void whatIsHeldForADraftIsThereForItAndForNobodyElse() {
    var other = desk.draft(mug, 7);
    var until = Instant.now().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MICROS);
    var draft = desk.draft(mug, 4);
    assertThat(draft.json().get("reservation").isNull()).isTrue();

    var held = desk.api().post(path(draft), body().with("until", until.toString())).ok();

    assertThat(Instant.parse(held.at("/reservation/until"))).isEqualTo(until);
    assertThat(standing(held)).isEqualTo("true 10 4 false");
    assertThat(held.json().get("blockers").isEmpty()).isTrue();
    assertThat(held.text()).isEqualTo(read(draft).text());
    assertThat(read(other).at("/items/0/availability/available")).isEqualTo("6");
    assertThat(OrderDesk.blockers(desk.place(other))).containsExactly("OUT_OF_STOCK");
    assertThat(desk.onHand(mug)).isEqualTo(10);
  }

  @Test
  void placingTakesWhatIsHeldOnce() {
    var draft = reserved(10);

    desk.place(draft).ok();

    assertThat(desk.onHand(mug)).isZero();
    assertThat(left()).isZero();
    assertThat(reserve(draft).refused(409).at("/detail")).contains("CONVERTED");
    assertThat(desk.onHand(mug)).isZero();
  }

  @Test
  void whatIsHeldUntilTheSameMomentAlreadyIsNoChange() {
    var until = body().with("until", Instant.now().plus(Duration.ofHours(5)).toString());
    var held = desk.api().post(path(desk.draft(mug, 4)), until).ok();
    var answer = new Answer[1];

    var heard = announcements.during(() -> answer[0] = desk.api().post(path(held), until).ok());

    assertThat(heard).filteredOn(CartEvent.class::isInstance).isEmpty();
    assertThat(answer[0].text()).isEqualTo(held.text());
    assertThat(left()).isEqualTo(6);
  }

  @Test
  void whatWasShortIsHeldByTheSameRequestOnceItIsThere() {
    var until = body().with("until", Instant.now().plus(Duration.ofHours(5)).toString());
    var held = desk.api().post(path(desk.draft(mug, 4)), until).ok();
    desk.api().put(linePath(held), body().with("quantity", 12)).ok();
    assertThat(standing(read(held))).isEqualTo("false 10 10 true");
    desk.stock(mug, "DENY", 20);

    assertThat(standing(desk.api().post(path(held), until).ok())).isEqualTo("true 30 12 false");
  }

  @Test
  void anOrderThatIsCancelledGivesBackWhatWasHeldBefore() {
    var order = desk.place(reserved(10)).ok();

    desk.cancel(order).ok();

    assertThat(left()).isEqualTo(10);
  }

  @Test
  void whatIsHeldFollowsTheLines() {
    var draft = reserved(2);
    var api = desk.api();
    var shirt = desk.shop().item("Shirt", 59000);
    desk.stock(shirt, "DENY", 3);

    assertThat(left()).isEqualTo(8);
    api.put(linePath(draft), body().with("quantity", 5)).ok();
    assertThat(left()).isEqualTo(5);
    api.put(linePath(draft).replace("/orders/drafts", "/billing/cart"), body().with("quantity", 6))
        .ok();
    assertThat(left()).isEqualTo(4);
    api.post(OrderDesk.draftPath(draft) + "/items", line(shirt).quantity(3)).ok();
    assertThat(api.get("/orders/stock/" + shirt).ok().number("/available")).isZero();
    assertThat(standing(read(draft))).isEqualTo("true 10 6 false");
    api.delete(linePath(draft)).ok();
    assertThat(left()).isEqualTo(10);
    assertThat(api.get("/orders/stock/" + shirt).ok().number("/available")).isZero();
  }

  @Test
  void whoWantsMoreThanThereIsKeepsWhatIsHeldAndIsToldSo() {
    var draft = reserved(4);
    var other = reserved(3);

    var more = desk.api().put(linePath(draft), body().with("quantity", 9)).ok();

    assertThat(standing(more)).isEqualTo("false 7 7 true");
    assertThat(more.at("/blockers/0/code")).isEqualTo("OUT_OF_STOCK");
    assertThat(left()).isZero();
    assertThat(standing(read(other))).isEqualTo("true 3 3 false");
    desk.place(other).ok();
    assertThat(standing(desk.api().put(linePath(draft), body().with("quantity", 7)).ok()))
        .isEqualTo("true 7 7 false");
  }

  @Test
  void moreThanThereIsIsRefusedAndWhatIsHeldStays() {
    reserved(4);
    var draft = desk.draft(mug, 7);

    var refused = reserve(draft);

    assertThat(OrderDesk.blockers(refused)).containsExactly("OUT_OF_STOCK");
    assertThat(refused.at("/blockers/0/itemId")).isEqualTo(draft.at("/items/0/id"));
    assertThat(refused.at("/detail"))
        .isEqualTo(
            "The draft's stock cannot be held. There is not enough of this in stock: order less of it, or take it off.");
    assertThat(read(draft).text()).isEqualTo(draft.text());
    assertThat(left()).isEqualTo(6);
  }

  @Test
  void whatCannotBeHeldIsRefusedByName() {
    var nothing = desk.draft(body());
    var draft = desk.draft(mug, 1);
    var api = desk.api();

    assertThat(OrderDesk.blockers(reserve(nothing))).containsExactly("NO_ITEMS");
    assertThat(api.post(path(draft), body().with("until", "2020-01-01")).violation())
        .isEqualTo("[body, until] value_error");
    assertThat(api.post(path(draft), body()).violation()).isEqualTo("[body, until] missing");
    api.patch(OrderDesk.draftPath(draft), body().with("status", "ABANDONED")).ok();
    assertThat(reserve(draft).refused(409).at("/detail")).contains("ABANDONED");
    assertThat(left()).isEqualTo(10);
  }

  @Test
  void whatIsNotCountedIsHeldByNobodyAndThereAllTheSame() {
    var pen = desk.shop().item("Pen", 10);

    var held = reserve(desk.draft(pen, 1000)).ok();

    assertThat(standing(held)).isEqualTo("true 0 0 false");
  }

  @Test
  void itIsGivenBackWhenAskedAndThatTwiceIsNothing() {
    var draft = reserved(4);

    var free = desk.api().delete(path(draft)).ok();
    assertThat(free.json().get("reservation").isNull()).isTrue();
    assertThat(free.at("/items/0/availability/reserved")).isEqualTo("0");
    assertThat(left()).isEqualTo(10);

    assertThat(desk.api().delete(path(draft)).ok().text()).isEqualTo(free.text());
  }

  @Test
  void itIsGivenBackWithTheDraft() {
    desk.api().delete(OrderDesk.draftPath(reserved(4))).ok();
    assertThat(left()).isEqualTo(10);

    var abandoned = reserved(4);
    desk.api().patch(OrderDesk.draftPath(abandoned), body().with("status", "ABANDONED")).ok();
    assertThat(left()).isEqualTo(10);
    var again =
        desk.api().patch(OrderDesk.draftPath(abandoned), body().with("status", "DRAFT")).ok();
    assertThat(again.json().get("reservation").isNull()).isTrue();
    assertThat(left()).isEqualTo(10);
  }

  @Test
  void itIsGivenBackWhenTheDraftExpiresOrLiesIdle() {
    var soon = Instant.now().plus(Duration.ofDays(1)).toString();
    var expiring = desk.draft(desk.order(mug, 4).with("expiresDate", soon));
    desk.api().post(path(expiring), body().with("until", "2099-12-31")).ok();
    var idle = desk.draft(body().with("items", List.of(line(mug).quantity(3))));
    desk.api().post(path(idle), body().with("until", "2099-12-31")).ok();
    assertThat(left()).isEqualTo(3);
    var shop = desk.shop().clinic().id();

    clock.in(Duration.ofDays(2), () -> CurrentTenant.within(shop, oldCarts::catchUp));
    assertThat(left()).isEqualTo(7);
    clock.in(Duration.ofDays(400), () -> CurrentTenant.within(shop, oldCarts::catchUp));
    assertThat(left()).isEqualTo(10);
    assertThat(read(idle).at("/status")).isEqualTo("ABANDONED");
    assertThat(read(idle).json().get("reservation").isNull()).isTrue();
  }

  @Test
  void fromItsMomentOnItIsHeldNoMoreWhetherOrNotItWasClearedAway() {
    var draft = reserved(4);
    var other = desk.draft(mug, 10);

    clock.in(
        Duration.ofHours(6),
        () -> {
          assertThat(left()).isEqualTo(10);
          assertThat(read(draft).json().get("reservation").isNull()).isTrue();
          desk.api().put(linePath(draft), body().with("quantity", 5)).ok();
          assertThat(left()).isEqualTo(10);
          clearAway();
          assertThat(standing(read(draft))).isEqualTo(" 10 0 false");
          desk.place(other).ok();
          assertThat(OrderDesk.blockers(desk.place(draft))).containsExactly("OUT_OF_STOCK");
        });
    assertThat(desk.onHand(mug)).isZero();
  }

  @Test
  void itIsHeldWhileAQuoteIsWithTheCustomerAndGivenBackWhenTheyDecline() {
    var quotes = QuoteDesk.of(desk.shop().clinic());
    var draft = desk.draft(mug, 4);
    var quote = quoteOf(quotes, draft);
    quotes.send(quote);
    assertThat(standing(reserve(draft).ok())).isEqualTo("true 10 4 false");

    quotes.answer(quote, "decline").ok();

    assertThat(left()).isEqualTo(10);
    var second = desk.draft(mug, 10);
    var accepted = quoteOf(quotes, second);
    quotes.send(accepted);
    reserve(second).ok();
    quotes.answer(accepted, "accept").ok();
    assertThat(left()).isZero();
    desk.place(second).ok();
    assertThat(desk.onHand(mug)).isZero();
  }

  private void accept(Answer draft, AnyBody change) {
    var quotes = QuoteDesk.of(desk.shop().clinic());
    var quote = quoteOf(quotes, draft);
    desk.api()
        .put(
            "/billing/quote/%s/items/%s".formatted(quote.at("/id"), draft.at("/items/0/id")),
            change)
        .ok();
    quotes.send(quote);
    quotes.answer(quote, "accept").ok();
  }

  @Test
  void whatWasAcceptedIsHeldAndNotWhatIsOnTheDraft() {
    var more = reserved(2);
    accept(more, body().with("quantity", 5));
    assertThat(left()).isEqualTo(5);
    assertThat(standing(read(more))).isEqualTo("true 10 5 false");

    var less = desk.draft(mug, 20);
    accept(less, body().with("quantity", 3));
    assertThat(read(less).json().get("blockers").findValuesAsString("code"))
        .doesNotContain("OUT_OF_STOCK");
    assertThat(standing(reserve(less).ok())).isEqualTo("true 5 3 false");
    assertThat(left()).isEqualTo(2);

    desk.place(more).ok();
    desk.place(less).ok();
    assertThat(desk.onHand(mug)).isEqualTo(2);
  }

  @Test
  void ofWhatIsOnlyOnTheAcceptedQuoteThereIsTooLittleAsWell() {
    var cup = desk.shop().item("Cup", 700);
    desk.stock(cup, "DENY", 1);
    var draft = reserved(4);
    var quotes = QuoteDesk.of(desk.shop().clinic());
    var quote = quoteOf(quotes, draft);
    var items = "/billing/quote/%s/items".formatted(quote.at("/id"));
    desk.api().post(items + "/add", line(cup).quantity(2)).ok();
    desk.api().delete(items + "/" + draft.at("/items/0/id")).ok();
    quotes.send(quote);

    quotes.answer(quote, "accept").ok();

    assertThat(left()).isEqualTo(10);
    assertThat(read(draft).at("/reservation/complete")).isEqualTo("false");
    assertThat(read(draft).at("/blockers/0/code")).isEqualTo("OUT_OF_STOCK");
    assertThat(read(draft).at("/blockers/0/itemId")).isEmpty();
    desk.stock(cup, "DENY", 1);
    assertThat(reserve(draft).ok().json().get("blockers").size()).isZero();
    assertThat(read(draft).at("/reservation/complete")).isEqualTo("true");
    desk.place(draft).ok();
    assertThat(desk.onHand(cup)).isZero();
  }

  private Answer quoteOf(QuoteDesk quotes, Answer draft) {
    return desk.api()
        .post(
            "/billing/quote",
            body()
                .with("patientId", draft.at("/customerId"))
                .with("cartId", draft.at("/id"))
                .with("creatorId", quotes.provider()))
        .ok();
  }

  @Test
  void aCopyHoldsNothing() {
    var draft = reserved(4);

    var copy = desk.api().post("/billing/cart/" + draft.at("/id") + "/duplicate", "").ok();

    assertThat(read(copy).json().get("reservation").isNull()).isTrue();
    assertThat(left()).isEqualTo(6);
  }

  @Test
  void anotherShopGetsWhatAMissingDraftGets() {
    var draft = reserved(4);
    var other = Shop.open(clinics).api();
    List<Function<String, Answer>> operations =
        List.of(
            id -> other.post("/orders/drafts/" + id + "/reservation", forHours(5)),
            id -> other.delete("/orders/drafts/" + id + "/reservation"));

    for (var operation : operations) {
      var foreign = operation.apply(draft.at("/id")).refused(404);
      assertThat(foreign.text()).isEqualTo("{\"detail\":\"Draft not found\"}");
      assertThat(foreign.text()).isEqualTo(operation.apply("nothing").text());
    }
    assertThat(left()).isEqualTo(6);
  }

  @Test
  void aDraftForWhichNothingIsHeldChangesWithoutAskingForIt() {
    var free = desk.draft(mug, 1);
    var held = reserved(1);
    desk.api().put(linePath(free), body().with("quantity", 2)).ok();

    long without =
        statements.during(() -> desk.api().put(linePath(free), body().with("quantity", 3)).ok());
    long with =
        statements.during(() -> desk.api().put(linePath(held), body().with("quantity", 3)).ok());

    assertThat(without).isLessThanOrEqualTo(12);
    assertThat(with - without).isEqualTo(6);
  }
}
