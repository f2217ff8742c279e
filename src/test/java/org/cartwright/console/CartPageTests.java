package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.staff.DeskRole;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk does with one cart, without any scripts. */
@CartwrightTest
class CartPageTests {

  private static final Pattern SEEN = Pattern.compile("name=\"seen-now\" value=\"([^\"]+)\"");

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;
  private String ana;
  private DeskBrowser desk;
  private String cart;
  private String line;

  @BeforeEach
  void aCartAtTheFrontDesk() {
    clinic = clinics.open();
    ana = DeskBrowser.member(clinics, clinic, "Ana", DeskRole.FRONT_DESK);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Ana");
    var made = clinic.cart(clinic.patient(), Bodies.line(clinic.item("Filler", 10000)).quantity(2));
    cart = made.at("/id");
    line = made.at("/items/0/id");
  }

  private void anaIs(DeskRole role) {
    DeskBrowser.give(clinics, clinic, ana, role.name());
  }

  private String path() {
    return "/console/carts/" + cart;
  }

  private String seen() {
    return seen(desk);
  }

  private String seen(DeskBrowser by) {
    var found = SEEN.matcher(by.get(path()).ok().text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Answer change(String field, String typed) {
    return desk.post(path() + "/items/" + line, Map.of("seen", seen(), field, typed));
  }

  private Answer stored() {
    return clinic.api().get("/billing/cart/" + cart).ok();
  }

  private static String page(int status, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.text();
  }

  @Test
  void aWalkInWithANameOnlyHasACartAtOnce() {
    desk.get("/console/new-cart").ok();

    var refused =
        desk.post(
            "/console/new-cart/walk-in",
            Map.of("firstName", " ", "lastName", "", "phoneNumber", "555", "email", "no"));
    assertThat(page(422, refused))
        .contains("Write a first name", "no e-mail address", "value=\"555\"", "value=\"no\"");
    var begun =
        desk.post(
            "/console/new-cart/walk-in",
            Map.of("firstName", "Zoë", "lastName", "", "language", "es"));

    var at = begun.headers().firstValue("Location").orElseThrow();
    assertThat(desk.get(at).ok().text()).contains("Zoë", "Nothing on it yet", "$100.00");
    assertThat(desk.get("/console/new-cart?q=zo%C3%AB").ok().text()).contains("Zoë");
    var id = at.substring(at.lastIndexOf('/') + 1);
    var begunCart = clinic.api().get("/billing/cart/" + id).ok();
    assertThat(begunCart.at("/creator/firstName")).isEqualTo("Ana");
    assertThat(
            clinic
                .api()
                .get("/user/patient/%s/language".formatted(begunCart.at("/patient/id")))
                .ok()
                .at("/language"))
        .isEqualTo("es");
  }

  @Test
  void whyNoCartCanBeginIsSaid() {
    var gone = clinic.patient(Bodies.aPatient("Gone", "Moss"));
    clinic
        .api()
        .post(
            "/user/patient/archive",
            Bodies.body().with("patientIds", Bodies.list(gone)).with("isArchived", true))
        .ok();
    seen();

    for (var like : List.of("", cart)) {
      assertThat(page(422, desk.post("/console/new-cart", Map.of("patient", gone, "like", like))))
          .contains("That was not done", "name=\"q\"");
    }
    desk.speaking("es");
    assertThat(page(422, desk.post("/console/new-cart", Map.of("patient", gone))))
        .contains("Eso no se hizo")
        .doesNotContain("lang=\"en\"");
  }

  @Test
  void aCartIsDuplicatedForSomebodyElseWhoIsKnownOrJustWalkedIn() {
    var omar = clinic.patient(Bodies.aPatient("Omar", "<Said>"));
    var like = "/console/new-cart?like=" + cart;
    assertThat(desk.get(path()).ok().text()).contains(like);

    assertThat(desk.get(like + "&q=omar").ok().text())
        .contains("The same cart for somebody else", "Omar &lt;Said&gt;", "Jane")
        .contains("name=\"like\" value=\"%s\"".formatted(cart));
    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> row.action().equals("GET /console/new-cart"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.objects())
                    .contains(
                        "cart:" + cart,
                        "patient:" + stored().at("/patient/id"),
                        "patient:" + omar));
    for (var sent :
        List.of(
            desk.post("/console/new-cart", Map.of("like", cart, "patient", omar)),
            desk.post("/console/new-cart/walk-in", Map.of("like", cart, "firstName", "Zoë")))) {
      var at = sent.headers().firstValue("Location").orElseThrow();
      var copy = clinic.api().get("/billing/cart/" + at.substring(at.lastIndexOf('/') + 1)).ok();
      assertThat(copy.at("/id")).isNotEqualTo(cart);
      assertThat(copy.at("/patient/firstName")).isIn("Omar", "Zoë");
      assertThat(copy.number("/total")).isEqualTo(stored().number("/total"));
    }
    assertThat(stored().at("/patient/firstName")).isEqualTo("Jane");
    page(
        422,
        desk.post("/console/new-cart/walk-in", Map.of("like", cart, "firstName", "", "email", "")));
    page(404, desk.get("/console/new-cart?like=cart_none"));
    page(404, desk.post("/console/new-cart/walk-in", Map.of("like", "no", "firstName", "Nobody")));
    assertThat(desk.get("/console/new-cart?q=Nobody").ok().text())
        .contains("Nobody is called that");
  }

  @Test
  void linesAreAddedChangedAndTakenOff() {
    var cream = clinic.item("Hand cream", 1299);
    seen();

    assertThat(desk.get(path()).ok().text())
        .contains("href=\"/console/patients/%s\"".formatted(stored().at("/patient/id")));
    desk.post(path() + "/items", Map.of("goods", "item:" + cream));
    assertThat(stored().number("/total")).isEqualTo(21299);
    assertThat(change("quantity", "2.5").status()).isEqualTo(303);
    assertThat(change("discount", "10%").status()).isEqualTo(303);
    assertThat(change("notes", "left <side>").status()).isEqualTo(303);
    assertThat(desk.get(path()).ok().text())
        .contains("value=\"2.5\"", "value=\"10%\"", "left &lt;side&gt;", "$225.00", "$237.99");
    assertThat(change("discount", "").status()).isEqualTo(303);
    assertThat(change("do", "remove").status()).isEqualTo(303);

    assertThat(stored().number("/total")).isEqualTo(1299);
    assertThat(stored().json().get("items")).hasSize(1);
    assertThat(AuditRows.of(clinic.id()))
        .filteredOn(row -> "STAFF".equals(row.caller()))
        .anySatisfy(
            row -> {
              assertThat(row.action()).isEqualTo("POST /console/carts/{cart_id}/items/{item_id}");
              assertThat(row.objects()).contains("cart:" + cart);
              assertThat(row.fields()).contains("cart-line.notes");
            });
  }

  @Test
  void whatIsWrongStandsBesideItsFieldWithWhatWasTyped() {
    anaIs(DeskRole.MANAGER);
    seen();

    for (var wrong : new String[] {"0", "-1", "two", "1,5", "1000001"}) {
      assertThat(page(422, change("quantity", wrong)))
          .contains("The quantity is a number above 0", "value=\"" + wrong + "\"");
    }
    assertThat(page(422, change("price", "12.345"))).contains("The price is an amount");
    assertThat(page(422, change("discount", "101%"))).contains("The discount is a percentage");
    assertThat(stored().number("/total")).isEqualTo(20000);
  }

  @Test
  void theFrontDeskGivesTenPercentAndNoPricesAndAManagerGivesMore() {
    assertThat(page(422, change("discount", "11%")))
        .contains("At the front desk a discount is 10% at most", "value=\"11%\"");
    assertThat(page(422, change("discount", "20.01"))).contains("10% at most");
    assertThat(change("discount", "20").status()).isEqualTo(303);
    assertThat(page(422, change("price", "1"))).contains("Prices are set by managers");
    assertThat(page(422, desk.post(path(), Map.of("seen", seen(), "discount", "50%"))))
        .contains("10% at most");
    assertThat(stored().number("/total")).isEqualTo(18000);

    DeskBrowser.member(clinics, clinic, "Mia", DeskRole.MANAGER);
    desk = new DeskBrowser(clinics).signIn(clinics, clinic, "Mia");
    assertThat(change("price", "50").status()).isEqualTo(303);
    assertThat(
            desk.post(path(), Map.of("seen", seen(), "discount", "50%", "notes", "VIP")).status())
        .isEqualTo(303);
    assertThat(stored().number("/total")).isEqualTo(4000);
    assertThat(stored().at("/notes")).isEqualTo("VIP");
  }

  @Test
  void theFrontDeskAsksAnotherPriceForWhatLeavesItOpen() {
    var input = "name=\"price\"";
    assertThat(desk.get(path()).ok().text()).doesNotContain(input);
    var consultation =
        clinic.item(Bodies.anItem("Consultation").price(5000).with("allowCustomPricing", true));
    desk.post(path() + "/items", Map.of("goods", "item:" + consultation));
    line = stored().at("/items/1/id");

    assertThat(desk.get(path()).ok().text()).containsOnlyOnce(input).contains("value=\"50.00\"");
    assertThat(change("price", "75").status()).isEqualTo(303);

    assertThat(stored().number("/total")).isEqualTo(27500);
  }

  @Test
  void theFrontDeskGivesNoLargerPartOfACartByMakingItSmaller() {
    clinic
        .api()
        .post("/billing/cart/" + cart + "/items", Bodies.line(clinic.item("Cream", 1000)))
        .ok();
    assertThat(desk.post(path(), Map.of("seen", seen(), "discount", "21")).status()).isEqualTo(303);

    assertThat(page(409, change("do", "remove"))).contains("it would be more of what is left then");
    assertThat(page(409, change("quantity", "1")))
        .contains("it would be more of what is left then", "value=\"1\"");
    assertThat(stored().number("/total")).isEqualTo(18900);
    assertThat(change("quantity", "3").status()).isEqualTo(303);
    assertThat(stored().number("/total")).isEqualTo(28900);
  }

  @Test
  void theFrontDeskPutsNothingOnACartThatADiscountWasWaitingFor() {
    assertThat(change("do", "remove").status()).isEqualTo(303);
    assertThat(desk.post(path(), Map.of("seen", seen(), "discount", "50")).status()).isEqualTo(303);

    var cream = clinic.item("Cream", 3200);
    var refused = desk.post(path() + "/items", Map.of("goods", "item:" + cream));

    assertThat(page(409, refused)).contains("it would be more of what is left then");
    assertThat(stored().json().get("items")).isEmpty();
  }

  @Test
  void aPercentageThatAManagerGaveIsNoReasonToRefuseAnotherQuantity() {
    var cream = clinic.item("Cream", 1299);
    var given = Bodies.line(cream).quantity(3).with("discountPercentage", 20);
    line = clinic.api().post("/billing/cart/" + cart + "/items", given).ok().at("/items/1/id");

    assertThat(change("quantity", "2").status()).isEqualTo(303);

    assertThat(stored().number("/items/1/discountAmount")).isEqualTo(520);
  }

  @Test
  void whoSawAnOlderCartIsToldWhatChangedAndLosesNothing() {
    anaIs(DeskRole.OWNER);
    var old = seen();
    clinic
        .api()
        .post("/billing/cart/" + cart + "/items", Bodies.line(clinic.item("Serum", 4999)))
        .ok();
    clinic
        .api()
        .put("/billing/cart/%s/items/%s".formatted(cart, line), Bodies.line().quantity(3))
        .ok();

    var refused = desk.post(path() + "/items/" + line, Map.of("seen", old, "quantity", "7"));

    assertThat(page(409, refused))
        .contains("Somebody else has changed this cart", "New: Serum", "Changed: Filler")
        .contains("value=\"7\"", "$349.99");
    assertThat(stored().number("/total")).isEqualTo(34999);
    assertThat(page(409, desk.post(path() + "/delete", Map.of("seen", old))))
        .contains("New: Serum");
    assertThat(change("quantity", "7").status()).isEqualTo(303);
    assertThat(stored().number("/total")).isEqualTo(74999);
  }

  @Test
  void aCartIsPutAsideTakenUpDuplicatedAndDeleted() {
    desk.post(path() + "/status", Map.of("seen", seen(), "status", "ABANDONED"));
    assertThat(stored().at("/status")).isEqualTo("ABANDONED");
    assertThat(desk.get(path()).ok().text())
        .contains("Take up again")
        .doesNotContain("id=\"find\"");
    desk.post(path() + "/status", Map.of("seen", seen(), "status", "DRAFT"));
    assertThat(stored().at("/status")).isEqualTo("DRAFT");
    var copy = desk.post(path() + "/duplicate", Map.of()).headers().firstValue("Location");
    assertThat(desk.get(copy.orElseThrow()).ok().text()).contains("$200.00");
    var deleted = desk.post(path() + "/delete", Map.of("seen", seen()));

    assertThat(deleted.headers().firstValue("Location")).hasValue("/console/carts");
    assertThat(page(404, desk.get(path()))).contains("There is nothing here");
  }

  @Test
  void aCartIsChargedAsItWasSeenAndOnce() {
    var old = seen();
    assertThat(change("quantity", "3").status()).isEqualTo(303);
    assertThat(page(409, desk.post(path() + "/charge", Map.of("seen", old))))
        .contains("Changed: Filler");
    var seen = seen();

    var at = desk.post(path() + "/charge", Map.of("seen", seen)).headers().firstValue("Location");

    var charge = stored().at("/convertedChargeId");
    assertThat(at).hasValue("/console/charges/" + charge);
    assertThat(page(409, desk.post(path() + "/charge", Map.of("seen", seen)))).contains(charge);
    assertThat(desk.get(path()).ok().text())
        .contains("/console/charges/" + charge)
        .doesNotContain("Charge it");
    assertThat(desk.get(at.orElseThrow()).ok().text()).contains("$300.00", "Filler");
    assertThat(clinic.api().get("/billing/charge/list").ok().json()).hasSize(1);
  }

  @Test
  void whatCannotBeChargedIsRefusedAsByTheApi() {
    assertThat(change("do", "remove").status()).isEqualTo(303);

    assertThat(desk.get(path()).ok().text()).doesNotContain("Charge it");
    assertThat(page(409, desk.post(path() + "/charge", Map.of("seen", seen()))))
        .contains("That was not done");
    desk.speaking("es");
    assertThat(page(409, desk.post(path() + "/charge", Map.of("seen", seen()))))
        .contains("<p>En el carrito no hay nada que cobrar; añada algo primero.</p>");
    assertThat(clinic.api().get("/billing/charge/list").ok().json()).isEmpty();
  }

  @Test
  void aSessionThatEndsMeanwhileLosesNothingThatWasTyped() {
    var fields = Map.of("seen", seen(), "quantity", "4");
    var late = new Answer[1];
    clock.in(Duration.ofMinutes(90), () -> late[0] = desk.post(path() + "/items/" + line, fields));

    assertThat(page(401, late[0])).contains("You were signed out", "name=\"quantity\" value=\"4\"");
    assertThat(stored().number("/total")).isEqualTo(20000);
    assertThat(desk.post(path() + "/items/" + line, fields).status()).isEqualTo(303);
    assertThat(stored().number("/total")).isEqualTo(40000);
  }

  @Test
  void anotherClinicsCartIsNoCart() {
    anaIs(DeskRole.OWNER);
    var theirs = path();
    var seen = seen();
    var other = clinics.open();
    DeskBrowser.member(clinics, other, "Ana", DeskRole.OWNER);
    var stranger = new DeskBrowser(clinics).signIn(clinics, other, "Ana");
    stranger.get("/console/account").ok();

    page(404, stranger.get(theirs));
    page(404, stranger.post(theirs + "/items/" + line, Map.of("seen", seen, "quantity", "9")));
    page(404, stranger.post(theirs + "/delete", Map.of("seen", seen)));
    page(404, stranger.post(theirs + "/duplicate", Map.of()));
    page(404, stranger.post(theirs + "/charge", Map.of("seen", seen)));
    assertThat(stored().number("/total")).isEqualTo(20000);
  }

  @Test
  void whereEachFigureComesFromIsReadAlong() {
    clinic.tax("Sales tax", "8.25");
    var cream = clinic.item("Hand cream", 1299);
    seen();
    desk.post(path() + "/items", Map.of("goods", "item:" + cream));
    line = stored().at("/items/1/id");
    change("quantity", "2.5");
    // 3.248 is rounded to 3.25, which is more than a tenth, and still no more than 10 %.
    assertThat(change("discount", "10%").status()).isEqualTo(303);

    assertThat(desk.get(path()).ok().text()).contains(path() + "/why");
    var why = desk.get(path() + "/why").ok().text();

    assertThat(why)
        .containsSubsequence(
            "Hand cream",
            "Price in the catalog",
            "$12.99",
            "2.5 × $12.99",
            "$32.475, rounded",
            "$32.48",
            "Discount of 10% on $32.48",
            "-$3.248, rounded",
            "-$3.25",
            "Sales tax, 8.25% of $29.23",
            "$2.411475, rounded",
            "$2.41",
            "Everything together",
            "$229.23",
            "Total",
            "$248.14");
    assertThat(desk.get("/console/carts/crt_none/why").status()).isEqualTo(404);
  }

  @Test
  void anOpenPageHearsWhatOthersChangeAndKeepsNobodySignedInByThat() {
    var seen = URLEncoder.encode(seen(), StandardCharsets.UTF_8);
    assertThat(desk.get(path() + "/news?seen-now=" + seen).status()).isEqualTo(204);
    clinic.api().put(api() + "/items/" + line, Bodies.line().quantity(3)).ok();

    assertThat(desk.get(path() + "/news?seen-now=" + seen).ok().text())
        .contains("Somebody else has changed this meanwhile", path());
    assertThat(desk.get("/console/carts/crt_none/news").status()).isEqualTo(404);
    clock.in(Duration.ofMinutes(40), () -> desk.get(path() + "/news?seen-now=" + seen).ok());
    clock.in(
        Duration.ofMinutes(62),
        () ->
            assertThat(desk.get(path() + "/news").headers().firstValue("Location"))
                .contains("/console/sign-in"));
  }

  private String api() {
    return "/billing/cart/" + cart;
  }

  @Test
  void aSearchOfTheCatalogForWhatCannotBeIsASearch() {
    assertThat(desk.get(path() + "?q=%00fil").status()).isEqualTo(200);
    assertThat(desk.get(path() + "?q=" + "x".repeat(500)).status()).isEqualTo(200);
  }
}
