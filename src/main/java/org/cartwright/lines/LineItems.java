package org.cartwright.lines;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.cartwright.lines.figures.LineFigures;
import org.cartwright.lines.figures.TotalFigures;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountChange;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cart or quote in served order, with the figures at its foot. Every change answers
 * another such value, priced as a whole with today's taxes; a change whose figures cannot be is
 * refused with {@link InvalidRequest}, which says where in the request the fault lies.
 */
public record LineItems(List<LineItem> lines, TotalFigures figures) {

  /** How many characters can be noted on all lines together; a page of documents holds a lot. */
  public static final int MAX_NOTED = 200_000;

  public LineItems {
    lines = List.copyOf(lines);
  }

  /** The line with this id, if it is one of these. */
  public Optional<LineItem> find(String lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /** The fee, which is the last line if there is one. */
  public Optional<LineItem> fee() {
    return lines.stream().filter(LineItem::isFee).findFirst();
  }

  /** What is sold: the lines without the fee. */
  public List<LineItem> goods() {
    return lines.stream().filter(line -> !line.isFee()).toList();
  }

  /** What is on the lines, the fee among them. */
  public List<Product> products() {
    return products(lines);
  }

  /** What is sold: the same without the fee. */
  public List<Product> productsSold() {
    return products(goods());
  }

  private static List<Product> products(List<LineItem> lines) {
    return lines.stream().map(LineItem::product).toList();
  }

  /** Whether something is among them that the market does not sell, and so has no price. */
  public boolean lackAPrice() {
    return lines.stream().anyMatch(LineItem::hasNoPrice);
  }

  /** Whether others say the same as these, in whatever spelling their figures were stored. */
  public boolean sayTheSameAs(LineItems others) {
    return lines.equals(others.lines) && figures.discount().equals(others.figures.discount());
  }

  /** Whether there is no room for another line. */
  public boolean isFull() {
    return lines.size() >= Pricing.MAX_LINES;
  }

  /**
   * All goods replaced. A line wanted is the present one that it names by its id, if that is of the
   * same product; of the others the k-th of a product is the k-th present line of it that none
   * names. So ids that clients hold stay valid, and what was agreed for a line stays with it when
   * another one of the same is left out. Lines are kept in the order wanted. The fee stays, and may
   * be sent back among the goods, as the coupon's part may be within the discount's amount.
   *
   * @param fee where in the request the fee is, if it is; see {@link #feeSentBack}
   */
  public LineItems replaced(
      List<NewLine> sent,
      OptionalInt fee,
      DiscountRequest discount,
      CurrentPrices today,
      Instant now) {
    return replaced(sent, fee, figures.own(discount)::replace, LookUp.WHAT_MOVED, today, now);
  }

  private LineItems replaced(
      List<NewLine> sent,
      OptionalInt fee,
      DiscountChange discount,
      LookUp lookUp,
      CurrentPrices today,
      Instant now) {
    var wanted = new ArrayList<>(sent);
    fee.ifPresent(place -> wanted.remove(place));
    requireRoomBesideFee(wanted.size());
    var prices = today.selling(Quantities.wanted(wanted));
    var meant = meantBy(wanted);
    var next = new ArrayList<LineItem>();
    var sums = new CheckedFigures();
    for (int i = 0; i < wanted.size(); i++) {
      var item = wanted.get(i);
      var line = meant.get(i);
      sums.of(
              () ->
                  line == null
                      ? LineItem.added(item, prices, now)
                      : line.replaced(item, lookUp, prices, now),
              "items",
              fee.isPresent() && fee.getAsInt() <= i ? i + 1 : i)
          .ifPresent(next::add);
    }
    sums.requireDone();
    requireRoomForNotes(next, "items");
    return CheckedFigures.inBody(() -> changed(next, discount, lookUp, prices, now));
  }

  /** Which of the goods each line wanted is, in the same order; none for what is to be added. */
  private List<@Nullable LineItem> meantBy(List<NewLine> wanted) {
    var left = new LinkedHashMap<String, LineItem>();
    goods().forEach(line -> left.put(line.id(), line));
    var meant = new ArrayList<@Nullable LineItem>();
    for (var item : wanted) {
      var named = item.id() == null ? null : left.get(item.id());
      var isMeant = named != null && named.product().equals(item.product());
      meant.add(isMeant ? left.remove(item.id()) : null);
    }
    var unnamed = new HashMap<Product, Deque<LineItem>>();
    left.values()
        .forEach(
            line -> unnamed.computeIfAbsent(line.product(), p -> new ArrayDeque<>()).add(line));
    for (int i = 0; i < wanted.size(); i++) {
      var same = unnamed.get(wanted.get(i).product());
      if (meant.get(i) == null && same != null) {
        meant.set(i, same.poll());
      }
    }
    return meant;
  }

  private void requireRoomBesideFee(int goods) {
    if (goods >= Pricing.MAX_LINES && fee().isPresent()) {
      throw new InvalidRequest(
          Violation.inBody(
              Sentence.of("beside the fee there can be at most %s lines", Pricing.MAX_LINES - 1),
              "items"));
    }
  }

  /** What was noted before there was a bound stays, as long as it does not become more. */
  private void requireRoomForNotes(List<LineItem> next, Object... place) {
    var noted = noted(next);
    if (noted > MAX_NOTED && noted > noted(lines)) {
      throw new InvalidRequest(
          Violation.inBody(
              Sentence.of(
                  "what is noted on all lines can have at most %s characters together", MAX_NOTED),
              place));
    }
  }

  private static long noted(List<LineItem> lines) {
    return lines.stream().map(LineItem::notes).mapToLong(n -> n == null ? 0 : n.length()).sum();
  }

  /**
   * Where in a full request the fee is sent back: the line with its id, or else the last one that
   * says all that is served of it, if there are more of such than among the goods.
   */
  public OptionalInt feeSentBack(List<NewLine> sent) {
    var fee = fee().orElse(null);
    if (fee == null) {
      return OptionalInt.empty();
    }
    var named = lastOf(sent, line -> fee.id().equals(line.id()));
    if (named.isPresent()) {
      return named;
    }
    Predicate<NewLine> isLikeIt = line -> line.price() != null && fee.isSentBackBy(line);
    var alike = goods().stream().filter(line -> line.isLike(fee)).count();
    return sent.stream().filter(isLikeIt).count() > alike
        ? lastOf(sent, line -> isLikeIt.test(line) && !isOfGoods(line))
        : OptionalInt.empty();
  }

  private boolean isOfGoods(NewLine sent) {
    return sent.id() != null && find(sent.id()).isPresent();
  }

  private static OptionalInt lastOf(List<NewLine> sent, Predicate<NewLine> wanted) {
    return IntStream.range(0, sent.size()).filter(i -> wanted.test(sent.get(i))).max();
  }

  /** With one more line behind the other goods. */
  public LineItems with(NewLine wanted, CurrentPrices today, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var prices =
              today.selling(Quantities.of(lines).with(wanted.product(), wanted.quantity()));
          var next = new ArrayList<>(goods());
          next.add(LineItem.added(wanted, prices, now));
          requireRoomForNotes(next);
          return changed(next, DiscountChange.NONE, LookUp.WHAT_MOVED, prices, now);
        });
  }

  /** With one of the goods changed. */
  public LineItems with(LineItem line, LineChange change, CurrentPrices today, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var quantity = change.quantity() == null ? line.quantity() : change.quantity();
          var prices = today.selling(Quantities.of(lines).with(line, quantity));
          var changed = line.changed(change, prices, now);
          var next = goods().stream().map(l -> l.id().equals(line.id()) ? changed : l).toList();
          requireRoomForNotes(next);
          return changed(next, DiscountChange.NONE, LookUp.WHAT_MOVED, prices, now);
        });
  }

  /** Without one of the goods. */
  public LineItems without(LineItem line, CurrentPrices today, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var next = goods().stream().filter(l -> !l.id().equals(line.id())).toList();
          var prices = today.selling(Quantities.of(next));
          return changed(next, DiscountChange.NONE, LookUp.WHAT_MOVED, prices, now);
        });
  }

  /**
   * With another fee, or with none.
   *
   * @param product what the fee is of; one of the same keeps its line
   */
  public LineItems withFee(@Nullable Product product, CurrentPrices prices, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var next = new ArrayList<>(goods());
          if (product != null) {
            next.add(
                fee()
                    .filter(line -> line.product().equals(product))
                    .map(line -> line.lookedUp(prices, now))
                    .orElseGet(() -> LineItem.fee(product, prices, now)));
          }
          return priced(next, DiscountChange.NONE, prices);
        });
  }

  /** With the document's discount changed; a figure that the request leaves out stays. */
  public LineItems discounted(DiscountRequest discount, CurrentPrices prices) {
    return CheckedFigures.inBody(() -> priced(lines, figures.own(discount)::update, prices));
  }

  /** The same lines: explicit prices kept, the others as the catalog has them today. */
  public LineItems atTodaysPrices(CurrentPrices today) {
    return CheckedFigures.inBody(
        () -> {
          var prices = today.selling(Quantities.of(lines));
          return priced(
              lines.stream().map(l -> l.atTodaysPrice(prices)).toList(),
              DiscountChange.NONE,
              prices);
        });
  }

  /**
   * As a request wants them, which was made of what is served now: a price or a discount that it
   * sends back says nothing, whatever it comes to then.
   */
  public LineItems changedBy(GoodsWish wish, CurrentPrices today, Instant now) {
    return changedBy(wish, LookUp.WHAT_MOVED, today, now);
  }

  /** The same on other terms, or in another market: explicit prices kept, the others looked up. */
  public LineItems pricedAnew(GoodsWish wish, CurrentPrices today, Instant now) {
    return changedBy(wish, LookUp.ALL, today, now);
  }

  private LineItems changedBy(GoodsWish wish, LookUp lookUp, CurrentPrices today, Instant now) {
    var goods = wish.goods();
    if (goods != null) {
      return replaced(goods, OptionalInt.empty(), wish.discount(), lookUp, today, now);
    }
    var prices = today.selling(Quantities.of(lines));
    return CheckedFigures.inBody(() -> changed(goods(), wish.discount(), lookUp, prices, now));
  }

  /** Whether an amount that somebody named in others, which was of their currency, stands here. */
  public boolean keepNamedAmountsOf(LineItems others) {
    var keepTheDiscount =
        figures.discountKind() == Discount.Kind.FLAT
            && figures.discount().equals(others.figures.discount());
    return keepTheDiscount
        || lines.stream()
            .anyMatch(line -> others.find(line.id()).filter(line::keepsNamedAmountOf).isPresent());
  }

  /** The same lines and figures, begun now: for another document. */
  public LineItems copied(Instant now) {
    return each(line -> line.copied(now));
  }

  /** The same lines and figures, each line under an id of its own. */
  public LineItems underNewIds() {
    return each(line -> line.under(Ids.next("line")));
  }

  /** The same lines and figures, with nothing said about any line. */
  public LineItems withoutNotes() {
    return each(LineItem::withoutNotes);
  }

  private LineItems each(UnaryOperator<LineItem> copy) {
    return new LineItems(lines.stream().map(copy).toList(), figures);
  }

  /**
   * Whether such a request would change the document's discount.
   *
   * @throws InvalidRequest if it contradicts itself
   */
  public boolean wouldBeChangedBy(DiscountRequest discount) {
    return CheckedFigures.inBody(
        () ->
            !figures
                .own(discount)
                .update(figures.discount(), figures.discounted(), figures.goods())
                .equals(figures.discount()));
  }

  /** With other goods and the same fee. Without a market, no price is looked up by itself. */
  private LineItems changed(
      List<LineItem> goods,
      DiscountChange discount,
      LookUp lookUp,
      CurrentPrices prices,
      Instant now) {
    var next = new ArrayList<>(goods);
    fee().ifPresent(next::add);
    if (prices.areOfAMarket()) {
      var moved = productsMovedTo(goods);
      next.replaceAll(
          line ->
              lookUp != LookUp.WHAT_MOVED
                      || line.hasNoPrice()
                      || (!line.isFee() && moved.contains(line.product()))
                  ? line.lookedUp(prices, now)
                  : line);
    }
    return priced(next, discount, prices);
  }

  private Set<Product> productsMovedTo(List<LineItem> next) {
    var quantities = new HashMap<String, LineItem>();
    goods().forEach(line -> quantities.put(line.id(), line));
    var moved = new HashSet<Product>();
    for (var line : next) {
      var before = quantities.remove(line.id());
      if (before == null || !before.quantity().equals(line.quantity())) {
        moved.add(line.product());
      }
    }
    quantities.values().forEach(gone -> moved.add(gone.product()));
    return moved;
  }

  /** The one way in which figures come about. */
  private LineItems priced(List<LineItem> next, DiscountChange change, CurrentPrices prices) {
    var drafts =
        next.stream()
            .map(l -> l.line(prices.basis(l.product()), prices.isCouponed(l.product())))
            .toList();
    var discount = change.resolve(figures.discount(), figures.discounted(), Pricing.goods(drafts));
    var priced = Pricing.price(drafts, discount, prices.terms());
    var after = new ArrayList<LineItem>();
    for (int i = 0; i < next.size(); i++) {
      after.add(next.get(i).priced(LineFigures.of(priced.lines().get(i))));
    }
    return new LineItems(after, TotalFigures.of(priced));
  }
}
