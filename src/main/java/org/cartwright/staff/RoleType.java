package org.cartwright.staff;

import java.util.Locale;

/** What kind of people have a role. */
enum RoleType {
  ADMIN,
  PROVIDER,
  USER;

  /** The kind that a role's name says, in any case; a name that says none is of providers. */
  static RoleType of(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ADMIN" -> ADMIN;
      case "USER" -> USER;
      default -> PROVIDER;
    };
  }
}
