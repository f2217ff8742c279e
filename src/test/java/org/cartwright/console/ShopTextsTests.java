package org.cartwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.cartwright.coupons.CouponReason;
import org.cartwright.orders.api.BlockerCode;
import org.cartwright.orders.api.FulfilmentCategory;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.FulfilmentStatus;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.api.placed.OrderTimeline;
import org.junit.jupiter.api.Test;

/** The shop's desk has words for whatever the shop's closed lists have. */
class ShopTextsTests {

  private static final Map<String, Enum<?>[]> CLOSED_LISTS =
      Map.of(
          "blocker.", BlockerCode.values(),
          "coupon.", CouponReason.values(),
          "payment.", PaymentMethod.values(),
          "fulfilment.", FulfilmentCategory.values(),
          "order.status.", OrderStatus.values(),
          "order.event.", OrderTimeline.Type.values(),
          "order.report.", FulfilmentReport.Type.values(),
          "goods.", FulfilmentStatus.values());

  @Test
  void everyStateAndReasonHasItsText() {
    var said =
        Stream.of("drafts", "orders")
            .map(room -> "org.cartwright.console." + room + ".texts")
            .flatMap(name -> ResourceBundle.getBundle(name, Locale.ROOT).keySet().stream())
            .toList();

    CLOSED_LISTS.forEach(
        (prefix, all) ->
            assertThat(said).containsAll(Arrays.stream(all).map(one -> prefix + one).toList()));
  }
}
