package org.cartwright.audit.reading;

import java.time.Instant;
import java.util.Set;
import org.cartwright.audit.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted. What is absent is no condition.
 *
 * @param from the first moment
 * @param to the last
 * @param caller the id of a key, or a kind of caller
 * @param actions the names of operations, any of which is wanted; none for no condition
 * @param object the id of something it was about
 */
public record AuditCriteria(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String caller,
    Set<String> actions,
    @Nullable String object,
    @Nullable Outcome outcome) {

  public AuditCriteria {
    actions = Set.copyOf(actions);
  }
}
