package org.cartwright.staff;

/** As what somebody of the staff works at the console. Programs have keys and need none. */
public enum DeskRole {
  /** Makes carts and quotes as the catalog and the clinic's rules have it. */
  FRONT_DESK(10),
  /** Looks after the desk: departs from prices and gives what discounts are worth it. */
  MANAGER(100),
  /** Answers for the clinic and may do all there is. */
  OWNER(100);

  private final int largestDiscount;

  DeskRole(int largestDiscount) {
    this.largestDiscount = largestDiscount;
  }

  /** The largest discount it may give, on a line or on everything, in percent. */
  public int largestDiscount() {
    return largestDiscount;
  }

  /** Whether it may take back a quote that is with a patient. */
  public boolean mayWithdrawQuotes() {
    return this != FRONT_DESK;
  }

  /** Whether it may give back what was paid. */
  public boolean mayRefund() {
    return this != FRONT_DESK;
  }

  /** Whether it may give patients credit, which is as good as money. */
  public boolean mayGiveCredit() {
    return this != FRONT_DESK;
  }

  /** Whether it may change what the clinic sells, and see what that costs the clinic. */
  public boolean mayChangeCatalog() {
    return this != FRONT_DESK;
  }

  /** Whether it may ask another price than the catalog's. */
  public boolean maySetPrices() {
    return this != FRONT_DESK;
  }
}
