package org.cartwright.console.drafts;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.page.Age;
import org.cartwright.console.page.Asked;
import org.cartwright.orders.dashboard.DraftPage;
import org.cartwright.orders.dashboard.DraftSummary;
import org.cartwright.tenancy.Tenant;

/**
 * A page of drafts as it is shown.
 *
 * @param total how many there are on all pages, as the shop writes it
 * @param pages how many of those there are
 */
record DraftListing(List<Row> rows, List<Sum> sums, String total, long count, int page, int pages) {

  /**
   * A draft.
   *
   * @param customer empty for nobody yet
   * @param phone empty for none
   * @param age how long ago it was made
   */
  record Row(
      String id,
      String customer,
      String phone,
      String market,
      int items,
      String money,
      CartStatus status,
      Age age,
      Instant created) {}

  /** What those of one market come to. */
  record Sum(String market, String count, String money) {}

  static DraftListing of(DraftPage found, DraftFilter filter, Tenant tenant, Instant now) {
    var numbers = NumberFormat.getIntegerInstance(tenant.locale());
    return new DraftListing(
        found.data().stream().map(draft -> row(draft, now)).toList(),
        found.totals().stream()
            .map(
                sum -> new Sum(sum.marketCode(), numbers.format(sum.count()), sum.formattedTotal()))
            .toList(),
        numbers.format(found.total()),
        found.total(),
        filter.page(),
        Asked.pages(found.total(), DraftFilter.SIZE));
  }

  private static Row row(DraftSummary draft, Instant now) {
    var customer = draft.customer();
    return new Row(
        draft.id(),
        customer == null ? "" : customer.name(),
        customer == null || customer.phone() == null ? "" : customer.phone(),
        draft.market().name(),
        draft.itemCount(),
        draft.formattedTotal(),
        draft.status(),
        Age.between(draft.createdDate(), now),
        draft.createdDate());
  }
}
