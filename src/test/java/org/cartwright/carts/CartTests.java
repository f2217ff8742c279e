package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.carts.CartBuilder.NOON;
import static org.cartwright.carts.CartBuilder.NO_DISCOUNT;
import static org.cartwright.carts.CartBuilder.aCart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.state.CartHeading;
import org.cartwright.carts.state.CartHold;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.platform.errors.Missing;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cart decides, and what it says has happened to it. */
class CartTests {

  private static final Instant LATER = NOON.plus(Duration.ofDays(3));
  private static final Instant END = NOON.plus(Duration.ofDays(5));
  private static final Duration MICRO = Duration.ofNanos(1000);
  private static final String LOCKED =
      "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.";

  private static final ConvertCartToChargeRequest CHARGE =
      new ConvertCartToChargeRequest("cart", null, null, null, null);

  private static void assertRefused(ThrowingCallable asked, String sentence) {
    assertThatThrownBy(asked).isInstanceOf(CartRefusal.class).hasMessage(sentence);
  }

  @Test
  void aNewCartIsNewsAsAWhole() {
    var builder = aCart().withLine("serum", 2, 900);
    var cart = new Cart("cart", CartBuilder.SALE, null, NOON);
    cart.replace(
        new CartHeading("patient", null, null, "notes", END),
        NO_DISCOUNT,
        List.of(CartBuilder.wanted("serum", 2)),
        builder.prices(),
        NOON);

    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CREATED);
    assertThat(cart.takeNews()).isEmpty();
    assertThat(cart.items().figures().total()).isEqualTo(1800);
  }

  @Test
  void whatChangesIsNewsOnceAndWhatStaysIsNone() {
    var builder = aCart().withLine("serum", 2, 900);
    var cart = builder.build();
    var line = cart.items().lines().getFirst().id();

    cart.change(line, new LineChange(null, null, NO_DISCOUNT, null), builder.prices(), LATER);
    cart.replace(
        new CartHeading("patient", null, null, null, null),
        NO_DISCOUNT,
        CartBuilder.again(cart),
        builder.prices(),
        LATER);
    assertThat(cart.takeNews()).isEmpty();

    cart.change(
        line, new LineChange(null, new Cents(700), NO_DISCOUNT, null), builder.prices(), LATER);
    cart.add(CartBuilder.wanted("serum", 1), builder.prices(), LATER);
    cart.remove(line, builder.prices(), LATER);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.items().figures().total()).isEqualTo(900);
  }

  @Test
  void aLineOfAnotherCartIsNoLineOfThisOne() {
    var builder = aCart().withLine("serum", 1, 900);
    assertThatThrownBy(() -> builder.build().remove("line_of_another", builder.prices(), NOON))
        .isInstanceOf(Missing.class);
  }

  @Test
  void aDraftIsAbandonedAndReopenedAndSaysSo() {
    var cart = aCart().build();
    cart.reopenIfAsked(CartStatus.ABANDONED, NOON);
    cart.abandonIfAsked(CartStatus.ABANDONED, NOON);
    assertThat(cart.statusAt(NOON)).isEqualTo(CartStatus.ABANDONED);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.ABANDONED);
    assertRefused(
        () -> cart.requireDraft(NOON),
        "The cart is ABANDONED and cannot be changed; reopen it by sending it whole with status DRAFT.");

    cart.reopenIfAsked(CartStatus.DRAFT, LATER);
    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.REOPENED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "REJECTED", "CONVERTED", "EXPIRED"})
  void nobodyMovesADraftThereByHand(CartStatus asked) {
    assertRefused(
        () -> aCart().build().reopenIfAsked(asked, NOON),
        "A cart that is DRAFT cannot be made " + asked + "; send status ABANDONED, or none.");
  }

  @Test
  void anOverdueCartIsExpiredFromTheInstantItsExpiryComes() {
    var cart = aCart().withLine("serum", 1, 900).expiring(END).build();
    assertThat(cart.statusAt(END.minus(MICRO))).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.EXPIRED);
    assertRefused(
        () -> cart.requireDraft(END),
        "The cart is EXPIRED and cannot be changed; duplicate it and change the copy.");
    assertRefused(
        () -> cart.bill(CHARGE, END),
        "A cart that is EXPIRED cannot be made CONVERTED; duplicate it and change the copy.");
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void aQuoteThatHoldsItKeepsItFromEveryChangeAndFromItsOwnExpiry() {
    var cart = aCart().withLine("serum", 1, 900).expiring(LATER).heldBy("quote", END).build();

    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.DRAFT);
    assertRefused(() -> cart.requireDraft(LATER), LOCKED);
    assertRefused(() -> cart.bill(CHARGE, LATER), LOCKED);
    assertRefused(
        () -> cart.archive(LATER),
        "The cart cannot be deleted: one of its quotes is with the patient, waits to be sent or is accepted; withdraw it, or convert it.");
    assertRefused(
        () -> cart.keepFor("another", null, null, LATER),
        "Another quote of the cart is with the patient or waits to be sent; withdraw or revise that one.");
    assertThat(cart.statusAt(END.minus(MICRO))).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.EXPIRED);
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void aQuoteThatWaitsHoldsItUntilItIsTakenBack() {
    var cart = aCart().withLine("serum", 1, 900).expiring(END).build();
    cart.keepFor("waiting", null, null, NOON);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.quoteId()).isEqualTo("waiting");
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.DRAFT);
    assertRefused(() -> cart.requireDraft(END), LOCKED);

    cart.release(LATER);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.quoteId()).isNull();
    assertThat(cart.statusAt(END.minus(MICRO))).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.EXPIRED);
  }

  @Test
  void takenBackAfterItsOwnExpiryItIsFreeAndHasNone() {
    var cart = aCart().withLine("serum", 1, 900).expiring(LATER).heldBy("quote", null).build();

    cart.release(LATER);
    assertThat(cart.expiresDate()).isNull();
    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    cart.hold("quote", null, null, LATER);
    assertThat(cart.quoteId()).isEqualTo("quote");
  }

  @Test
  void aQuoteThatWaitsInAnothersPlaceHoldsItWhenThatOneHasRunOut() {
    var cart =
        aCart()
            .withLine("serum", 1, 900)
            .expiring(LATER)
            .heldBy("sent", END)
            .besides(CartHold.Other.WAITING)
            .build();

    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.DRAFT);
    assertRefused(() -> cart.requireDraft(END), LOCKED);
    assertRefused(() -> cart.bill(CHARGE, END), LOCKED);
    assertRefused(
        () -> cart.quote(null, END),
        "Another quote of the cart is with the patient or waits to be sent; withdraw or revise that one.");
    cart.hold("waiting", "sent", null, END);
    assertThat(cart.quoteId()).isEqualTo("waiting");
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  @Test
  void aQuoteThatIsOnlyBeingPreparedLetsTheCartsOwnExpiryCount() {
    var builder =
        aCart().withLine("serum", 1, 900).heldBy("sent", END).besides(CartHold.Other.DRAFT);
    var cart = builder.build();
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.DRAFT);
    cart.requireDraft(END);
    assertThat(builder.expiring(LATER).build().statusAt(END)).isEqualTo(CartStatus.EXPIRED);
  }

  @Test
  void whileAnotherHoldsItTheOneThatIsToReplaceThatWaitsBehind() {
    var cart = aCart().withLine("serum", 1, 900).expiring(LATER).heldBy("sent", END).build();
    assertThat(cart.openUntil("revision", NOON)).isNull();
    assertThat(cart.openUntil("sent", NOON)).isEqualTo(LATER);
    assertThat(cart.openUntil("sent", LATER)).isNull();

    cart.keepFor("revision", "sent", null, NOON);
    assertThat(cart.quoteId()).isEqualTo("sent");
    assertThat(cart.takeNews()).isEmpty();
    cart.passTo("revision", null, NOON);
    assertThat(cart.quoteId()).isEqualTo("revision");
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  @Test
  void thePatientsAnswerMovesItAndSaysSo() {
    var accepted = aCart().withLine("serum", 1, 900).heldBy("quote", END).build();
    accepted.accept(LATER);
    assertThat(accepted.takeNews()).containsExactly(CartEvent.Type.ACCEPTED);
    assertThat(accepted.acceptedQuote(LATER)).contains("quote");
    assertThat(accepted.acceptedQuote(END)).isEmpty();
    accepted.convert("charge", LATER);
    assertThat(accepted.takeNews()).containsExactly(CartEvent.Type.CONVERTED);
    assertRefused(
        () -> accepted.bill(CHARGE, LATER),
        "The cart was converted already; its charge is charge.");
    assertRefused(
        () -> accepted.archive(LATER),
        "The cart is CONVERTED and cannot be deleted; its charge refers to it.");

    var rejected = aCart().withLine("serum", 1, 900).heldBy("quote", END).build();
    rejected.reject(LATER);
    assertThat(rejected.takeNews()).containsExactly(CartEvent.Type.REJECTED);
    assertThat(rejected.statusAt(END)).isEqualTo(CartStatus.REJECTED);
    assertThat(rejected.quoteId()).isNull();
  }

  @Test
  void thereIsNothingToChargeOnAnEmptyCart() {
    assertRefused(
        () -> aCart().build().bill(CHARGE, NOON),
        "There is nothing on the cart to be charged; add something first.");
  }

  @Test
  void aDeletedCartIsNotQuoted() {
    var cart = aCart().build();
    cart.archive(NOON);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.DELETED);
    assertRefused(
        () -> cart.hold("quote", null, null, NOON),
        "The cart was deleted and cannot be quoted; quote another.");
  }

  @Test
  void onlyADraftIsEdited() {
    var builder = aCart().withLine("serum", 1, 900).after(cart -> cart.reject(NOON));
    var cart = builder.build();
    var before = cart.items();
    var line = before.lines().getFirst().id();
    var sentence = "The cart is REJECTED and cannot be changed; duplicate it and change the copy.";

    assertRefused(
        () ->
            cart.replace(
                new CartHeading("patient", null, null, null, null),
                NO_DISCOUNT,
                List.of(),
                builder.prices(),
                LATER),
        sentence);
    assertRefused(
        () -> cart.add(CartBuilder.wanted("serum", 1), builder.prices(), LATER), sentence);
    assertRefused(
        () ->
            cart.change(
                line,
                new LineChange(null, new Cents(700), NO_DISCOUNT, null),
                builder.prices(),
                LATER),
        sentence);
    assertRefused(() -> cart.remove(line, builder.prices(), LATER), sentence);
    assertRefused(() -> cart.copy(aCart().build(), builder.prices(), LATER), sentence);
    assertRefused(() -> cart.copy(aCart().build(), before, LATER), sentence);
    assertRefused(() -> cart.become(GoodsWish.NOTHING, builder.prices(), LATER), sentence);
    assertRefused(() -> cart.expire(END, LATER), sentence);
    assertRefused(() -> cart.touch(LATER), sentence);
    assertThat(cart.items()).isEqualTo(before);
    assertThat(cart.expiresDate()).isNull();
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void aFullRequestThatIsRefusedLeavesWhatIsSaidBesideTheLines() {
    var builder = aCart().withLine("serum", 1, 900).heldBy("quote", END);
    var cart = builder.build();

    assertRefused(
        () ->
            cart.replace(
                new CartHeading("another", "north", "Ana", "notes", END),
                NO_DISCOUNT,
                CartBuilder.again(cart),
                builder.prices(),
                LATER),
        LOCKED);

    assertThat(cart.patientId()).isEqualTo("patient");
    assertThat(cart.patientLocation()).isNull();
    assertThat(cart.creatorId()).isNull();
    assertThat(cart.expiresDate()).isNull();
    assertThat(cart).extracting("notes").isNull();
  }

  @Test
  void aDiscountOnAllOfItIsNewsOnceAndPricesItAnew() {
    var builder = aCart().withLine("serum", 2, 900).withLine("cream", 1, 300);
    var cart = builder.build();
    var discount = new GoodsWish(null, new DiscountRequest(new Cents(250), null)::update);

    cart.become(discount, builder.prices(), LATER);
    assertThat(cart.items().figures().discountAmount()).isEqualTo(250);
    assertThat(cart.items().figures().total()).isEqualTo(1850);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);

    cart.become(discount, builder.prices(), LATER);
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void anotherExpiryIsNews() {
    var cart = aCart().expiring(LATER).build();

    cart.expire(END, NOON);
    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.expiresDate()).isEqualTo(END);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);

    cart.expire(null, LATER);
    assertThat(cart.statusAt(END)).isEqualTo(CartStatus.DRAFT);
    assertThat(cart).extracting("updatedDate").isEqualTo(LATER);
  }

  @Test
  void whatIsKnownOfItElsewhereIsNewsOfADraftAndOfWhatWasAccepted() {
    var held = aCart().withLine("serum", 1, 900).heldBy("quote", END).build();
    held.touch(LATER);
    assertThat(held.takeNews()).containsExactly(CartEvent.Type.CHANGED);

    held.accept(LATER);
    held.takeNews();
    held.touch(LATER);
    assertThat(held.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(held).extracting("updatedDate").isEqualTo(LATER);

    assertRefused(
        () -> held.touch(END),
        "The cart is EXPIRED and cannot be changed; duplicate it and change the copy.");
  }

  @Test
  void aCartThatAQuoteHoldsIsNotAbandoned() {
    var cart = aCart().withLine("serum", 1, 900).heldBy("quote", END).build();

    assertRefused(() -> cart.abandonIfAsked(CartStatus.ABANDONED, LATER), LOCKED);
    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.DRAFT);
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void onlyWhoAsksForItAbandonsADraft() {
    var cart = aCart().build();
    cart.abandonIfAsked(CartStatus.DRAFT, NOON);
    cart.abandonIfAsked(null, NOON);
    assertThat(cart.statusAt(NOON)).isEqualTo(CartStatus.DRAFT);

    var rejected = aCart().withLine("serum", 1, 900).after(c -> c.reject(NOON)).build();
    rejected.abandonIfAsked(CartStatus.ABANDONED, NOON);
    assertThat(rejected.statusAt(NOON)).isEqualTo(CartStatus.REJECTED);
  }

  @Test
  void whatIsErasedHoldsNothingAndIsGone() {
    var cart = aCart().withLine("serum", 2, 900).after(CartTests::note).build();

    cart.erase(LATER);

    assertThat(cart.items().lines()).isEmpty();
    assertThat(cart.items().figures()).isEqualTo(TotalFigures.NONE);
    assertThat(cart)
        .extracting("notes", "archivedDate", "updatedDate")
        .containsExactly(null, LATER, LATER);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.DELETED);
  }

  @Test
  void whatIsAChargeIsNotErased() {
    var cart = aCart().withLine("serum", 2, 900).after(c -> c.convert("charge", NOON)).build();

    assertRefused(
        () -> cart.erase(LATER),
        "The cart is CONVERTED and cannot be deleted; its charge refers to it.");
    assertThat(cart.items().figures().total()).isEqualTo(1800);
  }

  @Test
  void whatIsSaidBesideItsLinesIsNewsToo() {
    var builder = aCart().withLine("serum", 1, 900);
    var cart = builder.build();

    cart.replace(
        new CartHeading("another", "north", "Ana", "notes", END),
        NO_DISCOUNT,
        CartBuilder.again(cart),
        builder.prices(),
        LATER);

    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.id()).isEqualTo("cart");
    assertThat(cart.patientId()).isEqualTo("another");
    assertThat(cart.patientLocation()).isEqualTo("north");
    assertThat(cart.creatorId()).isEqualTo("Ana");
    assertThat(cart.expiresDate()).isEqualTo(END);
    assertThat(cart).extracting("notes", "updatedDate").containsExactly("notes", LATER);
  }

  @Test
  void aLineIsChangedWhereItStands() {
    var builder = aCart().withLine("serum", 1, 900).withLine("cream", 1, 300);
    var cart = builder.build();

    cart.change(
        cart.items().lines().getFirst().id(),
        new LineChange(null, new Cents(700), NO_DISCOUNT, null),
        builder.prices(),
        LATER);

    assertThat(cart.items().lines())
        .extracting(line -> line.unitPrice().value())
        .containsExactly(700L, 300L);
    assertThat(cart.items().figures().total()).isEqualTo(1000);
  }

  @Test
  void aCopyHoldsTheSameUnderIdsOfItsOwn() {
    var builder = aCart().withLine("serum", 2, 900).after(CartTests::note);
    var original = builder.build();
    var copy = aCart().build();

    copy.copy(original, builder.withLine("serum", 1, 1000).prices(), LATER);

    assertThat(copy).extracting("notes").isEqualTo("call first");
    var line = copy.items().lines().getFirst();
    assertThat(line.id()).isNotEqualTo(original.items().lines().getFirst().id());
    assertThat(line.unitPrice()).isEqualTo(new Cents(1000));
    assertThat(line.createdDate()).isEqualTo(LATER);
    assertThat(copy.items().figures().total()).isEqualTo(2000);
    assertThat(copy.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  private static void note(Cart cart) {
    cart.replace(
        new CartHeading("patient", null, null, "call first", null),
        NO_DISCOUNT,
        CartBuilder.again(cart),
        aCart().withLine("serum", 2, 900).prices(),
        NOON);
  }

  @Test
  void aCopyOfLinesHoldsThoseVeryLines() {
    var original = aCart().withLine("serum", 2, 900).after(CartTests::note).build();
    var items = original.items().underNewIds();
    var copy = aCart().build();

    copy.copy(original, items, LATER);

    assertThat(copy.items()).isEqualTo(items);
    assertThat(copy).extracting("notes").isEqualTo("call first");
    assertThat(copy.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  @Test
  void aQuoteOfItIsNewsThoughItHoldsNothingYet() {
    var cart = aCart().withLine("serum", 1, 900).build();

    cart.quote(null, LATER);

    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart.quoteId()).isNull();
    assertThat(cart).extracting("updatedDate").isEqualTo(LATER);
  }

  @Test
  void aFullCartTakesNoMore() {
    var builder = aCart();
    for (var line = 0; line < 500; line++) {
      builder.withLine("serum", 1, 900);
    }
    var cart = builder.build();

    assertRefused(
        () -> cart.add(CartBuilder.wanted("serum", 1), builder.prices(), LATER),
        "The cart already has 500 lines, the most there can be; start another cart.");
  }

  @Test
  void whatIsStoredOfItsLinesIsWhatItHolds() {
    var cart = aCart().withLine("serum", 1, 900).build();
    var line = cart.items().lines().getFirst();
    var stored = new StoredCartLine(line.id(), "cart");
    stored.become(line, 0);

    cart.takeIn(List.of(stored));

    assertThat(cart.items().lines()).containsExactly(line);
    assertThat(stored.item()).isEqualTo(line);
  }
}
