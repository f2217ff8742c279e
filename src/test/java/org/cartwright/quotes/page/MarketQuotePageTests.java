package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a customer sees of a quote that is sold in a market, on the page and on paper. */
@CartwrightTest
class MarketQuotePageTests {

  private static final Pattern SUMS =
      Pattern.compile("<dl class=\"sums\">(.*?)</dl>", Pattern.DOTALL);

  @Autowired private Clinics clinics;
  private SentQuote offers;
  private Visitor visitor;

  @BeforeEach
  void somebodyHasABrowser() {
    offers = new SentQuote(clinics);
    visitor = new Visitor(clinics.nobody());
  }

  /** Two shirts in a market with a tax of 20 % and a coupon of ten percent, brought for 4.99. */
  private SentQuote.Offer offer(Shop shop, AnyBody more) {
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 20))
        .ok();
    shop.api().post("/orders/coupons", body().with("code", "TEN").with("percentage", 10)).ok();
    var email = "buyer-" + shop.clinic().id() + "@mail.example";
    var customer = shop.clinic().patient(aPatient("Jane", "Doe").email(email));
    var draft =
        shop.draft(
            body()
                .with("customerId", customer)
                .with("fulfilment", body().with("serviceId", shop.service("SHIPPING", "Post", 499)))
                .with("items", list(line(shop.item("Shirt", 1999)).quantity(2)))
                .and(more));
    var desk = QuoteDesk.of(shop.clinic());
    var quote =
        shop.api()
            .post(
                "/billing/quote",
                aQuote(customer, draft.at("/id"))
                    .by(desk.provider())
                    .with("requiresPatientVerification", false))
            .ok();
    return offers.sent(desk, quote, email);
  }

  private Shop shop(String currency, String country, boolean inclusive) {
    var clinic = clinics.open("UTC", currency, "en-US");
    return new Shop(clinic, Shop.market(clinic, "M", currency, country, inclusive));
  }

  /** The foot of the page as one reads it. */
  private static String sums(Answer page) {
    var found = SUMS.matcher(page.text());
    assertThat(found.find()).as(page.text()).isTrue();
    return found.group(1).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
  }

  private String printed(SentQuote.Offer offer) throws IOException {
    var file = offer.desk().api().file(QuoteDesk.path(offer.quote()) + "/quote.pdf");
    try (var pdf = Loader.loadPDF(file.body())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void taxesInsideStandUnderTheTotalAndDiscountAndCouponApart() throws IOException {
    var offer =
        offer(
            shop("GBP", "GB", true), body().with("discountAmount", 500).with("couponCode", "ten"));

    var page = visitor.get(offer.path()).ok();

    assertThat(sums(page))
        .isEqualTo(
            "Subtotal £44.97 Discount -£5.00 Coupon ten -£3.50 Total £36.47 Tax included £6.08");
    assertThat(printed(offer))
        .contains(
            """
            Subtotal £44.97
            Discount -£5.00
            Coupon ten -£3.50
            Total £36.47
            Tax included £6.08""");
    visitor.answer(offer.path(), page, "accept", "");
    assertThat(offer.acceptance().at("/sha256")).isEqualTo(Visitor.hidden(page, "shown"));
    assertThat(offer.acceptance().at("/verified")).isEqualTo("true");
    assertThat(sums(visitor.get(offer.path()).ok())).isEqualTo(sums(page));
  }

  @Test
  void taxesOnTopStandAboveTheTotal() throws IOException {
    var offer = offer(shop("EUR", "DE", false), body().with("couponCode", "TEN"));

    assertThat(sums(visitor.get(offer.path()).ok()))
        .isEqualTo("Subtotal €44.97 Coupon TEN -€4.00 Tax €8.20 Total €49.17");
    assertThat(printed(offer))
        .contains(
            """
            Subtotal €44.97
            Coupon TEN -€4.00
            Tax €8.20
            Total €49.17""")
        .doesNotContain("Discount -");
  }

  @Test
  void aCouponThatGivesNothingIsNotMentioned() throws IOException {
    var offer =
        offer(
            shop("EUR", "DE", false),
            body().with("discountAmount", 500).with("couponCode", "NONE"));

    assertThat(sums(visitor.get(offer.path()).ok()))
        .isEqualTo("Subtotal €44.97 Discount -€5.00 Tax €8.00 Total €47.97");
    assertThat(printed(offer)).contains("Discount -€5.00").doesNotContain("Coupon");
  }
}
