package org.cartwright.console.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.reading.CartGlances;
import org.cartwright.charges.reading.ChargeGlance;
import org.cartwright.charges.reading.ChargeGlances;
import org.cartwright.console.page.Age;
import org.cartwright.console.today.TodayList.Row;
import org.cartwright.platform.trail.Trail;
import org.cartwright.quotes.reading.QuoteGlance;
import org.cartwright.quotes.reading.QuoteGlances;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what is to be done today, at one moment: each list with one statement, however many carts,
 * quotes and charges there are.
 */
@Service
class TodayBoard {

  private static final int FIRST = 6;
  private static final int SOON_DAYS = 7;

  /** What went quiet longer ago is no news. */
  private static final Duration LATELY = Duration.ofDays(14);

  private final QuoteGlances quotes;
  private final CartGlances carts;
  private final ChargeGlances charges;
  private final Tenants tenants;
  private final Clock clock;

  TodayBoard(
      QuoteGlances quotes, CartGlances carts, ChargeGlances charges, Tenants tenants, Clock clock) {
    this.quotes = quotes;
    this.carts = carts;
    this.charges = charges;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** The lists, in the order in which they are looked at. Days are the clinic's. */
  @Transactional(readOnly = true)
  public List<TodayList> read() {
    var tenant = tenants.current();
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, tenant.timeZone());
    var yesterday = today.minusDays(1).atStartOfDay(tenant.timeZone()).toInstant();
    var soon = today.plusDays(SOON_DAYS + 1L).atStartOfDay(tenant.timeZone()).toInstant();
    var quiet = now.minus(Duration.ofDays(tenant.inactivityDays()));
    var locale = tenant.locale();
    return List.of(
        TodayList.of(
            "answered",
            quotes.answered(yesterday, FIRST),
            it -> quote(it, Objects.requireNonNull(it.respondedDate()), false, tenant, now),
            null,
            locale),
        TodayList.of(
            "soon",
            quotes.runningOut(soon, FIRST),
            it -> quote(it, it.createdDate(), true, tenant, now),
            null,
            locale),
        TodayList.of(
            "waiting",
            quotes.waiting(FIRST),
            it -> quote(it, Objects.requireNonNull(it.sentDate()), false, tenant, now),
            null,
            locale),
        TodayList.of(
            "unpaid",
            charges.unpaid(FIRST),
            it -> charge(it, tenant, now),
            "/console/charges?status=OUTSTANDING",
            locale),
        TodayList.of(
            "quiet",
            carts.quiet(quiet.minus(LATELY), quiet, FIRST),
            it -> cart(it, tenant, now),
            "/console/carts?status=ABANDONED&order=changed",
            locale));
  }

  private static Row quote(QuoteGlance it, Instant date, boolean ends, Tenant tenant, Instant now) {
    Trail.shows("quote", it.id());
    Trail.shows("patient", it.patient().id());
    return new Row(
        "/console/quotes/" + it.id(),
        it.patient().fullName(),
        Objects.requireNonNullElse(it.title(), ""),
        "quote.status." + it.status(),
        it.status().name(),
        money(tenant, it.currency(), it.total()),
        date,
        Age.between(date, now),
        ends ? it.validUntilDate() : null);
  }

  private static Row cart(CartGlances.CartGlance it, Tenant tenant, Instant now) {
    Trail.shows("cart", it.id());
    Trail.shows("patient", it.patient().id());
    return new Row(
        "/console/carts/" + it.id(),
        it.patient().fullName(),
        "",
        "cart.status." + it.status(),
        it.status().name(),
        money(tenant, it.currency(), it.total()),
        it.updatedDate(),
        Age.between(it.updatedDate(), now),
        null);
  }

  private static Row charge(ChargeGlance it, Tenant tenant, Instant now) {
    Trail.shows("charge", it.id());
    Trail.shows("patient", it.patient().id());
    var isPartly = it.outstanding() < it.total();
    return new Row(
        "/console/charges/" + it.id(),
        it.patient().fullName(),
        "",
        isPartly ? "today.partly" : "happening.charge." + it.status(),
        it.status().name(),
        money(tenant, it.currency(), it.outstanding()),
        it.createdDate(),
        Age.between(it.createdDate(), now),
        null);
  }

  private static String money(Tenant tenant, Currency currency, long cents) {
    return tenant.figures(currency).money(cents);
  }
}
