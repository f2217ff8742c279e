package org.cartwright.console.settings;

import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.staff.DeskRole;

/** Who may look at settings and change them. */
public enum SettingsRight {
  /** Managers and owners: how the clinic shows and words things. */
  MANAGERS,
  /** Owners alone: keys, receivers and the record, which reach beyond the desk. */
  OWNERS;

  /** Whether somebody of a role may. */
  public boolean isOf(DeskRole role) {
    return role == DeskRole.OWNER || (this == MANAGERS && role == DeskRole.MANAGER);
  }

  /**
   * Makes sure that somebody may.
   *
   * @throws NotTheirs if their role may not
   */
  public void require(ConsoleSession by) {
    if (!isOf(by.member().role())) {
      throw new NotTheirs();
    }
  }
}
