package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aPackage;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.anItem;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Body;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What belongs to another clinic is the same as what does not exist, to the byte. */
@CartwrightTest
class CartTenancyTests {

  @Autowired private Clinics clinics;

  private Clinic mine;
  private Clinic theirs;
  private Answer theirCart;
  private Answer myCart;
  private String myItem;

  @BeforeEach
  void openTwoClinics() {
    mine = clinics.open();
    theirs = clinics.open();
    myItem = mine.item("Filler", 1000);
    theirCart = theirs.cart(theirs.patient(), line(theirs.item("Secret filler", 7777)));
    myCart = mine.cart(mine.patient(), line(myItem));
  }

  /** Every operation on one cart, asked with requests that would be fine on one's own. */
  private List<Function<String, Answer>> operations(Api api) {
    var whole = aCart().of(myCart.at("/patient/id"));
    var line = line(myItem);
    var theirLine = theirCart.at("/items/0/id");
    return List.of(
        id -> api.get("/billing/cart/" + id),
        id -> api.put("/billing/cart/" + id, whole),
        id -> api.delete("/billing/cart/" + id),
        id -> api.post("/billing/cart/" + id + "/items", line),
        id -> api.put("/billing/cart/" + id + "/items/" + theirLine, line().quantity(2)),
        id -> api.delete("/billing/cart/" + id + "/items/" + theirLine),
        id -> api.post("/billing/cart/" + id + "/duplicate", body()),
        id -> api.post("/billing/cart/" + id + "/convert-to-charge", body().with("cartId", id)),
        id -> api.get("/billing/cart/" + id + "/explanation"));
  }

  /**
   * Which headers an answer has, but for the one by which the server ends a long-used connection.
   */
  private static Set<String> headersOf(Answer answer) {
    var names = new HashSet<>(answer.headers().map().keySet());
    names.remove("connection");
    return names;
  }

  @Test
  void aForeignCartIsAnsweredAsOneThatDoesNotExist() {
    for (var operation : operations(mine.api())) {
      var foreign = operation.apply(theirCart.at("/id"));
      var missing = operation.apply("cart_none");

      assertThat(foreign.refused(404).text())
          .isEqualTo(missing.refused(404).text())
          .isEqualTo("{\"detail\":\"Cart not found\"}");
      assertThat(headersOf(foreign)).isEqualTo(headersOf(missing));
    }
    assertThat(ServedCart.read(theirs, theirCart).text()).isEqualTo(theirCart.text());
    assertThat(theirs.api().get("/billing/cart").ok().number("/total")).isEqualTo(1);
    assertThat(mine.api().get("/billing/cart").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void whatCannotBeAnIdIsMissingToo() {
    var line = line(myItem);
    for (var id : List.of("a%20b", "x".repeat(65), "%F0%9F%92%89", "a'b")) {
      var path = "/billing/cart/" + id;
      for (var answer :
          List.of(
              mine.api().get(path),
              mine.api().delete(path),
              mine.api().post(path + "/items", line),
              mine.api().post(path + "/duplicate", body()),
              mine.api().get(path + "/explanation"))) {
        assertThat(answer.refused(404).text()).isEqualTo("{\"detail\":\"Cart not found\"}");
      }
    }
  }

  @Test
  void aLineOfAnotherCartIsNoLineOfThisOne() {
    var myOther = mine.cart(mine.patient(), line(myItem));
    var path = ServedCart.path(myCart) + "/items/";
    for (var line : List.of("line_none", theirCart.at("/items/0/id"), myOther.at("/items/0/id"))) {
      assertThat(mine.api().put(path + line, line().quantity(2)).refused(404).text())
          .isEqualTo("{\"detail\":\"Cart item not found\"}");
      assertThat(mine.api().delete(path + line).refused(404).text())
          .isEqualTo("{\"detail\":\"Cart item not found\"}");
    }
    assertThat(ServedCart.read(mine, myCart).text()).isEqualTo(myCart.text());
    assertThat(ServedCart.read(mine, myOther).text()).isEqualTo(myOther.text());
    assertThat(ServedCart.read(theirs, theirCart).text()).isEqualTo(theirCart.text());
  }

  @Test
  void readsOverAllCartsShowOnlyOnesOwn() {
    var api = mine.api();
    var id = theirCart.at("/id");
    for (var query :
        List.of(
            "search=" + id,
            "search=secret",
            "patient_id=" + theirCart.at("/patient/id"),
            "statuses=DRAFT&search=" + id)) {
      assertThat(api.get("/billing/cart?" + query).ok().text())
          .isEqualTo("{\"data\":[],\"total\":0}");
    }
    assertThat(api.get("/billing/cart/list?patient_id=" + theirCart.at("/patient/id")).ok().text())
        .isEqualTo("[]");
    assertThat(ServedCart.each(api.get("/billing/cart/list").ok(), "", "/id"))
        .containsExactly(myCart.at("/id"));
  }

  @Test
  void whatANewCartNamesOfAnotherClinicIsUnknown() {
    var theirPatient = theirCart.at("/patient/id");
    var theirItem = theirCart.at("/items/0/itemId");
    var theirProvider = theirs.provider();
    theirs.api().post("/inventory/packages/create", aPackage("Glow").id("glow").price(1)).ok();
    var me = myCart.at("/patient/id");
    assertUnknown(id -> aCart().of(id), theirPatient, "[body, patientId]");
    assertUnknown(id -> aCart().with("patient_id", id), theirPatient, "[body, patient_id]");
    assertUnknown(id -> aCart().of(me).by(id), theirProvider, "[body, creatorId]");
    assertUnknown(id -> aCart().of(me).with("creator_id", id), theirProvider, "[body, creator_id]");
    for (var kind : List.of("itemId", "item_id", "packageId", "package_id")) {
      assertUnknown(
          id -> aCart().of(me).with(line().with(kind, id)),
          kind.startsWith("item") ? theirItem : "glow",
          "[body, items, 0, " + kind + "]");
    }
  }

  private void assertUnknown(Function<String, Body<?>> naming, String foreign, String loc) {
    var body = naming.apply(foreign);
    var unknown = naming.apply("none");
    var api = mine.api();
    for (var path : List.of("/billing/cart", "/billing/cart/preview")) {
      assertThat(api.post(path, body).violation()).isEqualTo(loc + " value_error");
      assertThat(api.post(path, body).text()).isEqualTo(api.post(path, unknown).text());
    }
    var path = ServedCart.path(myCart);
    assertThat(api.put(path, body).violation()).isEqualTo(loc + " value_error");
    assertThat(api.put(path, body).text()).isEqualTo(api.put(path, unknown).text());
    assertThat(ServedCart.read(mine, myCart).text()).isEqualTo(myCart.text());
    assertThat(api.get("/billing/cart").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void whatALineOrADuplicateNamesOfAnotherClinicIsUnknown() {
    var api = mine.api();
    var lines = ServedCart.path(myCart) + "/items";
    var body = line().with("item_id", theirCart.at("/items/0/itemId"));
    var foreign = api.post(lines, body);
    assertThat(foreign.violation()).isEqualTo("[body, item_id] value_error");
    assertThat(foreign.text()).isEqualTo(api.post(lines, body.with("item_id", "none")).text());

    var duplicate = ServedCart.path(myCart) + "/duplicate";
    var who = body().with("patient_id", theirCart.at("/patient/id"));
    var another = api.post(duplicate, who);
    assertThat(another.violation()).isEqualTo("[body, patient_id] value_error");
    assertThat(another.text())
        .isEqualTo(api.post(duplicate, who.with("patient_id", "none")).text());
    assertThat(ServedCart.read(mine, myCart).text()).isEqualTo(myCart.text());
    assertThat(api.get("/billing/cart").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void twoClinicsUseTheSameIdsAndEachSeesItsOwn() {
    int price = 100;
    for (var clinic : List.of(mine, theirs)) {
      clinic.patient(aPatient().id("same").firstName("Patient of " + clinic.id()));
      clinic.item(anItem("Item of " + clinic.id()).id("same").price(price));
      clinic.api().post("/billing/cart", aCart().id("same").of("same").with(line("same"))).ok();
      price *= 2;
    }
    var path = "/billing/cart/same";
    var ours = mine.api().get(path).ok();
    assertThat(ours.at("/patient/firstName")).isEqualTo("Patient of " + mine.id());
    assertThat(ours.at("/items/0/item/name")).isEqualTo("Item of " + mine.id());
    assertThat(ours.number("/total")).isEqualTo(100);
    var other = theirs.api().get(path).ok();
    assertThat(other.at("/patient/firstName")).isEqualTo("Patient of " + theirs.id());
    assertThat(other.number("/total")).isEqualTo(200);

    mine.api().put(ServedCart.linePath(ours, 0), line().quantity(5)).ok();
    mine.api().put(path, body().with("patientId", "same").with("notes", "ours")).ok();
    assertThat(theirs.api().get(path).ok().text()).isEqualTo(other.text());
    mine.api().delete(path).ok();
    mine.api().get(path).refused(404);
    assertThat(theirs.api().get(path).ok().text()).isEqualTo(other.text());
    assertThat(theirs.api().get("/billing/cart?search=same").ok().number("/total")).isEqualTo(1);
  }

  @Test
  void withoutAKeyThereIsNothing() {
    for (var operation : operations(mine.api().without("API-KEY"))) {
      operation.apply(myCart.at("/id")).refused(401);
    }
    for (var operation : operations(mine.api().with("TENANT", theirs.id()))) {
      operation.apply(theirCart.at("/id")).refused(401);
    }
    assertThat(ServedCart.read(mine, myCart).text()).isEqualTo(myCart.text());
    assertThat(ServedCart.read(theirs, theirCart).text()).isEqualTo(theirCart.text());
  }
}
