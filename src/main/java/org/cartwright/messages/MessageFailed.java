package org.cartwright.messages;

import java.time.Instant;

/**
 * A message was given up, or it is uncertain whether it arrived; it is not tried again. Announced
 * within the transaction that stores it, in the tenant's scope.
 *
 * @param about what the message was about, as it was posted
 * @param reason why, in a plain sentence that names nobody
 */
public record MessageFailed(
    String messageId,
    String about,
    Channel channel,
    Occasion occasion,
    String reason,
    Instant moment) {}
