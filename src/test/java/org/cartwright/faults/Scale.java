package org.cartwright.faults;

/**
 * How often things are broken in the long form, with {@code -D}:
 *
 * <ul>
 *   <li>{@code faults.kills} of the service (20)
 *   <li>{@code faults.crashes} of PostgreSQL (10)
 *   <li>{@code faults.stops} of the service, as an operator stops it (20)
 *   <li>{@code faults.keys} that are sent five times each (500)
 *   <li>{@code faults.previous} the revision of the release before this one (the last one without
 *       the newest migration)
 * </ul>
 */
final class Scale {

  /** So many writes are acknowledged before each fault. */
  static final int WRITES_BEFORE = 50;

  private Scale() {}

  static int of(String what, int usually) {
    return Integer.getInteger("faults." + what, usually);
  }
}
