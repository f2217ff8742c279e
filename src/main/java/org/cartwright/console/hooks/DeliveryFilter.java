package org.cartwright.console.hooks;

import java.util.LinkedHashMap;
import java.util.List;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.paging.Paging;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What of the events on their way to a webhook is looked at.
 *
 * @param status none for all
 * @param page from 1 on
 */
record DeliveryFilter(String webhookId, @Nullable DeliveryStatus status, int page) {

  static final int SIZE = 25;

  static DeliveryFilter of(String webhookId, String status, String page) {
    return new DeliveryFilter(
        webhookId,
        Asked.named(DeliveryStatus.values(), List.of(status)).stream().findFirst().orElse(null),
        Asked.page(page));
  }

  Paging paging() {
    return new Paging(page, SIZE);
  }

  /** Where another page of the same is; also for the template. */
  public String at(int otherPage) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("status", List.of(status == null ? "" : status.name()));
    parameters.put("page", List.of(otherPage > 1 ? Integer.toString(otherPage) : ""));
    return Asked.address(HooksController.PATH + "/" + webhookId, parameters);
  }
}
