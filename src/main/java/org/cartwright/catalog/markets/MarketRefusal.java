package org.cartwright.catalog.markets;

import org.cartwright.platform.errors.Conflict;

/** 409: what is asked of a market does not go with what there is. */
class MarketRefusal extends Conflict {

  private MarketRefusal(String reason, String sentence, Object... values) {
    super("market." + reason, sentence, values);
  }

  static MarketRefusal codeTaken() {
    return new MarketRefusal(
        "codeTaken", "Another market has this code already; choose another one.");
  }

  static MarketRefusal termsStay() {
    return new MarketRefusal(
        "termsStay",
        "There are prices or drafts in this market: its currency stays, and so does whether prices"
            + " include tax. Make a new market for other terms.");
  }

  static MarketRefusal defaultStays() {
    return new MarketRefusal(
        "defaultStays", "One market is always the default: make another one the default instead.");
  }

  static MarketRefusal defaultIsNeeded() {
    return new MarketRefusal(
        "defaultIsNeeded",
        "This is the default market, and there are others: make one of them the default first.");
  }
}
