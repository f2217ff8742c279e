package org.cartwright.orders.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.generator.GeneratedShops;
import org.cartwright.orders.reading.OrderSort;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Plans;
import org.cartwright.testing.Statements;
import org.cartwright.testing.Statements.Sent;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** How PostgreSQL answers the lists of drafts and of orders, of a small shop beside a big one. */
@CartwrightTest
class ListPlansTests {

  private static final int BIG = 5_000;
  private static final int SMALL = 500;

  /** So many are looked at one by one. */
  private static final int FEW = 1_000;

  private static final int PAGE = 20;

  private static final Plans PLANS =
      new Plans(
          Set.of(
              "cart", "cart_line", "draft_cart_order", "draft_order", "patient", "placed_order"));

  private static Clinic big;
  private static Clinic small;

  @Autowired private Statements statements;

  @BeforeAll
  static void generate(
      @Autowired TenantProvisioning opening,
      @Autowired Environment environment,
      @Autowired Clinics clinics,
      @Autowired TestClock clock,
      @Autowired CartExpiry oldCarts)
      throws Exception {
    small = GeneratedShops.open("lists-small", SMALL, opening, environment, clinics, clock);
    big = GeneratedShops.open("lists-big", BIG, opening, environment, clinics, clock);
    GeneratedShops.settle();
    // Lest the round of another context moves idle drafts meanwhile, each of which is in the tally
    // until it is folded.
    both().forEach(shop -> CurrentTenant.within(shop.id(), oldCarts::catchUp));
    for (var many : List.of("/orders/drafts?statuses=DRAFT", "/orders?statuses=FULFILLED")) {
      assertThat(big.api().get(many).ok().number("/total")).as(many).isGreaterThan(FEW);
      assertThat(small.api().get(many).ok().number("/total")).as(many).isBetween(50L, (long) FEW);
    }
  }

  private static List<Clinic> both() {
    return List.of(big, small);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&statuses=DRAFT",
        "&statuses=EXPIRED",
        "&statuses=ABANDONED&statuses=REJECTED&statuses=ACCEPTED",
        "&market_id=m_ca",
        "&market_id=m_us&statuses=EXPIRED&statuses=DRAFT"
      })
  void aPageOfDraftsIsAWalkAlongIndexes(String filter) throws SQLException {
    for (var sort : DraftSort.values()) {
      for (var shop : both()) {
        assertAPageIsAWalk(shop, "/orders/drafts", "sort_by=" + sort + filter);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&statuses=PENDING",
        "&statuses=FULFILLED",
        "&market_id=m_ca",
        "&market_id=m_us&statuses=CANCELLED&statuses=FULFILLED"
      })
  void aPageOfOrdersIsAWalkAlongIndexes(String filter) throws SQLException {
    for (var sort : OrderSort.values()) {
      for (var shop : both()) {
        assertAPageIsAWalk(shop, "/orders", "sort_by=" + sort + filter);
      }
    }
  }

  private void assertAPageIsAWalk(Clinic shop, String list, String query) throws SQLException {
    var path =
        "%s?per_page=%d&sort_direction=%s&%s"
            .formatted(list, PAGE, shop.equals(big) ? "asc" : "desc", query);
    for (var sent : sentFor(shop, path)) {
      boolean few = sent.sql().contains(" few ") || sent.sql().contains("order by c.number");
      var plan = PLANS.assertNothingIsReadThrough(shop, sent);
      assertThat(PLANS.rowsRead(plan))
          .as(() -> path + sent.sql() + plan.toPrettyString())
          .isLessThan(few ? 3_000 : 500);
      assertThat(Plans.pages(plan))
          .as(() -> path + sent.sql() + plan.toPrettyString())
          .isLessThan(few ? 6_000 : 1_000);
    }
  }

  @Test
  void theLastPageIsAsNearAsTheFirst() throws SQLException {
    for (var path :
        List.of(
            "/orders/drafts?sort_by=created_date",
            "/orders/drafts?sort_by=updated_date",
            "/orders/drafts?sort_by=total",
            "/orders?sort_by=created_date",
            "/orders?sort_by=total",
            "/orders?sort_by=status")) {
      long total = big.api().get(path).ok().number("/total");
      var last = "%s&per_page=%d&page=%d".formatted(path, PAGE, (total - 1) / PAGE + 1);
      assertThat(big.api().get(last).ok().json().get("data").size())
          .as(last)
          .isEqualTo((int) ((total - 1) % PAGE + 1));
      for (var sent : sentFor(big, last)) {
        assertThat(PLANS.rowsRead(PLANS.assertNothingIsReadThrough(big, sent)))
            .as(last)
            .isLessThan(500);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders/drafts?created_from=%s",
        "/orders/drafts?created_from=%s&statuses=DRAFT&market_id=m_ca",
        "/orders/drafts?total_from=1000&total_to=2000&sort_by=total",
        "/orders/drafts?created_from=%s&sort_by=customer",
        "/orders?created_from=%s",
        "/orders?total_from=1000&total_to=2000",
        "/orders?customer_id=pat_00000007"
      })
  void whatARangeLeadsToIsFoundByAnIndex(String path, @Autowired TestClock clock)
      throws SQLException {
    var since = clock.instant().minus(Duration.ofDays(1));
    for (var sent : sentFor(small, path.formatted(since))) {
      PLANS.assertNothingIsReadThrough(small, sent);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "statuses=DRAFT", "market_id=m_ca", "market_id=m_ca&statuses=EXPIRED"})
  void aChunkOfATableIsAWalkAlongAnIndex(String filter) throws SQLException {
    for (var list : List.of("/orders/drafts.csv?", "/orders.csv?")) {
      if (list.contains("drafts") || !filter.contains("statuses")) {
        var sent =
            statements.sentDuring(() -> small.api().file(list + filter)).stream()
                .filter(one -> one.sql().contains("created_date, c.id) <"))
                .toList();
        assertThat(sent).as(list + filter).isNotEmpty();
        for (var shop : both()) {
          var plan = PLANS.assertNothingIsReadThrough(shop, sent.getLast());
          assertThat(PLANS.rowsRead(plan)).as(list + filter).isLessThan(1_000);
        }
      }
    }
  }

  /** By what PostgreSQL counts in a transaction: plans of a function's statements are not shown. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft_contact_search('010-4477')",
        "draft_contact_search('moreau amelie')",
        "draft_cart_search('010-4477')",
        "draft_cart_search('cart_01m8jhm9ag3e7qhpxw0t9va581')",
        "order_search('010-4477')",
        "order_search('moreau amelie')",
        "order_search('#ORD-000000000007')"
      })
  void aSearchIsAnsweredFromIndexes(String search) throws SQLException {
    try (var connection = TestDatabase.shared().app().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("set local cartwright.tenant = '%s'".formatted(big.id()));
      connection.createStatement().execute("select count(*) from " + search);
      assertThat(rowsLookedAt(connection)).as(search).isLessThan(200);
      connection.rollback();
    }
  }

  private static long rowsLookedAt(Connection connection) throws SQLException {
    try (var row =
        connection
            .createStatement()
            .executeQuery(
                """
                select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
                 where relname in ('cart', 'draft_order', 'placed_order')
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What finds and counts what is in a list. */
  private List<Sent> sentFor(Clinic shop, String path) {
    var sent =
        statements.sentDuring(() -> shop.api().get(path).ok()).stream()
            .filter(one -> finds(one.sql()))
            .toList();
    assertThat(sent).as(path).isNotEmpty();
    return sent;
  }

  private static boolean finds(String sql) {
    return sql.contains("draft_cart_")
        || sql.contains("order_tally")
        || sql.contains("from placed_order c")
        || sql.contains("from placed_order x")
        || sql.contains("c.status <> 'CONVERTED'");
  }
}
