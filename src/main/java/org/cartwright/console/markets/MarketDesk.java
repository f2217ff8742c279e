package org.cartwright.console.markets;

import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.catalog.markets.MarketCreate;
import org.cartwright.catalog.markets.MarketDetail;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.form.Checked;
import org.cartwright.console.form.Fingerprint;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.stereotype.Service;

/** Opens markets, changes and closes them as they were seen, which managers and owners do. */
@Service
class MarketDesk {

  private final Markets markets;
  private final Validator validator;

  MarketDesk(Markets markets, Validator validator) {
    this.markets = markets;
    this.validator = validator;
  }

  /**
   * Opens a market, by id.
   *
   * @throws NotTaken if their role may not, or something typed is none
   * @throws org.cartwright.platform.errors.Conflict if another market has its code
   */
  String open(Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    return markets.create(read(typed)).id();
  }

  /**
   * Changes a market.
   *
   * @throws NotTaken if their role may not, or something typed is none
   * @throws Stale if it is not as it was seen
   */
  void change(String id, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    markets.update(id, MarketForm.update(read(typed)), present -> requireSeen(present, typed));
  }

  /**
   * Closes a market: nothing new is sold there.
   *
   * @throws NotTaken if their role may not
   * @throws Stale if it is not as it was seen
   */
  void close(String id, Typed typed, ConsoleSession by) {
    requireKeeper(typed, by);
    markets.archive(id, present -> requireSeen(present, typed));
  }

  private MarketCreate read(Typed typed) {
    var wanted = MarketForm.read(typed);
    var reasons = new HashMap<String, String>();
    for (var field : Checked.wrong(validator, wanted)) {
      reasons.put(field, "markets.problem." + field);
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private static void requireSeen(MarketDetail present, Typed typed) {
    if (!Fingerprint.of(present).equals(typed.seen())) {
      throw new Stale();
    }
  }

  /** Whoever keeps what is sold keeps where it is sold. */
  static void requireKeeper(Typed typed, ConsoleSession by) {
    if (!by.member().role().mayChangeCatalog()) {
      throw typed.forbidden(Map.of(MarketForm.NAME, "markets.problem.role"));
    }
  }
}
