package org.cartwright.platform.privacy;

/**
 * Where a person's things of one kind are found, by which others refer to them.
 *
 * @param kind in a word, as in {@code cart}
 * @param sql a statement that answers their ids, without an order
 */
public record ThingsOf(String kind, String sql) {}
