package org.cartwright.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.cartwright.carts.DraftCart;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.lines.GoodsWish;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftUpdate;
import org.cartwright.orders.api.DraftWrite;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.errors.Violation;
import org.cartwright.pricing.taxes.TaxPlace;
import org.cartwright.tenancy.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a request what the draft is to be, and finds out everything that cannot be. */
@Component
class DraftWishes {

  private static final Violation EXPIRED =
      Violation.inBody("the draft would be expired already", "expiresDate");

  private final Markets markets;
  private final DraftCustomers customers;
  private final DraftServices services;
  private final Deadlines deadlines;

  DraftWishes(
      Markets markets, DraftCustomers customers, DraftServices services, Deadlines deadlines) {
    this.markets = markets;
    this.customers = customers;
    this.services = services;
    this.deadlines = deadlines;
  }

  /** Where it is sold, to whom, and what of that is new. */
  private record Basis(
      MarketTerms market,
      DraftCustomers.@Nullable Named customer,
      @Nullable Address newShipping,
      @Nullable Address newBilling) {}

  /** Of a new draft; nothing if there is no market for it, which then is all that is told. */
  @Nullable DraftWish first(DraftWrite wanted, Instant now, List<Violation> found) {
    var market = market(wanted.marketId(), found);
    if (market == null) {
      return null;
    }
    var customer = customers.named(wanted.customerId(), wanted.customer(), null, found);
    return whole(wanted, market, customer, null, null, now, found);
  }

  /** Of a draft of which everything is said anew. */
  DraftWish whole(
      DraftCart cart,
      DraftOrder.Details present,
      DraftWrite wanted,
      Instant now,
      List<Violation> found) {
    var market = marketOf(cart, wanted.marketId(), found);
    var customer = customers.named(wanted.customerId(), wanted.customer(), cart.sale(), found);
    return whole(wanted, market, customer, cart, present, now, found);
  }

  private DraftWish whole(
      DraftWrite wanted,
      MarketTerms market,
      DraftCustomers.@Nullable Named customer,
      @Nullable DraftCart cart,
      DraftOrder.@Nullable Details present,
      Instant now,
      List<Violation> found) {
    var basis = basis(market, customer, wanted.shippingAddress(), wanted.billingAddress(), present);
    var asked = services.chosen(wanted.fulfilment(), market, present, found);
    var settled =
        cart == null
                || present == null
                || cart.isChangeable(now)
                || !DraftServices.isAsItIs(wanted.fulfilment(), present)
            ? null
            : present;
    var chosen = settled == null ? asked : asked.as(settled.category());
    var contact = wanted.contact() == null ? contactOf(customer) : wanted.contact();
    var details =
        new DraftOrder.Details(
            contact,
            wanted.shippingAddress(),
            wanted.billingAddress(),
            wanted.billingSameAsShipping(),
            chosen.category(),
            chosen.serviceId(),
            wanted.paymentMethod(),
            wanted.internalNote());
    checkAddresses(basis, found);
    var expires =
        deadlines.ahead(
            wanted.expiresDate(), cart == null ? null : cart.expiresDate(), now, EXPIRED, found);
    return new DraftWish(
        sale(
            basis,
            settled == null || isSentElsewhere(settled, wanted.shippingAddress())
                ? chosen.place(wanted.shippingAddress())
                : place(Objects.requireNonNull(cart)),
            wanted.taxExempt(),
            wanted.couponCode()),
        details,
        settled == null ? chosen.feeItemId() : Objects.requireNonNull(cart).feeItemId(),
        false,
        expires,
        new GoodsWish(
            wanted.items().stream().map(CartItemCreate::wanted).toList(),
            wanted.discount()::replace),
        false,
        wanted.confirmPrices());
  }

  /** Whether goods that get to the customer as they do are to go somewhere else. */
  private static boolean isSentElsewhere(DraftOrder.Details present, @Nullable Address shipping) {
    return present.category() != FulfilmentCategory.PICKUP
        && !Objects.equals(shipping, present.shipping());
  }

  private static TaxPlace place(DraftCart cart) {
    return Objects.requireNonNull(cart.sale().terms()).place();
  }

  /**
   * Of a draft of which only some parts are to change. As long as none of them decides a price, it
   * is sold as it is, wherever the outlet of its service may be by now; and of what is settled
   * nothing is asked again that is not named.
   */
  DraftWish changed(
      DraftCart cart,
      DraftOrder.Details present,
      DraftUpdate update,
      Instant now,
      List<Violation> found) {
    var given = update.given();
    var sale = cart.sale();
    var terms = Objects.requireNonNull(sale.terms());
    var market = marketOf(cart, update.marketId(), found);
    var customer =
        given.has("customerId") || given.has("customer")
            ? customers.named(update.customerId(), update.customer(), sale, found)
            : customers.present(sale);
    var basis = basis(market, customer, update.shippingAddress(), update.billingAddress(), present);
    var shipping = given.has("shippingAddress") ? update.shippingAddress() : present.shipping();
    var there =
        sale(
            basis,
            terms.place(),
            given.has("taxExempt") ? Boolean.TRUE.equals(update.taxExempt()) : terms.taxExempt(),
            given.has("couponCode") ? update.couponCode() : terms.couponCode());
    var goods = new GoodsWish(lines(update), update.discount());
    var isChangeable = cart.isChangeable(now);
    var isChosenAnew =
        given.has("fulfilment")
            && (isChangeable || !DraftServices.isAsItIs(update.fulfilment(), present));
    var isCouponPutOn = isChangeable && update.couponCode() != null;
    var isPriced =
        isChosenAnew
            || (isChangeable
                ? isCouponPutOn
                    || goods.isAny()
                    || !Objects.equals(shipping, present.shipping())
                    || !there.equals(sale)
                : isSentElsewhere(present, shipping));
    var chosen =
        isChosenAnew
            ? services.chosen(update.fulfilment(), market, present, found)
            : isChangeable
                ? services.present(present, market.id())
                : services.present(present, market.id()).as(present.category());
    var details =
        new DraftOrder.Details(
            contact(update, remaining(present.contact(), sale, customer), customer),
            shipping,
            given.has("billingAddress") ? update.billingAddress() : present.billing(),
            given.has("billingSameAsShipping")
                ? !Boolean.FALSE.equals(update.billingSameAsShipping())
                : present.billingSameAsShipping(),
            isPriced ? chosen.category() : present.category(),
            chosen.serviceId(),
            given.has("paymentMethod") ? update.paymentMethod() : present.paymentMethod(),
            given.has("internalNote") ? update.internalNote() : present.internalNote());
    checkAddresses(basis, found);
    var expires =
        given.has("expiresDate")
            ? deadlines.ahead(update.expiresDate(), cart.expiresDate(), now, EXPIRED, found)
            : cart.expiresDate();
    return new DraftWish(
        isPriced ? there.at(chosen.place(shipping)) : there,
        details,
        isChosenAnew || !market.id().equals(terms.marketId())
            ? chosen.feeItemId()
            : cart.feeItemId(),
        isChosenAnew,
        expires,
        goods,
        isCouponPutOn,
        update.confirmPrices());
  }

  private static @Nullable List<NewLine> lines(DraftUpdate update) {
    if (!update.given().has("items")) {
      return null;
    }
    return update.items() == null
        ? List.of()
        : update.items().stream().map(CartItemCreate::wanted).toList();
  }

  private static Sale sale(
      Basis basis, TaxPlace place, boolean taxExempt, @Nullable String couponCode) {
    var market = basis.market;
    return new Sale(
        market.currency(),
        basis.customer == null ? null : basis.customer.id(),
        basis.customer == null ? null : basis.customer.location(),
        new SaleTerms(
            market.id(),
            market.taxMode(),
            place.country(),
            place.region(),
            place.postalCode(),
            taxExempt,
            couponCode));
  }

  private @Nullable MarketTerms market(@Nullable String wanted, List<Violation> found) {
    var market = wanted == null ? markets.findDefault() : markets.named(wanted);
    if (market.isEmpty()) {
      found.add(
          Violation.inBody(
              wanted == null ? "there is no market yet; make one first" : "there is no such market",
              "marketId"));
      return null;
    }
    return markets.use(market.get().id());
  }

  private MarketTerms marketOf(DraftCart cart, @Nullable String wanted, List<Violation> found) {
    Supplier<MarketTerms> present =
        () -> markets.find(Objects.requireNonNull(cart.sale().marketId())).orElseThrow();
    if (wanted == null) {
      return present.get();
    }
    var market = present.get();
    if (wanted.equals(market.id()) || (wanted.equals(market.code()) && isMeant(market))) {
      return market;
    }
    var next = market(wanted, found);
    return next == null ? market : next;
  }

  /** Whether its code names it still: that of an archived one may be another's by now. */
  private boolean isMeant(MarketTerms market) {
    return !market.isArchived() || markets.named(market.code()).isEmpty();
  }

  private static Contact contact(
      DraftUpdate update, Contact present, DraftCustomers.@Nullable Named customer) {
    if (update.given().has("contact")) {
      return update.contact() == null ? Contact.NONE : update.contact().over(present);
    }
    var isNamedNow = update.given().has("customerId") || update.given().has("customer");
    return isNamedNow && present.equals(Contact.NONE) ? contactOf(customer) : present;
  }

  /** A contact that was the own one of whom it was sold to before goes with them. */
  private Contact remaining(Contact present, Sale before, DraftCustomers.@Nullable Named customer) {
    var former = before.patientId();
    if (former == null || (customer != null && former.equals(customer.id()))) {
      return present;
    }
    return present.equals(customers.contact(former)) ? Contact.NONE : present;
  }

  private static Contact contactOf(DraftCustomers.@Nullable Named customer) {
    return customer == null ? Contact.NONE : customer.contact();
  }

  /** What stands on the draft already is not complained about again. */
  private static Basis basis(
      MarketTerms market,
      DraftCustomers.@Nullable Named customer,
      @Nullable Address shipping,
      @Nullable Address billing,
      DraftOrder.@Nullable Details present) {
    return new Basis(
        market,
        customer,
        present != null && Objects.equals(shipping, present.shipping()) ? null : shipping,
        present != null && Objects.equals(billing, present.billing()) ? null : billing);
  }

  private static void checkAddresses(Basis basis, List<Violation> found) {
    checkAddress(basis, basis.newShipping, "shippingAddress", found);
    checkAddress(basis, basis.newBilling, "billingAddress", found);
  }

  private static void checkAddress(
      Basis basis, @Nullable Address address, String field, List<Violation> found) {
    if (address != null && !basis.market.deliversTo(address.country())) {
      found.add(
          Violation.inBody(
              Sentence.of("this is in none of the countries of the market %s", basis.market.name()),
              field,
              "country"));
    }
  }
}
