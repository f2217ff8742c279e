package org.cartwright.carts.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.carts.ServedCart;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases.Seeds;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Totals are kept and not counted, and are what counting would find, whatever becomes of carts. */
@CartwrightTest
class CartTallyTests {

  private static final int THREADS = 16;

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private CartExpiry oldCarts;

  private QuoteDesk desk;
  private String patient;
  private String item;

  @BeforeEach
  void openADesk() {
    desk = QuoteDesk.of(clinics.open());
    patient = desk.patient();
    item = desk.clinic().item("Serum", 1250);
  }

  @Seeds(usually = 2, all = 12)
  void totalsAreWhatCountingFinds(long seed) {
    var random = new Random(seed);
    var carts = new ArrayList<Answer>();
    int[] hours = {0};
    for (int step = 0; step < 60; step++) {
      boolean looks = step % 4 == 3;
      hours[0] += random.nextInt(4) == 0 ? random.nextInt(24 * 20) : 0;
      clock.in(
          Duration.ofHours(hours[0]),
          () -> {
            move(random, carts);
            if (looks) {
              assertTotals(random);
            }
          });
    }
    clock.in(
        Duration.ofHours(hours[0]),
        () -> {
          goRound();
          assertTotals(random);
        });
    assertOrderIsThatOfTheCarts();
  }

  /** The minute's round, as far as it concerns this clinic. */
  private void goRound() {
    CurrentTenant.within(desk.clinic().id(), oldCarts::catchUp);
  }

  private void move(Random random, List<Answer> carts) {
    if (carts.isEmpty() || random.nextInt(3) == 0) {
      carts.add(open(random));
      return;
    }
    var cart = carts.get(random.nextInt(carts.size()));
    var path = ServedCart.path(cart);
    // Some of these are refused, as the cart may be where it cannot go there from.
    switch (random.nextInt(9)) {
      case 0 -> desk.api().post(path + "/items", line(item));
      case 1 -> desk.api().put(path, ServedCart.sentBackWith(cart, aCart().status("ABANDONED")));
      case 2 -> desk.api().put(path, ServedCart.sentBackWith(cart, aCart().status("DRAFT")));
      case 3 -> desk.api().delete(path);
      case 4 -> desk.api().post(path + "/convert-to-charge", body().with("cartId", cart.at("/id")));
      case 5 -> goRound();
      case 6 -> desk.api().post("/billing/cart/expire-old?days_old=9", "");
      case 7 -> quote(cart, random);
      default -> desk.api().put(path, ServedCart.sentBackWith(cart, aCart().by(desk.provider())));
    }
  }

  private Answer open(Random random) {
    var creator = random.nextBoolean() ? desk.provider() : null;
    var expires =
        random.nextBoolean() ? clock.instant().plus(Duration.ofDays(1 + random.nextInt(20))) : null;
    return desk.api()
        .post(
            "/billing/cart",
            aCart()
                .of(patient)
                .with("creatorId", creator)
                .with("expiresDate", expires)
                .with(line(item)))
        .ok();
  }

  private void quote(Answer cart, Random random) {
    var until = clock.instant().plus(Duration.ofDays(1 + random.nextInt(9)));
    var quote = desk.quote(cart, aQuote().validUntil(until));
    if (quote.status() == 200 && desk.send(quote, "email").status() == 200) {
      switch (random.nextInt(4)) {
        case 0 -> desk.answer(quote, "accept").ok();
        case 1 -> desk.answer(quote, "decline").ok();
        case 2 -> desk.withdraw(quote).ok();
        default -> {}
      }
    }
  }

  private void assertTotals(Random random) {
    assertThat(total("")).isEqualTo(counted(List.of(CartStatus.values()), null));
    var statuses = new ArrayList<>(List.of(CartStatus.values()));
    Collections.shuffle(statuses, random);
    for (var some : List.of(statuses.subList(0, 1), statuses.subList(0, 2))) {
      var filter = "&statuses=" + some.getFirst() + "&statuses=" + some.getLast();
      assertThat(total(filter)).as(filter).isEqualTo(counted(some, null));
      filter += "&creator_id=" + desk.provider();
      assertThat(total(filter)).as(filter).isEqualTo(counted(some, desk.provider()));
    }
  }

  /** What is served as total, which fits what is served as pages. */
  private long total(String filter) {
    var page = desk.api().get("/billing/cart?size=100&sort_by=updated_date" + filter).ok();
    long total = page.number("/total");
    assertThat(page.json().get("data").size()).as(filter).isEqualTo((int) Math.min(100, total));
    return total;
  }

  private long counted(List<CartStatus> statuses, @Nullable String creator) {
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql(
                        """
                    select count(*) from cart c
                     where c.tenant_id = :tenant and c.archived_date is null
                       and (cast(:creator as text) is null or c.creator_id = :creator)
                       and cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                               cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, :now), :now) in (:statuses)
                    """)
                    .param("tenant", desk.clinic().id())
                    .param("creator", creator)
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .param("statuses", statuses.stream().map(Enum::name).toList())
                    .query(Long.class)
                    .single());
  }

  private void assertOrderIsThatOfTheCarts() {
    var differences =
        TestDatabase.shared()
            .askAsSuperuser(
                client ->
                    client
                        .sql(
                            """
                        (select id, creator_id, status, updated_date, total from cart
                          where tenant_id = :tenant and archived_date is null
                         except select id, creator_id, status, updated_date, total from cart_order
                          where tenant_id = :tenant)
                        union all
                        (select id, creator_id, status, updated_date, total from cart_order
                          where tenant_id = :tenant
                         except select id, creator_id, status, updated_date, total from cart
                          where tenant_id = :tenant and archived_date is null)
                        """)
                        .param("tenant", desk.clinic().id())
                        .query()
                        .listOfRows());
    assertThat(differences).isEmpty();
  }

  @Test
  void manyAtOnceAreCountedWhileTheTallyIsFolded() {
    AtOnce.all(
        IntStream.range(0, THREADS)
            .mapToObj(
                thread ->
                    (Callable<Boolean>)
                        () -> {
                          var random = new Random(thread);
                          for (int n = 0; n < 12; n++) {
                            if (thread < 3) {
                              goRound();
                            } else {
                              come(random);
                            }
                          }
                          return true;
                        })
            .toList());

    for (var status : CartStatus.values()) {
      assertThat(total("&statuses=" + status)).isEqualTo(counted(List.of(status), null));
    }
    assertThat(total("")).isBetween(20L, 13L * 12);
    assertOrderIsThatOfTheCarts();
  }

  /** A cart comes, and sometimes goes. */
  private void come(Random random) {
    var cart = open(random);
    switch (random.nextInt(3)) {
      case 0 ->
          desk.api()
              .put(
                  ServedCart.path(cart), ServedCart.sentBackWith(cart, aCart().status("ABANDONED")))
              .ok();
      case 1 -> desk.api().delete(ServedCart.path(cart)).ok();
      default -> {}
    }
  }

  @Test
  void foldedTwiceAtOnceItCountsOnce() {
    var random = new Random(1);
    for (int n = 0; n < 70; n++) {
      open(random);
    }
    assertThat(tallyRows()).isEqualTo(70);

    AtOnce.all(
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    (Callable<Boolean>)
                        () -> {
                          goRound();
                          return true;
                        })
            .toList());

    assertThat(tallyRows()).isEqualTo(2);
    assertThat(total("")).isEqualTo(70);
  }

  private long tallyRows() {
    return TestDatabase.shared()
        .askAsSuperuser(
            client ->
                client
                    .sql("select count(*) from cart_tally where tenant_id = ?")
                    .param(desk.clinic().id())
                    .query(Long.class)
                    .single());
  }
}
