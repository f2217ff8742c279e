package org.cartwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.audit.recording.AuditRows.addedByRefused;
import static org.cartwright.testing.bodies.Bodies.body;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record as its clinic reads it. */
@CartwrightTest
class AuditReadingTests {

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private List<String> actions(String query) {
    return values(clinic.api().get("/audit" + query).ok(), "action");
  }

  private static List<String> values(Answer page, String name) {
    var values = new ArrayList<String>();
    page.json().get("data").forEach(entry -> values.add(entry.get(name).asString()));
    return values;
  }

  @Test
  void theNewestIsFirstAndPagesFollowEachOther() {
    var patient = clinic.patient();
    for (int i = 0; i < 5; i++) {
      clinic.api().get("/user/patient/" + patient).ok();
    }
    var whole = values(clinic.api().get("/audit?size=100").ok(), "id");

    var pages = new ArrayList<String>();
    var before = clinic.api().get("/audit?size=3&to=2020-01-01").ok();
    assertThat(before.json().get("next").isNull()).isTrue();
    var page = clinic.api().get("/audit?size=3&outcome=DONE").ok();
    pages.addAll(values(page, "id"));
    while (!page.json().get("next").isNull()) {
      page = clinic.api().get("/audit?size=3&outcome=DONE&after=" + page.at("/next")).ok();
      pages.addAll(values(page, "id"));
    }

    assertThat(pages).doesNotHaveDuplicates().endsWith(whole.toArray(String[]::new));
  }

  @Test
  void itIsFoundByTimeCallerActionThingAndOutcome() {
    var patient = clinic.patient();
    var cart = clinic.cart(patient).at("/id");
    addedByRefused(clinic, () -> clinic.api().get("/billing/cart/none").refused(404));
    var read = "get_cart_by_id_billing_cart__cart_id__get";
    clinic.api().get("/billing/cart/" + cart).ok();

    assertThat(actions("?object_id=" + cart))
        .containsExactly(read, "create_cart_billing_cart_post");
    assertThat(actions("?object_id=" + patient))
        .hasSize(3)
        .contains("create_cart_billing_cart_post");
    assertThat(actions("?outcome=REFUSED")).containsExactly(read);
    assertThat(actions("?action=" + read)).containsExactly(read, read);
    assertThat(actions("?caller=OPERATOR")).hasSize(1);
    assertThat(actions("?caller=" + clinic.keyId() + "&object_id=" + cart)).hasSize(2);
    assertThat(actions("?from=" + clock.instant().plus(Duration.ofDays(1)))).isEmpty();
    assertThat(actions("?to=2020-01-01")).isEmpty();
    assertThat(clinic.api().get("/audit?after=nothing").violation()).startsWith("[query, after]");
    assertThat(clinic.api().get("/audit?outcome=done").violation()).startsWith("[query, outcome]");
  }

  @Test
  void itIsAlsoATable() {
    var patient = clinic.patient();

    var table = clinic.api().get("/audit.csv?object_id=" + patient);

    assertThat(table.status()).isEqualTo(200);
    var lines = table.text().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isEqualTo(
            "Id,Moment,Caller,Key,Action,Outcome,Status,Objects,Fields,Times,Request,Address family");
    assertThat(lines.getLast()).contains(",KEY," + clinic.keyId() + ",", "patient:" + patient);
  }

  @Test
  void toReadItIsAnAccessToo() {
    clinic.api().get("/audit?size=1").ok();

    assertThat(actions("?size=1")).containsExactly("list_audit");
    clinic.api().get("/audit.csv");
    assertThat(actions("?size=1")).containsExactly("list_audit_as_csv");
  }

  @Test
  void anotherClinicFindsNothingOfIt() {
    var cart = clinic.cart(clinic.patient()).at("/id");
    var other = clinics.open();
    addedByRefused(
        other, () -> other.api().post("/billing/cart/" + cart + "/duplicate", body()).refused(404));

    var seen = other.api().get("/audit?object_id=" + cart).ok();

    assertThat(values(seen, "outcome")).containsExactly("REFUSED");
    assertThat(seen.text()).doesNotContain(clinic.keyId());
  }
}
