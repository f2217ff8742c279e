package org.cartwright.lines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.DiscountRequest;
import org.cartwright.pricing.Pricing;
import org.cartwright.pricing.amounts.Cents;

/**
 * The lines of a cart or quote in served order, with the figures at its foot. Every change answers
 * another such value, priced as a whole with today's taxes; a change whose figures cannot be is
 * refused with {@link InvalidRequest}, which says where in the request the fault lies.
 */
public record LineItems(List<LineItem> lines, TotalFigures figures) {

  public LineItems {
    lines = List.copyOf(lines);
  }

  /** The line with this id, if it is one of these. */
  public Optional<LineItem> find(String lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /** What is sold, line by line. */
  public List<Product> products() {
    return lines.stream().map(LineItem::product).toList();
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
   * All of it replaced. The k-th line wanted of a product is the k-th present line of it, so ids
   * that clients hold stay valid; lines are kept in the order wanted.
   */
  public LineItems replaced(
      List<NewLine> wanted, DiscountRequest discount, CurrentPrices prices, Instant now) {
    var present = new HashMap<Product, List<LineItem>>();
    lines.forEach(
        line -> present.computeIfAbsent(line.product(), p -> new ArrayList<>()).add(line));
    var next = new ArrayList<LineItem>();
    var sums = new CheckedFigures();
    for (int i = 0; i < wanted.size(); i++) {
      var item = wanted.get(i);
      var same = present.getOrDefault(item.product(), List.of());
      var line = same.isEmpty() ? null : same.removeFirst();
      sums.of(
              () ->
                  line == null
                      ? LineItem.added(item, prices, now)
                      : line.replaced(item, prices, now),
              "items",
              i)
          .ifPresent(next::add);
    }
    sums.requireDone();
    return discounted(next, discount::replace, prices);
  }

  /** With one more line at the end. */
  public LineItems with(NewLine wanted, CurrentPrices prices, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var next = new ArrayList<>(lines);
          next.add(LineItem.added(wanted, prices, now));
          return priced(next, subtotal -> figures.discount(), prices);
        });
  }

  /** With one line changed. */
  public LineItems with(LineItem line, LineChange change, CurrentPrices prices, Instant now) {
    return CheckedFigures.inBody(
        () -> {
          var changed = line.changed(change, prices, now);
          return priced(
              lines.stream().map(l -> l.id().equals(line.id()) ? changed : l).toList(),
              subtotal -> figures.discount(),
              prices);
        });
  }

  /** Without one line. */
  public LineItems without(LineItem line, CurrentPrices prices) {
    return CheckedFigures.inBody(
        () ->
            priced(
                lines.stream().filter(l -> !l.id().equals(line.id())).toList(),
                subtotal -> figures.discount(),
                prices));
  }

  /** With the document's discount changed; a figure that the request leaves out stays. */
  public LineItems discounted(DiscountRequest discount, CurrentPrices prices) {
    return discounted(lines, discount::update, prices);
  }

  /** The same lines: explicit prices kept, the others as the catalog has them today. */
  public LineItems atTodaysPrices(CurrentPrices prices) {
    return CheckedFigures.inBody(
        () ->
            priced(
                lines.stream().map(line -> line.atTodaysPrice(prices)).toList(),
                subtotal -> figures.discount(),
                prices));
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
            !discount
                .update(figures.discount(), figures.discounted(), new Cents(figures.subtotal()))
                .equals(figures.discount()));
  }

  private LineItems discounted(List<LineItem> next, DiscountChange change, CurrentPrices prices) {
    return CheckedFigures.inBody(
        () ->
            priced(
                next,
                subtotal -> change.resolve(figures.discount(), figures.discounted(), subtotal),
                prices));
  }

  /** How a request for a discount is read: as a full one or as a partial one. */
  private interface DiscountChange {
    Discount resolve(Discount present, Cents lastServed, Cents baseNow);
  }

  /** The one way in which figures come about. */
  private static LineItems priced(
      List<LineItem> next, Function<Cents, Discount> discountOn, CurrentPrices prices) {
    var drafts = next.stream().map(l -> l.line(prices.basis(l.product()))).toList();
    var discount = discountOn.apply(Pricing.goods(drafts));
    var priced = Pricing.price(drafts, discount, prices.terms());
    var after = new ArrayList<LineItem>();
    for (int i = 0; i < next.size(); i++) {
      after.add(next.get(i).priced(LineFigures.of(priced.lines().get(i))));
    }
    return new LineItems(after, TotalFigures.of(priced));
  }
}
