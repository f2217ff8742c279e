package org.cartwright.carts.drafts;

/** What lists of them can be sorted by, and then by id in the same direction. */
public enum DraftCartSort {
  CREATED_DATE("created_date"),
  UPDATED_DATE("updated_date"),
  TOTAL("total"),
  /** Those without a customer come last either way. */
  CUSTOMER("sort_name");

  private final String column;

  DraftCartSort(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }
}
