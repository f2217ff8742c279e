package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import org.cartwright.audit.recording.AuditRows;
import org.cartwright.orders.Shop;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of draft orders and of orders, searched and filtered. */
@CartwrightTest
class DraftListTests {

  @Autowired private Clinics clinics;

  private Shop shop;
  private String british;
  private DeskBrowser desk;
  private String rahimsDraft;

  @BeforeEach
  void aShopWithTwoDrafts() {
    shop = Shop.open(clinics);
    british = Shop.market(shop.clinic(), "UK", "GBP", "GB", true);
    DeskBrowser.member(clinics, shop.clinic(), "Ana", DeskRole.FRONT_DESK);
    var mug = shop.clinic().item("Mug", 1);
    shop.price(
        mug,
        body().with("marketId", shop.market()).with("price", 1250),
        body().with("marketId", british).with("price", 499));
    var rahim = shop.clinic().patient(aPatient("Rahim", "<Uddin>").phone("+880 1712 345678"));
    rahimsDraft =
        shop.draft(body().with("customerId", rahim).with("items", list(line(mug).quantity(2))))
            .at("/id");
    shop.draft(body().with("marketId", "UK").with("items", list(line(mug))));
    desk = new DeskBrowser(clinics).signIn(clinics, shop.clinic(), "Ana");
  }

  private String drafts(String query) {
    return desk.get("/console/drafts" + query).ok().text();
  }

  @Test
  void draftsStandThereWithWhatTheyComeToInEachMarket() {
    var page = drafts("");

    assertThat(page)
        .contains("2 drafts", "Rahim &lt;Uddin&gt;", "Nobody named yet", "Market UK", "just now")
        .contains("BDT\u00a025.00", "£4.99", "aria-current=\"page\"")
        .doesNotContain("<Uddin>");
    assertThat(AuditRows.of(shop.clinic().id()).getLast().objects())
        .contains("cart:" + rahimsDraft);
    assertThat(drafts("?q=1712%20345678")).contains("1 draft", "Rahim").doesNotContain("£4.99");
    assertThat(drafts("?market=" + british)).contains("1 draft", "£4.99").doesNotContain("Rahim");
    assertThat(drafts("?status=ACCEPTED")).contains("0 drafts", "No draft found");
    assertThat(drafts("?q=zzz")).contains("value=\"zzz\"", "No draft found");
    var largest = drafts("?order=largest&status=DRAFT&page=1&market=");
    assertThat(largest.indexOf("Rahim")).isLessThan(largest.indexOf("Nobody named"));
    assertThat(drafts("?order=x&status=CONVERTED&page=-1&market=nowhere")).contains("0 drafts");
  }

  @Test
  void aLongListIsTurnedPageByPage() {
    for (int i = 0; i < 24; i++) {
      shop.draft(body().with("marketId", "UK"));
    }

    assertThat(drafts("?market=" + british + "&status=DRAFT"))
        .contains("25 drafts")
        .doesNotContain("rel=\"next\"");
    assertThat(drafts("?status=DRAFT"))
        .contains("26 drafts", "Page 1 of 2", "/console/drafts?status=DRAFT&amp;page=2");
    assertThat(drafts("?page=2")).contains("Page 2 of 2", "Rahim").doesNotContain("rel=\"next\"");
  }

  @Test
  void anotherShopSeesNoneOfThem() {
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var theirs = new DeskBrowser(clinics).signIn(clinics, other, "Ana");

    assertThat(theirs.get("/console/drafts").ok().text()).contains("There is no draft order yet");
    assertThat(theirs.get("/console/orders").ok().text()).contains("There is no order yet");
    assertThat(theirs.get("/console/drafts/new").ok().text()).contains("There is no market yet");
  }

  @Test
  void theMenuHasDraftsAndOrdersOnceThereIsAMarket() {
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var theirs = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    var drafts = "href=\"/console/drafts\"";
    var orders = "href=\"/console/orders\"";
    assertThat(theirs.get("/console/carts").ok().text()).doesNotContain(drafts, orders);

    var market = Shop.market(other, "BD", "BDT", "BD", false);

    assertThat(theirs.get("/console/carts").ok().text()).contains(drafts, orders);
    other.api().delete("/orders/markets/" + market).ok();
    assertThat(theirs.get("/console/carts").ok().text()).contains(drafts, orders);
  }
}
