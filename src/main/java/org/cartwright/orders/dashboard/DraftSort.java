package org.cartwright.orders.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartwright.carts.drafts.DraftCartSort;

/**
 * By what drafts can be sorted, spelled as in the query, and then by id in the same direction.
 * Those without a customer come last either way.
 */
@Schema(type = "string")
public enum DraftSort {
  created_date(DraftCartSort.CREATED_DATE),
  updated_date(DraftCartSort.UPDATED_DATE),
  total(DraftCartSort.TOTAL),
  customer(DraftCartSort.CUSTOMER);

  private final DraftCartSort carts;

  DraftSort(DraftCartSort carts) {
    this.carts = carts;
  }

  DraftCartSort carts() {
    return carts;
  }
}
