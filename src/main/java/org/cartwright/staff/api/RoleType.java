package org.cartwright.staff.api;

import java.util.Locale;

/** What kind of people have a role. */
public enum RoleType {
  ADMIN,
  PROVIDER,
  USER;

  /** The kind that a role's name says, in any case; a name that says none is of providers. */
  public static RoleType of(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ADMIN" -> ADMIN;
      case "USER" -> USER;
      default -> PROVIDER;
    };
  }
}
