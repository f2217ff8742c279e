package org.cartwright.tenancy.health;

import java.util.List;

/**
 * What has to be true of each stored document of a kind, told by the module that keeps them. It is
 * asked within a clinic, in a transaction that only reads, for a batch at a time.
 */
public interface BookCheck {

  /** What is looked at, in the plural, as in {@code carts}. No two checks look at the same. */
  String documents();

  /** What has to be true of each of them, a clause each. */
  List<String> identities();

  /**
   * The documents of the current clinic whose ids come next, in the order of the ids.
   *
   * @param id the one they come after; empty for the first
   * @param most how many at most; fewer are the last ones
   */
  List<Examined> after(String id, int most);

  /**
   * A document that was looked at.
   *
   * @param holds for each identity, in their order, whether it is true
   */
  record Examined(String id, List<Boolean> holds) {

    public Examined {
      holds = List.copyOf(holds);
    }
  }
}
