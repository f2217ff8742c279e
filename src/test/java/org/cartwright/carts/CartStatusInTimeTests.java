package org.cartwright.carts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.carts.state.CartHold;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The database says of every cart at every moment what {@link CartHold#statusAt} says: its
 * function, what is served, every list, and what the job makes of it. The moments are those around
 * the one at which something ends, a microsecond apart.
 */
@CartwrightTest
class CartStatusInTimeTests {

  private static final Instant END = Instant.parse("2030-05-01T12:00:00Z");
  private static final Duration MICRO = Duration.ofNanos(1000);
  private static final List<Instant> AROUND = List.of(END.minus(MICRO), END, END.plus(MICRO));

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;
  @Autowired private CartBook book;
  @Autowired private QuotedCarts quoted;
  @Autowired private PlatformTransactionManager transactions;

  /** What a cart's status depends on. */
  private record Case(
      CartStatus stored,
      @Nullable Instant expires,
      @Nullable CartHold hold,
      CartHold.@Nullable Other other) {

    CartStatus at(Instant moment) {
      return CartHold.statusAt(stored, expires, hold, other, moment);
    }

    /** Whether the database would keep such a cart. */
    boolean canBe() {
      return switch (stored) {
        case DRAFT -> hold != null || other == null;
        case ACCEPTED -> hold != null && other == null;
        default -> hold == null && other == null;
      };
    }
  }

  private static List<Case> everyCase(String holder) {
    var moments = new ArrayList<@Nullable Instant>(AROUND);
    moments.add(null);
    var holds = new ArrayList<@Nullable CartHold>();
    holds.add(null);
    moments.forEach(until -> holds.add(new CartHold(holder, until)));
    var others = new ArrayList<CartHold.@Nullable Other>(Arrays.asList(CartHold.Other.values()));
    others.add(null);
    var cases = new ArrayList<Case>();
    for (var stored : CartStatus.values()) {
      for (var expires : moments) {
        for (var hold : holds) {
          others.forEach(other -> cases.add(new Case(stored, expires, hold, other)));
        }
      }
    }
    return cases;
  }

  private static String sql(@Nullable Object value) {
    return value == null ? "null" : "'" + value + "'";
  }

  private static JdbcClient client(java.sql.Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  @Test
  void theFunctionSaysOfEveryCaseWhatTheAggregateSays() throws SQLException {
    var cases = everyCase("quote");
    assertThat(cases).hasSize(6 * 4 * 5 * 3);
    try (var connection = TestDatabase.shared().superuser()) {
      for (var moment : AROUND) {
        var rows =
            cases.stream()
                .map(
                    one ->
                        "(%s, %s::timestamptz, %s, %s::timestamptz, %s)"
                            .formatted(
                                sql(one.stored()),
                                sql(one.expires()),
                                sql(one.hold() == null ? null : one.hold().quoteId()),
                                sql(one.hold() == null ? null : one.hold().quoteValidUntil()),
                                sql(one.other())))
                .collect(joining(", "));
        var said =
            client(connection)
                .sql(
                    "select cart_status_at(s, e, q, v, o, '%s') from (values %s) as c (s, e, q, v, o)"
                        .formatted(moment, rows))
                .query(String.class)
                .list();
        for (int i = 0; i < cases.size(); i++) {
          assertThat(said.get(i))
              .as("%s at %s", cases.get(i), moment)
              .isEqualTo(cases.get(i).at(moment).name());
        }
      }
    }
  }

  @Test
  void whatIsServedListedLockedAndStoredIsTheSame() throws SQLException {
    var desk = QuoteDesk.of(clinics.open());
    var patient = desk.patient();
    var holder = desk.quote(desk.cart(100)).at("/id");
    var charge = charge(desk);
    var carts = new LinkedHashMap<String, Case>();
    everyCase(holder).stream()
        .filter(Case::canBe)
        .forEach(one -> carts.put(made(desk, patient, one, charge), one));
    assertThat(carts).hasSize(4 + 4 * 4 * 3 + 4 + 4 * 4 + 4 + 4 + 4);

    for (var moment : AROUND) {
      clock.stoppedAt(
          moment,
          () -> {
            var expected = new TreeMap<String, CartStatus>();
            carts.forEach((id, one) -> expected.put(id, one.at(moment)));
            assertServed(desk, patient, expected);
            assertLocked(desk, expected, moment);
            CurrentTenant.within(
                desk.clinic().id(),
                () ->
                    new TransactionTemplate(transactions)
                        .executeWithoutResult(
                            status -> quoted.letQuotesRunOut(carts.keySet(), moment)));
            CurrentTenant.within(desk.clinic().id(), oldCarts::catchUp);
            assertServed(desk, patient, expected);
            assertStored(expected);
          });
    }
  }

  private static String charge(QuoteDesk desk) {
    var cart = desk.cart(100);
    return desk.api()
        .post(ServedCart.path(cart) + "/convert-to-charge", body().with("cartId", cart.at("/id")))
        .ok()
        .at("/id");
  }

  /** A cart that is stored as a case says. */
  private static String made(QuoteDesk desk, String patient, Case one, String charge) {
    var cart = desk.clinic().cart(patient);
    var id = cart.at("/id");
    if (one.other() != null) {
      var other = desk.quote(cart).at("/id");
      if (one.other() == CartHold.Other.WAITING) {
        TestDatabase.shared()
            .executeAsSuperuser(
                "update quote set scheduled_date = '%s', scheduled_method = 'SMS' where id = '%s'"
                    .formatted(END, other));
      }
    }
    TestDatabase.shared()
        .executeAsSuperuser(
            """
            update cart set status = '%s', expires_date = %s, quote_id = %s, quote_valid_until = %s,
                converted_charge_id = %s, updated_date = '%s' where id = '%s'
            """
                .formatted(
                    one.stored(),
                    sql(one.expires()),
                    sql(one.hold() == null ? null : one.hold().quoteId()),
                    sql(one.hold() == null ? null : one.hold().quoteValidUntil()),
                    sql(one.stored() == CartStatus.CONVERTED ? charge : null),
                    END.minus(Duration.ofDays(1)),
                    id));
    return id;
  }

  private static void assertServed(QuoteDesk desk, String patient, Map<String, CartStatus> all) {
    var ofPatient = "?size=100&patient_id=" + patient;
    assertThat(statuses(desk.api().get("/billing/cart" + ofPatient).ok().json().get("data")))
        .isEqualTo(all);
    for (var status : CartStatus.values()) {
      var wanted = idsIn(all, EnumSet.of(status));
      var api = desk.api();
      assertListed(api.get("/billing/cart" + ofPatient + "&statuses=" + status), wanted);
      assertThat(
              ids(
                  api.get("/billing/cart/list?patient_id=%s&status=%s".formatted(patient, status))
                      .ok()
                      .json()))
          .isEqualTo(wanted);
      assertThat(ids(api.get("/billing/cart/list?status=" + status).ok().json()))
          .containsAll(wanted)
          .doesNotContainAnyElementsOf(withoutAll(all.keySet(), wanted));
      assertThat(ids(api.get("/billing/cart?size=100&statuses=" + status).ok().json().get("data")))
          .containsAll(wanted)
          .doesNotContainAnyElementsOf(withoutAll(all.keySet(), wanted));
      assertListed(
          api.get("/billing/cart" + ofPatient + "&statuses=REJECTED&statuses=" + status),
          idsIn(all, EnumSet.of(status, CartStatus.REJECTED)));
    }
  }

  private static void assertListed(Answer answer, Set<String> wanted) {
    assertThat(ids(answer.ok().json().get("data"))).isEqualTo(wanted);
    assertThat(answer.number("/total")).isEqualTo(wanted.size());
  }

  private static Map<String, CartStatus> statuses(JsonNode carts) {
    var statuses = new TreeMap<String, CartStatus>();
    carts.forEach(
        cart ->
            statuses.put(
                cart.get("id").asString(), CartStatus.valueOf(cart.get("status").asString())));
    return statuses;
  }

  private static Set<String> ids(JsonNode carts) {
    return new TreeSet<>(statuses(carts).keySet());
  }

  private static Set<String> idsIn(Map<String, CartStatus> all, Set<CartStatus> wanted) {
    var ids = new TreeSet<>(all.keySet());
    ids.removeIf(id -> !wanted.contains(all.get(id)));
    return ids;
  }

  private static Set<String> withoutAll(Set<String> all, Set<String> some) {
    var rest = new TreeSet<>(all);
    rest.removeAll(some);
    rest.add("no cart at all");
    return rest;
  }

  private void assertLocked(QuoteDesk desk, Map<String, CartStatus> expected, Instant moment) {
    var found = new TreeMap<String, CartStatus>();
    CurrentTenant.within(
        desk.clinic().id(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status ->
                        expected
                            .keySet()
                            .forEach(
                                id ->
                                    found.put(id, book.lock(id).orElseThrow().statusAt(moment)))));
    assertThat(found).isEqualTo(expected);
  }

  private static void assertStored(Map<String, CartStatus> expected) {
    try (var connection = TestDatabase.shared().superuser()) {
      var stored = new TreeMap<String, CartStatus>();
      client(connection)
          .sql("select id, status from cart where id in (:ids)")
          .param("ids", expected.keySet())
          .query(
              row -> {
                stored.put(row.getString("id"), CartStatus.valueOf(row.getString("status")));
              });
      assertThat(stored).isEqualTo(expected);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
