package org.cartwright.staff;

/** As what somebody of the staff works at the console. Programs have keys and need none. */
public enum DeskRole {
  /** Makes carts and quotes as the catalog and the clinic's rules have it. */
  FRONT_DESK,
  /** Looks after the desk: departs from prices and gives what discounts are worth it. */
  MANAGER,
  /** Answers for the clinic and may do all there is. */
  OWNER
}
