package org.cartwright.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.testing.oracle.DraftFigures;
import org.cartwright.testing.oracle.DraftOracle;
import org.cartwright.testing.oracle.OracleCart;
import org.cartwright.testing.oracle.OracleDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a shop should hold, as plainly as it can be said: time is counted in days, and what anything
 * costs is what the oracle says. It asks the service for nothing but ids.
 */
final class ShopModel {

  final List<Draft> drafts = new ArrayList<>();
  final List<Quote> quotes = new ArrayList<>();
  final List<Order> orders = new ArrayList<>();
  int day;

  /** A market with one tax on everything. */
  record Market(String id, String code, String country, boolean isInside, String rate) {}

  /** A way to bring things; a fee of 0 is none. */
  record Service(String id, Market market, String category, long fee) {}

  record Customer(String id, boolean hasPhone) {}

  /** Something that is sold, and how much of it there is. */
  static final class Item {

    final String id;
    final Map<String, Long> prices;
    final List<OracleDraft.Tier> tiers;
    String policy;
    long onHand;

    /**
     * @param prices by the market's code; where there is none it is not sold
     * @param tiers in the first market
     */
    Item(String id, Map<String, Long> prices, List<OracleDraft.Tier> tiers, String policy) {
      this.id = id;
      this.prices = prices;
      this.tiers = tiers;
      this.policy = policy;
    }

    boolean isSold(Market market) {
      return prices.containsKey(market.code);
    }

    boolean has(long quantity) {
      return !policy.equals("DENY") || onHand >= quantity;
    }
  }

  /** A coupon, and by which order whose use of it counts. */
  static final class Coupon {

    final String id;
    final String code;
    final OracleDraft.Coupon terms;
    final Map<Order, Customer> uses = new HashMap<>();
    @Nullable Integer limit;
    @Nullable Integer customerLimit;

    Coupon(String id, String code, OracleDraft.Coupon terms) {
      this.id = id;
      this.code = code;
      this.terms = terms;
    }

    boolean isLeftFor(Customer customer) {
      var own = uses.values().stream().filter(customer::equals).count();
      return (limit == null || uses.size() < limit)
          && (customerLimit == null || own < customerLimit);
    }
  }

  /** A line; a price is there if somebody named it. */
  record Line(String id, Item item, long quantity, @Nullable Long price) {}

  /** What decides the figures of a draft, and the figures. */
  record Priced(
      List<Line> lines,
      Market market,
      Customer customer,
      @Nullable String place,
      @Nullable String code,
      int percent,
      DraftFigures figures) {}

  /** A draft as it should be. */
  final class Draft {

    final String id;
    Market market;
    Customer customer;
    final List<Line> lines = new ArrayList<>();
    @Nullable String country;
    @Nullable Service service;
    @Nullable String category;
    boolean hasPayment;
    boolean hasPhone;

    /** Whether its contact is its customer's own, and gives way to that of another. */
    boolean isContactOwn = true;

    /** The code on it; without a coupon if it is nobody's. */
    @Nullable String code;

    @Nullable Coupon coupon;
    boolean isCouponCounted;
    int percent;
    DraftFigures figures;
    CartStatus stored = CartStatus.DRAFT;
    @Nullable Quote holder;
    int changed = day;
    @Nullable Order order;
    boolean isDeleted;

    Draft(String id, Market market, Customer customer) {
      this.id = id;
      this.market = market;
      this.customer = customer;
      hasPhone = customer.hasPhone;
      figures = figures(false);
      drafts.add(this);
    }

    /** Is somebody else's. */
    void sellTo(Customer other) {
      customer = other;
      hasPhone = isContactOwn ? other.hasPhone : hasPhone;
    }

    /** Has a phone number, which may be another than the customer's. */
    void callAt() {
      isContactOwn &= customer.hasPhone;
      hasPhone = true;
    }

    boolean isThere() {
      return order == null && !isDeleted;
    }

    CartStatus status() {
      if (stored != CartStatus.DRAFT && stored != CartStatus.ACCEPTED) {
        return stored;
      }
      var holding = holder;
      if (holding == null || holding.status() != QuoteStatus.EXPIRED) {
        return stored;
      }
      var isPrepared =
          quotes.stream()
              .filter(quote -> quote.draft == this && quote.stored == QuoteStatus.DRAFT)
              .anyMatch(quote -> quote.lastDay > holding.lastDay);
      return stored == CartStatus.DRAFT && isPrepared ? stored : CartStatus.EXPIRED;
    }

    boolean isHeld() {
      return holder != null && holder.status().isWithPatient();
    }

    boolean isFree() {
      return isThere() && status() == CartStatus.DRAFT && !isHeld();
    }

    boolean mayBeErased() {
      return isThere() && (holder == null || holder.status() == QuoteStatus.EXPIRED);
    }

    void settle(CartStatus next) {
      stored = next;
      changed = day;
      if (next != CartStatus.ACCEPTED) {
        holder = null;
      }
    }

    /** The address that decides the taxes. */
    @Nullable String place() {
      return "PICKUP".equals(category) ? (service == null ? null : "outlet") : country;
    }

    long fee() {
      return service == null ? 0 : service.fee;
    }

    private Priced priced() {
      return new Priced(List.copyOf(lines), market, customer, place(), code, percent, figures);
    }

    /** Does something to it, prices it anew, and takes note whether anything is another. */
    void price(Runnable change) {
      var before = priced();
      change.run();
      isCouponCounted = coupon != null && coupon.isLeftFor(customer);
      figures = figures(isCouponCounted);
      if (!priced().equals(before)) {
        changed = day;
      }
    }

    /** Whether its coupon gives another discount now than when it was priced. */
    private boolean isCouponChanged() {
      return hasCouponThatApplies() && !figures(true).coupon().equals(figures.coupon());
    }

    private DraftFigures figures(boolean isCouponed) {
      var plain = new OracleCart.Item("PRODUCT", null, Set.of());
      var sold = lines.stream().map(Line::item).distinct().toList();
      return DraftOracle.price(
          new OracleDraft(
              "BDT",
              sold.stream()
                  .map(
                      item ->
                          new OracleDraft.Item(
                              item.prices.getOrDefault(market.code, 0L),
                              market.isInside ? List.of() : item.tiers,
                              true,
                              plain))
                  .toList(),
              lines.stream()
                  .map(
                      line ->
                          new OracleDraft.Line(
                              sold.indexOf(line.item),
                              Long.toString(line.quantity),
                              line.price,
                              OracleCart.Off.NOTHING))
                  .toList(),
              fee() == 0 ? null : new OracleDraft.Fee(fee(), plain),
              new OracleCart.Off(0, Integer.toString(percent)),
              isCouponed ? Objects.requireNonNull(coupon).terms : null,
              List.of(
                  new OracleDraft.Tax(
                      new OracleCart.Tax("vat", market.rate, "ALL", Set.of(), Set.of()),
                      Set.of(),
                      Set.of())),
              null,
              market.isInside,
              false));
    }

    long goods() {
      return figures.subtotal().longValueExact() - fee();
    }

    /** The quote that was accepted of it, if one was. */
    private @Nullable Quote accepted() {
      return quotes.stream()
          .filter(quote -> quote.draft == this && quote.stored == QuoteStatus.ACCEPTED)
          .findFirst()
          .orElse(null);
    }

    private List<Line> toBePlaced() {
      var accepted = accepted();
      return accepted == null ? lines : accepted.lines;
    }

    boolean isShort(Line line) {
      return isShort(line.item);
    }

    private boolean isShort(Item item) {
      var wanted =
          toBePlaced().stream().filter(l -> l.item == item).mapToLong(Line::quantity).sum();
      return wanted > 0 && !item.has(wanted);
    }

    /** What was accepted and is on none of its lines. */
    private List<Item> acceptedBesides() {
      return toBePlaced().stream()
          .map(Line::item)
          .distinct()
          .filter(item -> lines.stream().noneMatch(line -> line.item == item))
          .toList();
    }

    /** The code that counts: its own, or that of what was accepted, if it gave anything. */
    @Nullable String codeThatCounts() {
      var accepted = status() == CartStatus.ACCEPTED ? accepted() : null;
      if (accepted == null) {
        return code;
      }
      return accepted.figures.coupon().signum() == 0
          ? null
          : Objects.requireNonNull(accepted.coupon).code;
    }

    boolean hasCouponThatApplies() {
      return hasCouponToUse() && !lines.isEmpty() && goods() >= coupon().terms.minimum();
    }

    /** Whether it may be used, whatever it is used for. */
    private boolean hasCouponToUse() {
      return coupon != null && coupon.isLeftFor(customer);
    }

    private boolean isAcceptedCouponLeft() {
      var accepted = Objects.requireNonNull(accepted());
      return accepted.coupon != null && accepted.coupon.isLeftFor(accepted.customer);
    }

    private Coupon coupon() {
      return Objects.requireNonNull(coupon);
    }

    /** Everything that keeps it from being placed, in order. */
    List<String> blockers() {
      var found = new ArrayList<String>();
      var isSent = !"PICKUP".equals(category);
      var isOutside = country != null && !country.equals(market.country);
      var isAccepted = status() == CartStatus.ACCEPTED;
      when(!isAccepted && lines.isEmpty(), "NO_ITEMS", found);
      when(!hasPhone, "NO_PHONE", found);
      when(service == null, "NO_FULFILMENT", found);
      when(isSent && country == null, "NO_SHIPPING_ADDRESS", found);
      when(isOutside, "ADDRESS_OUTSIDE_MARKET", found);
      when(!hasPayment, "NO_PAYMENT_METHOD", found);
      lines.forEach(
          line -> when(!isAccepted && !line.item.isSold(market), "NOT_SOLD_IN_MARKET", found));
      lines.forEach(line -> when(isShort(line), "OUT_OF_STOCK", found));
      acceptedBesides().forEach(item -> when(isShort(item), "OUT_OF_STOCK", found));
      var isTaken = isAccepted ? isAcceptedCouponLeft() : hasCouponThatApplies();
      when(codeThatCounts() != null && !isTaken, "COUPON_DOES_NOT_APPLY", found);
      when(status() == CartStatus.DRAFT && !isHeld() && isCouponChanged(), "COUPON_CHANGED", found);
      when(status() == CartStatus.DRAFT && isHeld(), "WITH_THE_CUSTOMER", found);
      when(status() != CartStatus.DRAFT && status() != CartStatus.ACCEPTED, "NOT_A_DRAFT", found);
      return found;
    }

    private static void when(boolean applies, String blocker, List<String> found) {
      if (applies) {
        found.add(blocker);
      }
    }
  }

  /** A quote as it should be, with what it took over from its draft. */
  final class Quote {

    static final int FOR_EVER = Integer.MAX_VALUE;

    final String id;
    final Draft draft;
    final int lastDay;
    final List<Line> lines;
    final Market market;
    final Customer customer;
    @Nullable String place;
    final long fee;
    final @Nullable Coupon coupon;
    final DraftFigures figures;
    QuoteStatus stored = QuoteStatus.DRAFT;
    @Nullable Boolean wasAnswered;

    Quote(String id, Draft draft, int lastDay) {
      this.id = id;
      this.draft = draft;
      this.lastDay = lastDay;
      lines = List.copyOf(draft.lines);
      market = draft.market;
      customer = draft.customer;
      place = draft.place();
      fee = draft.fee();
      coupon = draft.coupon;
      figures = draft.figures;
      quotes.add(this);
    }

    QuoteStatus status() {
      var isOpen =
          stored == QuoteStatus.DRAFT || stored.isWithPatient() || stored == QuoteStatus.ACCEPTED;
      return isOpen && day > lastDay ? QuoteStatus.EXPIRED : stored;
    }

    /** Whether its draft is still sold as it says. */
    boolean saysHowItIsSold() {
      return draft.customer.equals(customer)
          && draft.market.equals(market)
          && Objects.equals(draft.place(), place)
          && draft.fee() == fee;
    }
  }

  /** An order as it should be. */
  final class Order {

    final String id;
    final Draft draft;
    final DraftFigures figures;
    final @Nullable Coupon coupon;
    final Market market;
    final long fee;
    final String category;
    final Map<Item, Long> taken = new LinkedHashMap<>();
    String status = "PENDING";
    @Nullable String fulfilment;

    Order(String id, Draft draft, @Nullable Quote accepted) {
      this.id = id;
      this.draft = draft;
      category = Objects.requireNonNull(draft.category);
      market = accepted == null ? draft.market : accepted.market;
      fee = accepted == null ? draft.fee() : accepted.fee;
      figures = accepted == null ? draft.figures : accepted.figures;
      coupon =
          figures.coupon().signum() == 0 ? null : accepted == null ? draft.coupon : accepted.coupon;
      if (coupon != null) {
        coupon.uses.put(this, draft.customer);
      }
      for (var line : accepted == null ? draft.lines : accepted.lines) {
        if (!line.item.policy.equals("UNTRACKED")) {
          taken.merge(line.item, line.quantity, Long::sum);
        }
      }
      taken.forEach((item, quantity) -> item.onHand -= quantity);
      draft.settle(CartStatus.CONVERTED);
      draft.order = this;
      if (accepted != null) {
        accepted.stored = QuoteStatus.CONVERTED;
      }
      orders.add(this);
    }

    boolean isWithTheShop() {
      return fulfilment == null || fulfilment.equals("PREPARING") || fulfilment.equals("FAILED");
    }

    boolean mayBeCancelled() {
      return (status.equals("PENDING") || status.equals("APPROVED")) && isWithTheShop();
    }

    boolean mayReport(String what) {
      return status.equals("APPROVED")
          && switch (what) {
            case "SHIPPED" -> isWithTheShop() && !category.equals("PICKUP");
            case "READY_FOR_PICKUP" -> isWithTheShop() && category.equals("PICKUP");
            default -> !isWithTheShop();
          };
    }

    void cancel() {
      status = "CANCELLED";
      taken.forEach((item, quantity) -> item.onHand += quantity);
      if (coupon != null) {
        coupon.uses.remove(this);
      }
    }
  }

  /** Whether a draft becomes an order if it is placed now. */
  boolean mayBePlaced(Draft draft) {
    if (!draft.isThere()) {
      return false;
    }
    var settled = new ArrayList<>(draft.blockers());
    settled.remove("NO_PHONE");
    return settled.isEmpty();
  }

  /** What time does by itself, once somebody looks: what has run out is stored so. */
  void catchUp(int inactivityDays) {
    for (var draft : drafts) {
      var next = draft.status();
      if (!draft.isDeleted
          && draft.holder != null
          && draft.holder.status() == QuoteStatus.EXPIRED) {
        draft.stored = next;
        draft.holder = null;
      }
    }
    quotes.forEach(quote -> quote.stored = quote.status());
    for (var draft : drafts) {
      var isIdle = draft.holder == null && day - draft.changed >= inactivityDays;
      if (draft.isThere() && draft.stored == CartStatus.DRAFT && isIdle) {
        draft.stored = CartStatus.ABANDONED;
      }
    }
  }

  /** Deletes what nobody has changed for so many days, and says how many that were. */
  long cleanUp(int days) {
    var old =
        drafts.stream()
            .filter(draft -> draft.isThere() && draft.holder == null)
            .filter(draft -> day - draft.changed >= days)
            .toList();
    old.forEach(draft -> draft.isDeleted = true);
    return old.size();
  }
}
