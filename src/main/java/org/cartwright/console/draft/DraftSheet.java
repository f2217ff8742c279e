package org.cartwright.console.draft;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.ShownLine;
import org.cartwright.console.page.FullName;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.stock.StockPolicy;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it stands on its page, as far as it is not just shown as it is.
 *
 * @param customer empty for nobody yet
 * @param isOpen whether what decides its price can be changed
 * @param isNoted whether what decides no price can
 * @param isWithCustomer whether a quote of it is with the customer or waits to be sent
 * @param seen what its forms say was seen
 * @param discount as it stands in its field
 * @param discountMoney what it comes to, and so on; nothing where there is none
 */
record DraftSheet(
    String customer,
    boolean isOpen,
    boolean isNoted,
    boolean isWithCustomer,
    String seen,
    List<ShownLine> lines,
    String discount,
    @Nullable String discountMoney,
    @Nullable String couponMoney,
    @Nullable String fee,
    @Nullable String tax,
    List<Hurdle> hurdles) {

  private static final String KEY = "blocker.";

  /**
   * Something that keeps it from being placed.
   *
   * @param key of its text
   * @param what the line it is about; empty if it is about none
   * @param place where on the page it is overcome
   */
  record Hurdle(String key, String what, String place) {}

  /** Whether there is no phone number to be confirmed; also for the template. */
  public boolean lacksPhone() {
    return hurdles.stream().anyMatch(hurdle -> hurdle.key().equals(KEY + BlockerCode.NO_PHONE));
  }

  static DraftSheet of(DraftDetail draft, Tenant tenant) {
    var currency = Currency.getInstance(draft.currency());
    var figures = tenant.figures(currency);
    var isHeld =
        draft.blockers().stream().anyMatch(it -> it.code() == BlockerCode.WITH_THE_CUSTOMER);
    return new DraftSheet(
        customer(draft),
        draft.status() == CartStatus.DRAFT && !isHeld,
        draft.status() == CartStatus.DRAFT || draft.status() == CartStatus.ACCEPTED,
        isHeld,
        DraftSight.of(draft).text(),
        draft.items().stream().map(line -> shown(line, currency, tenant)).toList(),
        new TypedFigures(tenant.locale(), currency)
            .shown(draft.discountPercentage(), draft.discountAmount()),
        money(-draft.discountAmount(), figures),
        money(-draft.couponDiscountAmount(), figures),
        money(draft.fee(), figures),
        money(draft.taxAmount(), figures),
        hurdles(draft));
  }

  /** Who buys; empty for nobody yet. */
  static String customer(DraftDetail draft) {
    var customer = draft.customer();
    return customer == null ? "" : FullName.of(customer.firstName(), customer.lastName());
  }

  private static ShownLine shown(DraftItem line, Currency currency, Tenant tenant) {
    var stock = line.availability();
    return ShownLine.of(
        DraftSight.line(line),
        line.options() == null ? "" : line.options(),
        stock == null || stock.policy() == StockPolicy.UNTRACKED
            ? ""
            : number(stock.available(), currency, tenant),
        stock != null && stock.isShort(),
        currency,
        tenant);
  }

  private static String number(BigDecimal number, Currency currency, Tenant tenant) {
    return tenant.figures(currency).number(number.max(BigDecimal.ZERO));
  }

  private static @Nullable String money(long amount, MoneyFormat figures) {
    return amount == 0 ? null : figures.money(amount);
  }

  private static List<Hurdle> hurdles(DraftDetail draft) {
    return draft.blockers().stream()
        .map(
            blocker ->
                new Hurdle(
                    key(blocker.code(), draft.status()),
                    draft.items().stream()
                        .filter(line -> line.id().equals(blocker.itemId()))
                        .map(line -> DraftSight.line(line).name())
                        .findFirst()
                        .orElse(""),
                    blocker.itemId() == null ? place(blocker.code()) : "row-" + blocker.itemId()))
        .toList();
  }

  /** Of what was accepted nothing can be changed, so something else helps. */
  private static String key(BlockerCode code, CartStatus status) {
    var isOfTheAccepted =
        code == BlockerCode.COUPON_DOES_NOT_APPLY && status == CartStatus.ACCEPTED;
    return KEY + code + (isOfTheAccepted ? ".accepted" : "");
  }

  private static String place(BlockerCode code) {
    return switch (code) {
      case NO_ITEMS -> "find";
      case NO_CUSTOMER -> "customer";
      case NO_PHONE -> "contact";
      case NO_FULFILMENT, SERVICE_WITHDRAWN, NO_PAYMENT_METHOD -> "delivery";
      case NO_SHIPPING_ADDRESS, NO_BILLING_ADDRESS, ADDRESS_OUTSIDE_MARKET -> "addresses";
      case COUPON_DOES_NOT_APPLY, COUPON_CHANGED -> "coupon";
      case NOT_SOLD_IN_MARKET, ITEM_WITHDRAWN, OUT_OF_STOCK, WITH_THE_CUSTOMER, NOT_A_DRAFT ->
          "lines";
    };
  }
}
