package org.cartwright.console.products;

/** A row of the form of tiers: the names of its fields. */
record TierRow(int number) {

  /** Also for the template, as all of these. */
  public String market() {
    return "tier-%d-market".formatted(number);
  }

  /** From which quantity on. */
  public String from() {
    return "tier-%d-from".formatted(number);
  }

  /** What one costs then, or how many percent less. */
  public String gives() {
    return "tier-%d-gives".formatted(number);
  }
}
