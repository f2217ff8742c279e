package org.cartwright.console.sessions;

import java.util.Optional;
import org.cartwright.staff.DeskMember;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody who has signed in, in one browser.
 *
 * @param tenant whose staff they are; the only place where the console has this from
 */
public record ConsoleSession(String tenant, String id, DeskMember member) {

  /** Whose session the current request belongs to, if anybody has signed in. */
  public static Optional<ConsoleSession> current() {
    var found = SecurityContextHolder.getContext().getAuthentication();
    return found != null && found.getPrincipal() instanceof ConsoleSession session
        ? Optional.of(session)
        : Optional.empty();
  }
}
