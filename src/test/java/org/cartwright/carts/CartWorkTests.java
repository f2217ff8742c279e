package org.cartwright.carts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.DatabaseWork;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database does for a cart: pages, rows and plans, whatever else there is. */
@CartwrightTest
class CartWorkTests {

  @Autowired private Clinics clinics;

  @Test
  void aCartCostsTheDatabaseTheSameAmongFewAndAmongMany() {
    var small = clinicWith(2);
    var big = clinicWith(400);
    TestDatabase.shared()
        .executeAsSuperuser("vacuum (analyze) patient, cart, cart_line, cart_order, cart_tally");
    var few = work(small);
    var many = work(big);

    assertThat(many.keySet()).isEqualTo(few.keySet());
    many.forEach(
        (request, work) -> {
          var same = Objects.requireNonNull(few.get(request));
          assertThat(work.plans()).as(request).isLessThanOrEqualTo(plans(request));
          assertThat(same.plans()).as(request).isLessThanOrEqualTo(plans(request));
          assertThat(work.rows()).as(request).isEqualTo(same.rows());
          // An index that has become one level higher costs a page for each time it is used.
          assertThat(work.pages()).as(request).isLessThan(same.pages() + same.pages() / 4 + 4);
        });
    // Lookups by key, some 20, 60, 120 and 250 of them: each goes down an index, four pages deep in
    // a big database.
    assertThat(pages(many, "read")).isLessThanOrEqualTo(80);
    assertThat(pages(many, "change")).isLessThanOrEqualTo(240);
    assertThat(pages(many, "create")).isLessThanOrEqualTo(480);
    assertThat(pages(many, "page of 20")).isLessThanOrEqualTo(1_000);
  }

  /**
   * What is looked up by key keeps its plan. Which carts are on a page is found as it suits how
   * many the clinic has, so the server may plan that anew for each.
   */
  private static long plans(String request) {
    return request.startsWith("page") ? 1 : 0;
  }

  private static long pages(Map<String, DatabaseWork> work, String request) {
    return Objects.requireNonNull(work.get(request)).pages();
  }

  private Clinic clinicWith(int carts) {
    var clinic = clinics.open();
    clinic.tax("Sales tax", "8.25");
    var patient = clinic.patient();
    var item = line(clinic.item("Filler", 1000));
    var cart = clinic.cart(patient, item, item, item).at("/id");
    var another = Map.of("id", "o.id || '-' || n");
    Copies.of(clinic, "patient", "o.id = '" + patient + "'", carts - 1, another);
    Copies.of(
        clinic,
        "cart",
        "o.id = '" + cart + "'",
        carts - 1,
        Map.of(
            "id",
            "o.id || '-' || n",
            "patient_id",
            "o.patient_id || case when n % 20 = 0 then '' else '-' || n end",
            "created_date",
            "o.created_date - n * interval '1 minute'",
            "updated_date",
            "o.updated_date - n * interval '1 minute'"));
    Copies.of(
        clinic,
        "cart_line",
        "o.cart_id = '" + cart + "'",
        carts - 1,
        Map.of("id", "o.id || '-' || n", "cart_id", "o.cart_id || '-' || n"));
    return clinic;
  }

  private static Map<String, DatabaseWork> work(Clinic clinic) {
    var api = clinic.api();
    var item = line(clinic.item("Syringe", 500));
    var cart = clinic.cart(clinic.patient(), item, item, item);
    var path = ServedCart.path(cart);
    var line = ServedCart.linePath(cart, 0);
    var body = ServedCart.sentBack(cart);
    body.remove("id");
    var another = body.toString();
    var quantity = new int[] {1};
    var work = new LinkedHashMap<String, DatabaseWork>();
    work.put("read", DatabaseWork.of(() -> api.get(path).ok()));
    work.put(
        "change",
        DatabaseWork.of(() -> api.put(line, line().quantity(1 + ++quantity[0] % 9)).ok()));
    work.put("create", DatabaseWork.of(() -> api.post("/billing/cart", another).ok()));
    work.put("page of 20", DatabaseWork.of(() -> api.get("/billing/cart?size=20").ok()));
    return work;
  }
}
