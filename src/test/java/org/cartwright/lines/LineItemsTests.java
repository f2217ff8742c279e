package org.cartwright.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cartwright.lines.SomeLines.CREAM;
import static org.cartwright.lines.SomeLines.LASER_DAY;
import static org.cartwright.lines.SomeLines.LATER;
import static org.cartwright.lines.SomeLines.MADE;
import static org.cartwright.lines.SomeLines.NO_DISCOUNT;
import static org.cartwright.lines.SomeLines.SERUM;
import static org.cartwright.lines.SomeLines.flat;
import static org.cartwright.lines.SomeLines.percent;
import static org.cartwright.lines.SomeLines.prices;
import static org.cartwright.lines.SomeLines.some;
import static org.cartwright.lines.SomeLines.someAt;
import static org.cartwright.lines.SomeLines.with;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartwright.lines.figures.LineFigures;
import org.cartwright.lines.figures.LineTax;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Percentage;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes of the lines and figures of a cart or quote when something is asked of them. */
class LineItemsTests {

  private static final String CONTRADICTION =
      "discountAmount and discountPercentage disagree: send discountPercentage 0 for a flat discount";
  private static final DiscountRequest CONTRADICTORY =
      new DiscountRequest(new Cents(1), new Percentage(BigDecimal.TEN));

  private static final LineChange NOTHING = new LineChange(null, null, NO_DISCOUNT, null);

  private static void assertRefused(ThrowingCallable asked, Violation... violations) {
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(asked)
        .satisfies(refused -> assertThat(refused.violations()).containsExactly(violations));
  }

  private static LineFigures untaxed(long gross, long discount, long net, long share, long tax) {
    return new LineFigures(
        new Cents(gross),
        new Cents(discount),
        new Cents(net),
        new Cents(share),
        Cents.ZERO,
        new Cents(tax),
        List.of());
  }

  @Test
  void aNewLineCostsWhatTheCatalogSays() {
    var lines = with(new NewLine(SERUM, Quantity.of(2), null, NO_DISCOUNT, "call first"));

    var line = lines.lines().getFirst();
    assertThat(line.id()).startsWith("line_");
    assertThat(line.name()).isEqualTo("Serum");
    assertThat(line.product()).isEqualTo(SERUM);
    assertThat(line.quantity()).isEqualTo(Quantity.of(2));
    assertThat(line.unitPrice()).isEqualTo(new Cents(1000));
    assertThat(line.priceSource()).isEqualTo(PriceSource.CATALOG);
    assertThat(line.discount()).isEqualTo(Discount.none());
    assertThat(line.notes()).isEqualTo("call first");
    assertThat(line.createdDate()).isEqualTo(MADE);
    assertThat(line.updatedDate()).isEqualTo(MADE);
    assertThat(line.figures())
        .isEqualTo(
            new LineFigures(
                new Cents(2000),
                Cents.ZERO,
                new Cents(2000),
                Cents.ZERO,
                Cents.ZERO,
                new Cents(165),
                List.of(new LineTax("tax", "Sales tax", new BigDecimal("8.25"), null, 2000, 165))));
    assertThat(lines.figures())
        .isEqualTo(new TotalFigures(Discount.Kind.NONE, BigDecimal.ZERO, 2000, 0, 0, 0, 165, 2165));
  }

  @Test
  void aNewLineCostsWhatSomebodyNamedEvenIfThatIsNothing() {
    var lines = with(someAt(SERUM, 0L));

    assertThat(lines.lines().getFirst().terms())
        .isEqualTo(new LineTerms(Quantity.ONE, UnitPrice.named(Cents.ZERO), Discount.none(), null));
    assertThat(lines.figures().total()).isZero();
  }

  @Test
  void aNewLineHasItsOwnDiscountOnAllOfIt() {
    var lines =
        with(
            new NewLine(
                CREAM,
                Quantity.of(3),
                null,
                new DiscountRequest(new Cents(90), new Percentage(BigDecimal.TEN)),
                null));

    assertThat(lines.lines().getFirst().discount()).isEqualTo(percent("10"));
    assertThat(lines.lines().getFirst().figures()).isEqualTo(untaxed(900, 90, 810, 0, 0));
  }

  @Test
  void linesAreAddedAtTheEndAndTheDiscountOnAllOfThemStays() {
    var lines =
        with(some(SERUM, 1)).discounted(flat(100), prices()).with(some(CREAM, 1), prices(), LATER);

    assertThat(lines.products()).containsExactly(SERUM, CREAM);
    assertThat(lines.lines().get(0).createdDate()).isEqualTo(MADE);
    assertThat(lines.lines().get(1).createdDate()).isEqualTo(LATER);
    // 100 cents by 1000 and 300
    assertThat(lines.lines().get(0).figures().share()).isEqualTo(new Cents(77));
    assertThat(lines.lines().get(1).figures()).isEqualTo(untaxed(300, 0, 300, 23, 0));
    assertThat(lines.figures())
        .isEqualTo(
            new TotalFigures(Discount.Kind.FLAT, new BigDecimal("100"), 1300, 100, 0, 0, 76, 1276));
  }

  @Test
  void aPackageIsTaxedThroughItsParts() {
    var line = with(some(LASER_DAY, 1)).lines().getFirst();

    assertThat(line.name()).isEqualTo("Laser day");
    // 1 part goods, 3 parts service
    assertThat(line.figures().taxes())
        .containsExactly(new LineTax("tax", "Sales tax", new BigDecimal("8.25"), 0, 1250, 103));
    assertThat(line.figures().tax()).isEqualTo(new Cents(103));
  }

  @Test
  void whatAChangeLeavesOutStays() {
    var before =
        with(
            new NewLine(SERUM, Quantity.of(2), new Cents(700), flat(50), "call first"),
            some(CREAM, 1));
    var line = before.lines().getFirst();

    var same = before.with(line, NOTHING, prices(), LATER);
    assertThat(same).isEqualTo(before);

    var fewer =
        before
            .with(line, new LineChange(Quantity.ONE, null, NO_DISCOUNT, null), prices(), LATER)
            .lines();
    assertThat(fewer.get(0).terms())
        .isEqualTo(
            new LineTerms(
                Quantity.ONE,
                UnitPrice.named(new Cents(700)),
                Discount.flat(new Cents(50)),
                "call first"));
    assertThat(fewer.get(0).createdDate()).isEqualTo(MADE);
    assertThat(fewer.get(0).updatedDate()).isEqualTo(LATER);
    assertThat(fewer.get(0).figures().net()).isEqualTo(new Cents(650));
    assertThat(fewer.get(1)).isEqualTo(before.lines().get(1));
  }

  @Test
  void eachFigureOfALineIsChangedByItself() {
    var before = with(some(SERUM, 1));
    var line = before.lines().getFirst();

    assertThat(terms(before.with(line, of(null, 900L, NO_DISCOUNT, null), prices(), LATER)))
        .isEqualTo(
            new LineTerms(Quantity.ONE, UnitPrice.named(new Cents(900)), Discount.none(), null));
    assertThat(terms(before.with(line, of(null, null, flat(10), null), prices(), LATER)))
        .isEqualTo(
            new LineTerms(
                Quantity.ONE,
                UnitPrice.ofCatalog(new Cents(1000)),
                Discount.flat(new Cents(10)),
                null));
    assertThat(terms(before.with(line, of(null, null, NO_DISCOUNT, "new"), prices(), LATER)))
        .isEqualTo(
            new LineTerms(
                Quantity.ONE, UnitPrice.ofCatalog(new Cents(1000)), Discount.none(), "new"));
  }

  private static LineTerms terms(LineItems lines) {
    assertThat(lines.lines().getFirst().updatedDate()).isEqualTo(LATER);
    return lines.lines().getFirst().terms();
  }

  private static LineChange of(
      @Nullable Integer quantity,
      @Nullable Long price,
      DiscountRequest discount,
      @Nullable String notes) {
    return new LineChange(
        quantity == null ? null : Quantity.of(quantity),
        price == null ? null : new Cents(price),
        discount,
        notes);
  }

  @Test
  void theServedAmountOfADiscountSentBackRepeatsWhatWasAskedFor() {
    var before =
        with(new NewLine(CREAM, Quantity.ONE, null, flat(500), null))
            .with(some(CREAM, 1), prices(), MADE);
    var line = before.lines().getFirst();
    assertThat(line.figures().discount()).isEqualTo(new Cents(300));

    var changed = before.with(line, of(2, null, flat(300), null), prices(), LATER);
    assertThat(changed.lines().getFirst().figures()).isEqualTo(untaxed(600, 500, 100, 0, 0));

    var replaced =
        before.replaced(
            List.of(new NewLine(CREAM, Quantity.of(2), null, flat(300), null)),
            OptionalInt.empty(),
            NO_DISCOUNT,
            prices(),
            LATER);
    assertThat(replaced.lines().getFirst().figures()).isEqualTo(untaxed(600, 500, 100, 0, 0));
  }

  @Test
  void aLineIsTakenOffAndTheOthersStay() {
    var before =
        with(some(SERUM, 1), some(CREAM, 1), some(LASER_DAY, 1)).discounted(flat(9), prices());

    var after = before.without(before.lines().get(1), prices(), LATER);

    assertThat(after.lines())
        .extracting(LineItem::id)
        .containsExactly(before.lines().get(0).id(), before.lines().get(2).id());
    assertThat(after.figures().subtotal()).isEqualTo(6000);
    assertThat(after.figures().discount()).isEqualTo(Discount.flat(new Cents(9)));
  }

  @Test
  void replacedTheyKeepTheIdsOfTheSameProductsInTheirOrder() {
    var before = with(some(SERUM, 1), some(CREAM, 1), some(SERUM, 2));
    var ids = before.lines().stream().map(LineItem::id).toList();

    var after =
        before.replaced(
            List.of(
                new NewLine(SERUM, Quantity.ONE, new Cents(1000), NO_DISCOUNT, null),
                some(LASER_DAY, 1),
                new NewLine(SERUM, Quantity.of(5), null, percent10(), "later"),
                some(SERUM, 7)),
            OptionalInt.empty(),
            flat(200),
            prices(),
            LATER);

    assertThat(after.products()).containsExactly(SERUM, LASER_DAY, SERUM, SERUM);
    assertThat(after.lines().get(0).id()).isEqualTo(ids.get(0));
    assertThat(after.lines().get(0).updatedDate()).isEqualTo(MADE);
    assertThat(after.lines().get(1).id()).isNotIn(ids);
    assertThat(after.lines().get(1).createdDate()).isEqualTo(LATER);
    assertThat(after.lines().get(2).id()).isEqualTo(ids.get(2));
    assertThat(after.lines().get(2).createdDate()).isEqualTo(MADE);
    assertThat(after.lines().get(2).updatedDate()).isEqualTo(LATER);
    assertThat(after.lines().get(2).terms())
        .isEqualTo(
            new LineTerms(
                Quantity.of(5), UnitPrice.ofCatalog(new Cents(1000)), percent("10"), "later"));
    assertThat(after.lines().get(3).id()).isNotIn(ids);
    assertThat(after.figures().subtotal()).isEqualTo(1000 + 5000 + 4500 + 7000);
    assertThat(after.figures().discount()).isEqualTo(Discount.flat(new Cents(200)));
  }

  /** A line as it is served, under its id or another. */
  private static NewLine served(LineItem line, @Nullable String id) {
    var discount = line.figures().discount();
    var percents = new Percentage(line.discount().percentage());
    return new NewLine(
        line.product(),
        line.quantity(),
        line.unitPrice(),
        new DiscountRequest(discount, percents),
        line.notes(),
        id);
  }

  private static NewLine served(LineItem line) {
    return served(line, line.id());
  }

  /** Only this line sent back, once the cream costs 7.00. */
  private static LineItems only(LineItem line, LineItems before) {
    return before.replaced(
        List.of(served(line)), OptionalInt.empty(), NO_DISCOUNT, creamAt(700), LATER);
  }

  private static CurrentPrices creamAt(long price) {
    return prices(new SomeLines.Sold("cream", "Cream", price, false));
  }

  private static LineItems creams(NewLine... wanted) {
    return with().replaced(List.of(wanted), OptionalInt.empty(), NO_DISCOUNT, creamAt(500), MADE);
  }

  @Test
  void aLineSentBackUnderItsIdStaysAsItIsWhenAnotherOfTheSameIsLeftOut() {
    var atOldPrices = creams(some(CREAM, 1), some(CREAM, 2));
    var kept = only(atOldPrices.lines().get(1), atOldPrices);
    assertThat(kept.lines()).containsExactly(atOldPrices.lines().get(1));
    assertThat(kept.figures())
        .isEqualTo(new TotalFigures(Discount.Kind.NONE, BigDecimal.ZERO, 1000, 0, 0, 0, 0, 1000));

    var inPercent =
        creams(
            new NewLine(CREAM, Quantity.of(1), null, percent10(), null),
            new NewLine(CREAM, Quantity.of(2), null, percent10(), null));
    var stillInPercent = only(inPercent.lines().get(1), inPercent);
    assertThat(stillInPercent.lines()).containsExactly(inPercent.lines().get(1));
    assertThat(stillInPercent.lines().getFirst().figures())
        .isEqualTo(untaxed(1000, 100, 900, 0, 0));

    // The first is served with 300 off of the 500 that were asked for, as the second is.
    var flat =
        creams(
            new NewLine(CREAM, Quantity.ONE, new Cents(300), flat(500), null),
            new NewLine(CREAM, Quantity.ONE, new Cents(1000), flat(300), null));
    var stillFlat = only(flat.lines().get(1), flat);
    assertThat(stillFlat.lines()).containsExactly(flat.lines().get(1));
    assertThat(stillFlat.lines().getFirst().figures()).isEqualTo(untaxed(1000, 300, 700, 0, 0));
  }

  @Test
  void linesSentBackInAnotherOrderStayAsTheyAreInThatOrder() {
    var before = creams(some(CREAM, 1), some(CREAM, 2));
    var one = before.lines().get(0);
    var two = before.lines().get(1);

    var after =
        before.replaced(
            List.of(served(two), served(one)),
            OptionalInt.empty(),
            NO_DISCOUNT,
            creamAt(700),
            LATER);

    assertThat(after.lines()).containsExactly(two, one);
    assertThat(after.figures().total()).isEqualTo(1500);
  }

  @Test
  void linesUnderNoIdOfTheirOwnAreTheOthersInTheirOrder() {
    var before = creams(some(CREAM, 1), some(CREAM, 2), some(CREAM, 3), some(LASER_DAY, 1));
    var ids = before.lines().stream().map(LineItem::id).toList();

    var after =
        before.replaced(
            List.of(
                served(before.lines().get(0), null),
                served(before.lines().get(1)),
                served(before.lines().get(1)), // once more
                served(before.lines().get(2), ids.get(3)), // the id of something else
                served(before.lines().get(3), "line_of_another")),
            OptionalInt.empty(),
            NO_DISCOUNT,
            creamAt(500),
            LATER);

    assertThat(after.lines().subList(0, 3))
        .extracting(LineItem::id)
        .containsExactly(ids.get(0), ids.get(1), ids.get(2));
    assertThat(after.lines().get(2).quantity()).isEqualTo(Quantity.of(2));
    assertThat(after.lines().get(3).id()).isNotIn(ids);
    assertThat(after.lines().get(3).createdDate()).isEqualTo(LATER);
    assertThat(after.lines().get(4)).isEqualTo(before.lines().get(3));
    assertThat(after.figures().subtotal()).isEqualTo(500 + 1000 + 1000 + 1500 + 5000);
  }

  private static DiscountRequest percent10() {
    return new DiscountRequest(null, new Percentage(BigDecimal.TEN));
  }

  @Test
  void aFullRequestWithoutADiscountEndsItAndAPartialOneDoesNot() {
    var before = with(some(SERUM, 1)).discounted(flat(200), prices());

    assertThat(before.discounted(NO_DISCOUNT, prices())).isEqualTo(before);
    var after =
        before.replaced(List.of(some(SERUM, 1)), OptionalInt.empty(), NO_DISCOUNT, prices(), LATER);
    assertThat(after.figures().discount()).isEqualTo(Discount.none());
  }

  @Test
  void everyLineThatCannotBeIsComplainedAboutAtItsPlace() {
    var tooMuch =
        new NewLine(SERUM, new Quantity(Quantity.MAX), Pricing.MAX_UNIT_PRICE, NO_DISCOUNT, null);
    var contradictory = new NewLine(CREAM, Quantity.ONE, null, CONTRADICTORY, null);

    assertRefused(
        () ->
            with()
                .replaced(
                    List.of(some(SERUM, 1), contradictory, tooMuch),
                    OptionalInt.empty(),
                    NO_DISCOUNT,
                    prices(),
                    MADE),
        Violation.inBody(CONTRADICTION, "items", 1, "discountAmount"),
        Violation.inBody(
            "a figure exceeds the largest amount that can be served, 9007199254740991 cents",
            "items",
            2));
  }

  @Test
  void whatCannotBeAsAWholeIsComplainedAboutInTheBody() {
    var lines = with(some(CREAM, 1));
    var line = lines.lines().getFirst();
    var contradiction = Violation.inBody(CONTRADICTION, "discountAmount");

    assertRefused(
        () ->
            lines.with(new NewLine(CREAM, Quantity.ONE, null, CONTRADICTORY, null), prices(), MADE),
        contradiction);
    assertRefused(
        () -> lines.with(line, of(null, null, CONTRADICTORY, null), prices(), MADE), contradiction);
    assertRefused(() -> lines.discounted(CONTRADICTORY, prices()), contradiction);
    assertRefused(() -> lines.wouldBeChangedBy(CONTRADICTORY), contradiction);
    assertRefused(
        () ->
            lines.with(
                line,
                new LineChange(
                    new Quantity(Quantity.MAX), Pricing.MAX_UNIT_PRICE, NO_DISCOUNT, null),
                prices(),
                MADE),
        Violation.inBody(
            "a figure exceeds the largest amount that can be served, 9007199254740991 cents"));
  }

  private static NewLine noted(int characters) {
    return new NewLine(CREAM, Quantity.ONE, null, NO_DISCOUNT, "x".repeat(characters));
  }

  @Test
  void whatIsNotedOnAllLinesTogetherIsBounded() {
    var sentence =
        Sentence.of("what is noted on all lines can have at most %s characters together", 200_000);
    var lines = with(noted(150_000), noted(49_999), noted(1));
    var last = lines.lines().getLast();

    assertRefused(() -> lines.with(noted(1), prices(), LATER), Violation.inBody(sentence));
    assertRefused(
        () -> lines.with(last, of(null, null, NO_DISCOUNT, "xx"), prices(), LATER),
        Violation.inBody(sentence));
    assertRefused(
        () ->
            lines.replaced(
                List.of(noted(150_000), noted(50_001)),
                OptionalInt.empty(),
                NO_DISCOUNT,
                prices(),
                LATER),
        Violation.inBody(sentence, "items"));
    assertThat(lines.with(some(CREAM, 1), prices(), LATER).lines()).hasSize(4);
  }

  @Test
  void whatWasNotedBeyondTheBoundBeforeMayChangeUnlessItGrows() {
    var line = with(some(CREAM, 1)).lines().getFirst();
    var terms =
        new LineTerms(line.quantity(), line.terms().price(), line.discount(), "x".repeat(200_002));
    var old =
        new LineItem(
            line.id(),
            line.kind(),
            line.product(),
            line.name(),
            terms,
            line.figures(),
            line.createdDate(),
            line.updatedDate());
    var lines = new LineItems(List.of(old), with(some(CREAM, 1)).figures());

    var more = lines.with(old, of(2, null, NO_DISCOUNT, null), prices(), LATER);
    assertThat(more.figures().total()).isEqualTo(600);
    var shorter =
        lines.with(old, of(null, null, NO_DISCOUNT, "y".repeat(200_001)), prices(), LATER);
    assertThat(shorter.lines().getFirst().notes()).hasSize(200_001);
    assertThatExceptionOfType(InvalidRequest.class)
        .isThrownBy(() -> lines.with(noted(1), prices(), LATER));
  }

  @Test
  void atTodaysPricesOnlyWhatTheCatalogStillSellsIsAnother() {
    var before =
        with(some(SERUM, 1), someAt(SERUM, 900L), some(CREAM, 2)).discounted(flat(5), prices());
    var today =
        SomeLines.prices(
            new SomeLines.Sold("serum", "Serum, new", 1100, false),
            new SomeLines.Sold("cream", "Cream, gone", 400, true));

    var after = before.atTodaysPrices(today);

    assertThat(after.lines())
        .extracting(l -> l.unitPrice().value())
        .containsExactly(1100L, 900L, 300L);
    assertThat(after.lines())
        .extracting(LineItem::name)
        .containsExactly("Serum, new", "Serum, new", "Cream");
    assertThat(after.lines()).extracting(LineItem::updatedDate).containsOnly(MADE);
    assertThat(after.figures().subtotal()).isEqualTo(1100 + 900 + 600);
    assertThat(after.figures().discount()).isEqualTo(Discount.flat(new Cents(5)));
  }

  @Test
  void copiesSayTheSame() {
    var before = with(new NewLine(SERUM, Quantity.ONE, null, NO_DISCOUNT, "call first"));
    var line = before.lines().getFirst();

    var copy = before.copied(LATER);
    assertThat(copy.figures()).isEqualTo(before.figures());
    assertThat(copy.lines())
        .containsExactly(
            new LineItem(
                line.id(),
                LineKind.GOODS,
                SERUM,
                "Serum",
                line.terms(),
                line.figures(),
                LATER,
                LATER));

    var other = before.underNewIds();
    assertThat(other.figures()).isEqualTo(before.figures());
    assertThat(other.lines().getFirst().id()).startsWith("line_").isNotEqualTo(line.id());
    assertThat(other.lines().getFirst().under(line.id())).isEqualTo(line);

    var silent = before.withoutNotes();
    assertThat(silent.figures()).isEqualTo(before.figures());
    assertThat(silent.lines().getFirst().notes()).isNull();
    assertThat(silent.lines().getFirst().figures()).isEqualTo(line.figures());
  }

  @Test
  void theySayTheSameInWhateverSpellingTheirDiscountIs() {
    var lines = with(some(CREAM, 1)).discounted(percent10(), prices());
    var spelled =
        new LineItems(
            lines.lines(),
            new TotalFigures(
                Discount.Kind.PERCENT, new BigDecimal("10.0000"), 300, 30, 0, 0, 0, 270));

    assertThat(lines.sayTheSameAs(spelled)).isTrue();
    assertThat(lines.sayTheSameAs(lines.discounted(flat(30), prices()))).isFalse();
    assertThat(lines.sayTheSameAs(lines.copied(LATER))).isFalse();
  }

  @Test
  void aRequestForTheDiscountThatThereIsWouldChangeNothing() {
    var lines = with(some(CREAM, 1)).discounted(flat(500), prices());

    assertThat(lines.wouldBeChangedBy(NO_DISCOUNT)).isFalse();
    assertThat(lines.wouldBeChangedBy(flat(300))).isFalse(); // as it is served
    assertThat(lines.wouldBeChangedBy(flat(400))).isTrue();
    assertThat(
            lines.wouldBeChangedBy(
                new DiscountRequest(new Cents(30), new Percentage(BigDecimal.TEN))))
        .isTrue();
  }

  @Test
  void thereIsRoomForFiveHundred() {
    var line = with(some(CREAM, 1)).lines().getFirst();

    assertThat(new LineItems(Collections.nCopies(499, line), TotalFigures.NONE).isFull()).isFalse();
    assertThat(new LineItems(Collections.nCopies(500, line), TotalFigures.NONE).isFull()).isTrue();
  }

  @Test
  void aLineIsFoundByItsId() {
    var lines = with(some(SERUM, 1), some(CREAM, 1));
    var second = lines.lines().get(1);

    assertThat(lines.find(second.id())).contains(second);
    assertThat(lines.find("line_of_another")).isEmpty();
  }

  @Test
  void pricingSeesTheTermsOfALine() {
    var line = with(some(SERUM, 2)).lines().getFirst();

    var seen = line.line(prices().basis(SERUM));
    assertThat(seen.net()).isEqualTo(new Cents(2000));
    assertThat(seen.basis()).isEqualTo(prices().offer(SERUM).taxBasis());
  }

  @Test
  void withoutAMarketAnotherQuantityOnOneLineLeavesThePriceOfTheNext() {
    var lines = with(some(SERUM, 1), some(SERUM, 1));
    var dearer = prices(new SomeLines.Sold("serum", "Serum", 1100, false));
    var two = new LineChange(Quantity.of(2), null, NO_DISCOUNT, null);

    var changed = lines.with(lines.lines().getLast(), two, dearer, LATER);

    assertThat(changed.lines())
        .extracting(LineItem::unitPrice)
        .containsExactly(new Cents(1000), new Cents(1100));
  }
}
