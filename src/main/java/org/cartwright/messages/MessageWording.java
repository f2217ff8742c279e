package org.cartwright.messages;

import org.jspecify.annotations.Nullable;

/**
 * How a message is worded: plain text with variables in braces.
 *
 * @param subject of an e-mail; an SMS has none
 */
public record MessageWording(@Nullable String subject, String text) {}
