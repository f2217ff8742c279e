package org.cartwright.carts.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.charges.reading.ChargeFigures;
import org.cartwright.charges.reading.ChargeGlances;
import org.cartwright.generator.GeneratedClinics;
import org.cartwright.quotes.reading.QuoteFigures;
import org.cartwright.quotes.reading.QuoteGlances;
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

/** How PostgreSQL answers the lists of carts, of a small clinic beside a big one. */
@CartwrightTest
class CartPlansTests {

  private static final int BIG = 5_000;
  private static final int SMALL = 500;

  /** So many are looked at one by one. */
  private static final int FEW = 1_000;

  private static final int PAGE = 20;

  /** What grows with the clinics, and is never to be read through for a page. */
  private static final Set<String> GROWING =
      Set.of("cart", "cart_line", "cart_order", "patient", "quote", "quote_line");

  private static final Plans PLANS = new Plans(GROWING);

  private static final Plans AT_THE_DESK =
      new Plans(Set.of("cart", "cart_order", "quote", "charge", "charge_item", "payment"));

  private static Clinic big;
  private static Clinic small;

  @Autowired private Statements statements;
  @Autowired private CartExpiry oldCarts;

  @BeforeAll
  static void generate(
      @Autowired TenantProvisioning opening,
      @Autowired Environment environment,
      @Autowired Clinics clinics,
      @Autowired TestClock clock,
      @Autowired CartExpiry oldCarts)
      throws Exception {
    small = GeneratedClinics.open("plans-small", SMALL, opening, environment, clinics, clock);
    big = GeneratedClinics.open("plans-big", BIG, opening, environment, clinics, clock);
    // Lest the round of another context moves idle drafts meanwhile, each of which is in the tally
    // until it is folded.
    both().forEach(clinic -> CurrentTenant.within(clinic.id(), oldCarts::catchUp));
    var drafts = "/billing/cart?statuses=DRAFT";
    assertThat(big.api().get(drafts).ok().number("/total")).isGreaterThan(FEW);
    assertThat(small.api().get(drafts).ok().number("/total")).isBetween(50L, (long) FEW);
  }

  private static List<Clinic> both() {
    return List.of(big, small);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "statuses=DRAFT",
        "statuses=EXPIRED",
        "statuses=ABANDONED&statuses=REJECTED&statuses=ACCEPTED",
        "creator_id=prov_001",
        "creator_id=prov_000&statuses=EXPIRED&statuses=DRAFT"
      })
  void aPageIsAWalkAlongIndexes(String filter) throws SQLException {
    for (var sort : CartSort.values()) {
      for (var clinic : both()) {
        var path =
            "/billing/cart?%s&sort_by=%s&sort_direction=%s"
                .formatted(filter, sort, clinic.equals(big) ? "asc" : "desc");
        for (var sent : sentFor(clinic, path)) {
          boolean few = sent.sql().contains("few");
          var plan = PLANS.assertNothingIsReadThrough(clinic, sent);
          assertThat(PLANS.rowsRead(plan))
              .as(() -> path + plan.toPrettyString())
              .isLessThan(few ? 3 * FEW : 500);
          assertThat(Plans.rowsSorted(plan)).as(path).isLessThanOrEqualTo(few ? FEW : PAGE);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patient_id=pat_00000007&sort_by=total",
        "patient_id=pat_00000007&statuses=EXPIRED&sort_by=patient_name",
        "patient_id=pat_00000007&statuses=DRAFT&creator_id=prov_001"
      })
  void theCartsOfAPatientAreFoundByThePatient(String query) throws SQLException {
    for (var clinic : both()) {
      for (var sent : sentFor(clinic, "/billing/cart?" + query)) {
        PLANS.assertNothingIsReadThrough(clinic, sent);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "status=DRAFT", "status=EXPIRED", "patient_id=pat_00000007"})
  void aChunkOfAWholeListIsAWalkAlongAnIndex(String filter) throws SQLException {
    var sent = sentFor(small, "/billing/cart/list?" + filter).getLast();
    for (var clinic : both()) {
      var plan = PLANS.assertNothingIsReadThrough(clinic, sent);
      assertThat(PLANS.rowsRead(plan)).isLessThan(500);
    }
  }

  @Test
  void theLastPageIsAsNearAsTheFirst() throws SQLException {
    for (var sort : List.of("created_date", "updated_date", "expires_date", "total", "status")) {
      for (var sent :
          sentFor(big, "/billing/cart?page=%d&sort_by=%s".formatted(BIG / PAGE, sort))) {
        assertThat(PLANS.rowsRead(PLANS.assertNothingIsReadThrough(big, sent)))
            .as(sort)
            .isLessThan(500);
      }
    }
  }

  @Test
  void theMinutesRoundLooksOnlyAtWhatIsDue() throws SQLException {
    for (var clinic : both()) {
      var sent =
          statements.sentDuring(() -> CurrentTenant.within(clinic.id(), oldCarts::catchUp)).stream()
              .filter(one -> one.sql().contains("due as materialized"))
              .toList();
      assertThat(sent).hasSize(2);
      for (var one : sent) {
        assertThat(PLANS.rowsRead(PLANS.assertNothingIsReadThrough(clinic, one))).isLessThan(500);
      }
    }
  }

  /** By what PostgreSQL counts in a transaction: plans of a function's statements are not shown. */
  @Test
  void whetherAClinicHasSomethingDueIsToldByIndexes() throws SQLException {
    var ask =
        """
        select count(*) from tenant t
         where cart_is_due(t.id, t.inactivity_days, now()) or quote_is_to_expire(t.id, now())
            or quote_is_to_send(t.id, now())
        """;
    try (var connection = TestDatabase.shared().app().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 10; i++) { // with plans for these values, and with those for all
        connection.createStatement().execute(ask);
      }
      assertThat(readThrough(connection)).isEqualTo("cart 0, cart_order 0, quote 0");
    }
  }

  private static String readThrough(Connection connection) throws SQLException {
    try (var row =
        connection
            .createStatement()
            .executeQuery(
                """
                select string_agg(relname || ' ' || seq_scan, ', ' order by relname)
                  from pg_stat_xact_user_tables where relname in ('cart', 'cart_order', 'quote')
                """)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Days on which other tests make nothing: what PostgreSQL knows of dates is of all clinics. */
  @Test
  void theCartsOfSomeDaysAreFoundAndSummedByTheirDate(@Autowired CartQueries carts)
      throws SQLException {
    var now = Instant.now();
    for (var statuses : List.of(List.<CartStatus>of(), List.of(CartStatus.DRAFT))) {
      var query =
          new CartCriteria(null, null, statuses, null, CartSort.TOTAL, false)
              .created(now.minus(Duration.ofDays(13)), now.minus(Duration.ofDays(10)));
      Runnable asked = () -> carts.summed(query, 1, PAGE);
      for (var clinic : both()) {
        var found =
            statements.sentDuring(() -> CurrentTenant.within(clinic.id(), asked)).stream()
                .filter(one -> one.sql().contains("created_date >="))
                .toList();
        assertThat(found).hasSize(1);
        var plan = PLANS.assertNothingIsReadThrough(clinic, found.getFirst());
        assertThat(PLANS.rowsRead(plan)).as(plan::toPrettyString).isLessThan(500);
      }
    }
  }

  @Test
  void whatIsSearchedForIsLookedForOnceThoughItIsSummed(@Autowired CartQueries carts)
      throws SQLException {
    for (var clinic : both()) {
      var somebody = clinic.api().get("/billing/cart?size=1").at("/data/0/patient/lastName");
      var query = new CartCriteria(null, null, List.of(), somebody, CartSort.CREATED_DATE, false);
      var sent =
          statements.sentDuring(
              () -> CurrentTenant.within(clinic.id(), () -> carts.summed(query, 1, PAGE)));
      assertThat(sent).filteredOn(one -> one.sql().contains("cart_search(")).hasSize(1);
      var sums = sent.stream().filter(one -> one.sql().contains("sum(c.total)")).toList();
      assertThat(sums).hasSize(1);
      PLANS.assertNothingIsReadThrough(clinic, sums.getFirst());
    }
  }

  /**
   * What a word of many carts finds is the beginning of the list, found without counting it all.
   */
  @ParameterizedTest
  @ValueSource(strings = {"CREATED_DATE", "UPDATED_DATE", "EXPIRES_DATE", "TOTAL", "PATIENT_NAME"})
  void whatASearchForManyTellsIsTheBeginningOfTheList(CartSort sort, @Autowired CartQueries carts)
      throws SQLException {
    var statuses = List.of(CartStatus.DRAFT, CartStatus.EXPIRED, CartStatus.ACCEPTED);
    for (var narrowed : List.of(List.<CartStatus>of(), statuses)) {
      var query =
          new CartCriteria(null, null, narrowed, "ser", sort, sort == CartSort.PATIENT_NAME);
      var pages = List.of(1, 7, 500 / PAGE);
      var sent =
          statements.sentDuring(
              () ->
                  CurrentTenant.within(
                      big.id(),
                      () -> {
                        for (int page : pages) {
                          var first = carts.summed(query, page, PAGE);
                          assertThat(first.isMore()).isTrue();
                          assertThat(first.sums()).isEmpty();
                          assertThat(first.page().total()).isEqualTo(500);
                          assertThat(first.page().data())
                              .isEqualTo(carts.page(query, page, PAGE).data());
                        }
                        assertThat(carts.summed(query, 500 / PAGE + 1, PAGE).page().data())
                            .isEmpty();
                      }));
      var walks = sent.stream().filter(one -> one.sql().contains("probe")).toList();
      assertThat(walks).hasSize(pages.size() + 1);
      PLANS.assertNothingIsReadThrough(big, walks.getFirst());
    }
  }

  @Test
  void whatASearchForFewTellsIsAllOfIt(@Autowired CartQueries carts) {
    var somebody = big.api().get("/billing/cart?size=1").at("/data/0/patient/lastName");
    var query = new CartCriteria(null, null, List.of(), somebody, CartSort.TOTAL, true);
    CurrentTenant.within(
        big.id(),
        () -> {
          var told = carts.summed(query, 1, PAGE);
          assertThat(told.isMore()).isFalse();
          assertThat(told.sums()).isNotEmpty();
          assertThat(told.page()).isEqualTo(carts.page(query, 1, PAGE));
        });
  }

  /** Lists that stop after a few, whose numbers stop as well, and sums between two moments. */
  @Test
  void whatTheDeskSeesAtOnceIsAFewWalksAlongIndexes(
      @Autowired CartGlances carts,
      @Autowired QuoteGlances quotes,
      @Autowired ChargeGlances charges,
      @Autowired QuoteFigures quoteFigures,
      @Autowired ChargeFigures chargeFigures)
      throws SQLException {
    var now = Instant.now();
    // Few days, and such on which no other test sells anything: PostgreSQL's statistics of dates
    // are of all clinics.
    var last = now.minus(Duration.ofDays(10));
    var bounds = List.of(last.minus(Duration.ofDays(2)), last.minus(Duration.ofDays(1)), last);
    var most =
        Map.<Runnable, Integer>of(
            () -> quotes.waiting(6),
            600,
            () -> quotes.runningOut(now.plus(Duration.ofDays(8)), 6),
            600,
            () -> quotes.answered(now.minus(Duration.ofDays(2)), 6),
            600,
            () -> carts.quiet(now.minus(Duration.ofDays(44)), now.minus(Duration.ofDays(30)), 6),
            1_000,
            () -> charges.unpaid(6),
            400,
            () -> quoteFigures.sent(bounds),
            2_000,
            () -> quoteFigures.accepted(bounds),
            2_000,
            () -> chargeFigures.paid(bounds),
            2_000,
            () -> chargeFigures.discounts(bounds),
            4_000);
    for (var one : most.entrySet()) {
      for (var clinic : both()) {
        for (var sent :
            statements.sentDuring(() -> CurrentTenant.within(clinic.id(), one.getKey()))) {
          if (sent.sql().contains(" from ")) {
            var plan = AT_THE_DESK.assertNothingIsReadThrough(clinic, sent);
            assertThat(Plans.pages(plan))
                .as(() -> sent.sql() + plan.toPrettyString())
                .isLessThanOrEqualTo(one.getValue());
          }
        }
      }
    }
  }

  /** What finds and counts the carts of a list. */
  private List<Sent> sentFor(Clinic clinic, String path) {
    var sent =
        statements.sentDuring(() -> clinic.api().get(path).ok()).stream()
            .filter(one -> CartPlansTests.finds(one.sql()))
            .toList();
    assertThat(sent).as(path).isNotEmpty();
    return sent;
  }

  private static boolean finds(String sql) {
    return sql.contains("cart_tally")
        || sql.contains(" as ids")
        || sql.contains("created_date, c.id) <");
  }
}
