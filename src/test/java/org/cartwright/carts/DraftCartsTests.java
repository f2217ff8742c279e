package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.cartwright.testing.bodies.Bodies.aTax;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.charges.Charges;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.Sale;
import org.cartwright.lines.SaleTerms;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.pricing.PriceSource;
import org.cartwright.pricing.amounts.Cents;
import org.cartwright.pricing.amounts.Quantity;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.quotes.AcceptedDrafts;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Carts that are sold in a market, through the door of draft orders and over HTTP. */
@CartwrightTest
class DraftCartsTests {

  private static final Currency DOLLARS = Currency.getInstance("USD");
  private static final Currency YEN = Currency.getInstance("JPY");

  @Autowired private Clinics clinics;
  @Autowired private DraftCarts drafts;
  @Autowired private AcceptedDrafts acceptedDrafts;
  @Autowired private Charges charges;
  @Autowired private Clock clock;
  @Autowired private Statements statements;
  @Autowired private PlatformTransactionManager transactions;

  private QuoteDesk desk;
  private Clinic clinic;
  private String patient;

  @BeforeEach
  void openAShop() {
    clinic = clinics.open();
    desk = QuoteDesk.of(clinic);
    patient = desk.patient();
    market("us", "USD", false);
    market("uk", "GBP", true);
    market("jp", "JPY", false);
    tax("us", aTax("Sales tax").percentage("8.25"));
    tax("us", aTax("City tax").percentage(1).with("postalCodes", list("941*")));
    tax("uk", aTax("VAT").percentage(20));
    item("mug", 1250, price("us", 1250), price("uk", 1000));
    item("express", 4500, price("us", 4500), price("uk", 600));
    item("tea", 300, price("jp", 400));
    put(
        "/orders/items/mug/tiers",
        body()
            .with(
                "tiers",
                list(
                    body().with("marketId", "us").with("fromQuantity", 10).with("percentOff", 5),
                    body()
                        .with("marketId", "us")
                        .with("fromQuantity", 50)
                        .with("unitPrice", 990))));
    clinic
        .api()
        .post(
            "/orders/coupons",
            body()
                .with("code", "CORP50")
                .with("percentage", 10)
                .with(
                    "minimumSubtotals", list(body().with("currency", "USD").with("amount", 20000))))
        .ok();
  }

  @Test
  void fiftyMugsCostToTheCentWhatTheyShould() {
    var cart = fiftyMugs();

    assertThat(figures(cart)).isEqualTo(List.of(54_000L, 6300L, 3935L, 51_635L));
    assertThat(cart.at("/items/1/itemId")).isEqualTo("express");
    var explained = clinic.api().get(path(cart) + "/explanation").ok();
    assertThat(explained.number("/lines/0/tierFrom")).isEqualTo(50);
    assertThat(explained.at("/lines/0/priceSource")).isEqualTo("TIER");
    assertThat(explained.number("/lines/0/couponShare")).isEqualTo(4800);
    assertThat(explained.number("/lines/0/taxable")).isEqualTo(43_200);
    assertThat(explained.at("/coupon/code")).isEqualTo("CORP50");
    assertThat(explained.number("/coupon/rounded")).isEqualTo(4800);
    assertThat(explained.number("/discount/base")).isEqualTo(49_500);
    assertThat(explained.number("/discount/rounded")).isEqualTo(1500);
    assertThat(explained.number("/fee")).isEqualTo(4500);
  }

  @Test
  void whatWasReadAndIsSentBackChangesNothing() {
    var cart = fiftyMugs();

    var again = clinic.api().put(path(cart), ServedCart.sentBack(cart).toString()).ok();

    assertThat(again.text()).isEqualTo(cart.text());
  }

  @Test
  void aQuantityBelowTheThresholdTakesTheTierAndTheCouponBack() {
    var cart = fiftyMugs();

    var fewer = put(linePath(cart, 0), line().quantity(9));

    assertThat(fewer.number("/items/0/unitPrice")).isEqualTo(1250);
    assertThat(figures(fewer)).isEqualTo(List.of(15_750L, 1500L, 1175L, 15_425L));
  }

  @Test
  void theFeeIsNoBusinessOfCartOperations() {
    var cart = fiftyMugs();
    var sentence = "{\"detail\":\"The fee follows from how the order is fulfilled";

    assertThat(clinic.api().put(linePath(cart, 1), line().notes("soon")).refused(409).text())
        .startsWith(sentence);
    assertThat(clinic.api().delete(linePath(cart, 1)).refused(409).text()).startsWith(sentence);
    var dearer = ServedCart.sentBack(cart);
    ((ObjectNode) dearer.at("/items/1")).put("unitPrice", 1);
    assertThat(clinic.api().put(path(cart), dearer.toString()).refused(409).text())
        .startsWith(sentence);
    var leftOut = ServedCart.sentBack(cart);
    leftOut.withArray("/items").remove(1);
    assertThat(clinic.api().put(path(cart), leftOut.toString()).ok().text()).isEqualTo(cart.text());
  }

  @Test
  void aDraftOrderIsNotConvertedButPlaced() {
    var cart = fiftyMugs();

    assertThat(
            clinic
                .api()
                .post(path(cart) + "/convert-to-charge", body().with("cartId", cart.at("/id")))
                .refused(409)
                .text())
        .isEqualTo(
            "{\"detail\":\"The cart is a draft order and becomes a charge by being placed.\"}");

    var charge =
        changed(
            cart,
            draft -> {
              var opened = charges.open(draft.bill("order", clock.instant()));
              draft.convert(opened.id(), clock.instant());
              return opened;
            });
    assertThat(charge.total()).isEqualTo(51_635);
    assertThat(charge.items().getFirst().discountAmount()).isEqualTo(6300);
    assertThat(clinic.api().get(path(cart)).ok().at("/convertedChargeId")).isEqualTo(charge.id());
    assertThatExceptionOfType(CartRefusal.class)
        .isThrownBy(() -> changed(cart, draft -> draft.bill(null, clock.instant())))
        .withMessageContaining(charge.id());
  }

  @Test
  void itsQuoteIsAcceptedAndPlacedWithTheFiguresThatWereAccepted() {
    var cart = fiftyMugs();
    var quote = desk.quote(cart);
    assertThat(figures(quote)).isEqualTo(figures(cart));
    var dearer =
        clinic.api().put(QuoteDesk.path(quote) + "/items/mug", line().unitPrice(1000)).ok();
    assertThat(dearer.number("/total")).isEqualTo(52_122);
    clinic.api().put(QuoteDesk.path(quote) + "/items/express", line().unitPrice(1)).refused(409);
    desk.send(quote).ok();
    desk.answer(quote, "accept").ok();
    desk.convert(quote).refused(409);
    clinic
        .api()
        .post(path(cart) + "/convert-to-charge", body().with("cartId", cart.at("/id")))
        .refused(409);
    assertThat(clinic.api().get(QuoteDesk.path(quote) + "/acceptance").ok().at("/content"))
        .contains("\"couponCode\":\"CORP50\"", "\"taxesIncluded\":false", "\"version\":3");

    var total =
        changed(
            cart,
            draft -> {
              var now = clock.instant();
              var id = draft.acceptedQuote(now).orElseThrow();
              assertThatIllegalStateException().isThrownBy(() -> draft.bill(null, now));
              var accepted = acceptedDrafts.of(draft, id, "order", now);
              var charge = charges.open(accepted.bill());
              acceptedDrafts.convert(draft, id, charge.id(), now);
              return charge.total();
            });

    assertThat(total).isEqualTo(52_122);
    assertThat(desk.read(quote).at("/status")).isEqualTo("CONVERTED");
    assertThat(clinic.api().get(path(cart)).ok().at("/status")).isEqualTo("CONVERTED");
  }

  @Test
  void taxesInsideAreChargedOnceAndPapersSayWhatOfTheTotalTheyAre() throws IOException {
    var cart = draft("uk", "GBP", TaxMode.INCLUSIVE);
    var mugs = add(cart, "mug", 3);

    assertThat(figures(mugs)).isEqualTo(List.of(3000L, 0L, 500L, 3000L));
    assertThat(clinic.api().get(path(cart) + "/explanation").ok().at("/taxesIncluded"))
        .isEqualTo("true");
    var charge = changed(cart, draft -> charges.open(draft.bill(null, clock.instant())));
    assertThat(charge.total()).isEqualTo(3000);
    assertThat(charge.items().getFirst().taxAmount()).isEqualTo(500);

    var quote = desk.quote(mugs);
    assertThat(printed(QuoteDesk.path(quote) + "/quote.pdf"))
        .containsPattern("Subtotal £30.00\\s+Total £30.00\\s+Tax included £5.00");
    var paid =
        clinic
            .api()
            .post(
                "/billing/payment/cash/create?payment_medium=CASH",
                clinic.api().get("/billing/charge/get/" + charge.id()).ok().text())
            .ok();
    assertThat(printed("/billing/payment/" + paid.at("/id") + "/receipt.pdf"))
        .containsPattern("Total £30.00\\s+VAT 20 % included £5.00\\s+Paid £30.00");
  }

  @Test
  void theAddressDecidesAboutTaxesAtOnce() {
    var cart = add(draft("us", "USD", TaxMode.EXCLUSIVE), "mug", 1);
    assertThat(cart.number("/taxAmount")).isEqualTo(103);

    sell(
        cart,
        DOLLARS,
        new SaleTerms("us", TaxMode.EXCLUSIVE, "US", "CA", "94 107", false, null),
        false);
    assertThat(read(cart).number("/taxAmount")).isEqualTo(116); // 103.125 and 12.5

    sell(
        cart, DOLLARS, new SaleTerms("us", TaxMode.EXCLUSIVE, null, null, null, true, null), false);
    assertThat(figures(read(cart))).isEqualTo(List.of(1250L, 0L, 0L, 1250L));
  }

  @Test
  void amountsThatWereNamedInAnotherCurrencyHaveToBeConfirmed() {
    var cart = add(draft("us", "USD", TaxMode.EXCLUSIVE), "mug", 1);
    put(linePath(cart, 0), line().unitPrice(1100));
    var before = read(cart).text();
    var yen = SaleTerms.in("jp", TaxMode.EXCLUSIVE);

    assertThatExceptionOfType(CartRefusal.class)
        .isThrownBy(() -> sell(cart, YEN, yen, false))
        .withMessageStartingWith("Prices or discounts on the cart were named in USD");
    assertThat(read(cart).text()).isEqualTo(before);

    sell(cart, YEN, yen, true);
    assertThat(read(cart).number("/total")).isEqualTo(1100);
    assertThat(changed(cart, DraftCart::sale).currency()).isEqualTo(YEN);
  }

  @Test
  void whatTheMarketDoesNotSellIsNotAddedAndCostsNothingWhereItStays() {
    var cart = add(draft("us", "USD", TaxMode.EXCLUSIVE), "mug", 1);

    assertThat(clinic.api().post(path(cart) + "/items", line("tea")).violation())
        .isEqualTo("[body, itemId] value_error");
    assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> charge(cart, "tea"));

    sell(cart, YEN, SaleTerms.in("jp", TaxMode.EXCLUSIVE), false);
    assertThat(read(cart).number("/items/0/unitPrice")).isZero();
  }

  @Test
  void aLineKnowsItsTierWhenItIsReadAgain() {
    var cart = add(draft("us", "USD", TaxMode.EXCLUSIVE), "mug", 12);

    var line = changed(cart, draft -> draft.items().lines().getFirst());

    assertThat(line)
        .returns(PriceSource.TIER, LineItem::priceSource)
        .returns(Quantity.of(10), LineItem::tierFrom)
        .returns(new Cents(1188), LineItem::unitPrice);
  }

  @Test
  void aDuplicateIsSoldOnTheSameTermsAndForSomebodyElseInTheMarketWithTheCoupon() {
    var cart = fiftyMugs();

    var copy = clinic.api().post(path(cart) + "/duplicate", body()).ok();
    assertThat(figures(copy)).isEqualTo(figures(cart));
    assertThat(changed(copy, DraftCart::sale)).isEqualTo(changed(cart, DraftCart::sale));

    var body = body().with("patientId", clinic.patient());
    var theirs = clinic.api().post(path(cart) + "/duplicate", body).ok();
    assertThat(theirs.number("/discountAmount")).isEqualTo(6300);
    assertThat(changed(theirs, DraftCart::sale).terms())
        .isEqualTo(SaleTerms.in("us", TaxMode.EXCLUSIVE).under("CORP50"));
  }

  @Test
  void itsCustomerIsNotChangedAsThatOfACart() {
    var cart = fiftyMugs();

    clinic
        .api()
        .put(path(cart), ServedCart.sentBackWith(cart, body().with("patientId", clinic.patient())))
        .refused(409);
  }

  @Test
  void aCartWithoutAMarketOrOfAnotherClinicIsNotThere() {
    var cart = clinic.cart(patient, line("mug"));
    var draft = draft("us", "USD", TaxMode.EXCLUSIVE);
    var other = clinics.open();

    assertThat(within(clinic, () -> drafts.lock(cart.at("/id")))).isEmpty();
    assertThat(within(clinic, () -> drafts.find("nope"))).isEmpty();
    assertThat(within(clinic, () -> drafts.find(draft.at("/id")))).isPresent();
    assertThat(within(other, () -> drafts.lock(draft.at("/id")))).isEmpty();
    assertThat(within(other, () -> drafts.find(draft.at("/id")))).isEmpty();
  }

  @Test
  void aLineChangesInAsManyStatementsAsOnACartAndOneForTheCoupon() {
    var plain = clinic.cart(patient, line("mug"));
    var draft = add(draft("us", "USD", TaxMode.EXCLUSIVE), "mug", 1);
    var couponed = fiftyMugs();

    var budget = statements.during(() -> put(linePath(plain, 0), line().quantity(2)));

    assertThat(budget).isLessThanOrEqualTo(11);
    assertThat(statements.during(() -> put(linePath(draft, 0), line().quantity(2))))
        .isEqualTo(budget);
    assertThat(statements.during(() -> put(linePath(couponed, 0), line().quantity(51))))
        .isEqualTo(budget + 1);
  }

  private String printed(String path) throws IOException {
    try (var pdf = Loader.loadPDF(clinic.api().file(path).body())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  /** The example: tiers, 15.00 off, a coupon of 10 % from 200.00, and express. */
  private Answer fiftyMugs() {
    var cart = draft("us", "USD", TaxMode.EXCLUSIVE);
    add(cart, "mug", 50);
    put(path(cart), ServedCart.sentBackWith(read(cart), body().with("discountAmount", 1500)));
    sell(
        cart,
        DOLLARS,
        new SaleTerms("us", TaxMode.EXCLUSIVE, "US", "NV", "89501", false, "CORP50"),
        false);
    charge(cart, "express");
    return read(cart);
  }

  private Answer draft(String market, String currency, TaxMode mode) {
    var sale = new Sale(Currency.getInstance(currency), patient, null, SaleTerms.in(market, mode));
    var id = within(clinic, () -> drafts.open(null, sale, desk.provider(), clock.instant()).id());
    return clinic.api().get("/billing/cart/" + id).ok();
  }

  private void sell(Answer cart, Currency currency, SaleTerms terms, boolean isConfirmed) {
    changed(
        cart,
        draft -> {
          var sale = new Sale(currency, patient, null, terms);
          draft.sell(sale, isConfirmed, clock.instant());
          return draft.id();
        });
  }

  private void charge(Answer cart, String item) {
    changed(
        cart,
        draft -> {
          draft.changeFee(item, clock.instant());
          return draft.id();
        });
  }

  private <T> T changed(Answer cart, Function<DraftCart, T> change) {
    return within(
        clinic,
        () -> {
          var draft = drafts.lock(cart.at("/id")).orElseThrow();
          var answer = change.apply(draft);
          drafts.write(draft, clock.instant());
          return answer;
        });
  }

  private <T> T within(Clinic whose, Supplier<T> work) {
    return CurrentTenant.call(
        whose.id(),
        () ->
            Optional.ofNullable(new TransactionTemplate(transactions).execute(status -> work.get()))
                .orElseThrow());
  }

  private Answer add(Answer cart, String item, int quantity) {
    return clinic.api().post(path(cart) + "/items", line(item).quantity(quantity)).ok();
  }

  private Answer read(Answer cart) {
    return ServedCart.read(clinic, cart);
  }

  private Answer put(String path, Body<?> body) {
    return put(path, body.toString());
  }

  private Answer put(String path, String body) {
    return clinic.api().put(path, body).ok();
  }

  private static String path(Answer cart) {
    return ServedCart.path(cart);
  }

  private static String linePath(Answer cart, int line) {
    return ServedCart.linePath(cart, line);
  }

  private static List<Long> figures(Answer document) {
    return List.of(
        document.number("/subtotal"),
        document.number("/discountAmount"),
        document.number("/taxAmount"),
        document.number("/total"));
  }

  private void market(String id, String currency, boolean isInside) {
    clinic
        .api()
        .post(
            "/orders/markets",
            body()
                .with("id", id)
                .with("code", id)
                .with("name", id)
                .with("countries", list("US"))
                .with("currency", currency)
                .with("pricesIncludeTax", isInside))
        .ok();
  }

  private void tax(String market, Body<?> body) {
    clinic.api().post("/orders/markets/" + market + "/taxes", body).ok();
  }

  private void item(String id, long price, AnyBody... prices) {
    clinic.item(anItem(id).id(id).price(price));
    put("/orders/items/" + id + "/prices", body().with("prices", prices));
  }

  private static AnyBody price(String market, long price) {
    return body().with("marketId", market).with("price", price);
  }
}
