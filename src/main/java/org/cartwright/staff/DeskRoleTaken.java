package org.cartwright.staff;

/**
 * A provider may not come to the console any more. Announced inside the transaction that takes
 * their role away.
 */
public record DeskRoleTaken(String providerId) {}
