package org.cartwright.platform.errors;

import java.util.List;

/**
 * 422: the request itself is wrong; carries everything that is wrong with it at once, save that
 * after the first {@value #MOST} nobody is told more.
 */
public final class InvalidRequest extends RuntimeException {

  /** As many violations one answer tells at most. */
  public static final int MOST = 100;

  private final transient List<Violation> violations;

  public InvalidRequest(List<Violation> violations) {
    super(violations.size() + " violations");
    this.violations = violations.stream().limit(MOST).toList();
  }

  public InvalidRequest(Violation violation) {
    this(List.of(violation));
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Throws when there is something to complain about, else does nothing. */
  public static void throwIfAny(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new InvalidRequest(violations);
    }
  }
}
