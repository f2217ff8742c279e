package org.cartwright.console.charges;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.console.page.Age;
import org.cartwright.platform.paging.Page;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of charges as it is shown.
 *
 * @param total how many there are on all pages, as the clinic writes it
 * @param pages how many of those there are
 */
record ChargeListing(List<Row> rows, String total, long count, int page, int pages) {

  private static final int MOST_NAMES = 3;

  /**
   * A charge.
   *
   * @param items the names of the first things on it
   * @param more how many there are besides
   * @param owed what is still owed, if anything is
   * @param age how long ago it was opened
   */
  record Row(
      String id,
      String patient,
      @Nullable String phone,
      String items,
      int more,
      String money,
      @Nullable String owed,
      ChargeStatus status,
      Age age,
      Instant created) {}

  static ChargeListing of(
      Page<ChargeDetailWithItems> found,
      Map<String, Currency> currencies,
      ChargeFilter filter,
      Tenant tenant,
      Instant now) {
    var pages = (found.total() + ChargeFilter.SIZE - 1) / ChargeFilter.SIZE;
    return new ChargeListing(
        found.data().stream()
            .map(
                charge ->
                    row(
                        charge,
                        currencies.getOrDefault(charge.id(), tenant.currency()),
                        tenant,
                        now))
            .toList(),
        NumberFormat.getIntegerInstance(tenant.locale()).format(found.total()),
        found.total(),
        filter.page(),
        (int) Math.max(1, Math.min(Integer.MAX_VALUE, pages)));
  }

  private static Row row(
      ChargeDetailWithItems charge, Currency currency, Tenant tenant, Instant now) {
    var figures = tenant.figures(currency);
    var patient = charge.patient();
    return new Row(
        charge.id(),
        ChargeSheet.named(patient),
        patient == null ? null : patient.phoneNumber(),
        charge.items().stream()
            .limit(MOST_NAMES)
            .map(item -> ChargeSheet.orNothing(item.name()))
            .collect(Collectors.joining(", ")),
        Math.max(0, charge.items().size() - MOST_NAMES),
        figures.money(charge.total()),
        charge.totalOutstanding() == 0 ? null : figures.money(charge.totalOutstanding()),
        charge.status(),
        Age.between(charge.createdDate(), now),
        charge.createdDate());
  }
}
