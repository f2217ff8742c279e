package org.cartwright.console.patients;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.reading.CartGlances;
import org.cartwright.charges.reading.ChargeGlances;
import org.cartwright.console.page.Age;
import org.cartwright.orders.reading.OrderGlances;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.trail.Trail;
import org.cartwright.quotes.reading.QuoteGlances;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything of a patient's by date: carts, quotes, charges and orders, one statement for each. */
@Component
class PatientHistory {

  private static final int MOST = 20;

  private final CartGlances carts;
  private final QuoteGlances quotes;
  private final ChargeGlances charges;
  private final OrderGlances orders;
  private final Tenants tenants;
  private final Clock clock;

  PatientHistory(
      CartGlances carts,
      QuoteGlances quotes,
      ChargeGlances charges,
      OrderGlances orders,
      Tenants tenants,
      Clock clock) {
    this.carts = carts;
    this.quotes = quotes;
    this.charges = charges;
    this.orders = orders;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * A part of it.
   *
   * @param isBeginning whether nothing is newer
   * @param older where what is older begins; absent if nothing is
   */
  record Part(List<Entry> entries, boolean isBeginning, @Nullable String older) {}

  /**
   * A cart, quote, charge or order.
   *
   * @param kind {@code cart}, {@code quote}, {@code charge} or {@code order}
   * @param name what it is called beside that, if anything
   * @param status of its kind
   * @param owed what is still owed, of a charge of which something is
   */
  record Entry(
      String kind,
      String id,
      String path,
      String name,
      String status,
      String money,
      @Nullable String owed,
      Instant date,
      Age age) {}

  /** The part that begins behind a place. */
  Part of(String patientId, KeysetPosition before) {
    var all = new ArrayList<Entry>();
    for (var it : carts.ofPatient(patientId, before, MOST + 1)) {
      all.add(entry("cart", it.id(), "", it.status(), it.total(), it.currency(), it.createdDate()));
    }
    for (var it : quotes.ofPatient(patientId, before, MOST + 1)) {
      var title = Objects.requireNonNullElse(it.title(), "");
      all.add(
          entry("quote", it.id(), title, it.status(), it.total(), it.currency(), it.createdDate()));
    }
    for (var it : charges.ofPatient(patientId, before, MOST + 1)) {
      var entry =
          entry("charge", it.id(), "", it.status(), it.total(), it.currency(), it.createdDate());
      all.add(
          it.outstanding() == 0 || it.outstanding() == it.total()
              ? entry
              : owing(entry, money(it.currency(), it.outstanding())));
    }
    for (var it : orders.ofCustomer(patientId, before, MOST + 1)) {
      var number = it.number().toString();
      all.add(
          entry(
              "order", it.id(), number, it.status(), it.total(), it.currency(), it.createdDate()));
    }
    all.sort(Comparator.comparing(PatientHistory::place, HistoryPlace.NEWEST_FIRST));
    var shown = all.stream().limit(MOST).toList();
    shown.forEach(PatientHistory::tell);
    return new Part(
        shown,
        before.equals(KeysetPosition.BEGINNING),
        all.size() > MOST ? HistoryPlace.written(place(shown.getLast())) : null);
  }

  private static void tell(Entry entry) {
    Trail.shows(entry.kind().equals("order") ? "placed-order" : entry.kind(), entry.id());
  }

  private static KeysetPosition place(Entry entry) {
    return new KeysetPosition(entry.date(), entry.id());
  }

  private Entry entry(
      String kind,
      String id,
      String name,
      Enum<?> status,
      long total,
      Currency currency,
      Instant date) {
    return new Entry(
        kind,
        id,
        "/console/" + kind + "s/" + id,
        name,
        status.name(),
        money(currency, total),
        null,
        date,
        Age.between(date, clock.instant()));
  }

  private static Entry owing(Entry it, String owed) {
    return new Entry(
        it.kind(),
        it.id(),
        it.path(),
        it.name(),
        it.status(),
        it.money(),
        owed,
        it.date(),
        it.age());
  }

  private String money(Currency currency, long cents) {
    return tenants.current().figures(currency).money(cents);
  }
}
