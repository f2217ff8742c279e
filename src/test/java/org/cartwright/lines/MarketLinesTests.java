package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.cartwright.catalog.offers.Offer;
import org.cartwright.catalog.offers.PriceLists;
import org.cartwright.coupons.CouponTerms;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountChange;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.Tier;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxArea;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxRule;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lines that are sold in a market: tiers, a coupon, a fee, and taxes inside. */
class MarketLinesTests {

  private static final Instant MADE = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant LATER = MADE.plusSeconds(60);
  private static final DiscountRequest NO_DISCOUNT = new DiscountRequest(null, null);
  private static final LineItems NOTHING = new LineItems(List.of(), TotalFigures.NONE);

  private static final Offer MUG =
      PriceLists.tiered(
          "mug",
          1250,
          Tier.percentOff(Quantity.of(10), percent("5")),
          Tier.priced(Quantity.of(50), new Cents(990)));
  private static final Offer SHIRT = PriceLists.tiered("shirt", 2000);
  private static final Offer EXPRESS = PriceLists.tiered("express", 4500);
  private static final Product FEE = new Product("express", null);

  private static final SaleTerms EXCLUSIVE = SaleTerms.in("us", TaxMode.EXCLUSIVE);
  private static final SaleTerms INCLUSIVE = SaleTerms.in("uk", TaxMode.INCLUSIVE);
  private static final CurrentPrices PRICES = prices(EXCLUSIVE, null);

  @Test
  void aLineHasThePriceOfTheHighestTierThatItsItemReaches() {
    assertThat(mugs("9.5").lines().getFirst().terms().price())
        .isEqualTo(UnitPrice.ofCatalog(new Cents(1250)));
    assertTier(mugs("10").lines().getFirst(), 1188, 10);
    assertTier(mugs("50").lines().getFirst(), 990, 50);
    assertThat(mugs("50").figures().subtotal()).isEqualTo(49_500);
  }

  @Test
  void aTierIsReachedByAllLinesOfAnItemTogether() {
    var both = mugs("6").with(wanted("mug", "4"), PRICES, LATER);

    assertThat(both.lines()).allSatisfy(line -> assertTier(line, 1188, 10));
    assertThat(both.lines().getFirst().updatedDate()).isEqualTo(LATER);

    var fewer = both.without(both.lines().getLast(), PRICES, LATER);
    assertThat(fewer.lines().getFirst().priceSource()).isEqualTo(PriceSource.CATALOG);
    assertThat(fewer.figures().subtotal()).isEqualTo(7500);
  }

  @Test
  void aTierIsReachedByAllThatAFullRequestWantsOfAnItem() {
    var wanted = List.of(wanted("mug", "6"), wanted("shirt", "1"), wanted("mug", "4"));

    var items = NOTHING.replaced(wanted, OptionalInt.empty(), NO_DISCOUNT, PRICES, MADE);

    assertTier(items.lines().getFirst(), 1188, 10);
    assertTier(items.lines().getLast(), 1188, 10);
    assertThat(items.lines().get(1).tierFrom()).isNull();
    assertThat(items.figures().subtotal()).isEqualTo(13_880);
  }

  @Test
  void allLinesOfAnItemAreLookedUpAgainWhenOneOfThemChangesItsQuantity() {
    var items = mugs("6").with(wanted("mug", "4"), PRICES, MADE);
    var change = new LineChange(quantity("3"), null, NO_DISCOUNT, null);

    var changed = items.with(items.lines().getFirst(), change, PRICES, LATER);

    assertThat(changed.lines())
        .extracting(LineItem::unitPrice)
        .containsExactly(new Cents(1250), new Cents(1250));
  }

  @Test
  void anotherPriceInTheMarketComesWithTheNextQuantityAndNotBefore() {
    var dearer = prices(EXCLUSIVE, null, PriceLists.tiered("mug", 1300), SHIRT);
    var items = mugs("1").with(wanted("shirt", "1"), PRICES, MADE);
    var noted = new LineChange(null, null, NO_DISCOUNT, "blue");
    var shirts = new LineChange(quantity("2"), null, NO_DISCOUNT, null);

    var untouched =
        items
            .with(items.lines().getFirst(), noted, dearer, LATER)
            .with(items.lines().getLast(), shirts, dearer, LATER);
    assertThat(untouched.lines().getFirst().unitPrice()).isEqualTo(new Cents(1250));

    var two = new LineChange(quantity("2"), null, NO_DISCOUNT, null);
    assertThat(items.with(items.lines().getFirst(), two, dearer, LATER).lines().getFirst())
        .satisfies(line -> assertThat(line.unitPrice()).isEqualTo(new Cents(1300)));
  }

  @Test
  void noTierGoesOverAPriceThatSomebodyNamed() {
    var named = new NewLine(product("mug"), quantity("50"), new Cents(1200), NO_DISCOUNT, null);
    var items = NOTHING.with(named, PRICES, MADE).with(wanted("mug", "1"), PRICES, MADE);

    assertThat(items.lines().getFirst().terms().price())
        .isEqualTo(UnitPrice.named(new Cents(1200)));
    assertTier(items.lines().getLast(), 990, 50);
  }

  @Test
  void aDiscountOfTheLineIsOnThePriceOfItsTier() {
    var half = new DiscountRequest(new Cents(24_750), percent("50"));

    var items =
        NOTHING.with(new NewLine(product("mug"), quantity("50"), null, half, null), PRICES, MADE);

    assertThat(items.figures().subtotal()).isEqualTo(24_750);
  }

  @Test
  void fiftyMugsAreWhatTheyAreInTheExample() {
    var prices = prices(withCoupon(EXCLUSIVE), tenPercent(20_000, Set.of(), Set.of()));
    var items =
        new LineItems(List.of(), TotalFigures.NONE)
            .with(wanted("mug", "50"), prices, MADE)
            .discounted(flat(1500), prices)
            .withFee(FEE, prices, MADE);

    assertThat(items.figures())
        .isEqualTo(
            new TotalFigures(
                Discount.Kind.FLAT,
                BigDecimal.valueOf(1500),
                54_000,
                6300,
                4800,
                4500,
                3935,
                51_635));
  }

  @Test
  void sendingBackWhatWasServedChangesNothing() {
    var prices = prices(withCoupon(EXCLUSIVE), tenPercent(0, Set.of(), Set.of()));
    for (var discount : List.of(flat(1500), NO_DISCOUNT, percentage("7.5"))) {
      var items =
          NOTHING
              .with(wanted("mug", "50"), prices, MADE)
              .with(wanted("shirt", "1"), prices, MADE)
              .withFee(FEE, prices, MADE)
              .discounted(discount, prices);

      var sent = sentBack(items);
      assertThat(items.replaced(sent, items.feeSentBack(sent), served(items), prices, LATER))
          .isEqualTo(items);
      assertThat(items.wouldBeChangedBy(served(items))).isFalse();
      assertThat(items.discounted(served(items), prices)).isEqualTo(items);
    }
  }

  @Test
  void aCouponCoversItsItemsOnlyAndNothingBelowItsMinimum() {
    var shirts = tenPercent(0, Set.of("shirt"), Set.of());
    var items =
        NOTHING
            .with(wanted("mug", "1"), prices(withCoupon(EXCLUSIVE), shirts), MADE)
            .with(wanted("shirt", "1"), prices(withCoupon(EXCLUSIVE), shirts), MADE);

    assertThat(items.lines())
        .extracting(line -> line.figures().couponShare())
        .containsExactly(Cents.ZERO, new Cents(200));
    assertThat(items.figures().couponAmount()).isEqualTo(200);

    var tooLittle = prices(withCoupon(EXCLUSIVE), tenPercent(3251, Set.of(), Set.of()));
    assertThat(items.pricedAnew(GoodsWish.NOTHING, tooLittle, LATER).figures().couponAmount())
        .isZero();
  }

  @Test
  void theFeeIsTheLastLineAndNoDiscountActsOnIt() {
    var items = mugs("1").withFee(FEE, PRICES, MADE).with(wanted("shirt", "1"), PRICES, MADE);

    assertThat(items.lines()).extracting(LineItem::name).containsExactly("mug", "shirt", "express");
    assertThat(items.fee()).contains(items.lines().getLast());
    assertThat(items.figures().fee()).isEqualTo(4500);

    var free = items.discounted(percentage("100"), PRICES);
    assertThat(free.figures().discountAmount()).isEqualTo(3250);
    assertThat(free.figures().total()).isEqualTo(4871); // and 8.25 % on the fee
  }

  @Test
  void theFeeIsKeptWhetherItIsSentBackOrLeftOut() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);
    var sent = sentBack(items);

    assertThat(replacedAsServed(items, sent)).isEqualTo(items);
    assertThat(replacedAsServed(items, sent.subList(0, 1))).isEqualTo(items);
    assertThat(items.feeSentBack(sent)).hasValue(1);
    assertThat(items.feeSentBack(sent.subList(0, 1))).isEmpty();
    assertThat(mugs("1").feeSentBack(sent)).isEmpty();
  }

  @Test
  void theFeeIsSentBackByItsIdInWhateverPlace() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);
    var express = wanted("express", "1");
    var more = List.of(sentBackWithId(items).getLast(), wanted("mug", "1"), express);

    assertThat(items.feeSentBack(more)).hasValue(0);
    var after = replacedAsServed(items, more);
    assertThat(after.lines())
        .extracting(LineItem::name)
        .containsExactly("mug", "express", "express");
    assertThat(after.fee()).isEqualTo(items.fee());
  }

  @Test
  void whatDoesNotSayAllThatIsServedOfTheFeeIsGoods() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);
    for (var goods :
        List.of(
            wanted("express", "1"),
            express("2", 4500, NO_DISCOUNT, null),
            express("1", 4400, NO_DISCOUNT, null),
            express("1", 4500, flat(1), null),
            express("1", 4500, percentage("1"), null),
            express("1", 4500, NO_DISCOUNT, "call first"))) {
      assertThat(items.feeSentBack(List.of(goods))).isEmpty();
      var after = items.replaced(List.of(goods), OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER);
      assertThat(after.goods()).extracting(LineItem::name).containsExactly("express");
      assertThat(after.fee()).isEqualTo(items.fee());
    }
    assertThat(items.feeSentBack(List.of(express("1", 4500, flat(0), null)))).hasValue(0);
  }

  @Test
  void whatIsWrongWithALineBehindTheFeeIsToldOfItsPlace() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);
    var contradictory = new DiscountRequest(new Cents(1), percent("50"));
    var sent =
        List.of(
            wanted("mug", "1"),
            sentBackWithId(items).getLast(),
            new NewLine(product("mug"), quantity("1"), null, contradictory, null));

    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> replacedAsServed(items, sent))
        .satisfies(
            refused ->
                assertThat(refused.violations().getFirst().loc()).startsWith("body", "items", 2));
  }

  @Test
  void besideTheFeeThereIsRoomForOneLineLess() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);
    var most = Collections.nCopies(Pricing.MAX_LINES - 1, wanted("mug", "1"));
    var tooMany = Collections.nCopies(Pricing.MAX_LINES, wanted("mug", "1"));

    assertThat(items.replaced(most, OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER).lines())
        .hasSize(Pricing.MAX_LINES);
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> items.replaced(tooMany, OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER))
        .satisfies(
            refused ->
                assertThat(refused.violations())
                    .containsExactly(
                        Violation.inBody(
                            Sentence.of("beside the fee there can be at most %s lines", 499),
                            "items")));
    assertThat(mugs("1").replaced(tooMany, OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER).lines())
        .hasSize(Pricing.MAX_LINES);
  }

  @Test
  void whatTheFeeIsOfCanBeSoldBesides() {
    var items = NOTHING.with(wanted("express", "1"), PRICES, MADE).withFee(FEE, PRICES, MADE);
    for (var sent : List.of(sentBack(items), sentBackWithId(items))) {
      assertThat(replacedAsServed(items, sent)).isEqualTo(items);
      assertThat(replacedAsServed(items, sent.subList(0, 1))).isEqualTo(items);
    }

    var onlyTheFee = sentBackWithId(items).subList(1, 2);
    assertThat(replacedAsServed(items, onlyTheFee).lines()).containsExactly(items.lines().get(1));
  }

  @Test
  void theFeeIsToldFromOtherGoodsOfItsItem() {
    var items =
        NOTHING
            .with(wanted("mug", "1"), PRICES, MADE)
            .with(wanted("express", "3"), PRICES, MADE)
            .withFee(FEE, PRICES, MADE);
    for (var sent : List.of(sentBack(items), sentBackWithId(items))) {
      assertThat(items.feeSentBack(sent)).hasValue(2);
      assertThat(items.feeSentBack(sent.subList(0, 2))).isEmpty();

      var withoutGoods = List.of(sent.get(0), sent.get(2));
      assertThat(replacedAsServed(items, withoutGoods).lines())
          .containsExactly(items.lines().get(0), items.lines().get(2));
    }
  }

  @Test
  void whatAFullRequestWantsIsGoodsEvenIfItIsLikeTheFee() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);

    assertThat(
            items
                .replaced(sentBack(items), OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER)
                .lines())
        .extracting(LineItem::name)
        .containsExactly("mug", "express", "express");
  }

  @Test
  void aDiscountOfPercentsAndItsAmountAgreeOnTheGoodsWithoutTheFee() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);

    assertThat(items.wouldBeChangedBy(new DiscountRequest(new Cents(125), percent("10")))).isTrue();
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(
            () -> items.wouldBeChangedBy(new DiscountRequest(new Cents(575), percent("10"))));
  }

  @Test
  void anotherFeeTakesThePlaceOfTheFeeAndNoneLeavesNone() {
    var items = mugs("1").withFee(FEE, PRICES, MADE);

    assertThat(items.withFee(FEE, PRICES, LATER)).isEqualTo(items);
    assertThat(items.withFee(product("shirt"), PRICES, LATER).lines())
        .extracting(LineItem::name)
        .containsExactly("mug", "shirt");
    assertThat(items.withFee(null, PRICES, LATER)).isEqualTo(mugsLike(items));
  }

  @Test
  void anotherMarketHasPricesOfItsOwn() {
    var named = new NewLine(product("shirt"), quantity("1"), new Cents(1900), NO_DISCOUNT, null);
    var items = mugs("50").with(named, PRICES, MADE).with(wanted("tea", "1"), PRICES, MADE);
    var there =
        prices(
            SaleTerms.in("jp", TaxMode.EXCLUSIVE),
            null,
            PriceLists.tiered("mug", 1800),
            SHIRT,
            PriceLists.notSoldHere("tea"));

    var moved = items.pricedAnew(GoodsWish.NOTHING, there, LATER);

    assertThat(moved.lines())
        .extracting(line -> line.terms().price())
        .containsExactly(
            UnitPrice.ofCatalog(new Cents(1800)),
            UnitPrice.named(new Cents(1900)),
            UnitPrice.MISSING);
    assertThat(moved.lackAPrice()).isTrue();
    assertThat(items.lackAPrice()).isFalse();
  }

  @Test
  void whatHadNoPriceIsLookedUpWithWhateverChangesOnceItIsSold() {
    var terms = SaleTerms.in("jp", TaxMode.EXCLUSIVE);
    var unsold =
        prices(terms, null, PriceLists.notSoldHere("mug"), PriceLists.notSoldHere("express"));
    var sold = prices(terms, null, PriceLists.tiered("mug", 1800), EXPRESS);
    var moved = mugs("2").withFee(FEE, PRICES, MADE).pricedAnew(GoodsWish.NOTHING, unsold, MADE);
    assertThat(moved.figures().total()).isZero();

    assertThat(moved.changedBy(GoodsWish.NOTHING, unsold, LATER)).isEqualTo(moved);
    var discounted = moved.changedBy(new GoodsWish(null, flat(100)::update), sold, LATER);
    assertThat(discounted.figures().subtotal()).isEqualTo(3600 + 4500);
    assertThat(discounted.lackAPrice()).isFalse();
    assertThat(moved.changedBy(wholly(moved), sold, LATER).figures().subtotal())
        .isEqualTo(3600 + 4500);
  }

  @Test
  void whatTheMarketSellsNoMoreHasNoPriceOnceThatIsLookedUp() {
    var unsold =
        prices(INCLUSIVE, null, PriceLists.notSoldHere("mug"), PriceLists.notSoldHere("express"));
    var sold = prices(INCLUSIVE, null);
    var items = NOTHING.with(wanted("mug", "10"), sold, MADE).withFee(FEE, sold, MADE);
    var one = new LineChange(quantity("1"), null, NO_DISCOUNT, null);

    var fewer = items.with(items.lines().getFirst(), one, unsold, LATER);
    assertThat(fewer.lines().getFirst().terms().price()).isEqualTo(UnitPrice.MISSING);
    assertThat(fewer.figures().subtotal()).isEqualTo(4500);
    assertThat(fewer.changedBy(GoodsWish.NOTHING, sold, LATER).figures().subtotal())
        .isEqualTo(1250 + 4500);

    var exempt =
        prices(
            exempt(INCLUSIVE),
            null,
            PriceLists.notSoldHere("mug"),
            PriceLists.notSoldHere("express"));
    var net = items.pricedAnew(GoodsWish.NOTHING, exempt, LATER);
    assertThat(net.lines())
        .allSatisfy(line -> assertThat(line.terms().price()).isEqualTo(UnitPrice.MISSING));
    assertThat(net.changedBy(GoodsWish.NOTHING, prices(exempt(INCLUSIVE), null), LATER).figures())
        .satisfies(figures -> assertThat(figures.total()).isEqualTo(10_970 + 4157));
  }

  @Test
  void whatTheMarketSellsNoMoreKeepsItsPriceWhileNothingAsksForIt() {
    var items = mugs("10").with(wanted("shirt", "1"), PRICES, MADE);
    var unsold = prices(EXCLUSIVE, null, PriceLists.notSoldHere("mug"), SHIRT);
    var noted = new LineChange(null, null, NO_DISCOUNT, "blue");
    var two = new LineChange(quantity("2"), null, NO_DISCOUNT, null);

    var changed =
        items
            .with(items.lines().getFirst(), noted, unsold, LATER)
            .with(items.lines().getLast(), two, unsold, LATER)
            .changedBy(new GoodsWish(null, flat(100)::update), unsold, LATER);

    assertTier(changed.lines().getFirst(), 1188, 10);
    assertThat(items.changedBy(wholly(items), unsold, LATER)).isEqualTo(items);
  }

  @Test
  void aCopyOfWhatTheMarketSellsNoMoreHasNoPrice() {
    var unsold = prices(EXCLUSIVE, null, PriceLists.notSoldHere("mug"), SHIRT);
    var items = mugs("10").with(wanted("shirt", "1"), PRICES, MADE);

    var copy = items.atTodaysPrices(unsold);

    assertThat(copy.lines().getFirst().terms().price()).isEqualTo(UnitPrice.MISSING);
    assertThat(copy.lines().getLast()).isEqualTo(items.lines().getLast());
  }

  @Test
  void whatIsWithdrawnFromSaleReachesItsTiersAsAnythingElse() {
    var withdrawn = prices(EXCLUSIVE, null, PriceLists.withdrawn(MUG));
    var items = mugs("10");
    var one = new LineChange(quantity("1"), null, NO_DISCOUNT, null);

    var fewer = items.with(items.lines().getFirst(), one, withdrawn, LATER);

    assertThat(fewer.lines().getFirst().terms().price())
        .isEqualTo(UnitPrice.ofCatalog(new Cents(1250)));
  }

  @Test
  void whatTheMarketDoesNotSellHasNoPriceOnceTheNamedOneIsTakenOff() {
    var named = new NewLine(product("mug"), quantity("2"), new Cents(777), NO_DISCOUNT, null);
    var items = NOTHING.with(named, PRICES, MADE);
    var unsold = prices(EXCLUSIVE, null, PriceLists.notSoldHere("mug"));

    var sentBack = items.changedBy(wholly(items), unsold, LATER);
    assertThat(sentBack).isEqualTo(items);
    var takenOff =
        items.changedBy(
            new GoodsWish(List.of(wanted("mug", "2")), DiscountChange.NONE), unsold, LATER);
    assertThat(takenOff.lines().getFirst().terms().price()).isEqualTo(UnitPrice.MISSING);
    assertThat(takenOff.figures().total()).isZero();
    assertThat(
            takenOff.changedBy(GoodsWish.NOTHING, PRICES, LATER).lines().getFirst().terms().price())
        .isEqualTo(UnitPrice.ofCatalog(new Cents(1250)));
  }

  @Test
  void whatIsSentBackAsItWasServedSaysNothingOfAnotherMarket() {
    var named = new NewLine(product("shirt"), quantity("1"), new Cents(1900), NO_DISCOUNT, null);
    var items = mugs("50").with(named, PRICES, MADE).discounted(flat(1500), PRICES);
    var there =
        prices(SaleTerms.in("jp", TaxMode.EXCLUSIVE), null, PriceLists.tiered("mug", 1800), SHIRT);

    var moved = items.pricedAnew(wholly(items), there, LATER);

    assertThat(moved).isEqualTo(items.pricedAnew(GoodsWish.NOTHING, there, LATER));
    assertThat(moved.lines())
        .extracting(line -> line.terms().price())
        .containsExactly(UnitPrice.ofCatalog(new Cents(1800)), UnitPrice.named(new Cents(1900)));
  }

  @Test
  void whatIsSentBackAsItWasServedSaysNothingOfAnExemption() {
    var percentage = new DiscountRequest(null, percent("5"));
    var taxed = prices(INCLUSIVE, null);
    var items = NOTHING.with(wanted("mug", "10"), taxed, MADE).discounted(percentage, taxed);

    var net = items.pricedAnew(wholly(items), prices(exempt(INCLUSIVE), null), LATER);

    assertTier(net.lines().getFirst(), 1097, 10);
    assertThat(net.figures().discountAmount()).isEqualTo(549); // 5 % of 109.70
    assertThat(net.figures().total()).isEqualTo(10_421);
  }

  @Test
  void aFlatDiscountSentBackCappedAsItWasServedIsRememberedOnOtherTerms() {
    var items = mugs("1").discounted(flat(999_999), PRICES);
    var exempt = prices(exempt(EXCLUSIVE), null);
    var served = new GoodsWish(null, flat(1250)::update);

    var capped = items.pricedAnew(served, exempt, LATER);

    assertThat(capped.figures().discountAmount()).isEqualTo(1250);
    assertThat(capped.figures().discount()).isEqualTo(Discount.flat(new Cents(999_999)));
  }

  @Test
  void otherGoodsLeaveTheDiscountAsItIsUnlessTheRequestSaysSo() {
    var items = mugs("1").discounted(flat(500), PRICES);
    var goods = List.of(wanted("mug", "2"));

    assertThat(items.changedBy(new GoodsWish(goods, DiscountChange.NONE), PRICES, LATER).figures())
        .satisfies(figures -> assertThat(figures.discountAmount()).isEqualTo(500))
        .satisfies(figures -> assertThat(figures.subtotal()).isEqualTo(2500));
    assertThat(items.changedBy(new GoodsWish(goods, NO_DISCOUNT::replace), PRICES, LATER).figures())
        .satisfies(figures -> assertThat(figures.discountAmount()).isZero());
  }

  @Test
  void namedAmountsThatStayAreToldFromThoseThatAreGoneOrNamedAnew() {
    var named = new NewLine(product("shirt"), quantity("1"), new Cents(1900), NO_DISCOUNT, null);
    var renamed = new NewLine(product("shirt"), quantity("1"), new Cents(15), NO_DISCOUNT, null);
    var items = mugs("50").with(named, PRICES, MADE);

    assertThat(items.keepNamedAmountsOf(items)).isTrue();
    assertThat(mugs("50").keepNamedAmountsOf(mugs("50"))).isFalse();
    assertThat(after(items, wanted("mug", "50")).keepNamedAmountsOf(items)).isFalse();
    assertThat(after(items, renamed).keepNamedAmountsOf(items)).isFalse();
    assertThat(after(items, named).keepNamedAmountsOf(items)).isTrue();

    var discounted = mugs("50").discounted(flat(1), PRICES);
    assertThat(discounted.keepNamedAmountsOf(discounted)).isTrue();
    assertThat(discounted.discounted(flat(2), PRICES).keepNamedAmountsOf(discounted)).isFalse();
  }

  @Test
  void aFlatDiscountOfALineIsANamedAmountAndAPercentageIsNone() {
    for (var discount : List.of(flat(100), percentage("5"))) {
      var shirt = new NewLine(product("shirt"), quantity("1"), null, discount, null);
      var items = mugs("1").with(shirt, PRICES, MADE);

      assertThat(items.keepNamedAmountsOf(items)).isEqualTo(discount.amount() != null);
      assertThat(after(items, wanted("shirt", "1")).keepNamedAmountsOf(items)).isFalse();
    }
  }

  @Test
  void whatIsSentBackUnderTheIdOfGoodsIsNotTheFeeHoweverLikeItIs() {
    var items = NOTHING.withFee(FEE, PRICES, MADE).with(wanted("express", "1"), PRICES, MADE);
    var goods = items.goods().getFirst();
    var noDiscount = new DiscountRequest(Cents.ZERO, Percentage.ZERO);
    var nameless = new NewLine(FEE, Quantity.ONE, new Cents(4500), noDiscount, null);
    var named = new NewLine(FEE, Quantity.ONE, new Cents(4500), noDiscount, null, goods.id());

    assertThat(items.feeSentBack(List.of(nameless, named))).hasValue(0);
    assertThat(items.feeSentBack(List.of(named, nameless))).hasValue(1);
    assertThat(items.feeSentBack(List.of(named))).isEmpty();
  }

  @Test
  void aWishForNothingIsNone() {
    var discount = new GoodsWish(null, NO_DISCOUNT::replace);
    var goods = new GoodsWish(List.of(wanted("mug", "1")), DiscountChange.NONE);

    assertThat(GoodsWish.NOTHING.isAny()).isFalse();
    assertThat(GoodsWish.NOTHING.products()).isEmpty();
    assertThat(discount.isAny()).isTrue();
    assertThat(goods.isAny()).isTrue();
    assertThat(goods.products()).containsExactly(product("mug"));
  }

  private static LineItems after(LineItems items, NewLine... wanted) {
    return items.replaced(List.of(wanted), OptionalInt.empty(), NO_DISCOUNT, PRICES, LATER);
  }

  /** A request made of all that is served of these. */
  private static GoodsWish wholly(LineItems items) {
    return new GoodsWish(sentBack(items), served(items)::replace);
  }

  @Test
  void whatIsNotSoldInTheMarketIsNotAdded() {
    var there = prices(EXCLUSIVE, null, MUG, PriceLists.notSoldHere("tea"));

    assertThat(there.notOffered(List.of(product("tea")), List.of(), null))
        .extracting(violation -> violation.msg())
        .containsExactly("Value error, this is not sold in the cart's market");
    assertThat(there.notOffered(List.of(product("tea")), List.of(product("tea")), null)).isEmpty();
    var twoTeas = List.of(product("tea"), product("mug"), product("tea"));
    assertThat(there.notOffered(twoTeas, OptionalInt.of(2), List.of(), "items"))
        .extracting(Violation::loc)
        .containsExactly(List.of("body", "items", 0, "itemId"));
  }

  @Test
  void taxesInsideAreNoMoreToPay() {
    var prices = prices(INCLUSIVE, null);

    var items = NOTHING.with(wanted("mug", "2"), prices, MADE);

    assertThat(items.figures().taxAmount()).isEqualTo(191); // of 25.00
    assertThat(items.figures().total()).isEqualTo(2500);
  }

  @Test
  void whoIsExemptPaysNetPricesAndNoTaxes() {
    var exempt = prices(exempt(INCLUSIVE), null);
    var items = NOTHING.with(wanted("mug", "10"), prices(INCLUSIVE, null), MADE);

    var net = items.pricedAnew(GoodsWish.NOTHING, exempt, LATER);

    assertTier(net.lines().getFirst(), 1097, 10); // 11.88 without 8.25 %
    assertThat(net.figures().taxAmount()).isZero();
    assertThat(net.figures().total()).isEqualTo(10_970);
    assertThat(net.pricedAnew(GoodsWish.NOTHING, prices(INCLUSIVE, null), MADE)).isEqualTo(items);
  }

  @Test
  void whoIsExemptWherePricesAreWithoutTaxesPaysThosePrices() {
    var items = NOTHING.with(wanted("mug", "1"), prices(exempt(EXCLUSIVE), null), MADE);

    assertThat(items.figures().total()).isEqualTo(1250);
  }

  @Test
  void aFlatDiscountInTheLinesIsRefusedWhereItContradictsItself() {
    var both = new DiscountRequest(new Cents(3), percent("50"));

    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> mugs("1").discounted(both, PRICES));
  }

  private static LineItems mugs(String quantity) {
    return NOTHING.with(wanted("mug", quantity), PRICES, MADE);
  }

  /** The same mug without the fee. */
  private static LineItems mugsLike(LineItems items) {
    return new LineItems(items.lines().subList(0, 1), mugs("1").figures());
  }

  private static void assertTier(LineItem line, long price, long from) {
    assertThat(line.terms().price())
        .isEqualTo(new UnitPrice(new Cents(price), PriceSource.TIER, Quantity.of(from)));
    assertThat(line.tierFrom()).isEqualTo(Quantity.of(from));
  }

  private static List<NewLine> sentBack(LineItems items) {
    var sent = new ArrayList<NewLine>();
    for (var line : items.lines()) {
      sent.add(
          new NewLine(
              line.product(),
              line.quantity(),
              line.unitPrice(),
              new DiscountRequest(
                  line.figures().discount(), new Percentage(line.discount().percentage())),
              line.notes()));
    }
    return sent;
  }

  private static List<NewLine> sentBackWithId(LineItems items) {
    var sent = new ArrayList<NewLine>();
    for (int i = 0; i < items.lines().size(); i++) {
      var line = sentBack(items).get(i);
      sent.add(
          new NewLine(
              line.product(),
              line.quantity(),
              line.price(),
              line.discount(),
              line.notes(),
              items.lines().get(i).id()));
    }
    return sent;
  }

  private static LineItems replacedAsServed(LineItems items, List<NewLine> sent) {
    return items.replaced(sent, items.feeSentBack(sent), NO_DISCOUNT, PRICES, LATER);
  }

  private static NewLine express(
      String quantity, long price, DiscountRequest discount, @Nullable String notes) {
    return new NewLine(product("express"), quantity(quantity), new Cents(price), discount, notes);
  }

  private static DiscountRequest served(LineItems items) {
    return new DiscountRequest(
        new Cents(items.figures().discountAmount()),
        new Percentage(items.figures().discount().percentage()));
  }

  private static NewLine wanted(String item, String quantity) {
    return new NewLine(product(item), quantity(quantity), null, NO_DISCOUNT, null);
  }

  private static Product product(String item) {
    return new Product(item, null);
  }

  private static Quantity quantity(String value) {
    return new Quantity(new BigDecimal(value));
  }

  private static Percentage percent(String value) {
    return new Percentage(new BigDecimal(value));
  }

  private static DiscountRequest flat(long cents) {
    return new DiscountRequest(new Cents(cents), null);
  }

  private static DiscountRequest percentage(String value) {
    return new DiscountRequest(null, percent(value));
  }

  private static SaleTerms withCoupon(SaleTerms terms) {
    return new SaleTerms(terms.marketId(), terms.taxMode(), null, null, null, false, "CORP50");
  }

  private static SaleTerms exempt(SaleTerms terms) {
    return new SaleTerms(terms.marketId(), terms.taxMode(), null, null, null, true, null);
  }

  private static CouponTerms tenPercent(long minimum, Set<String> items, Set<String> categories) {
    return new CouponTerms(
        "coupon", "CORP50", percent("10"), null, new Cents(minimum), items, categories);
  }

  private static CurrentPrices prices(
      SaleTerms terms, @Nullable CouponTerms coupon, Offer... offers) {
    var tax = new TaxRule("t", "Tax", percent("8.25"), TaxScope.ALL, Set.of(), TaxArea.EVERYWHERE);
    var sold =
        offers.length > 0
            ? offers
            : new Offer[] {MUG, SHIRT, EXPRESS, PriceLists.tiered("tea", 500)};
    return new CurrentPrices(
        PriceLists.of(List.of(tax), sold),
        new Sale(Currency.getInstance("USD"), "pat", null, terms),
        coupon);
  }
}
