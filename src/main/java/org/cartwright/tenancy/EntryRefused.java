package org.cartwright.tenancy;

/**
 * Somebody wanted to come in to a clinic where there are no keys, and was not let in. Announced for
 * whoever keeps the record of it; whoever was refused may not be told so.
 *
 * @param tenant whose door it was; it may be nobody's
 * @param action what they asked for
 * @param status what it amounts to, as a program would be answered
 */
public record EntryRefused(String tenant, String action, int status) {}
