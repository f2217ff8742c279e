package org.cartwright.console.charges;

import org.cartwright.platform.format.MoneyFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a payment comes to that is being typed.
 *
 * @param rest what is owed after it
 * @param tooMuch what of it nobody owes, if anything
 * @param change what goes back of the cash that was handed over, if anything
 */
record TillSheet(String rest, @Nullable String tooMuch, @Nullable String change) {

  static TillSheet of(Till till, MoneyFormat figures) {
    return new TillSheet(
        figures.money(Math.max(0, till.rest())),
        till.rest() < 0 ? figures.money(-till.rest()) : null,
        till.change() == 0 ? null : figures.money(till.change()));
  }
}
