package org.cartwright.tenancy.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cartwright.audit.chain.AuditSealing;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.orders.Shop;
import org.cartwright.orders.placing.OrderDesk;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The report finds whatever is not true to itself, and nothing else. */
@CartwrightTest
class HealthReportTests {

  /** Something that is done to the first seals. */
  private static final String FIRST_STRIP =
      "%s where s.tenant_id = '?' and s.number = (select min(number) from audit_seal_strip where tenant_id = '?')";

  @Autowired private Clinics clinics;
  @Autowired private AuditSealing sealing;
  private static @Nullable Clinic furnished;
  private static @Nullable Answer first;
  private Clinic shop;

  /** How something is broken so that an identity of some documents is not true any more. */
  record Break(String documents, int identity, Tampering tampering) {

    @Override
    public String toString() {
      return documents + " " + identity + ": " + tampering;
    }
  }

  static Stream<Break> breaks() {
    var breaks = new ArrayList<Break>();
    addLines(breaks, "carts", "cart", "cart_line");
    addLines(breaks, "quotes", "quote", "quote_line");
    addLines(breaks, "orders", "placed_order", "order_line");
    Stream.of(
            new Break(
                "audit rows",
                0,
                Tampering.replaced(
                    "audit_seal_strip",
                    "number",
                    FIRST_STRIP.formatted("delete from audit_seal_strip s"))),
            new Break(
                "audit rows to be sealed",
                0,
                Tampering.replaced(
                    "audit_entry",
                    "id",
                    "delete from audit_entry e using audit_unsealed u where e.tenant_id = '?' and u.tenant_id = e.tenant_id and u.id = e.id")),
            new Break(
                "audit seals",
                0,
                Tampering.replaced(
                    "audit_seal_strip",
                    "number",
                    FIRST_STRIP.formatted("delete from audit_seal_strip s"))),
            new Break(
                "audit seals",
                0,
                Tampering.replaced(
                    "audit_seal_strip",
                    "number",
                    FIRST_STRIP.formatted(
                        "update audit_seal_strip s set previous = sha256(previous)"))),
            new Break("audit seals", 1, Tampering.appended("audit_entry", "action")),
            new Break(
                "audit seals",
                1,
                Tampering.replaced(
                    "audit_entry",
                    "id",
                    "delete from audit_entry e using audit_seal_strip s where e.tenant_id = '?' and s.tenant_id = e.tenant_id and e.id = s.entry_ids[2]")),
            new Break(
                "audit seals",
                1,
                Tampering.replaced(
                    "audit_entry",
                    "id",
                    "update audit_entry e set id = s.entry_ids[case e.id when s.entry_ids[1] then 2 else 1 end] from audit_seal_strip s where e.tenant_id = '?' and s.tenant_id = e.tenant_id and cardinality(s.entry_ids) > 1 and e.id = any(s.entry_ids[1:2])")),
            new Break("accepted quotes", 0, Tampering.appended("quote_acceptance", "content")),
            new Break("accepted quotes", 0, Tampering.appended("quote", "terms")),
            new Break("charges", 0, Tampering.added("charge", "total", 1)),
            new Break("charges", 1, Tampering.added("charge_item", "tax_amount", 1)),
            new Break("charges", 2, Tampering.ofView("charge_balance", "outstanding")),
            new Break("charges", 3, Tampering.added("payment", "sequence", 10)),
            new Break("charges", 3, Tampering.added("payment", "amount", 1_000_000)),
            new Break("charges", 4, Tampering.flipped("charge", "is_open")),
            new Break("charges", 5, Tampering.flipped("charge", "is_given_back")),
            new Break("charges", 6, Tampering.added("refund", "amount", 1_000_000)),
            new Break("coupons", 0, Tampering.added("coupon", "used", 1)),
            new Break("credits", 0, Tampering.added("patient_credit_entry", "change", 1)),
            new Break("credits", 1, Tampering.added("patient_credit_entry", "amount", -1_000_000)),
            new Break("events", 0, Tampering.multiplied("webhook_event", "sequence")),
            new Break("events", 1, Tampering.added("webhook_event", "sequence", 1_000)),
            new Break("listed carts", 0, Tampering.added("cart_order", "total", 1)),
            new Break("listed carts", 1, Tampering.added("draft_cart_order", "total", 1)),
            new Break("stocks", 0, Tampering.added("stock_movement", "change", 1)),
            new Break("stocks", 1, Tampering.added("stock_level", "on_hand", 1)),
            new Break("tallies of carts", 0, Tampering.added("cart_tally", "carts", 1)),
            new Break("tallies of carts", 1, Tampering.added("draft_cart_tally", "drafts", 1)),
            new Break("tallies of orders", 0, Tampering.added("order_number", "last", 1)),
            new Break("tallies of orders", 1, Tampering.added("order_tally", "orders", 1)))
        .forEach(breaks::add);
    return breaks.stream();
  }

  private static void addLines(List<Break> breaks, String documents, String owner, String lines) {
    var broken =
        List.of(
            Tampering.added(owner, "subtotal", 1),
            Tampering.added(owner, "total", 1),
            Tampering.added(owner, "discount_value", 1),
            Tampering.added(lines, "share", 1),
            Tampering.added(owner, "tax_amount", 1),
            Tampering.added(lines, "gross", 1),
            Tampering.added(lines, "tax_amount", 1));
    for (int i = 0; i < broken.size(); i++) {
      breaks.add(new Break(documents, i, broken.get(i)));
    }
    breaks.add(new Break(documents, 0, Tampering.added(owner, "fee", 1)));
    breaks.add(new Break(documents, 3, Tampering.added(lines, "coupon_share", 1)));
  }

  /** One for all tests, each of which mends what it breaks. */
  @BeforeEach
  void aShop() {
    if (furnished == null) {
      furnished = doSomethingOfEverything();
    }
    shop = furnished;
  }

  /** A shop in which there is one of everything, and something happened to each. */
  private Clinic doSomethingOfEverything() {
    var desk = OrderDesk.at(Shop.open(clinics));
    var clinic = desk.shop().clinic();
    var shirt = desk.shop().item("Shirt", 45_000);
    desk.stock(shirt, "DENY", 40);
    desk.coupon("EID", body());
    var less = body().with("discountAmount", 1_001).with("couponCode", "EID");
    desk.place(desk.draft(desk.order(shirt, 3).and(less))).ok();
    desk.draft(desk.order(shirt, 2).and(less));

    clinic.tax("Sales tax", "8.25");
    var payments = PaymentDesk.of(clinic);
    payments.credit(5_000);
    var charge = payments.charge(9_999);
    payments.payWithCredit(charge, 700).ok();
    payments.refund(payments.pay(charge, 1_500).ok().at("/id"), 400).ok();

    var quotes = QuoteDesk.of(clinic);
    var cart =
        clinic.cart(
            aCart()
                .of(quotes.patient())
                .discountAmount(501)
                .with(line(clinic.item("Serum", 1_299)).quantity("2.5").discountPercentage(10)));
    var quote = quotes.send(quotes.quote(cart, body().with("terms", "On the day.")).ok());
    quotes.answer(quote, "accept").ok();
    for (int i = 0; i < 2; i++) {
      CurrentTenant.within(clinic.id(), () -> assertThat(sealing.sealsSome()).isFalse());
      clinic.api().get("/billing/cart").ok();
    }
    return clinic;
  }

  @Test
  void whatTheServiceWroteIsTrueToItself() {
    var report = report();

    assertThat(report.at("/healthy")).isEqualTo("true");
    assertThat(results(report))
        .contains(
            "carts: 0 of 4",
            "quotes: 0 of 1",
            "accepted quotes: 0 of 1",
            "orders: 0 of 1",
            "charges: 0 of 2",
            "credits: 0 of 1",
            "stocks: 0 of 1",
            "coupons: 0 of 1",
            "tallies of orders: 0 of 1")
        .allMatch(result -> result.contains(": 0 of "));
    assertThat(report.json().get("progress")).hasSize(1);
    assertThat(report.at("/progress/0/tenant")).isEqualTo(shop.id());
    assertThat(report.number("/progress/0/done")).isEqualTo(1);
    assertThat(report.number("/progress/0/of")).isEqualTo(1);
    assertThat(report.json().at("/progress/0/broken")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void whatIsBrokenIsFoundByItsId(Break broken) {
    var identity = identities(whole(), broken.documents()).get(broken.identity());
    var ids = new TreeSet<String>();

    broken
        .tampering()
        .at(
            shop.id(),
            () -> {
              var report = report();
              assertThat(report.at("/healthy")).isEqualTo("false");
              for (var found : report.json().at("/progress/0/broken")) {
                if (found.get("documents").asString().equals(broken.documents())
                    && found.get("identity").asString().equals(identity)) {
                  ids.add(found.get("id").asString());
                }
              }
              for (var check : report.json().get("checks")) {
                if (check.get("documents").asString().equals(broken.documents())
                    && check.get("identity").asString().equals(identity)) {
                  assertThat(check.get("broken").intValue()).isEqualTo(ids.size());
                  assertThat(check.get("result").asString())
                      .isEqualTo(ids.size() + " of " + check.get("of").asString());
                }
              }
              assertThat(report.text())
                  .doesNotContain("Rahim", "Uddin", "Jane", "Doe", "mail.example");
            });

    assertThat(ids).as(identity).isNotEmpty();
    assertThat(report().at("/healthy")).as("mended").isEqualTo("true");
  }

  @Test
  void thereIsNoIdentityThatWasNeverBroken() {
    var report = report();
    var identities = new TreeSet<String>();
    for (var documents : new TreeSet<>(documents(report))) {
      for (int i = 0; i < identities(report, documents).size(); i++) {
        identities.add(documents + " " + i);
      }
    }

    assertThat(breaks().map(it -> it.documents() + " " + it.identity()).distinct())
        .containsExactlyInAnyOrderElementsOf(identities);
  }

  @Test
  void onlyTheOperatorMayAsk() {
    clinics.nobody().get("/platform/health-report").refused(401);
    shop.api().get("/platform/health-report").refused(401);
    clinics.operator().get("/platform/health-report?tenant=nobodys").refused(404);
  }

  /** The report before anything was broken, whose identities stay what they are. */
  private Answer whole() {
    if (first == null) {
      first = report();
    }
    return first;
  }

  private Answer report() {
    return clinics.operator().get("/platform/health-report?tenant=" + shop.id()).ok();
  }

  private static List<String> results(Answer report) {
    var results = new ArrayList<String>();
    for (var check : report.json().get("checks")) {
      results.add(check.get("documents").asString() + ": " + check.get("result").asString());
    }
    return results;
  }

  private static List<String> documents(Answer report) {
    return report.json().get("checks").valueStream().map(it -> text(it, "documents")).toList();
  }

  private static List<String> identities(Answer report, String documents) {
    return report
        .json()
        .get("checks")
        .valueStream()
        .filter(it -> text(it, "documents").equals(documents))
        .map(it -> text(it, "identity"))
        .toList();
  }

  private static String text(JsonNode check, String name) {
    return check.get(name).asString();
  }
}
