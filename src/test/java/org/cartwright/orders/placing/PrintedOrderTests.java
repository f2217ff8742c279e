package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.orders.Shop;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Confirmations of orders are printed, and their text is read back. */
@CartwrightTest
class PrintedOrderTests {

  @Autowired private Clinics clinics;

  private static String printed(OrderDesk desk, Answer order) {
    var file = desk.api().file(OrderDesk.path(order) + "/confirmation.pdf");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"order-ORD-000000000001.pdf\"");
    try (var pdf = Loader.loadPDF(file.body())) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aConfirmationSaysWhatWasAgreedWithTaxesOnTop() {
    var desk = OrderDesk.open(clinics);
    desk.coupon("CORP50", body());
    var shirt = desk.shop().item("Shirt <b>&", 59000);
    var order =
        desk.place(
                desk.draft(
                    desk.order(shirt, 2)
                        .with("couponCode", "CORP50")
                        .with("discountAmount", 1000)
                        .with("internalNote", "Haggles")))
            .ok();

    assertThat(printed(desk, order))
        .contains("Order confirmation", "#ORD-000000000001", "Rahim Uddin", OrderDesk.PHONE)
        .contains("rahim@mail.example", "12 Motijheel", "Dhaka, 1000", "Bangladesh")
        .contains("Delivery, Rider", "Cash on delivery")
        .contains("Shirt <b>& 2 BDT 590.00 BDT 157.95 BDT 1,180.00")
        .contains(
            """
            Goods BDT 1,180.00
            Discount -BDT 10.00
            Coupon CORP50 -BDT 117.00
            Rider BDT 60.00
            Tax BDT 166.95
            Total BDT 1,279.95""")
        .doesNotContain("Haggles", "Tax included", "Billing address");
  }

  @Test
  void aConfirmationSaysWhatTaxesAreInside() {
    var clinic = clinics.open("UTC", "BDT", "en-US");
    var shop = new Shop(clinic, Shop.market(clinic, "UK", "GBP", "GB", true));
    shop.api()
        .post(
            "/orders/markets/" + shop.market() + "/taxes",
            body().with("name", "VAT").with("percentage", 20))
        .ok();
    var desk = new OrderDesk(shop, shop.service("SHIPPING", "Express", 499));
    var order =
        desk.place(
                desk.draft(
                    desk.order(shop.item("Shirt", 1999), 1)
                        .with(
                            "shippingAddress",
                            body()
                                .with("line1", "1 High Street")
                                .with("city", "London")
                                .with("country", "GB"))
                        .with("billingSameAsShipping", false)
                        .with(
                            "billingAddress",
                            body()
                                .with("name", "Uddin Ltd")
                                .with("line1", "2 Low Street")
                                .with("city", "Leeds")
                                .with("country", "GB"))
                        .with("paymentMethod", "BANK_TRANSFER")))
            .ok();
    desk.cancel(order).ok();

    assertThat(printed(desk, order))
        .contains("Shipping, Express", "Bank transfer", "Cancelled")
        .contains(
            "1 High Street", "London", "Billing address", "Uddin Ltd", "2 Low Street", "Leeds")
        .contains("United Kingdom")
        .contains("Shirt 1 £19.99 £3.33 £19.99")
        .contains(
            """
            Goods £19.99
            Express £4.99
            Total £24.98
            Tax included £4.16""");
  }

  @Test
  void anotherShopPrintsNothing() {
    var desk = OrderDesk.open(clinics);
    var order = desk.place(desk.draft(desk.shop().item("Shirt", 59000), 1)).ok();
    var other = clinics.open().api();

    assertThat(other.get(OrderDesk.path(order) + "/confirmation.pdf").refused(404).text())
        .isEqualTo(other.get("/orders/nobody/confirmation.pdf").refused(404).text());
  }
}
