package org.cartwright.staff;

/** What kind of people have a role. */
enum RoleType {
  ADMIN,
  PROVIDER,
  USER
}
