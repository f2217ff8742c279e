package org.cartwright.console.lines;

import org.cartwright.platform.errors.Conflict;

/** 409: a discount that is there already would be more than a role may give. */
public final class LimitRefusal extends Conflict {

  private LimitRefusal(String reason, String sentence) {
    super("limit." + reason, sentence);
  }

  static LimitRefusal ofALine() {
    return new LimitRefusal(
        "line",
        "At the front desk a discount on a line is 10 percent at most, and it would be more of what the"
            + " line comes to then; lower it first, or ask a manager.");
  }

  static LimitRefusal ofTheWhole() {
    return new LimitRefusal(
        "whole",
        "At the front desk the discount on everything is 10 percent at most, and it would be more of what"
            + " is left then; lower it first, or ask a manager.");
  }
}
