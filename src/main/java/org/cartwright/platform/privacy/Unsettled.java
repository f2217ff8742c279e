package org.cartwright.platform.privacy;

/**
 * Something that has to be settled before a person can be erased.
 *
 * @param code what it is, for programs
 * @param advice what it is and what to do about it, in a sentence
 * @param sql a statement that answers the ids of what is open
 */
public record Unsettled(String code, String advice, String sql) {}
