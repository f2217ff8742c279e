package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.LineBody;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However long a cart and however many carts: every request takes the same few statements. */
@CartwrightTest
class CartStatementsTests {

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private static Answer cartOf(Clinic clinic, String patient, String item, int lines) {
    var all = new ArrayList<LineBody>();
    for (int i = 0; i < lines; i++) {
      all.add(line(item).discountPercentage(1));
    }
    return clinic.cart(patient, all.toArray(LineBody[]::new));
  }

  @Test
  void oneLineOrThreeHundredTakeTheSameFewStatements() {
    var clinic = clinics.open();
    clinic.tax("Sales tax", "8.25");
    var patient = clinic.patient();
    var item = clinic.item("Filler", 1000);
    var few = taken(clinic, cartOf(clinic, patient, item, 1));
    var many = taken(clinic, cartOf(clinic, patient, item, 300));

    assertThat(many).isEqualTo(few);
    assertThat(few.get("read")).isLessThanOrEqualTo(5);
    assertThat(few.get("explain")).isLessThanOrEqualTo(6);
    assertThat(List.of(few.get("add"), few.get("change"), few.get("remove")))
        .allMatch(count -> count <= 12);
    assertThat(few.get("replace")).isLessThanOrEqualTo(11);
    assertThat(few.get("create")).isLessThanOrEqualTo(10);
    assertThat(few.get("duplicate")).isLessThanOrEqualTo(12);
    assertThat(few.get("preview")).isLessThanOrEqualTo(9);
  }

  private Map<String, Long> taken(Clinic clinic, Answer cart) {
    var api = clinic.api();
    var path = ServedCart.path(cart);
    var line = ServedCart.linePath(cart, 0);
    var item = line(cart.at("/items/0/itemId"));
    var body = ServedCart.sentBack(cart);
    var same = body.toString();
    body.remove("id");
    var another = body.toString();
    var taken = new LinkedHashMap<String, Long>();
    taken.put("read", statements.during(() -> api.get(path).ok()));
    taken.put("explain", statements.during(() -> api.get(path + "/explanation").ok()));
    taken.put("change", statements.during(() -> api.put(line, line().quantity(2)).ok()));
    taken.put("replace", statements.during(() -> api.put(path, same).ok()));
    taken.put("add", statements.during(() -> api.post(path + "/items", item).ok()));
    taken.put("remove", statements.during(() -> api.delete(line).ok()));
    taken.put("create", statements.during(() -> api.post("/billing/cart", another).ok()));
    taken.put("preview", statements.during(() -> api.post("/billing/cart/preview", another).ok()));
    taken.put("duplicate", statements.during(() -> api.post(path + "/duplicate", body()).ok()));
    return taken;
  }

  @Test
  void oneCartOrFiftyAreReadInTheSameFewStatements() {
    var one = clinics.open();
    var fifty = clinics.open();
    cartOf(one, one.patient(), one.item("Filler", 1000), 1);
    var patient = fifty.patient();
    var item = fifty.item("Filler", 1000);
    for (int i = 0; i < 50; i++) {
      cartOf(fifty, patient, item, 1 + i % 5);
    }

    for (var path :
        List.of(
            "/billing/cart?size=100",
            "/billing/cart?size=100&statuses=DRAFT&search=filler&sort_by=patient_name",
            "/billing/cart/list",
            "/billing/cart/list?status=DRAFT")) {
      one.api().get(path).ok();
      long few = statements.during(() -> one.api().get(path).ok());
      long many = statements.during(() -> fifty.api().get(path).ok());
      assertThat(many).as(path).isEqualTo(few).isLessThanOrEqualTo(7);
    }
    assertThat(fifty.api().get("/billing/cart?size=100").ok().json().get("data").size())
        .isEqualTo(50);
  }
}
