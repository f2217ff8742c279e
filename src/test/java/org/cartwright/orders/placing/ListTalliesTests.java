package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartwright.carts.ServedCart;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.orders.Shop;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * What lists of drafts and orders come to is kept and not counted, and is what counting would find,
 * whatever becomes of them.
 */
@CartwrightTest
class ListTalliesTests {

  private static final List<String> SORTS =
      List.of("created_date", "updated_date", "total", "customer");

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;

  /** In which order something is looked for, whatever else is drawn. */
  private final Random choice = new Random(1);

  private OrderDesk desk;
  private String gulf;
  private String mug;
  private String provider;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    gulf = Shop.market(desk.shop().clinic(), "KW", "KWD", "KW", false);
    mug = desk.shop().item("Mug", 1000);
    provider = desk.shop().clinic().provider();
    desk.shop()
        .price(
            mug,
            body().with("marketId", desk.shop().market()).with("price", 1000),
            body().with("marketId", gulf).with("price", 1234));
  }

  @Seeds(usually = 2, all = 12)
  void totalsAreWhatCountingFinds(long seed) {
    var random = new Random(seed);
    var drafts = new ArrayList<Answer>();
    var orders = new ArrayList<Answer>();
    int[] hours = {0};
    for (int step = 0; step < 80; step++) {
      boolean looks = step % 8 == 7;
      hours[0] += random.nextInt(4) == 0 ? random.nextInt(24 * 12) : 0;
      clock.in(
          Duration.ofHours(hours[0]),
          () -> {
            move(random, drafts, orders);
            if (looks) {
              assertTotals(random, Cases.of(1, SORTS.size()));
            }
          });
    }
    clock.in(
        Duration.ofHours(hours[0]),
        () -> {
          goRound();
          assertTotals(random, SORTS.size());
        });
    assertOrderIsThatOfTheDrafts();
    assertThat(orders).isNotEmpty();
  }

  /** The minute's round, as far as it concerns this shop. */
  private void goRound() {
    CurrentTenant.within(desk.shop().clinic().id(), oldCarts::catchUp);
  }

  private void move(Random random, List<Answer> drafts, List<Answer> orders) {
    if (drafts.isEmpty() || random.nextInt(3) == 0) {
      drafts.add(open(random));
      return;
    }
    var draft = drafts.get(random.nextInt(drafts.size()));
    var path = OrderDesk.draftPath(draft);
    // Some of these are refused, as the draft may be where it cannot go there from.
    switch (random.nextInt(12)) {
      case 0 -> desk.api().post(path + "/items", line(mug).quantity(1 + random.nextInt(9)));
      case 1 -> changeALine(draft, random);
      case 2 -> desk.api().patch(path, body().with("marketId", gulf).with("confirmPrices", true));
      case 3 -> desk.api().patch(path, body().with("customerId", desk.shop().clinic().patient()));
      case 4 -> desk.api().delete(path);
      case 5 -> goRound();
      case 6 -> move(draft, CartStatus.ABANDONED);
      case 7 -> move(draft, CartStatus.DRAFT);
      case 8 -> quote(draft, random);
      case 9 -> desk.api().post("/billing/cart/expire-old?days_old=9", "");
      default -> place(draft, orders, random);
    }
  }

  private Answer open(Random random) {
    var expires =
        random.nextBoolean() ? clock.instant().plus(Duration.ofDays(1 + random.nextInt(20))) : null;
    var draft = desk.order(mug, 1 + random.nextInt(5)).with("expiresDate", expires);
    return random.nextInt(3) == 0
        ? desk.draft(body().with("marketId", gulf).with("items", list(line(mug))))
        : desk.draft(draft);
  }

  private void changeALine(Answer draft, Random random) {
    var now = desk.api().get(OrderDesk.draftPath(draft));
    if (now.status() == 200 && now.json().at("/items/0").isObject()) {
      desk.api()
          .put(
              OrderDesk.draftPath(draft) + "/items/" + now.at("/items/0/id"),
              line().quantity(1 + random.nextInt(20)));
    }
  }

  private void move(Answer draft, CartStatus status) {
    var path = "/billing/cart/" + draft.at("/id");
    var cart = desk.api().get(path);
    if (cart.status() == 200) {
      desk.api().put(path, ServedCart.sentBackWith(cart, aCart().status(status.name())));
    }
  }

  private void quote(Answer draft, Random random) {
    var cart = desk.api().get("/billing/cart/" + draft.at("/id"));
    if (cart.status() != 200) {
      return;
    }
    var until = clock.instant().plus(Duration.ofDays(1 + random.nextInt(9)));
    var quote =
        desk.api()
            .post(
                "/billing/quote",
                aQuote(cart.at("/patient/id"), cart.at("/id")).by(provider).validUntil(until));
    if (quote.status() == 200) {
      var named = body().with("quoteId", quote.at("/id"));
      desk.api().post("/billing/quote/send", body().with("method", "sms").and(named));
      var response = random.nextInt(3);
      if (response < 2) {
        desk.api()
            .post(
                "/billing/quote/respond",
                body().with("response", response == 0 ? "accept" : "decline").and(named));
      }
    }
  }

  private void place(Answer draft, List<Answer> orders, Random random) {
    var placed = desk.place(draft);
    if (placed.status() == 200) {
      orders.add(placed);
    }
    if (!orders.isEmpty()) {
      var order = orders.get(random.nextInt(orders.size()));
      switch (random.nextInt(3)) {
        case 0 -> desk.approve(order);
        case 1 -> desk.cancel(order);
        default -> desk.report(order, "DELIVERED");
      }
    }
  }

  /** Of what is found in so many of the orders there are, whichever. */
  private void assertTotals(Random random, int orders) {
    assertFound("", List.of(CartStatus.values()), null, some(orders, choice));
    assertFound("&market_id=" + gulf, List.of(CartStatus.values()), gulf, some(orders, choice));
    var statuses = new ArrayList<>(List.of(CartStatus.values()));
    Collections.shuffle(statuses, random);
    for (var some : List.of(statuses.subList(0, 1), statuses.subList(0, 2))) {
      var filter = "&statuses=" + some.getFirst() + "&statuses=" + some.getLast();
      assertFound(filter, some, null, some(orders, choice));
      assertFound(filter + "&market_id=" + gulf, some, gulf, some(orders, choice));
      assertFound(filter + "&total_from=0", some, null, some(orders, choice));
      assertFound(filter + "&search=cart", some, null, some(orders, choice));
    }
    for (var status : OrderStatus.values()) {
      assertThat(desk.api().get("/orders?statuses=" + status).ok().number("/total"))
          .as(status.name())
          .isEqualTo(
              number(
                  "select count(*) from placed_order where tenant_id = :tenant and status = :s",
                  status));
    }
  }

  private static List<String> some(int orders, Random choice) {
    var sorts = new ArrayList<>(SORTS);
    Collections.shuffle(sorts, choice);
    return sorts.subList(0, orders);
  }

  /** What is served as totals, and stands on pages in these orders. */
  private void assertFound(
      String filter, List<CartStatus> statuses, @Nullable String market, List<String> sorts) {
    var counted = counted(statuses, market);
    for (var sort : sorts) {
      var page = desk.api().get("/orders/drafts?per_page=1000&sort_by=" + sort + filter).ok();
      var totals = new TreeMap<String, List<Long>>();
      page.json()
          .get("totals")
          .forEach(
              one ->
                  totals.put(
                      one.get("marketId").asString(),
                      List.of(one.get("count").longValue(), one.get("total").longValue())));
      assertThat(totals).as(filter).isEqualTo(counted);
      assertThat(page.number("/total"))
          .isEqualTo(counted.values().stream().mapToLong(List::getFirst).sum());
      assertThat(summed(page.json().get("data"))).as(sort + filter).isEqualTo(counted);
    }
  }

  private static Map<String, List<Long>> summed(JsonNode data) {
    var sums = new TreeMap<String, List<Long>>();
    data.forEach(
        draft ->
            sums.merge(
                draft.at("/market/id").asString(),
                List.of(1L, draft.get("total").longValue()),
                (a, b) -> List.of(a.getFirst() + b.getFirst(), a.getLast() + b.getLast())));
    return sums;
  }

  private Map<String, List<Long>> counted(List<CartStatus> statuses, @Nullable String market) {
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql(
                        """
                    select c.market_id, count(*) as drafts, sum(c.total) as total from cart c
                     where c.tenant_id = :tenant and c.archived_date is null and c.status <> 'CONVERTED'
                       and c.market_id is not null and (cast(:market as text) is null or c.market_id = :market)
                       and cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                               cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, :now), :now) in (:statuses)
                     group by c.market_id
                    """)
                    .param("tenant", desk.shop().clinic().id())
                    .param("market", market)
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("statuses", statuses.stream().map(Enum::name).toList())
                    .query(
                        (row, n) ->
                            Map.entry(
                                row.getString("market_id"),
                                List.of(row.getLong("drafts"), row.getLong("total"))))
                    .list()
                    .stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
  }

  private long number(String sql, OrderStatus status) {
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql(sql)
                    .param("tenant", desk.shop().clinic().id())
                    .param("s", status.name())
                    .query(Long.class)
                    .single());
  }

  private void assertOrderIsThatOfTheDrafts() {
    var columns = "id, patient_id, market_id, status, created_date, updated_date, total";
    var drafts =
        "select %s from cart where tenant_id = :tenant and market_id is not null and archived_date is null and status <> 'CONVERTED'"
            .formatted(columns);
    var kept = "select %s from draft_cart_order where tenant_id = :tenant".formatted(columns);
    var differences =
        TestDatabase.shared()
            .askAsSuperuser(
                client ->
                    client
                        .sql(
                            "(%1$s except %2$s) union all (%2$s except %1$s)"
                                .formatted(drafts, kept))
                        .param("tenant", desk.shop().clinic().id())
                        .query()
                        .listOfRows());
    assertThat(differences).isEmpty();
  }

  @Test
  void linesThatChangeAtOnceAreSummedWhileTheTallyIsFolded() {
    AtOnce.all(
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    (Callable<Boolean>)
                        () -> {
                          var random = new Random(thread);
                          var draft = thread < 2 ? null : desk.draft(mug, 1);
                          for (int n = 0; n < 15; n++) {
                            if (draft == null) {
                              goRound();
                            } else {
                              changeALine(draft, random);
                            }
                          }
                          return true;
                        })
            .toList());

    assertFound("", List.of(CartStatus.values()), null, SORTS);
    goRound();
    assertFound("", List.of(CartStatus.values()), null, SORTS);
    assertThat(tallyRows("draft_cart_tally")).isLessThan(52);
  }

  @Test
  void fiftyOrdersAreCountedInAFewRows() {
    for (int n = 0; n < 52; n++) {
      var order = desk.place(desk.draft(mug, 1)).ok();
      if (n % 2 == 0) {
        desk.approve(order).ok();
      }
    }

    assertThat(tallyRows("order_tally")).isLessThan(10);
    for (var status : Arrays.asList(OrderStatus.PENDING, OrderStatus.APPROVED)) {
      assertThat(desk.api().get("/orders?statuses=" + status).ok().number("/total")).isEqualTo(26);
    }
  }

  private long tallyRows(String tally) {
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql("select count(*) from " + tally + " where tenant_id = ?")
                    .param(desk.shop().clinic().id())
                    .query(Long.class)
                    .single());
  }
}
