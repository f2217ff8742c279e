package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Instant;
import java.util.Map;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of carts, searched and filtered. */
@CartwrightTest
class CartListTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private DeskBrowser desk;
  private String jane;
  private String janesCart;
  private String omarsCart;

  @BeforeEach
  void aClinicWithTwoCarts() {
    clinic = clinics.open("America/New_York", "USD", "en-US");
    var ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    jane = clinic.patient(aPatient("Jane", "Doe").phone("+1 (555) 010-9999"));
    var omar = clinic.patient(aPatient("Omar", "<Said> & Co").phone("+1 555 010 1234"));
    var filler = clinic.item("Hyaluronic filler", 65000);
    var cream = clinic.item("Hand cream", 1299);
    janesCart = clinic.cart(aCart().of(jane).by(ana).with(line(filler))).at("/id");
    omarsCart = clinic.cart(omar, line(cream).quantity(2)).at("/id");
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
  }

  private String list(String query) {
    return desk.get("/console/carts" + query).ok().text();
  }

  @Test
  void whoComesInSeesTheCartsWithAllThereIsToSayOfThem() {
    assertThat(desk.get("/console").headers().firstValue("Location")).hasValue("/console/today");
    var page = list("");

    assertThat(page)
        .contains("2 carts", "Omar &lt;Said&gt; &amp; Co", "$25.98", "$650.00", "Hand cream")
        .contains("just now", "Ana Ortiz", "+1 (555) 010-9999", "aria-current=\"page\"")
        .doesNotContain("<Said>");
    assertThat(page.indexOf("Omar")).isLessThan(page.indexOf("Jane"));
    assertThat(AuditRows.of(clinic.id()).getLast())
        .satisfies(
            row -> {
              assertThat(row.caller()).isEqualTo("STAFF");
              assertThat(row.action()).isEqualTo("GET /console/carts");
              assertThat(row.objects())
                  .contains("cart:" + janesCart, "cart:" + omarsCart, "patient:" + jane);
            });
  }

  @Test
  void cartsAreFoundByPhoneItemNameAndFilters() {
    assertThat(list("?q=555%20010.9999")).contains("1 cart", "Jane").doesNotContain("Omar");
    assertThat(list("?q=crea")).contains("1 cart", "Omar").doesNotContain("Jane");
    assertThat(list("?q=doe+jan")).contains("Jane").doesNotContain("Omar");
    assertThat(list("?q=" + omarsCart)).contains("1 cart", "Omar");
    // One or two letters mean somebody: they are a part of nearly every item and id.
    assertThat(list("?q=om")).contains("1 cart", "Omar").doesNotContain("Jane");
    assertThat(list("?q=An&order=largest")).contains("1 cart", "$650.00", "Ana Ortiz");
    assertThat(list("?q=ea")).contains("0 carts");
    assertThat(list("?q=zzz")).contains("0 carts", "No cart found", "value=\"zzz\"");
    assertThat(list("?status=CONVERTED")).contains("0 carts");
    assertThat(list("?status=DRAFT&status=ACCEPTED&creator=nobody")).contains("0 carts");
    var largest = list("?order=largest&status=DRAFT&page=1");
    assertThat(largest.indexOf("Jane")).isLessThan(largest.indexOf("Omar"));
    assertThat(list("?order=x&status=y&page=-1")).contains("2 carts");
  }

  @Test
  void aListOfSomeDaysIsTheClinicsAndTellsWhatAllOfItComesTo() {
    var noon = Instant.parse("2024-03-15T03:30:00Z"); // the evening of the 14th in New York
    clock.stoppedAt(noon, () -> clinic.cart(jane, line(clinic.item("Peel", 4000))));

    assertThat(list("")).contains("3 carts", "$715.98", "/console/carts?from=");
    assertThat(list("?from=2024-03-14&to=2024-03-14")).contains("1 cart", "$40.00");
    assertThat(list("?from=2024-03-15")).contains("2 carts", "$675.98");
    assertThat(list("?to=2024-03-13&q=doe")).contains("0 carts");
    assertThat(list("?from=2024-03-14&q=doe&order=patient&status=DRAFT"))
        .contains("2 carts", "$690.00", "value=\"2024-03-14\"");
    assertThat(list("?from=x&to=2024-02-31")).contains("3 carts");
  }

  @Test
  void aLongListIsTurnedPageByPage() {
    for (int i = 0; i < 25; i++) {
      clinic.cart(jane);
    }

    assertThat(list("?q=doe"))
        .contains("26 carts", "Page 1 of 2", "/console/carts?q=doe&amp;page=2");
    assertThat(list("?q=doe&page=2"))
        .contains("Page 2 of 2", "$650.00")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void ofASearchForManyTheFirstAreShownAndThatThereAreMore() {
    Copies.of(
        clinic,
        "cart",
        "o.id = '" + omarsCart + "'",
        501,
        Map.of("id", "o.id || n", "created_date", "o.created_date - n * interval '1 minute'"));

    assertThat(list("?q=said"))
        .contains("More than 500 carts", "Page 1 of 20", "$25.98")
        .doesNotContain("sum-of-all");
    assertThat(list("?q=said&page=20")).contains("Page 20 of 20").doesNotContain("rel=\"next\"");
    assertThat(list("?q=jane")).contains("1 cart");
    assertThat(list("")).contains("503 carts", "sum-of-all");
  }

  @Test
  void nobodySeesAnotherClinicsCarts() {
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var theirs = new DeskBrowser(clinics).signIn(clinics, other, "Ana");

    assertThat(theirs.get("/console/carts?q=doe").ok().text()).contains("0 carts");
    assertThat(theirs.get("/console/carts").ok().text()).contains("There is no cart yet");
  }
}
