package org.cartwright.console.charges;

import java.util.List;
import java.util.Map;
import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.charges.reading.ChargeCriteria;
import org.cartwright.console.page.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is asked for. Whatever an address says that cannot be is left out, so that each
 * address leads to a list.
 *
 * @param search empty for none
 * @param page from 1 on
 */
record ChargeFilter(String search, @Nullable ChargeStatus status, int page) {

  static final int SIZE = 25;

  /** Those that there are here. */
  static final List<ChargeStatus> STATUSES =
      List.of(
          ChargeStatus.OUTSTANDING, ChargeStatus.PAID, ChargeStatus.REFUNDED, ChargeStatus.VOID);

  static ChargeFilter of(String search, String status, String page) {
    return new ChargeFilter(
        Asked.search(search, ChargeCriteria.LONGEST_SEARCH),
        STATUSES.stream().filter(it -> it.name().equals(status)).findFirst().orElse(null),
        Asked.page(page));
  }

  ChargeCriteria criteria() {
    return new ChargeCriteria(search.isEmpty() ? null : search, status);
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || status != null;
  }

  /** Where another page of the same is; also for the template. */
  public String at(int other) {
    var address = UriComponentsBuilder.fromPath(ChargesController.PATH);
    if (!search.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (status != null) {
      address.queryParam("status", status);
    }
    if (other > 1) {
      address.queryParam("page", other);
    }
    return address.encode().buildAndExpand(Map.of("q", search)).toUriString();
  }
}
