package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.carts.CartBuilder.NOON;
import static org.cartwright.carts.CartBuilder.NO_DISCOUNT;
import static org.cartwright.carts.CartBuilder.aCart;
import static org.cartwright.carts.CartBuilder.wanted;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.state.CartHeading;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.charges.bill.BillSource;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Product;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.junit.jupiter.api.Test;

/** What a cart decides that is sold in a market: a draft order. */
class CartInAMarketTests {

  private static final Instant LATER = NOON.plus(Duration.ofDays(3));
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final SaleTerms US = SaleTerms.in("us", TaxMode.EXCLUSIVE);
  private static final SaleTerms UK = SaleTerms.in("uk", TaxMode.INCLUSIVE);
  private static final Sale TO_JANE = new Sale(USD, "jane", null, US);
  private static final Sale IN_POUNDS = new Sale(GBP, "jane", null, UK);
  private static final Product COURIER = new Product("courier", null);
  private static final ConvertCartToChargeRequest CHARGE =
      new ConvertCartToChargeRequest("cart", "Mugs", null, null, null);

  private static final String HAS_NO_PRICE =
      "Something on the cart has no price in its market; take it off, or choose another market.";
  private static final String FEE_IS_FIXED =
      "The fee follows from how the order is fulfilled and is not changed as a line; choose another service.";
  private static final String NAMED_IN_DOLLARS =
      "Prices or discounts on the cart were named in USD; confirm that the same figures are meant in the other currency, or take them off first.";
  private static final String IS_FULL =
      "The cart already has 500 lines, the most there can be; start another cart.";
  private static final String IS_REJECTED =
      "The cart is REJECTED and cannot be changed; duplicate it and change the copy.";

  private static void assertRefused(String sentence, ThrowingCallable asked) {
    assertThatExceptionOfType(CartRefusal.class).isThrownBy(asked).withMessage(sentence);
  }

  /** Two mugs at 12.50, sold to Jane. */
  private static CartBuilder mugs() {
    return aCart().soldOn(TO_JANE).withLine("mug", 2, 1250);
  }

  private static CartBuilder mugsByCourier() {
    return mugs().withFee("courier", 4500);
  }

  private static DiscountRequest flat(long cents) {
    return new DiscountRequest(new Cents(cents), null);
  }

  private static NewLine named(String item, long price) {
    return new NewLine(
        new Product(item, null), Quantity.of(2), new Cents(price), NO_DISCOUNT, null);
  }

  private static long total(Cart cart) {
    return cart.items().figures().total();
  }

  @Test
  void itIsADraftOrderWhichMayNotKnowItsCustomerYet() {
    var cart = aCart().soldOn(new Sale(USD, null, null, US)).build();
    assertThat(cart.isDraftOrder()).isTrue();
    assertThat(cart.hasCustomer()).isFalse();

    cart.sell(TO_JANE, GoodsWish.NOTHING, aCart().prices(TO_JANE), false, LATER);
    assertThat(cart.hasCustomer()).isTrue();
    assertThat(cart.patientId()).isEqualTo("jane");

    assertThat(aCart().build().isDraftOrder()).isFalse();
    assertThat(aCart().build().hasCustomer()).isTrue();
  }

  @Test
  void soldToSomebodyElseItIsTheirsAndThatIsNews() {
    var cart = mugs().build();
    var toJohn = new Sale(USD, "john", "north", US.under("TEN"));

    cart.sell(toJohn, GoodsWish.NOTHING, mugs().prices(toJohn), false, LATER);

    assertThat(cart.sale()).isEqualTo(toJohn);
    assertThat(cart.patientLocation()).isEqualTo("north");
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(cart).extracting("updatedDate").isEqualTo(LATER);
    assertThat(total(cart)).isEqualTo(2500);
  }

  @Test
  void soldAsItIsAlreadyItIsNoNewsUnlessAPriceIsAnotherToday() {
    var cart = mugs().build();
    cart.sell(TO_JANE, GoodsWish.NOTHING, mugs().prices(), false, LATER);
    assertThat(cart.takeNews()).isEmpty();

    cart.sell(TO_JANE, GoodsWish.NOTHING, mugs().withLine("mug", 2, 1300).prices(), false, LATER);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
    assertThat(total(cart)).isEqualTo(2600);
  }

  @Test
  void onOtherTermsWhatTheMarketDoesNotSellCostsNothingWhicheverMarketItIs() {
    var nothingThere = aCart().offering(PriceLists.notSoldHere("mug"));
    var exempt =
        new Sale(
            USD,
            "jane",
            null,
            new SaleTerms("us", TaxMode.EXCLUSIVE, null, null, null, true, null));

    var here = mugs().build();
    here.sell(exempt, GoodsWish.NOTHING, nothingThere.prices(exempt), false, LATER);
    assertThat(total(here)).isZero();
    here.become(GoodsWish.NOTHING, mugs().prices(exempt), LATER);
    assertThat(total(here)).isEqualTo(2500);

    var there = mugs().build();
    there.sell(IN_POUNDS, GoodsWish.NOTHING, nothingThere.prices(IN_POUNDS), false, LATER);
    assertThat(total(there)).isZero();
    assertThat(there.sale()).isEqualTo(IN_POUNDS);

    there.takeNews();
    assertRefused(HAS_NO_PRICE, () -> there.quote(null, LATER));
    assertThat(there.takeNews()).isEmpty();
    there.become(GoodsWish.NOTHING, mugs().prices(IN_POUNDS), LATER);
    there.quote(null, LATER);
    assertThat(total(there)).isEqualTo(2500);
  }

  @Test
  void amountsThatSomebodyNamedGoIntoAnotherCurrencyOnlyConfirmed() {
    var discounted =
        mugs()
            .after(
                cart -> cart.become(new GoodsWish(null, flat(500)::update), mugs().prices(), NOON));
    var cart = discounted.build();
    assertRefused(
        NAMED_IN_DOLLARS,
        () -> cart.sell(IN_POUNDS, GoodsWish.NOTHING, mugs().prices(IN_POUNDS), false, LATER));
    assertThat(cart.sale()).isEqualTo(TO_JANE);
    assertThat(cart.takeNews()).isEmpty();

    cart.sell(IN_POUNDS, GoodsWish.NOTHING, mugs().prices(IN_POUNDS), true, LATER);
    assertThat(cart.sale()).isEqualTo(IN_POUNDS);
    assertThat(total(cart)).isEqualTo(2000);

    var inDollars = discounted.build();
    var toJohn = new Sale(USD, "john", null, US);
    inDollars.sell(toJohn, GoodsWish.NOTHING, mugs().prices(toJohn), false, LATER);
    assertThat(inDollars.sale()).isEqualTo(toJohn);
  }

  @Test
  void whatNobodyNamedGoesIntoAnotherCurrencyUnasked() {
    var cart = mugs().build();

    cart.sell(IN_POUNDS, GoodsWish.NOTHING, mugs().prices(IN_POUNDS), false, LATER);

    assertThat(cart.sale().currency()).isEqualTo(GBP);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  @Test
  void aFullRequestDoesNotChangeItsCustomer() {
    var cart = mugs().build();

    assertRefused(
        "The cart is a draft order; its customer is changed where its contact and addresses are.",
        () -> replace(cart, "john"));
    assertThat(cart.patientId()).isEqualTo("jane");
    assertThat(cart).extracting("notes").isNull();

    replace(cart, "jane");
    assertThat(cart).extracting("notes").isEqualTo("call first");
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  private static void replace(Cart cart, String patient) {
    cart.replace(
        new CartHeading(patient, null, null, "call first", null),
        NO_DISCOUNT,
        CartBuilder.again(cart),
        mugs().prices(),
        LATER);
  }

  @Test
  void theFeeIsItsLastLineAndAnotherTakesItsPlace() {
    var builder = mugsByCourier().offering(PriceLists.product("post", 700));
    var cart = builder.build();
    assertThat(cart.items().lines()).extracting(LineItem::name).containsExactly("mug", "courier");
    assertThat(total(cart)).isEqualTo(7000);

    cart.changeFee(COURIER, builder.prices(), LATER);
    assertThat(cart.takeNews()).isEmpty();

    cart.changeFee(new Product("post", null), builder.prices(), LATER);
    assertThat(total(cart)).isEqualTo(3200);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);

    cart.changeFee(null, builder.prices(), LATER);
    assertThat(cart.items().fee()).isEmpty();
    assertThat(total(cart)).isEqualTo(2500);
  }

  @Test
  void aFullCartTakesNoFeeUnlessItReplacesOne() {
    var full = mugs().offering(PriceLists.product("courier", 4500));
    for (var line = 1; line < 500; line++) {
      full.withLine("mug", 1, 1250);
    }
    var cart = full.build();
    assertRefused(IS_FULL, () -> cart.changeFee(COURIER, full.prices(), LATER));
    cart.changeFee(null, full.prices(), LATER);
    assertThat(cart.items().lines()).hasSize(500);

    cart.remove(cart.items().lines().getLast().id(), full.prices(), LATER);
    cart.changeFee(COURIER, full.prices(), LATER);
    cart.changeFee(COURIER, full.offering(PriceLists.product("courier", 5000)).prices(), LATER);
    assertThat(cart.items().lines()).hasSize(500);
    assertThat(cart.items().figures().fee()).isEqualTo(5000);
  }

  @Test
  void theFeeIsNeitherChangedNorTakenOffAsALine() {
    var builder = mugsByCourier();
    var cart = builder.build();
    var fee = cart.items().lines().getLast().id();
    var two = new LineChange(Quantity.of(2), null, NO_DISCOUNT, null);

    assertRefused(FEE_IS_FIXED, () -> cart.change(fee, two, builder.prices(), LATER));
    assertRefused(FEE_IS_FIXED, () -> cart.remove(fee, builder.prices(), LATER));
    assertThat(total(cart)).isEqualTo(7000);
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void theFeeMayBeSentBackAsItWasServedAndNotOtherwise() {
    var cart = mugsByCourier().build();
    var fee = cart.items().lines().getLast().id();
    var served = new Cents(4500);
    replaceWith(cart, new NewLine(COURIER, Quantity.ONE, served, NO_DISCOUNT, null));
    replaceWith(cart, new NewLine(COURIER, Quantity.ONE, served, flat(0), null, "unknown"));
    replaceWith(cart, new NewLine(COURIER, Quantity.ONE, null, NO_DISCOUNT, null, fee));
    assertThat(cart.takeNews()).isEmpty();

    for (var otherwise :
        List.of(
            new NewLine(COURIER, Quantity.of(2), served, NO_DISCOUNT, null, fee),
            new NewLine(COURIER, Quantity.ONE, new Cents(4000), NO_DISCOUNT, null, fee),
            new NewLine(COURIER, Quantity.ONE, null, flat(500), null, fee),
            new NewLine(COURIER, Quantity.ONE, null, NO_DISCOUNT, "soon", fee),
            new NewLine(new Product("mug", null), Quantity.ONE, null, NO_DISCOUNT, null, fee))) {
      assertRefused(FEE_IS_FIXED, () -> replaceWith(cart, otherwise));
    }
    assertThat(total(cart)).isEqualTo(7000);
    assertThat(cart.takeNews()).isEmpty();
  }

  @Test
  void goodsOfTheItemThatTheFeeIsOfAreTakenOn() {
    var filled = mugsByCourier().build();
    var courier = new NewLine(COURIER, Quantity.ONE, new Cents(4500), NO_DISCOUNT, null);
    filled.become(
        new GoodsWish(List.of(courier), NO_DISCOUNT::replace), mugsByCourier().prices(), LATER);
    assertThat(total(filled)).isEqualTo(9000);

    var replaced = mugsByCourier().build();
    replaceWith(replaced, new NewLine(COURIER, Quantity.of(2), null, NO_DISCOUNT, null));
    assertThat(total(replaced)).isEqualTo(16_000);
  }

  private static void replaceWith(Cart cart, NewLine line) {
    cart.replace(
        new CartHeading("jane", null, null, null, null),
        NO_DISCOUNT,
        List.of(wanted("mug", 2), line),
        mugsByCourier().prices(),
        LATER);
  }

  @Test
  void otherGoodsAndADiscountOnThemComeWithAFullRequest() {
    var builder = mugsByCourier();
    var cart = builder.build();

    cart.become(
        new GoodsWish(List.of(named("mug", 1000)), flat(500)::replace), builder.prices(), LATER);

    assertThat(total(cart)).isEqualTo(6000);
    assertThat(cart.takeNews()).containsExactly(CartEvent.Type.CHANGED);
  }

  @Test
  void onlyADraftIsSoldOrCharged() {
    var cart = mugs().after(made -> made.reject(NOON)).build();

    assertRefused(
        IS_REJECTED,
        () -> cart.sell(IN_POUNDS, GoodsWish.NOTHING, mugs().prices(IN_POUNDS), true, LATER));
    assertRefused(IS_REJECTED, () -> cart.changeFee(null, mugs().prices(), LATER));
    assertRefused(IS_REJECTED, () -> cart.become(GoodsWish.NOTHING, mugs().prices(), LATER));
    assertThat(cart.sale()).isEqualTo(TO_JANE);
    assertThat(total(cart)).isEqualTo(2500);
  }

  @Test
  void itIsPlacedAndNotConverted() {
    var cart = mugsByCourier().build();
    assertRefused(
        "The cart is a draft order and becomes a charge by being placed.",
        () -> cart.bill(CHARGE, LATER));

    var bill = cart.billPlaced(CHARGE, LATER);
    assertThat(bill.source()).isEqualTo(new BillSource("CART", "cart"));
    assertThat(bill.patientId()).isEqualTo("jane");
    assertThat(bill.description()).isEqualTo("Mugs");
    assertThat(bill.currency()).isEqualTo(USD);
    assertThat(bill.total()).isEqualTo(new Cents(7000));

    cart.convert("charge", LATER);
    assertThat(cart.statusAt(LATER)).isEqualTo(CartStatus.CONVERTED);
    assertRefused(
        "The cart was converted already; its charge is charge.", () -> cart.bill(CHARGE, LATER));
  }

  @Test
  void aFeeAloneIsNothingToCharge() {
    var cart = aCart().soldOn(TO_JANE).withFee("courier", 4500).build();

    assertRefused(
        "There is nothing on the cart to be charged; add something first.",
        () -> cart.billPlaced(CHARGE, LATER));
  }

  @Test
  void aCopyNamesTheDraftOrderThatItIsACopyOf() {
    var original = mugs().build();

    var copy = aCart().soldOn(TO_JANE).build();
    copy.copy(original, mugs().prices(), LATER);
    assertThat(copy.madeAsCopy()).isEqualTo(new CartEvent.Copy("cart", true));

    var copyOfLines = aCart().soldOn(TO_JANE).build();
    copyOfLines.copy(original, original.items(), LATER);
    assertThat(copyOfLines.madeAsCopy()).isEqualTo(new CartEvent.Copy("cart", false));
  }

  @Test
  void aCopyOfAnotherCartNamesNone() {
    var original = aCart().withLine("mug", 2, 1250);

    var copy = aCart().build();
    assertThat(copy.madeAsCopy()).isNull();
    copy.copy(original.build(), original.prices(), LATER);
    assertThat(copy.madeAsCopy()).isNull();

    var copyOfLines = aCart().build();
    copyOfLines.copy(original.build(), original.build().items(), LATER);
    assertThat(copyOfLines.madeAsCopy()).isNull();
  }
}
