package org.cartwright.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@CartwrightTest
class GeneratedClinicTests {

  private static final int CARTS = 200;

  private static Api desk;
  private static List<JsonNode> carts;
  private static List<JsonNode> ofTheSameSeed;
  private static List<JsonNode> ofAnotherSeed;

  @Autowired private TenantProvisioning opening;
  @Autowired private Environment environment;
  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  /** Of what is generated once, each test takes what it needs. */
  @BeforeAll
  static void generateThree(
      @Autowired TenantProvisioning opening,
      @Autowired Environment environment,
      @Autowired Clinics clinics,
      @Autowired TestClock clock)
      throws Exception {
    var now = clock.instant();
    var command = new GenerateClinicCommand(opening, environment, clock);
    var desks = new ArrayList<Api>();
    for (var tenant : List.of("generated-one", "generated-two", "generated-three")) {
      int seed = tenant.endsWith("three") ? 2 : 1;
      var key = command.generate(new GeneratorOptions(tenant, CARTS, seed, now));
      desks.add(clinics.nobody().with("TENANT", tenant).with("API-KEY", key));
    }
    desk = desks.getFirst();
    carts = carts(desk);
    ofTheSameSeed = carts(desks.get(1));
    ofAnotherSeed = carts(desks.get(2));
  }

  @Test
  void everyDocumentOfAGeneratedClinicAddsUp() {
    assertThat(carts).hasSize(CARTS);
    var statuses = new TreeSet<String>();
    for (var cart : carts) {
      statuses.add(cart.get("status").asString());
      assertAddsUp(cart);
      assertThat(cart.at("/patient/id").asString()).startsWith("pat_");
      for (var quote : cart.get("quotes")) {
        assertAddsUp(desk.get("/billing/quote/" + quote.get("id").asString()).ok().json());
      }
    }
    assertThat(statuses)
        .containsExactlyInAnyOrder(
            "DRAFT", "ABANDONED", "ACCEPTED", "REJECTED", "CONVERTED", "EXPIRED");
    assertChargesAddUp(desk);
    assertCartsCanBeUsed(desk, carts);
  }

  @Test
  void aGeneratedClinicIsTrueToItself() {
    var report = clinics.operator().get("/platform/health-report?tenant=generated-two").ok();

    assertThat(report.at("/healthy")).as(report.text()).isEqualTo("true");
    assertThat(report.text()).contains("\"0 of " + CARTS + "\"");
  }

  @Test
  void theSameSeedMakesTheSameClinic() {
    assertThat(withoutAddresses(carts)).isEqualTo(withoutAddresses(ofTheSameSeed));
    assertThat(withoutAddresses(carts)).isNotEqualTo(withoutAddresses(ofAnotherSeed));
  }

  @Test
  void aClinicThatIsThereIsLeftAlone() throws Exception {
    var desk = clinics.open();
    var wanted = new GeneratorOptions(desk.id(), CARTS, 1, clock.instant());

    var command = new GenerateClinicCommand(opening, environment, clock);
    assertThatThrownBy(() -> command.generate(wanted)).isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.api().get("/billing/cart").ok().number("/total")).isZero();
    assertThat(desk.api().get("/inventory/items/list").ok().number("/total")).isZero();
  }

  private static List<JsonNode> carts(Api desk) {
    var carts = new ArrayList<JsonNode>();
    desk.get("/billing/cart/list").ok().json().forEach(carts::add);
    return carts;
  }

  /** E-mail addresses of providers name their clinic. */
  private static String withoutAddresses(List<JsonNode> carts) {
    return carts.toString().replaceAll("generated-[a-z]+", "clinic");
  }

  private static void assertAddsUp(JsonNode document) {
    long subtotal = 0;
    long tax = 0;
    assertThat(document.get("items").isEmpty()).isFalse();
    for (var line : document.get("items")) {
      subtotal += line.get("totalPrice").longValue();
      tax += line.get("taxAmount").longValue();
    }
    assertThat(document.get("subtotal").longValue()).isEqualTo(subtotal);
    assertThat(document.get("taxAmount").longValue()).isEqualTo(tax);
    assertThat(document.get("total").longValue())
        .isEqualTo(subtotal - document.get("discountAmount").longValue() + tax);
  }

  private static void assertChargesAddUp(Api desk) {
    var charges = desk.get("/billing/charge/list").ok().json();
    var statuses = new TreeSet<String>();
    for (var charge : charges) {
      long total = 0;
      for (var item : charge.get("items")) {
        total +=
            item.get("price").longValue() * item.get("quantity").longValue()
                - item.get("discountAmount").longValue()
                + item.get("taxAmount").longValue();
      }
      assertThat(charge.get("total").longValue()).isEqualTo(total);
      assertThat(charge.get("totalOutstanding").longValue()).isBetween(0L, total);
      statuses.add(charge.get("status").asString());
    }
    assertThat(charges.size()).isGreaterThan(CARTS / 5);
    assertThat(statuses).contains("PAID", "OUTSTANDING");
  }

  /** What is generated can be gone on with: priced anew, nothing moves. */
  private static void assertCartsCanBeUsed(Api desk, List<JsonNode> carts) {
    int drafts = 0;
    for (var cart : carts) {
      if (cart.get("status").asString().equals("DRAFT") && cart.get("quotes").isEmpty()) {
        var line = cart.at("/items/0");
        var answer =
            desk.put(
                    "/billing/cart/%s/items/%s"
                        .formatted(cart.get("id").asString(), line.get("id").asString()),
                    line().with("quantity", line.get("quantity")))
                .ok();
        assertThat(answer.number("/total")).isEqualTo(cart.get("total").longValue());
        assertThat(answer.number("/taxAmount")).isEqualTo(cart.get("taxAmount").longValue());
        drafts++;
      }
    }
    assertThat(drafts).isGreaterThan(10);
  }
}
