package org.cartwright.console.coupons;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ListOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the list is asked for.
 *
 * @param search empty for none
 * @param state {@link #ACTIVE}, {@link #INACTIVE} or empty for both
 * @param page from 1 on
 */
record CouponFilter(String search, String state, CouponSequence order, int page) {

  static final int SIZE = 25;

  static final String ACTIVE = "active";
  static final String INACTIVE = "inactive";

  static CouponFilter of(String search, String state, String order, String page) {
    return new CouponFilter(
        Asked.search(search),
        List.of(ACTIVE, INACTIVE).contains(state) ? state : "",
        ListOrder.named(CouponSequence.values(), order),
        Asked.page(page));
  }

  /** Whether they can be used now, if that is asked. */
  @Nullable Boolean isActive() {
    return state.isEmpty() ? null : (Boolean) state.equals(ACTIVE);
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !search.isEmpty() || !state.isEmpty();
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(search));
    parameters.put("state", List.of(state));
    parameters.put("order", List.of(ListOrder.asked(order)));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(CouponsController.PATH, parameters);
  }
}
